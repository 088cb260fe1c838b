import { createServer } from "node:http";
import type { Socket } from "node:net";
import { Server } from "socket.io";
import { WebSocketServer, type WebSocket } from "ws";
import { floodBatch } from "../../src/playground/floodBatch.ts";
import { opcodes } from "../../src/playground/frame.ts";
import { mountPlayground } from "../../src/playground/mount.ts";
import { pour } from "../../src/playground/servers/flood.ts";
import { listen } from "../servers/listen.ts";

/** A page that counts messages, and nothing else: as fast as a page can receive. */
const barePage = `<!doctype html>
<meta charset="utf-8" />
<title>bare</title>
<script>
  let received = 0;
  function start(url) {
    const socket = new WebSocket(url);
    socket.binaryType = "arraybuffer";
    socket.onmessage = () => { received += 1; };
  }
</script>
`;

/** Events of Socket.IO, 120 bytes a frame, as the wire has them. */
const events = () => floodBatch(120, { opcode: opcodes.text, before: '42["tick",', after: "]" });

/** More than any run receives. */
const endless = 5_000_000;

/**
 * A real Socket.IO server, whose clients are poured events once their transport is upgraded; and the
 * same frames for the bare page, which speaks no Socket.IO.
 */
function mountEvents(server: ReturnType<typeof createServer>): void {
  const io = new Server(server, { path: "/events/", cors: { origin: "*" }, serveClient: false, destroyUpgrade: false });
  io.on("connection", ({ conn }) => {
    conn.once("upgrade", (transport: unknown) => {
      // What ws calls its TCP connection is private, and nothing else leads to it.
      const { socket: client } = transport as { socket: WebSocket & { readonly _socket: Socket } };
      // The last packets of the upgrade are still on their way.
      setTimeout(() => pour(client, client._socket, { n: endless, rate: 0, batch: events() }), 200);
    });
  });
  const handshaker = new WebSocketServer({ noServer: true });
  server.on("upgrade", (request, socket, head) => {
    if (request.url !== "/bare-events") return;
    handshaker.handleUpgrade(request, socket, head, (client) => {
      client.on("error", () => undefined);
      pour(client, socket as Socket, { n: endless, rate: 0, batch: events() });
    });
  });
}

/**
 * A process of its own, so that the server shares no event loop with whoever measures: the
 * playground's flood of ready-made frames, and the bare page. Sends its port to its parent, and
 * ends with it.
 */
export async function run(): Promise<number> {
  const server = createServer((_request, response) => {
    response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" }).end(barePage);
  });
  mountEvents(server);
  mountPlayground(server);
  process.send?.({ port: await listen(server, "127.0.0.1") });
  return new Promise((resolve) => {
    process.once("disconnect", () => {
      server.close(() => resolve(0));
      server.closeAllConnections();
    });
  });
}
