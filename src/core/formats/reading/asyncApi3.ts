import { addChannel, follow, lastOf, MOST_SERVERS, serverKind, type ChannelMessage, type Server } from "./asyncApi.ts";
import { bindingOf } from "./asyncApi2.ts";
import type { Collected } from "./collected.ts";
import { MOST_PROFILES } from "./limits.ts";
import { at, entriesAt, listAt, textAt } from "./unknown.ts";

/** Version 3: operations speak for the application, so what it is to `receive` is what a client sends. */
export function readAsyncApi3(file: unknown, into: Collected): void {
  const servers = entriesAt(file, "servers")
    .slice(0, MOST_SERVERS)
    .flatMap(([name, given]) => serverOf(file, name, given, into) ?? []);
  const sent = sentBy(file);
  for (const [id, given] of entriesAt(file, "channels").slice(0, MOST_PROFILES)) {
    const channel = follow(file, given, into);
    const named = listAt(channel, "servers").map((server) => lastOf(textAt(server, "$ref")));
    const own = servers.filter(({ name }) => named.length === 0 || named.includes(name));
    const label = textAt(channel, "title") || id;
    for (const server of own) {
      const name = own.length > 1 ? `${label} (${server.name})` : label;
      addChannel(
        file,
        server,
        {
          name,
          address: textAt(channel, "address"),
          parameters: at(channel, "parameters"),
          binding: bindingOf(file, channel, into),
          messages: messagesOf(channel, sent.get(id)),
          notes: textAt(channel, "description"),
        },
        name,
        [textAt(file, "info", "title")],
        into,
      );
    }
  }
}

/** Messages by channel; null: all that the channel has. */
type Sent = readonly unknown[] | null;

function sentBy(file: unknown): ReadonlyMap<string, Sent> {
  const sent = new Map<string, Sent>();
  for (const [, operation] of entriesAt(file, "operations").slice(0, MOST_PROFILES)) {
    if (textAt(operation, "action") !== "receive") continue;
    const id = lastOf(textAt(operation, "channel", "$ref"));
    const own = at(operation, "messages") === undefined ? null : listAt(operation, "messages");
    const before = sent.get(id);
    sent.set(id, before === null || own === null ? null : [...(before ?? []), ...own.slice(0, 100)].slice(0, 500));
  }
  return sent;
}

function messagesOf(channel: unknown, sent: Sent | undefined): readonly ChannelMessage[] {
  if (sent === undefined) return [];
  if (sent === null) return entriesAt(channel, "messages").map(([key, message]) => ({ key, message }));
  return sent.map((reference) => {
    const key = lastOf(textAt(reference, "$ref"));
    // A channel that is a reference itself cannot be walked through.
    return { key, message: at(channel, "messages", key) ?? reference };
  });
}

function serverOf(file: unknown, name: string, given: unknown, into: Collected): Server | null {
  const server = follow(file, given, into);
  const protocol = textAt(server, "protocol");
  const kind = serverKind(protocol);
  if (kind === null) {
    into.left("server-protocol", name, protocol);
    return null;
  }
  const host = textAt(server, "host");
  const scheme = kind === "socketio" ? "http" : protocol.toLowerCase();
  return {
    name,
    kind,
    url: (/^[a-z][a-z0-9+.-]*:\/\//i.test(host) ? host : `${scheme}://${host}`) + textAt(server, "pathname"),
    variables: at(server, "variables"),
    hasSecurity: listAt(server, "security").length > 0,
  };
}
