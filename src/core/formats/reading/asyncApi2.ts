import { addChannel, follow, lastOf, MOST_SERVERS, serverKind, type ChannelMessage, type Server } from "./asyncApi.ts";
import type { Collected } from "./collected.ts";
import { MOST_PROFILES } from "./limits.ts";
import { asText, at, entriesAt, listAt, textAt } from "./unknown.ts";

/** Version 2: a channel's key is its address, and `publish` is what clients send. */
export function readAsyncApi2(file: unknown, into: Collected): void {
  const servers = entriesAt(file, "servers")
    .slice(0, MOST_SERVERS)
    .flatMap(([name, given]) => serverOf(file, name, given, into) ?? []);
  for (const [address, given] of entriesAt(file, "channels").slice(0, MOST_PROFILES)) {
    const channel = follow(file, given, into);
    const named = listAt(channel, "servers").map(asText);
    const own = servers.filter(({ name }) => named.length === 0 || named.includes(name));
    for (const server of own) {
      const name = own.length > 1 ? `${address} (${server.name})` : address;
      addChannel(
        file,
        server,
        {
          name,
          address,
          parameters: at(channel, "parameters"),
          binding: bindingOf(file, channel, into),
          messages: messagesOf(file, at(channel, "publish", "message"), into),
          notes: textAt(channel, "description"),
        },
        name,
        [textAt(file, "info", "title")],
        into,
      );
    }
  }
}

/** One message, or one of several. A reference is kept: it may be all that names it. */
function messagesOf(file: unknown, given: unknown, into: Collected): readonly ChannelMessage[] {
  const several = listAt(follow(file, given, into), "oneOf");
  const all = several.length > 0 ? several : given === undefined ? [] : [given];
  return all.map((message) => ({ key: lastOf(textAt(message, "$ref")), message }));
}

export const bindingOf = (file: unknown, channel: unknown, into: Collected): unknown =>
  follow(file, at(follow(file, at(channel, "bindings"), into), "ws"), into);

function serverOf(file: unknown, name: string, given: unknown, into: Collected): Server | null {
  const server = follow(file, given, into);
  const protocol = textAt(server, "protocol");
  const kind = serverKind(protocol);
  if (kind === null) {
    into.left("server-protocol", name, protocol);
    return null;
  }
  const url = textAt(server, "url");
  const scheme = kind === "socketio" ? "http" : protocol.toLowerCase();
  return {
    name,
    kind,
    url: /^[a-z][a-z0-9+.-]*:\/\//i.test(url) ? url : `${scheme}://${url}`,
    variables: at(server, "variables"),
    hasSecurity: listAt(server, "security").length > 0,
  };
}
