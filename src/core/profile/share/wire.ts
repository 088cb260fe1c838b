import { PROTOCOL_IDS } from "../../protocols/index.ts";
import type { Param } from "../../protocols/query.ts";
import { readBase64, writeBase64 } from "../../units/byteText.ts";
import { fail, ok, type Result } from "../../units/result.ts";
import { ms, type Ms } from "../../units/units.ts";
import type { Bundle, BundledEnvironment, BundledProfile } from "../bundle.ts";
import { FORMATS, type Body, type Draft, type FileBody } from "../message.ts";
import {
  emptyDraft,
  newProfile,
  SOCKETIO_CLIENTS,
  SOCKETIO_PARSERS,
  SOCKETIO_TRANSPORTS,
  type AnswerRule,
  type Closing,
  type Heartbeat,
  type JoinedNamespace,
  type Profile,
  type Reconnect,
  type SavedMessage,
  type SocketIoOptions,
  type WebSocketOptions,
} from "../profile.ts";
import type { Variable } from "../template.ts";
import {
  amount,
  choice,
  field,
  findForbiddenKey,
  flag,
  list,
  localField,
  nullable,
  object,
  shaped,
  wrong,
  type Codec,
  type Json,
  type Wrong,
} from "./codec.ts";
import { addressText, idText, nameText, prose } from "./texts.ts";

/** How much of everything is read at most. @property octets of one file in a message */
export interface Limits {
  readonly profiles: number;
  readonly environments: number;
  readonly variables: number;
  readonly messages: number;
  readonly octets: number;
}

/** Enough for any list of subprotocols, headers or arguments that a person writes. */
const SHORT_LIST = 200;

/** As long as stored setups may have it: a day. */
const span: Codec<Ms> = amount(10, 86_400_000, ms);
const count = (value: number): number => value;

const param = object<Param>({ name: field(nameText, ""), value: field(prose, "") });
const variable = object<Variable>({ name: field(nameText, ""), value: field(prose, ""), secret: field(flag, false) });

const octets = (limit: number): Codec<Uint8Array<ArrayBuffer>> => ({
  read: (found, path) => {
    if (typeof found !== "string") return wrong(path, { kind: "type", expected: "text" });
    // Four characters for three octets, and some room for line breaks.
    if (found.length > limit * 1.5 + 100) return wrong(path, { kind: "too-long", limit });
    const read = readBase64(found);
    if (!read.ok) return wrong(path, { kind: "base64" });
    return read.value.length > limit ? wrong(path, { kind: "too-long", limit }) : ok(read.value);
  },
  write: writeBase64,
});

interface WrittenFile {
  readonly name: string;
  readonly base64: Uint8Array<ArrayBuffer>;
}

const file = (limit: number): Codec<FileBody> =>
  shaped(
    object<WrittenFile>({ name: field(nameText, ""), base64: field(octets(limit), new Uint8Array(0)) }),
    ({ name, base64 }) => ({ name, bytes: base64 }),
    ({ name, bytes }) => ({ name, base64: bytes }),
  );

const draft = (limit: number): Codec<Draft> =>
  shaped(wholeDraft(limit), withoutUsual, ({ namespace = "", volatile = false, ...rest }) => ({
    ...rest,
    namespace,
    volatile,
  }));

/** What is as in most drafts is not there at all. */
const withoutUsual = ({ namespace, volatile, ...rest }: Required<Draft>): Draft => ({
  ...rest,
  ...(namespace === "" ? {} : { namespace }),
  ...(volatile ? { volatile } : {}),
});

const wholeDraft = (limit: number): Codec<Required<Draft>> =>
  object<Required<Draft>>({
    event: field(prose, ""),
    ack: field(nullable(amount(0, 86_400_000, ms)), null),
    parts: field(
      list(
        object<Body>({
          format: field(choice(FORMATS), "text"),
          text: field(prose, ""),
          file: field(nullable(file(limit)), null),
        }),
        SHORT_LIST,
      ),
      emptyDraft.parts,
    ),
    namespace: field(prose, ""),
    volatile: field(flag, false),
  });

const websocket = object<WebSocketOptions>({
  subprotocols: field(list(prose, SHORT_LIST), []),
  closing: field(
    object<Closing>({
      code: field(nullable(amount(0, 65_535, count, true)), newProfile.websocket.closing.code),
      reason: field(prose, ""),
    }),
    newProfile.websocket.closing,
  ),
});

const { socketio: plainSocketIo } = newProfile;
const socketio = object<SocketIoOptions>({
  clientVersion: field(choice(SOCKETIO_CLIENTS), plainSocketIo.clientVersion),
  namespace: field(prose, plainSocketIo.namespace),
  path: field(prose, plainSocketIo.path),
  auth: field(prose, plainSocketIo.auth),
  transports: field(list(choice(SOCKETIO_TRANSPORTS), SOCKETIO_TRANSPORTS.length), plainSocketIo.transports),
  tryAllTransports: field(flag, plainSocketIo.tryAllTransports),
  upgrade: field(flag, plainSocketIo.upgrade),
  headers: field(list(param, SHORT_LIST), plainSocketIo.headers),
  withCredentials: field(flag, plainSocketIo.withCredentials),
  parser: field(choice(SOCKETIO_PARSERS), plainSocketIo.parser),
  namespaces: field(
    list(
      object<JoinedNamespace>({
        name: field(nameText, ""),
        auth: field(prose, ""),
        forceNew: field(flag, false),
      }),
      SHORT_LIST,
    ),
    plainSocketIo.namespaces,
  ),
  retryNamespace: field(nullable(span), plainSocketIo.retryNamespace),
  retries: field(amount(0, 1000, count, true), plainSocketIo.retries),
  ackTimeout: field(span, plainSocketIo.ackTimeout),
  answers: field(
    list(object<AnswerRule>({ event: field(prose, ""), args: field(prose, "") }), SHORT_LIST),
    plainSocketIo.answers,
  ),
  packets: field(flag, plainSocketIo.packets),
});

const reconnect = object<Reconnect>({
  on: field(flag, newProfile.reconnect.on),
  first: field(span, newProfile.reconnect.first),
  max: field(span, newProfile.reconnect.max),
  limit: field(nullable(amount(1, 1_000_000_000, count, true)), newProfile.reconnect.limit),
  jitter: field(amount(0, 1, count), newProfile.reconnect.jitter),
});

const heartbeat = (limit: number): Codec<Heartbeat> =>
  object<Heartbeat>({
    on: field(flag, newProfile.heartbeat.on),
    message: field(draft(limit), newProfile.heartbeat.message),
    every: field(span, newProfile.heartbeat.every),
    expect: field(prose, newProfile.heartbeat.expect),
    within: field(span, newProfile.heartbeat.within),
    onMiss: field(choice(["note", "close"] as const), newProfile.heartbeat.onMiss),
  });

/** Ids tell messages of one setup apart: whatever came, each has one of its own afterwards. */
function withIds(saved: readonly SavedMessage[]): readonly SavedMessage[] {
  const taken = new Set(saved.map(({ id }) => id));
  const seen = new Set<string>();
  let next = 1;
  return saved.map((message) => {
    let { id } = message;
    while (id === "" || seen.has(id)) {
      const made = `m${String(next++)}`;
      if (!taken.has(made)) id = made;
    }
    seen.add(id);
    return id === message.id ? message : { ...message, id };
  });
}

const id: Codec<string> = shaped(
  idText,
  (found) => found ?? "",
  (given) => given,
);

const saved = (limits: Limits): Codec<readonly SavedMessage[]> =>
  shaped(
    list(
      object<SavedMessage>({
        id: localField(id, ""),
        name: field(nameText, ""),
        draft: field(draft(limits.octets), emptyDraft),
      }),
      limits.messages,
    ),
    withIds,
    (messages) => messages,
  );

/** A setup and its place side by side, as one writes it by hand. */
type FlatProfile = Omit<BundledProfile, "profile"> & Profile;

const profile = (limits: Limits): Codec<BundledProfile> =>
  shaped(
    object<FlatProfile>({
      id: field(idText, null),
      name: field(nameText, ""),
      folder: field(nullable(nameText), null),
      protocol: field(choice(PROTOCOL_IDS), newProfile.protocol),
      url: field(addressText, newProfile.url),
      websocket: field(websocket, newProfile.websocket),
      socketio: field(socketio, newProfile.socketio),
      connectTimeout: field(span, newProfile.connectTimeout),
      reconnect: field(reconnect, newProfile.reconnect),
      heartbeat: field(heartbeat(limits.octets), newProfile.heartbeat),
      onOpen: field(list(draft(limits.octets), limits.messages), newProfile.onOpen),
      saved: field(saved(limits), newProfile.saved),
      variables: field(list(variable, limits.variables), newProfile.variables),
      notes: field(prose, newProfile.notes),
      system: field(nullable(nameText), newProfile.system),
    }),
    ({ id: known, name, folder, ...setup }) => ({ id: known, name, folder, profile: setup }),
    ({ id: known, name, folder, profile: setup }) => ({ id: known, name, folder, ...setup }),
  );

const environment = (limits: Limits): Codec<BundledEnvironment> =>
  object<BundledEnvironment>({
    id: field(idText, null),
    name: field(nameText, ""),
    variables: field(list(variable, limits.variables), []),
  });

/** What travels, with these limits. */
export const bundleCodec = (limits: Limits): Codec<Bundle> =>
  object<Bundle>({
    folders: field(list(nameText, limits.profiles), []),
    profiles: field(list(profile(limits), limits.profiles), []),
    environments: field(list(environment(limits), limits.environments), []),
  });

const anySize = profile({
  profiles: Infinity,
  environments: Infinity,
  variables: Infinity,
  messages: Infinity,
  octets: Infinity,
});

/** What a setup says, in a fixed order: equal for two that differ in ids of messages alone. */
export const writeSetup = (setup: Profile): Json =>
  anySize.write({ id: null, name: "", folder: null, profile: setup }, "compact");

/** Reads parsed JSON; a forbidden key anywhere is a fault, also where nothing would read it. */
export function readBundle(found: unknown, codec: Codec<Bundle>): Result<Bundle, Wrong> {
  const forbidden = findForbiddenKey(found);
  return forbidden === null ? codec.read(found, "") : fail(forbidden);
}
