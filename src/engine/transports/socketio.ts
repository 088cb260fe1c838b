import type { Kind } from "../../core/log/entry.ts";
import type { Outgoing, Payload, SendFault } from "../../core/profile/message.ts";
import type { SocketIoClient } from "../../core/profile/profile.ts";
import { fail, ok, type Result } from "../../core/units/result.ts";
import { bytes, type Seq } from "../../core/units/units.ts";
import { parseExactly } from "./exactJson.ts";
import type { PacketTrace } from "./packetTrace.ts";
import { webSocketOf, type Client, type Connect } from "./socketioClient.ts";
import { loadV2 } from "./socketioV2.ts";
import { loadV4 } from "./socketioV4.ts";
import { MOST_BUFFERED, type RequestOf, type Sink, type Transport } from "./transport.ts";
import { exception } from "./websocket.ts";

const LOADERS: Readonly<Record<SocketIoClient, () => Promise<Connect>>> = { "4": loadV4, "2": loadV2 };

/**
 * Socket.IO by its own client. Reconnecting is ours: one policy, one countdown and one log for all
 * protocols; and each connection has a manager of its own, so that two tabs never share a transport.
 */
export function openSocketIo(request: RequestOf<"socketio">, sink: Sink): Transport {
  let client: Client | null = null;
  let isAbandoned = false;

  void (async (): Promise<void> => {
    try {
      const connect = await LOADERS[request.clientVersion]();
      if (!isAbandoned) client = connect(request, sink);
    } catch (error) {
      sink.ended(exception(error));
    }
  })();

  return {
    send: (message, kind) => (client ? emit(client, message, kind, sink) : fail({ kind: "not-open" })),
    close: () => {
      client?.socket.disconnect();
      client?.engine.close();
    },
    abandon: () => {
      isAbandoned = true;
      client?.socket.off();
      client?.socket.disconnect();
      client?.engine.close();
    },
    buffered: () => (client ? buffered(client) : 0),
  };
}

/** Of the WebSocket underneath; polling hands over a request at a time and tells nothing. */
const buffered = ({ engine }: Client): number => webSocketOf(engine)?.bufferedAmount ?? 0;

function emit(client: Client, message: Outgoing, kind: Kind, sink: Sink): Result<Seq | null, SendFault> {
  const { socket, trace } = client;
  if (!socket.connected || message.type !== "event") return fail({ kind: "not-open" });
  if (buffered(client) > MOST_BUFFERED) return fail({ kind: "buffer-full", buffered: bytes(buffered(client)) });
  const { event, ack } = message;
  if (client.reserved.has(event)) return fail({ kind: "draft", fault: { kind: "reserved-event", event } });
  try {
    const hasBinary = message.args.some(({ type }) => type === "binary");
    const args = message.args.map((payload) => argument(payload, hasBinary));
    trace.last = null;
    trace.kind = kind;
    if (ack === null) socket.emit(event, ...args);
    else {
      client.ask(event, args, ack, () => {
        if (sent?.seq != null && socket.connected) sink.ackTimedOut(event, sent.seq, ack);
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

/** @param hasBinary whether an argument of the event is octets: the clients then copy every object, key by key */
function argument(payload: Payload, hasBinary: boolean): unknown {
  switch (payload.type) {
    case "text":
      return payload.text;
    case "json":
      // A copy of a number that keeps its spelling is an object on the wire.
      return hasBinary ? (JSON.parse(payload.text) as unknown) : parseExactly(payload.text);
    case "binary":
      // Version 2 sends the whole buffer of a view.
      return payload.bytes.slice().buffer;
  }
}
