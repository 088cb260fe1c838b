import type { Kind } from "../../core/log/entry.ts";
import type { Outgoing, Payload, SendFault } from "../../core/profile/message.ts";
import type { SocketIoClient } from "../../core/profile/profile.ts";
import { fail, ok, type Result } from "../../core/units/result.ts";
import { bytes, type Seq } from "../../core/units/units.ts";
import { mentionsOctets, parseExactly, withOctets } from "./exactJson.ts";
import { Namespaces } from "./namespaces.ts";
import type { PacketTrace } from "./packetTrace.ts";
import { webSocketOf, type Client, type ClientSocket, type Connect } from "./socketioClient.ts";
import { loadV2 } from "./socketioV2.ts";
import { loadV4 } from "./socketioV4.ts";
import { MOST_BUFFERED, type RequestOf, type ServerRequest, type Sink, type Transport } from "./transport.ts";
import { exception } from "./websocket.ts";

const LOADERS: Readonly<Record<SocketIoClient, (request: RequestOf<"socketio">) => Promise<Connect>>> = {
  "4": loadV4,
  "2": loadV2,
};

/**
 * Socket.IO by its own client. Reconnecting is ours: one policy, one countdown and one log for all
 * protocols; and each connection has a manager of its own, so that two tabs never share a transport.
 */
export function openSocketIo(request: RequestOf<"socketio">, sink: Sink): Transport {
  let connection: Connection | null = null;
  let isAbandoned = false;
  const over = (): void => {
    connection?.namespaces.close();
  };
  const own: Sink = {
    ...sink,
    opened: (negotiated) => {
      sink.opened(negotiated);
      for (const namespace of request.namespaces) connection?.namespaces.join(namespace);
    },
    ended: (cause) => {
      over();
      sink.ended(cause);
    },
  };

  void (async (): Promise<void> => {
    try {
      const connect = await LOADERS[request.clientVersion](request);
      if (isAbandoned) return;
      const client = connect(request, own);
      connection = { client, namespaces: new Namespaces(client.open, sink, request.retryNamespace), request };
    } catch (error) {
      sink.ended(exception(error));
    }
  })();

  return {
    send: (message, kind) => (connection ? emit(connection, message, kind, sink) : fail({ kind: "not-open" })),
    close: () => {
      over();
      connection?.client.socket.disconnect();
      connection?.client.engine.close();
    },
    abandon: () => {
      isAbandoned = true;
      over();
      connection?.client.socket.off();
      connection?.client.socket.disconnect();
      connection?.client.engine.close();
    },
    buffered: () => (connection ? buffered(connection.client) : 0),
    answer: (of, args) => (connection ? answer(connection, of, args) : fail({ kind: "not-open" })),
    join: (namespace) => {
      connection?.namespaces.join(namespace);
    },
    leave: (name) => {
      connection?.namespaces.leave(name);
    },
  };
}

interface Connection {
  readonly client: Client;
  readonly namespaces: Namespaces;
  readonly request: RequestOf<"socketio">;
}

/** Of the WebSocket underneath; polling hands over a request at a time and tells nothing. */
const buffered = ({ engine }: Client): number => webSocketOf(engine)?.bufferedAmount ?? 0;

interface Target {
  readonly socket: ClientSocket;
  readonly trace: PacketTrace;
}

/** @param namespace empty: the connection's own */
const targetOf = ({ client, namespaces, request }: Connection, namespace: string): Target | null =>
  namespace === "" || namespace === request.namespace ? client : namespaces.get(namespace);

function emit(connection: Connection, message: Outgoing, kind: Kind, sink: Sink): Result<Seq | null, SendFault> {
  const { client, request } = connection;
  if (message.type !== "event") return fail({ kind: "not-open" });
  const { event, ack, namespace } = message;
  const target = targetOf(connection, namespace);
  if (!target?.socket.connected)
    return fail(namespace === "" ? { kind: "not-open" } : { kind: "not-joined", namespace });
  if (buffered(client) > MOST_BUFFERED) return fail({ kind: "buffer-full", buffered: bytes(buffered(client)) });
  if (client.reserved.has(event)) return fail({ kind: "draft", fault: { kind: "reserved-event", event } });
  const { socket, trace } = target;
  const late = (): void => {
    if (sent.ok && sent.value !== null && ack !== null && socket.connected) sink.ackTimedOut(event, sent.value, ack);
  };
  trace.kind = kind;
  const sent = sending(trace, () => {
    const args = argumentsOf(message.args, trace.isAside);
    if (ack === null) client.emit(socket, event, args, message.volatile);
    else client.ask(socket, event, args, { wait: ack, late, isVolatile: message.volatile });
  });
  trace.kind = "message";
  if (sent.ok || sent.fault.kind !== "not-open") return sent;
  if (message.volatile) return fail({ kind: "volatile" });
  // It waits for the acknowledgement of the one before it.
  return request.retries > 0 ? ok(null) : sent;
}

function answer(
  connection: Connection,
  to: Seq | ServerRequest,
  payloads: readonly Payload[],
): Result<Seq | null, SendFault> {
  const { client, namespaces } = connection;
  const traces = [client.trace, ...[...namespaces.all()].map(({ trace }) => trace)];
  const request =
    typeof to === "number" ? traces.map((trace) => trace.requestAt(to)).find((found) => found !== null) : to;
  const target = request && targetOf(connection, request.namespace);
  if (!request || !target?.trace.isWaiting(request)) return fail({ kind: "answered" });
  if (!target.socket.connected) return fail({ kind: "not-open" });
  return sending(target.trace, () => {
    client.answer(target.socket, request.id, argumentsOf(payloads, target.trace.isAside));
  });
}

/** What became of what was sent; null in the place of a number: nothing was, yet. */
function sending(trace: PacketTrace, send: () => void): Result<Seq | null, SendFault> {
  try {
    trace.last = null;
    send();
  } catch (error) {
    return fail({ kind: "exception", message: String(error) });
  }
  const sent = trace.last as PacketTrace["last"];
  return sent === null ? fail({ kind: "not-open" }) : ok(sent.seq);
}

/** @param isPlain whether the parser is another than JSON's, to which a number that keeps its spelling is an object */
function argumentsOf(payloads: readonly Payload[], isPlain: boolean): unknown[] {
  const hasBinary =
    isPlain || payloads.some((one) => one.type === "binary" || (one.type === "json" && mentionsOctets(one.text)));
  return payloads.map((payload) => argument(payload, hasBinary));
}

/** @param hasBinary whether an argument of the event is octets: the clients then copy every object, key by key */
function argument(payload: Payload, hasBinary: boolean): unknown {
  switch (payload.type) {
    case "text":
      return payload.text;
    case "json":
      // A copy of a number that keeps its spelling is an object on the wire.
      return hasBinary ? withOctets(JSON.parse(payload.text)) : parseExactly(payload.text);
    case "binary":
      // Version 2 sends the whole buffer of a view.
      return payload.bytes.slice().buffer;
  }
}
