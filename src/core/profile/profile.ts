import type { ProtocolId } from "../protocols/index.ts";
import type { Param } from "../protocols/query.ts";
import { ms, seconds, type Ms } from "../units/units.ts";
import type { Draft } from "./message.ts";
import type { Variable } from "./template.ts";

/**
 * The whole setup of a connection. The options of every protocol stand side by side, so that
 * switching to and fro loses nothing; the connection uses those of `protocol`.
 */
export interface Profile {
  readonly protocol: ProtocolId;
  /** As typed: may hold `{{variables}}` and what readUrl mends. */
  readonly url: string;
  readonly websocket: WebSocketOptions;
  readonly socketio: SocketIoOptions;
  /** Give up an attempt that did not open by then. */
  readonly connectTimeout: Ms;
  readonly reconnect: Reconnect;
  readonly heartbeat: Heartbeat;
  /** Sent in this order as soon as the connection is open, after every reconnect too. */
  readonly onOpen: readonly Draft[];
  readonly saved: readonly SavedMessage[];
  readonly variables: readonly Variable[];
  /** What a person should know of it; plain text. */
  readonly notes: string;
  /** The product behind the address, by which its close codes are read; null: not told. */
  readonly system: string | null;
}

export interface WebSocketOptions {
  /** In order of preference. @see RFC 6455 §1.9 */
  readonly subprotocols: readonly string[];
  readonly closing: Closing;
}

/** What Disconnect says to the server. */
export interface Closing {
  /** null: no code on the wire, the server sees 1005. */
  readonly code: number | null;
  readonly reason: string;
}

/** @see https://socket.io/docs/v4/client-options/ */
export interface SocketIoOptions {
  readonly clientVersion: SocketIoClient;
  readonly namespace: string;
  /** The HTTP path of the Engine.IO server. */
  readonly path: string;
  /** JSON text of an object; empty: none. Goes into the CONNECT packet, never into the URL; client v2 has none. */
  readonly auth: string;
  readonly transports: readonly SocketIoTransport[];
  /** Whether the next transport is tried when one fails; else only the first counts. Client v4. */
  readonly tryAllTransports: boolean;
  /** Whether polling gives way to WebSocket, once it is open. */
  readonly upgrade: boolean;
  /** Sent with polling requests only: a browser's WebSocket cannot carry headers. */
  readonly headers: readonly Param[];
  readonly withCredentials: boolean;
  /** What packets are written with; both sides must use the same. */
  readonly parser: SocketIoParser;
  /** Joined besides `namespace`. */
  readonly namespaces: readonly JoinedNamespace[];
  /** How long until an unknown namespace is asked for again, for ever; null: it is not, as Socket.IO itself. */
  readonly retryNamespace: Ms | null;
  /** How often an event without its acknowledgement is sent again; 0: each is sent once. Client v4. */
  readonly retries: number;
  /** How long each of those waits for its acknowledgement. */
  readonly ackTimeout: Ms;
  /** Acknowledgements that the server asks for and gets by themselves; the first that fits counts. */
  readonly answers: readonly AnswerRule[];
  /** Whether the log shows Engine.IO's packets beside the events. */
  readonly packets: boolean;
}

/** A namespace on the same connection, or on one of its own. */
export interface JoinedNamespace {
  readonly name: string;
  /** As that of the connection. */
  readonly auth: string;
  /** Whether it gets a connection of its own. @see https://socket.io/docs/v4/client-options/#forcenew */
  readonly forceNew: boolean;
}

export interface AnswerRule {
  /** Name of the event; `*` stands for anything. */
  readonly event: string;
  /** JSON text of the arguments' array; empty: none. */
  readonly args: string;
}

export const SOCKETIO_PARSERS = ["default", "msgpack"] as const;
export type SocketIoParser = (typeof SOCKETIO_PARSERS)[number];

/** Client versions: "4" is socket.io-client 4.x, for servers v3 and v4; "2" is 2.5, for servers v2. */
export const SOCKETIO_CLIENTS = ["4", "2"] as const;
export type SocketIoClient = (typeof SOCKETIO_CLIENTS)[number];

export const SOCKETIO_TRANSPORTS = ["polling", "websocket", "webtransport"] as const;
export type SocketIoTransport = (typeof SOCKETIO_TRANSPORTS)[number];

export interface Reconnect {
  readonly on: boolean;
  readonly first: Ms;
  readonly max: Ms;
  /** Attempts in a row; null: no end. */
  readonly limit: number | null;
  /** Share of a wait by which it may be shorter or longer, 0 to 1, so that clients of a restarted server spread. */
  readonly jitter: number;
}

export interface Heartbeat {
  readonly on: boolean;
  readonly message: Draft;
  readonly every: Ms;
  /** Text that a reply holds; empty: no reply is awaited. */
  readonly expect: string;
  readonly within: Ms;
  readonly onMiss: "note" | "close";
}

export interface SavedMessage {
  readonly id: string;
  readonly name: string;
  readonly draft: Draft;
}

export const emptyDraft: Draft = { event: "", ack: null, parts: [{ format: "text", text: "", file: null }] };

export const newProfile: Profile = {
  protocol: "websocket",
  url: "",
  websocket: { subprotocols: [], closing: { code: 1000, reason: "" } },
  socketio: {
    clientVersion: "4",
    namespace: "/",
    path: "/socket.io/",
    auth: "",
    transports: ["polling", "websocket"],
    tryAllTransports: false,
    upgrade: true,
    headers: [],
    withCredentials: false,
    parser: "default",
    namespaces: [],
    retryNamespace: null,
    retries: 0,
    ackTimeout: seconds(5),
    answers: [],
    packets: false,
  },
  connectTimeout: seconds(20),
  // Socket.IO's own defaults, the waits most people know. @see Manager options
  reconnect: { on: false, first: ms(1000), max: ms(5000), limit: null, jitter: 0.5 },
  heartbeat: { on: false, message: emptyDraft, every: seconds(25), expect: "", within: seconds(5), onMiss: "note" },
  onOpen: [],
  saved: [],
  variables: [],
  notes: "",
  system: null,
};
