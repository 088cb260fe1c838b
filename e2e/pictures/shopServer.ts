import { createServer } from "node:http";
import { Server } from "socket.io";
import { WebSocketServer } from "ws";
import { listen } from "../servers/listen.ts";

/** Most people's port; the next that is free where it is taken. */
const PORT = 8080;
const TRIES = 20;
/** Between two events. */
const pause = 140;

/** Name and payload. */
export type ShopEvent = readonly [event: string, payload: unknown];

export interface ShopServer {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * A shop's server, as many are: Socket.IO and a plain WebSocket on one port, on IPv4 alone. Whoever
 * subscribes is told of orders; by Socket.IO, of all that happens.
 */
export async function startShop(events: readonly ShopEvent[], port = PORT): Promise<ShopServer> {
  const server = createServer();
  const sockets = new WebSocketServer({ noServer: true });
  server.on("upgrade", (request, socket, head) => {
    if (request.url === "/")
      sockets.handleUpgrade(request, socket, head, (client) => sockets.emit("connection", client));
  });
  sockets.on("connection", (client) => {
    client.send(JSON.stringify({ type: "welcome", version: "2.4.1" }));
    client.on("message", () => {
      client.send(JSON.stringify({ type: "subscribed", channel: "orders" }));
      for (const [at, status] of ["paid", "shipped"].entries())
        client.send(JSON.stringify({ type: "order", id: 20_481 + at, status, total: 84.5 + 10 * at }));
    });
  });

  const io = new Server(server, { cors: { origin: "*" }, destroyUpgrade: false, serveClient: false });
  io.on("connection", (client) => {
    client.on("subscribe", async (_channels: unknown, acknowledge: (answer: unknown) => void) => {
      acknowledge({ ok: true, channels: 3, online: 14 });
      for (const [event, payload] of events) {
        await new Promise((resolve) => setTimeout(resolve, pause));
        client.emit(event, payload);
      }
    });
    client.on("chat.send", (message: { readonly text: string }, acknowledge: (answer: unknown) => void) => {
      acknowledge({ ok: true, id: 912 });
      client.emit("chat.message", { id: 912, from: "you", ...message });
    });
  });
  try {
    await listen(server, "127.0.0.1", port);
  } catch (error) {
    if (port >= PORT + TRIES) throw error;
    return startShop(events, port + 1);
  }
  return {
    port,
    async close() {
      for (const client of sockets.clients) client.terminate();
      await io.close();
    },
  };
}
