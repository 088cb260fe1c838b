import type { Draft } from "../message.ts";
import { newProfile, type Profile } from "../profile.ts";
import { isSameValue } from "./diff.ts";
import { withoutSecrets } from "./secrets.ts";

/** The parts of a setup that can be shared or left out, in the order of a list of them. */
export const PART_KINDS = [
  "address",
  "options",
  "subprotocols",
  "heartbeat",
  "reconnect",
  "timeout",
  "closing",
  "onOpen",
  "saved",
  "variables",
  "notes",
  "system",
] as const;
export type PartKind = (typeof PART_KINDS)[number];

export interface Part {
  readonly kind: PartKind;
  /** What is in it, made of values alone and without secrets; may be empty. */
  readonly detail: string;
}

/** What of a setup is another than in a new one; the address always. */
export function partsOf(profile: Profile): readonly Part[] {
  const shown = withoutSecrets(profile, new Set());
  return PART_KINDS.filter(
    (kind) => kind === "address" || !isSameValue(PARTS[kind].of(profile), PARTS[kind].of(newProfile)),
  ).map((kind) => ({ kind, detail: PARTS[kind].detail(shown) }));
}

/** The same setup, of which everything but the address and the `kept` parts is as in a new one. */
export function withParts(profile: Profile, kept: ReadonlySet<PartKind>): Profile {
  return PART_KINDS.reduce<Profile>(
    (made, kind) => (kind === "address" || kept.has(kind) ? { ...made, ...PARTS[kind].put(made, profile) } : made),
    newProfile,
  );
}

interface Reading {
  /** What of the setup belongs to it. */
  readonly of: (profile: Profile) => unknown;
  readonly put: (made: Profile, from: Profile) => Partial<Profile>;
  readonly detail: (profile: Profile) => string;
}

const LONGEST = 80;
const short = (text: string): string => {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1).toWellFormed()}…` : line;
};
const span = (ms: number): string => (ms < 1000 ? `${String(ms)} ms` : `${String(ms / 1000)} s`);
const join = (values: readonly (string | null)[]): string =>
  short(values.filter((value) => value !== null && value !== "").join(" · "));
const unless = (value: string, usual: string): string | null => (value === usual ? null : value);

function sayDraft({ event, parts }: Draft): string {
  const [first] = parts;
  const body = first?.format === "file" ? (first.file?.name ?? "") : (first?.text ?? "");
  return join([event, body]);
}

function sayOptions({ socketio }: Profile): string {
  const usual = newProfile.socketio;
  return join([
    socketio.clientVersion === usual.clientVersion ? null : `v${socketio.clientVersion}`,
    unless(socketio.namespace, usual.namespace),
    unless(socketio.path, usual.path),
    socketio.auth.trim(),
    isSameValue(socketio.transports, usual.transports) ? null : socketio.transports.join(", "),
    ...socketio.namespaces.map(({ name }) => name),
    ...socketio.headers.map(({ name }) => name),
    socketio.withCredentials ? "withCredentials" : null,
    socketio.parser === usual.parser ? null : socketio.parser,
    ...socketio.answers.map(({ event }) => `ack ${event}`),
  ]);
}

const PARTS: Readonly<Record<PartKind, Reading>> = {
  address: {
    of: ({ protocol, url }) => [protocol, url],
    put: (_, { protocol, url }) => ({ protocol, url }),
    detail: ({ url }) => short(url),
  },
  options: {
    of: ({ socketio }) => socketio,
    put: (_, { socketio }) => ({ socketio }),
    detail: sayOptions,
  },
  subprotocols: {
    of: ({ websocket }) => websocket.subprotocols,
    put: ({ websocket }, from) => ({ websocket: { ...websocket, subprotocols: from.websocket.subprotocols } }),
    detail: ({ websocket }) => short(websocket.subprotocols.join(", ")),
  },
  heartbeat: {
    of: ({ heartbeat }) => heartbeat,
    put: (_, { heartbeat }) => ({ heartbeat }),
    detail: ({ heartbeat }) => join([span(heartbeat.every), sayDraft(heartbeat.message)]),
  },
  reconnect: {
    of: ({ reconnect }) => reconnect,
    put: (_, { reconnect }) => ({ reconnect }),
    detail: ({ reconnect: { first, max, limit } }) =>
      join([`${span(first)} – ${span(max)}`, limit === null ? null : `× ${String(limit)}`]),
  },
  timeout: {
    of: ({ connectTimeout }) => connectTimeout,
    put: (_, { connectTimeout }) => ({ connectTimeout }),
    detail: ({ connectTimeout }) => span(connectTimeout),
  },
  closing: {
    of: ({ websocket }) => websocket.closing,
    put: ({ websocket }, from) => ({ websocket: { ...websocket, closing: from.websocket.closing } }),
    detail: ({ websocket: { closing } }) => join([closing.code === null ? "–" : String(closing.code), closing.reason]),
  },
  onOpen: {
    of: ({ onOpen }) => onOpen,
    put: (_, { onOpen }) => ({ onOpen }),
    detail: ({ onOpen }) => short(onOpen.map(sayDraft).join(", ")),
  },
  saved: {
    of: ({ saved }) => saved,
    put: (_, { saved }) => ({ saved }),
    detail: ({ saved }) => short(saved.map(({ name, draft }) => (name === "" ? sayDraft(draft) : name)).join(", ")),
  },
  variables: {
    of: ({ variables }) => variables,
    put: (_, { variables }) => ({ variables }),
    detail: ({ variables }) => short(variables.map(({ name }) => name).join(", ")),
  },
  notes: {
    of: ({ notes }) => notes,
    put: (_, { notes }) => ({ notes }),
    detail: ({ notes }) => short(notes.slice(0, 4 * LONGEST)),
  },
  system: {
    of: ({ system }) => system,
    put: (_, { system }) => ({ system }),
    detail: ({ system }) => system ?? "",
  },
};
