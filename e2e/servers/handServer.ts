import { createServer, type Socket } from "node:net";
import { authority, listen, shut } from "./listen.ts";

export interface HandServerOptions {
  /** absent: 127.0.0.1 */
  readonly host?: string;
  /** gets every connection; what it writes is what goes over the wire, nothing else does */
  readonly onConnection: (socket: Socket) => void;
}

export interface HandServer {
  /** ws://host:port, without a slash at the end */
  readonly url: string;
  readonly port: number;
  /** connections since the start */
  connections(): number;
  /** connections that are open now */
  open(): number;
  close(): Promise<void>;
}

/** A bare TCP server, for tests that need bytes which no library would send. */
export async function startHandServer(options: HandServerOptions): Promise<HandServer> {
  const { host = "127.0.0.1", onConnection } = options;
  const sockets = new Set<Socket>();
  let connections = 0;

  const server = createServer((socket) => {
    connections += 1;
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
    socket.on("error", () => undefined);
    onConnection(socket);
  });
  const port = await listen(server, host);
  return {
    url: `ws://${authority(host, port)}`,
    port,
    connections: () => connections,
    open: () => sockets.size,
    async close() {
      for (const socket of sockets) socket.destroy();
      await shut(server);
    },
  };
}
