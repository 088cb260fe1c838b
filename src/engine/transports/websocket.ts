import { noEntry } from "../journal/journal.ts";
import type { Kind } from "../../core/log/entry.ts";
import { payloadSize, type Outgoing, type Payload, type SendFault } from "../../core/profile/message.ts";
import { fail, ok, type Result } from "../../core/units/result.ts";
import { bytes, type Seq } from "../../core/units/units.ts";
import { MOST_BUFFERED, type RequestOf, type Sink, type Transport } from "./transport.ts";

/** Raw WebSocket. @see https://websockets.spec.whatwg.org/ */
export function openWebSocket(request: RequestOf<"websocket">, sink: Sink): Transport {
  let socket: WebSocket;
  try {
    socket = new WebSocket(request.url, [...request.subprotocols]);
  } catch (error) {
    queueMicrotask(() => {
      sink.ended(exception(error));
    });
    return unborn;
  }
  socket.binaryType = "arraybuffer";
  sink.made(socket.readyState, socket.url);
  listen(socket, sink);

  return {
    send: (message, kind) => send(socket, message, kind, sink),
    close: (closing) => {
      const { code, reason } = closing ?? request.closing;
      if (code === null) socket.close();
      else socket.close(code, reason);
    },
    abandon: () => {
      socket.onopen = socket.onerror = socket.onclose = socket.onmessage = null;
      socket.close();
    },
    buffered: () => socket.bufferedAmount,
  };
}

function listen(socket: WebSocket, sink: Sink): void {
  socket.onopen = (): void => {
    const { protocol, extensions, url } = socket;
    sink.opened({ subprotocol: protocol, extensions, url, socketio: null });
  };
  socket.onerror = (): void => {
    sink.errored();
  };
  socket.onclose = ({ code, reason, wasClean }): void => {
    sink.ended({ kind: "close", code, reason, wasClean });
  };
  socket.onmessage = ({ data }: MessageEvent<string | ArrayBuffer>): void => {
    const entry = { ...noEntry, direction: "received", kind: "message" } as const;
    if (typeof data === "string") sink.write({ ...entry, payload: "text", data });
    else sink.write({ ...entry, payload: "binary", data: new Uint8Array(data) });
  };
}

function send(socket: WebSocket, message: Outgoing, kind: Kind, sink: Sink): Result<Seq | null, SendFault> {
  // send() on a closing socket only counts up bufferedAmount: its state must be asked first.
  if (socket.readyState !== WebSocket.OPEN || message.type !== "frame") return fail({ kind: "not-open" });
  const { payload } = message;
  if (socket.bufferedAmount + payloadSize(payload) > MOST_BUFFERED) {
    return fail({ kind: "buffer-full", buffered: bytes(socket.bufferedAmount) });
  }
  try {
    socket.send(payload.type === "binary" ? payload.bytes : payload.text);
  } catch (error) {
    return fail({ kind: "exception", message: String(error) });
  }
  return ok(sink.write(sentEntry(payload, kind)));
}

const sentEntry = (payload: Payload, kind: Kind): Parameters<Sink["write"]>[0] =>
  payload.type === "binary"
    ? { ...noEntry, direction: "sent", kind, payload: "binary", data: payload.bytes }
    : { ...noEntry, direction: "sent", kind, payload: "text", data: payload.text };

/** Firefox throws an object for a blocked socket that is no DOMException. */
export function exception(error: unknown): { kind: "exception"; name: string; message: string } {
  const { name = "", message = "" } = Object(error) as { name?: unknown; message?: unknown };
  return { kind: "exception", name: String(name), message: String(message) };
}

/** Stands for a socket that the constructor refused to make. */
const unborn: Transport = {
  send: () => fail({ kind: "not-open" }),
  close: () => undefined,
  abandon: () => undefined,
  buffered: () => 0,
};
