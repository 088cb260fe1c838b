import { WebSocketServer, type WebSocket } from "ws";
import type { Upgrade } from "./playgroundServer.ts";

/** 64 MiB: bigger messages are answered with close code 1009 rather than with a full memory. */
const maxPayload = 64 * 1024 * 1024;

const handshaker = new WebSocketServer({ noServer: true, clientTracking: false, maxPayload });

/**
 * Completes the handshake, choosing the first subprotocol that the client offers. A request
 * that is no proper handshake gets `ws`'s own 400, 405 or 426, and `use` is never called.
 */
export function openWebSocket(upgrade: Upgrade, use: (client: WebSocket) => void): void {
  const { request, socket, head } = upgrade;
  handshaker.handleUpgrade(request, socket, head, (client) => {
    // A client that breaks the rules or vanishes is what the playground is for.
    client.on("error", () => undefined);
    use(client);
  });
}

/** Does something so many milliseconds from now, unless the client is gone by then. */
export function whileConnected(client: WebSocket, wait: number, act: () => void): void {
  const timer = setTimeout(act, wait);
  client.once("close", () => clearTimeout(timer));
}
