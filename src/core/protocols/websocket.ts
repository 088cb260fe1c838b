import type { Protocol } from "./protocol.ts";

/**
 * Raw WebSocket. Copy this file to add another protocol, register it in index.ts, and the compiler
 * asks for its transport.
 * @see RFC 6455 https://websockets.spec.whatwg.org/
 */
export const websocket = {
  name: "WebSocket",
  mark: "WS",
  example: "ws://localhost:8080/path",
  schemes: { plain: "ws", secure: "wss", aliases: { http: "plain", https: "secure" } },
  pathInUrl: true,
  message: "frame",
  subprotocols: true,
  acknowledgements: false,
  closeCode: true,
} as const satisfies Protocol;
