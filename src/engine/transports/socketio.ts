import type { Manager as ManagerType, Socket } from "socket.io-client";
import type { Kind } from "../../core/log/entry.ts";
import type { Outgoing, Payload, SendFault } from "../../core/profile/message.ts";
import type { EndCause } from "../../core/session/session.ts";
import { fail, ok, type Result } from "../../core/units/result.ts";
import { bytes, ms, type Seq } from "../../core/units/units.ts";
import { parseExactly } from "./exactJson.ts";
import { PacketTrace } from "./packetTrace.ts";
import { MOST_BUFFERED, type RequestOf, type Sink, type Transport } from "./transport.ts";
import { exception } from "./websocket.ts";

interface Client {
  readonly manager: ManagerType;
  readonly socket: Socket;
  readonly trace: PacketTrace;
}

/**
 * Socket.IO by its own client. Reconnecting is ours: one policy, one countdown and one log for all
 * protocols; and each connection has a manager of its own, so that two tabs never share a transport.
 * @see https://socket.io/docs/v4/client-api/
 */
export function openSocketIo(request: RequestOf<"socketio">, sink: Sink): Transport {
  let client: Client | null = null;
  let isAbandoned = false;

  void (async (): Promise<void> => {
    try {
      const { Manager } = await import("socket.io-client");
      if (!isAbandoned) client = connect(new Manager(request.url, managerOptions(request)), request, sink);
    } catch (error) {
      sink.ended(exception(error));
    }
  })();

  return {
    send: (message, kind) => (client ? emit(client, message, kind, sink) : fail({ kind: "not-open" })),
    close: () => {
      client?.socket.disconnect();
      client?.manager.engine.close();
    },
    abandon: () => {
      isAbandoned = true;
      client?.socket.off();
      client?.socket.disconnect();
      client?.manager.engine.close();
    },
    buffered: () => (client ? buffered(client) : 0),
  };
}

function managerOptions(request: RequestOf<"socketio">): ConstructorParameters<typeof ManagerType>[1] {
  return {
    path: request.path,
    query: Object.fromEntries(request.query.map(({ name, value }) => [name, value])),
    transports: [...request.transports],
    extraHeaders: Object.fromEntries(request.headers.map(({ name, value }) => [name, value])),
    withCredentials: request.withCredentials,
    autoConnect: false,
    reconnection: false,
    // The session has the only clock for this: two would race to name the cause.
    timeout: false as unknown as number,
    // The client's own unload handler hides the close from the server's log.
    closeOnBeforeunload: false,
  };
}

function connect(manager: ManagerType, request: RequestOf<"socketio">, sink: Sink): Client {
  const trace = new PacketTrace(sink);
  const auth = request.auth === null ? {} : { auth: JSON.parse(request.auth) as Record<string, unknown> };
  const socket = manager.socket(request.namespace, auth);
  socket.on("connect", () => {
    const { transport } = manager.engine;
    sink.opened({
      subprotocol: "",
      extensions: "",
      url: request.url,
      socketio: { sid: socket.id ?? "", transport: transport.name },
    });
  });
  socket.on("connect_error", (error) => {
    sink.ended(connectError(error, socket.active));
    manager.engine.close();
  });
  socket.on("disconnect", (why, details) => {
    sink.ended(disconnected(why, details));
    manager.engine.close();
  });
  socket.connect();
  traceEngine(manager.engine, trace, sink);
  return { manager, socket, trace };
}

/** The packets below the events, and what becomes of the transport. */
function traceEngine(engine: ManagerType["engine"], trace: PacketTrace, sink: Sink): void {
  let transport = "";
  const see = (direction: "sent" | "received") => (packet: { type: string; data?: unknown }) => {
    const { type, data } = packet;
    if (type === "ping" || type === "pong") trace.ping(direction, type === "ping" ? "2" : "3");
    if (type !== "message") return;
    if (typeof data === "string") trace.text(direction, data);
    else if (data instanceof ArrayBuffer) trace.binary(direction, new Uint8Array(data));
    else if (ArrayBuffer.isView(data))
      trace.binary(direction, Uint8Array.from(new Uint8Array(data.buffer, data.byteOffset, data.byteLength)));
  };
  engine.on("packet", see("received"));
  engine.on("packetCreate", see("sent"));
  engine.on("handshake", ({ pingInterval }) => {
    transport = engine.transport.name;
    sink.note({ note: "transport-open", transport, pingInterval: ms(pingInterval) });
  });
  engine.on("upgrade", ({ name }) => {
    sink.note({ note: "transport-upgraded", from: transport, to: name });
    transport = name;
  });
  engine.on("upgradeError", (error) => {
    sink.note({ note: "transport-upgrade-failed", to: "websocket", message: error.message });
  });
}

/** Of the WebSocket underneath; polling hands over a request at a time and tells nothing. */
function buffered({ manager }: Client): number {
  const { ws } = manager.engine.transport as { ws?: WebSocket };
  return ws?.bufferedAmount ?? 0;
}

function emit(client: Client, message: Outgoing, kind: Kind, sink: Sink): Result<Seq | null, SendFault> {
  const { socket, trace } = client;
  if (!socket.connected || message.type !== "event") return fail({ kind: "not-open" });
  if (buffered(client) > MOST_BUFFERED) return fail({ kind: "buffer-full", buffered: bytes(buffered(client)) });
  const { event, ack } = message;
  try {
    const args = message.args.map(argument);
    trace.last = null;
    trace.kind = kind;
    if (ack === null) socket.emit(event, ...args);
    else {
      socket.timeout(ack).emit(event, ...args, (error: Error | null) => {
        if (error && sent?.seq != null && socket.connected) sink.ackTimedOut(event, sent.seq, ack);
      });
      const sent = trace.last as PacketTrace["last"];
    }
  } catch (error) {
    return fail({ kind: "exception", message: String(error) });
  } finally {
    trace.kind = "message";
  }
  const sent = trace.last as PacketTrace["last"];
  return sent === null ? fail({ kind: "not-open" }) : ok(sent.seq);
}

function argument(payload: Payload): unknown {
  switch (payload.type) {
    case "text":
      return payload.text;
    case "json":
      return parseExactly(payload.text);
    case "binary":
      return payload.bytes;
  }
}

/** @see https://socket.io/docs/v4/client-socket-instance/#connect_error */
function connectError(error: Error, retries: boolean): EndCause {
  const { description, context, data } = error as {
    description?: unknown;
    context?: { responseText?: unknown };
    data?: unknown;
  };
  const body = context?.responseText;
  return {
    kind: "connect-error",
    message: error.message,
    data: data === undefined ? null : JSON.stringify(data),
    status: typeof description === "number" && description > 0 ? description : null,
    body: typeof body === "string" && body !== "" ? body.slice(0, 2000) : null,
    retries,
  };
}

/** Who closed on purpose is not called back. @see https://socket.io/docs/v4/client-socket-instance/#disconnect */
const FINAL = new Set(["io server disconnect", "io client disconnect"]);

function disconnected(why: string, details: unknown): EndCause {
  const { context } = Object(details) as { context?: { code?: unknown; reason?: unknown; wasClean?: unknown } };
  return {
    kind: "disconnect",
    why,
    code: typeof context?.code === "number" ? context.code : null,
    reason: typeof context?.reason === "string" ? context.reason : null,
    wasClean: typeof context?.wasClean === "boolean" ? context.wasClean : null,
    retries: !FINAL.has(why),
  };
}
