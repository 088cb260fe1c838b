import { createServer } from "node:http";
import { mountPlayground } from "../../src/playground/mount.ts";
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

/**
 * A process of its own, so that the server shares no event loop with whoever measures: the
 * playground's flood of ready-made frames, and the bare page. Sends its port to its parent, and
 * ends with it.
 */
export async function run(): Promise<number> {
  const server = createServer((_request, response) => {
    response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" }).end(barePage);
  });
  mountPlayground(server);
  process.send?.({ port: await listen(server, "127.0.0.1") });
  return new Promise((resolve) => {
    process.once("disconnect", () => {
      server.close(() => resolve(0));
      server.closeAllConnections();
    });
  });
}
