import type { Protocol } from "./protocol.ts";

/** Socket.IO over Engine.IO. @see https://socket.io/docs/v4/socket-io-protocol/ */
export const socketio = {
  name: "Socket.IO",
  mark: "IO",
  example: "http://localhost:3000",
  schemes: { plain: "http", secure: "https", aliases: { ws: "plain", wss: "secure" } },
  pathInUrl: false,
  message: "event",
  subprotocols: false,
  acknowledgements: true,
  closeCode: false,
} as const satisfies Protocol;

/** As typed, with the slash that every namespace begins with. */
export const namespaceOf = (typed: string): string => slashed(typed.trim());

/** The HTTP path of Engine.IO as typed; empty: the library's own. */
export const pathOf = (typed: string): string => (typed.trim() === "" ? "/socket.io/" : slashed(typed.trim()));

const slashed = (text: string): string => (text.startsWith("/") ? text : `/${text}`);
