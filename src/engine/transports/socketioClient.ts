import type { EndCause } from "../../core/session/session.ts";
import { ms, type Ms } from "../../core/units/units.ts";
import type { ResolvedNamespace } from "../../core/profile/resolve.ts";
import { noEntry } from "../journal/journal.ts";
import type { PacketTrace } from "./packetTrace.ts";
import type { RequestOf, Sink } from "./transport.ts";

/** One connection by Socket.IO's own client, of whichever version. */
export interface Client {
  readonly engine: Engine;
  readonly trace: PacketTrace;
  readonly socket: ClientSocket;
  /** Names that this version keeps to itself and others do not. */
  readonly reserved: ReadonlySet<string>;
  emit(socket: ClientSocket, event: string, args: readonly unknown[], isVolatile: boolean): void;
  /** Emits, and asks for an acknowledgement. */
  ask(socket: ClientSocket, event: string, args: readonly unknown[], how: Asking): void;
  /** Gives the acknowledgement that an event of the server asked for. */
  answer(socket: ClientSocket, id: number, args: readonly unknown[]): void;
  readonly open: OpenNamespace;
}

/** @property late called once if no acknowledgement came in time */
interface Asking {
  readonly wait: Ms;
  readonly late: () => void;
  readonly isVolatile: boolean;
}

export interface ClientSocket {
  readonly connected: boolean;
  emit(event: string, ...args: readonly unknown[]): unknown;
  disconnect(): unknown;
  /** Nothing is heard of it any more. */
  off(): unknown;
}

/** A namespace besides the connection's own, and what is heard of it. */
export type OpenNamespace = (namespace: ResolvedNamespace, heard: NamespaceEars) => Joined;

export interface NamespaceEars {
  joined(sid: string): void;
  /** The server said no, or nothing came about. @param data JSON text that came with it; null: none */
  refused(message: string, data: string | null): void;
  left(why: string): void;
}

export interface Joined {
  readonly socket: ClientSocket;
  readonly trace: PacketTrace;
  close(): void;
}

export type Connect = (request: RequestOf<"socketio">, sink: Sink) => Client;

interface EnginePacket {
  readonly type: string;
  readonly data?: unknown;
}

export interface EngineTransport {
  readonly name: string;
  send(packets: readonly EnginePacket[]): void;
  on(event: "packet", listener: (packet: EnginePacket) => void): unknown;
  /** Tells the engine, which may then try the next at once. */
  onError(reason: string, ...details: readonly unknown[]): unknown;
}

/** What Engine.IO's clients of versions 3 and 6 have alike. */
export interface Engine {
  readonly transport: { readonly name: string };
  readonly readyState: string;
  close(): unknown;
  on(event: "packet" | "packetCreate", listener: (packet: EnginePacket) => void): unknown;
  on(event: "handshake", listener: (data: { readonly pingInterval: number }) => void): unknown;
  on(event: "upgrade", listener: (transport: Engine["transport"]) => void): unknown;
  on(event: "upgradeError", listener: (error: Error) => void): unknown;
}

/** The packets below the events, and what becomes of the transport. */
export function traceEngine(engine: Engine, trace: PacketTrace, sink: Sink): void {
  let transport = "";
  watchTransports(engine, sink);
  const see = (direction: "sent" | "received") => (packet: EnginePacket) => {
    const { type, data } = packet;
    if (type === "ping" || type === "pong") trace.ping(direction, type === "ping" ? "2" : "3");
    if (type !== "message") return;
    // Of another parser's, its own words go to the log.
    if (trace.isAside && typeof data !== "string") return;
    if (typeof data === "string") trace.text(direction, data);
    else if (data instanceof ArrayBuffer || ArrayBuffer.isView(data)) trace.binary(direction, octetsOf(data));
  };
  engine.on("packet", see("received"));
  engine.on("packetCreate", see("sent"));
  engine.on("handshake", ({ pingInterval }) => {
    transport = engine.transport.name;
    sink.carriedBy(transport);
    sink.step("transport-open", transport);
    sink.note({ note: "transport-open", transport, pingInterval: ms(pingInterval) });
  });
  engine.on("upgrade", ({ name }) => {
    sink.note({ note: "transport-upgraded", from: transport, to: name });
    transport = name;
    sink.carriedBy(transport);
    sink.step("upgrade", transport);
  });
  engine.on("upgradeError", (error) => {
    // Closing the engine ends its upgrade, too: that is no news.
    if (engine.readyState !== "open") return;
    sink.step("upgrade-error", error.message);
    sink.note({ note: "transport-upgrade-failed", to: "websocket", message: error.message });
  });
}

/** Digits of Engine.IO's packet types. @see https://socket.io/docs/v4/engine-io-protocol/#packet-encoding */
const DIGITS: Readonly<Record<string, string>> = {
  open: "0",
  close: "1",
  ping: "2",
  pong: "3",
  message: "4",
  upgrade: "5",
  noop: "6",
};

/** Each transport that the engine tries: its packets as they are, and why the next one is tried. */
function watchTransports(engine: Engine, sink: Sink): void {
  const write = (direction: "sent" | "received", { type, data }: EnginePacket): void => {
    // A heartbeat is in the log already, in the same words.
    const isHeartbeat = (type === "ping" || type === "pong") && (data === undefined || data === "");
    if (!sink.wantsPackets() || isHeartbeat) return;
    const digit = DIGITS[type] ?? "";
    if (typeof data === "string" || data === undefined || data === null)
      sink.write({ ...noEntry, direction, kind: "packet", payload: "text", data: `${digit}${data ?? ""}` });
    else if (data instanceof ArrayBuffer || ArrayBuffer.isView(data))
      sink.write({ ...noEntry, direction, kind: "packet", payload: "binary", data: octetsOf(data) });
  };
  let lastError = "";
  const watch = (transport: EngineTransport): EngineTransport => {
    const send = transport.send.bind(transport);
    transport.send = (packets): void => {
      for (const packet of packets) write("sent", packet);
      send(packets);
    };
    transport.on("packet", (packet) => {
      write("received", packet);
    });
    const fail = transport.onError.bind(transport);
    transport.onError = (reason, ...details): unknown => {
      lastError = reason;
      return fail(reason, ...details);
    };
    return transport;
  };
  // A constructor of a transport may have thrown; the engine has none then.
  const inside = engine as unknown as {
    readonly transport?: EngineTransport;
    createTransport(name: string): EngineTransport;
  };
  if (inside.transport) watch(inside.transport);
  const create = inside.createTransport.bind(engine);
  inside.createTransport = (name): EngineTransport => {
    if (engine.readyState === "opening") sink.note({ note: "transport-next", transport: name, message: lastError });
    return watch(create(name));
  };
}

const octetsOf = (data: ArrayBuffer | ArrayBufferView): Uint8Array<ArrayBuffer> =>
  ArrayBuffer.isView(data)
    ? Uint8Array.from(new Uint8Array(data.buffer, data.byteOffset, data.byteLength))
    : new Uint8Array(data);

/** The WebSocket underneath; null: polling, or none could be made. */
export const webSocketOf = ({ transport }: Engine): WebSocket | null =>
  (transport as { readonly ws?: WebSocket }).ws ?? null;

/** Who closed on purpose is not called back. @see https://socket.io/docs/v4/client-socket-instance/#disconnect */
const FINAL = new Set(["io server disconnect", "io client disconnect"]);

/** @param closing the CloseEvent, where there is one; not each of its fields need be there */
export function disconnected(why: string, closing: unknown): Extract<EndCause, { kind: "disconnect" }> {
  const { code, reason, wasClean } = Object(closing) as { code?: unknown; reason?: unknown; wasClean?: unknown };
  return {
    kind: "disconnect",
    why,
    code: typeof code === "number" ? code : null,
    reason: typeof reason === "string" ? reason : null,
    wasClean: typeof wasClean === "boolean" ? wasClean : null,
    retries: !FINAL.has(why),
  };
}

/** As much of an answer's body as goes into the log. */
const MOST_BODY = 2000;

/** @param status what the client took down: an HTTP status, or something else where there was none */
export function connectError(
  { message, data, status, body }: Record<"data" | "status" | "body", unknown> & { readonly message: string },
  retries: boolean,
): Extract<EndCause, { kind: "connect-error" }> {
  return {
    kind: "connect-error",
    message,
    data: data === undefined ? null : JSON.stringify(data),
    status: typeof status === "number" && status > 0 ? status : null,
    body: typeof body === "string" && body !== "" ? body.slice(0, MOST_BODY) : null,
    retries,
  };
}

/** @returns by name; of two of one name the last */
export const byName = (params: RequestOf<"socketio">["query"]): Record<string, string> =>
  Object.fromEntries(params.map(({ name, value }) => [name, value]));

/** A connection beside the main one says nothing of its transport. */
export const aside = (sink: Sink): Sink => ({
  ...sink,
  carriedBy: () => undefined,
  step: () => undefined,
});

/** The parser of a request: what a manager is given for it, and the ear of its log. */
export async function loadParser({
  parser,
}: RequestOf<"socketio">): Promise<(trace: PacketTrace) => { readonly parser?: object }> {
  if (parser === "default") return () => ({});
  const { msgpackParser } = await import("./socketioMsgpack.ts");
  return (trace) => {
    trace.isAside = true;
    return { parser: msgpackParser(trace) };
  };
}
