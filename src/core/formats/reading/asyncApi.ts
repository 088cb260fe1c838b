import { emptyDraft, type Profile } from "../../profile/profile.ts";
import type { Variable } from "../../profile/template.ts";
import type { Param } from "../../protocols/query.ts";
import { socketIoAt, webSocketAt, withParams } from "./address.ts";
import type { Collected } from "./collected.ts";
import { bodyOf, savedMessages, type NamedDraft } from "./draftOf.ts";
import { MOST_MESSAGES, MOST_ROWS } from "./limits.ts";
import { asPayload, asText, at, entriesAt, isFields, listAt, textAt } from "./unknown.ts";

/** Servers of one document; each multiplies the channels. */
export const MOST_SERVERS = 20;

/** What both versions say of a server, in one shape. */
export interface Server {
  readonly name: string;
  readonly kind: "websocket" | "socketio";
  /** With a scheme; `{name}` stands for a variable. */
  readonly url: string;
  readonly variables: unknown;
  readonly hasSecurity: boolean;
}

/** What both versions say of a channel. */
export interface Channel {
  readonly name: string;
  /** The address behind that of the server; `{name}` stands for a parameter. */
  readonly address: string;
  readonly parameters: unknown;
  readonly binding: unknown;
  /** What a client sends. */
  readonly messages: readonly ChannelMessage[];
  readonly notes: string;
}

export interface ChannelMessage {
  /** The name that the document keeps it under; empty: none. */
  readonly key: string;
  readonly message: unknown;
}

const KINDS: Readonly<Record<string, Server["kind"]>> = {
  ws: "websocket",
  wss: "websocket",
  socketio: "socketio",
  "socket.io": "socketio",
  "socketio-v4": "socketio",
};

/** @returns null for a server of another protocol */
export function serverKind(protocol: string): Server["kind"] | null {
  const known = protocol.toLowerCase();
  return Object.hasOwn(KINDS, known) ? (KINDS[known] ?? null) : null;
}

/**
 * Follows `$ref` inside the document.
 * @returns undefined where it leads nowhere or into another file, which is left out by its name
 */
export function follow(file: unknown, value: unknown, into: Collected): unknown {
  let found = value;
  // A chain of references is short, unless it bites its own tail.
  for (let step = 0; step < 8; step++) {
    const reference = textAt(found, "$ref");
    if (reference === "") return found;
    if (!reference.startsWith("#/")) {
      into.left("external-reference", "", reference);
      return undefined;
    }
    found = at(file, ...pointerOf(reference));
  }
  return undefined;
}

/** @see RFC 6901 */
const pointerOf = (reference: string): readonly string[] =>
  reference
    .slice(2)
    .split("/")
    .map((key) => {
      const plain = key.replaceAll("~1", "/").replaceAll("~0", "~");
      try {
        return decodeURIComponent(plain);
      } catch {
        return plain;
      }
    });

/** `{name}` of AsyncAPI is our `{{name}}`. */
const ownTemplate = (address: string): string => address.replace(/\{([^\s{}]+)\}/g, "{{$1}}");

export function addChannel(
  file: unknown,
  server: Server,
  channel: Channel,
  name: string,
  folder: readonly string[],
  into: Collected,
): void {
  const isWebSocket = server.kind === "websocket";
  if (server.hasSecurity) into.left("authentication", name, server.name);
  for (const [header] of entriesAt(channel.binding, "headers", "properties").slice(0, MOST_ROWS))
    into.left("headers", name, header);
  const query = queryOf(channel.binding, name, into);
  const params = [...variablesAt(server.variables, file, into), ...variablesAt(channel.parameters, file, into)];
  const base = ownTemplate(server.url);
  const address = ownTemplate(channel.address);
  const url = withParams(isWebSocket ? joined(base, address) : base, query.params);
  const profile: Profile = isWebSocket ? webSocketAt(url) : inNamespace(socketIoAt(url, false), address);
  const mentioned = `${url} ${profile.socketio.namespace}`;
  into.profile(name, folder, {
    ...profile,
    variables: [...params, ...query.variables].filter(({ name: variable }) => mentioned.includes(`{{${variable}}}`)),
    saved: savedMessages(
      channel.messages.slice(0, MOST_MESSAGES).flatMap((message) => draftsOf(file, message, server.kind, name, into)),
    ),
    notes: channel.notes,
  });
}

/** The key behind the last slash of a reference within the document. */
export const lastOf = (reference: string): string =>
  reference.startsWith("#/") ? (pointerOf(reference).at(-1) ?? "") : "";

function joined(base: string, address: string): string {
  if (address === "" || address === "/") return base;
  return `${base.replace(/\/$/, "")}/${address.replace(/^\//, "")}`;
}

/** By convention a channel of Socket.IO is a namespace. */
const inNamespace = (profile: Profile, address: string): Profile => ({
  ...profile,
  socketio: { ...profile.socketio, namespace: address.startsWith("/") ? address : `/${address}` },
});

/** What stands for a value until somebody types one. */
function exampleOf(schema: unknown): unknown {
  for (const key of ["const", "default", "example"]) if (at(schema, key) !== undefined) return at(schema, key);
  return listAt(schema, "enum")[0] ?? listAt(schema, "examples")[0];
}

function variablesAt(params: unknown, file: unknown, into: Collected): readonly Variable[] {
  return entriesAt({ params }, "params")
    .slice(0, MOST_ROWS)
    .map(([name, given]) => {
      const param = follow(file, given, into);
      const value = exampleOf(param) ?? exampleOf(follow(file, at(param, "schema"), into));
      return { name, value: asText(value), secret: false };
    });
}

/** Parameters that are required or have a value of their own; another one is left out. */
function queryOf(binding: unknown, of: string, into: Collected): { params: Param[]; variables: Variable[] } {
  const required = new Set(listAt(binding, "query", "required").map(asText));
  const [params, variables]: [Param[], Variable[]] = [[], []];
  for (const [name, schema] of entriesAt(binding, "query", "properties").slice(0, MOST_ROWS)) {
    const value = asText(exampleOf(schema));
    const isName = /^[^\s{}$][^\s{}]*$/.test(name);
    if (value !== "") params.push({ name, value });
    else if (required.has(name) && isName) {
      params.push({ name, value: `{{${name}}}` });
      variables.push({ name, value: "", secret: false });
    } else into.left("optional-parameters", of, name);
  }
  return { params, variables };
}

/** A message's examples as saved messages; without one, its payload's own. */
function draftsOf(
  file: unknown,
  { key, message: given }: ChannelMessage,
  kind: Server["kind"],
  of: string,
  into: Collected,
): readonly NamedDraft[] {
  const message = follow(file, given, into);
  const event = textAt(message, "name") || key;
  const title = textAt(message, "title") || event;
  const schema = follow(file, at(message, "payload"), into);
  if (isFields(schema)) into.left("schema", of, title);
  const examples = listAt(message, "examples").map((example) => ({
    name: textAt(example, "name") || textAt(example, "summary"),
    payload: isFields(example) && Object.hasOwn(example, "payload") ? example["payload"] : undefined,
  }));
  const own = exampleOf(schema);
  const all = examples.length > 0 ? examples : [{ name: "", payload: own }];
  return all.slice(0, MOST_MESSAGES).flatMap(({ name, payload }) => {
    const text = payload === undefined ? null : asPayload(payload);
    // An event says something by its name alone, a frame by its text only.
    if (text === null && kind === "websocket") return [];
    const parts = text === null ? [] : [bodyOf(text)];
    const label = [title, name].filter((part) => part !== "").join(": ");
    return [{ name: label, draft: { ...emptyDraft, event: kind === "socketio" ? event : "", parts } }];
  });
}
