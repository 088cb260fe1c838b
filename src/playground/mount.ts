import type { IncomingMessage, Server as HttpServer, ServerResponse } from "node:http";
import type { Server as HttpsServer } from "node:https";
import { Socket } from "node:net";
import type { Duplex } from "node:stream";
import { answerHttp } from "./httpAnswer.ts";
import { isPlayground, startServers } from "./route.ts";

export interface MountOptions {
  /**
   * What happens to upgrades outside the playground: left to whoever else listens (Vite's hot
   * reload, which keeps silent about the ones it does not know), or answered with 404.
   */
  readonly elsewhere: "leave" | "refuse";
}

/**
 * Puts the playground in front of a server: everything under /playground/ is answered here, the
 * rest goes to the listeners that were there before. A server without any answers 404.
 *
 * Ends by itself when the server is told to close, and ends its connections with it: they would
 * keep the server from closing for ever.
 * @returns ends the playground; the server goes on without it
 */
export function mountPlayground(
  server: HttpServer | HttpsServer,
  options: MountOptions = { elsewhere: "leave" },
): () => void {
  const servers = startServers();
  /** TCP connections that the playground keeps busy */
  const busy = new Set<Socket>();
  let isMounted = true;

  const others = server.listeners("request");
  const onRequest = (request: IncomingMessage, response: ServerResponse): void => {
    if (isMounted && isPlayground(request.url)) {
      const { socket } = request;
      busy.add(socket);
      response.once("close", () => busy.delete(socket));
      servers.request(request, response);
    } else if (others.length === 0) {
      response.writeHead(404).end();
    } else {
      for (const other of others) other.call(server, request, response);
    }
  };

  const onUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    // A Duplex by type, a TCP or TLS socket in fact.
    if (!(socket instanceof Socket)) return;
    const isOurs = isPlayground(request.url);
    if (!isOurs && options.elsewhere === "leave") return;
    // Node takes its own listener away before an upgrade, and a reset would end the process.
    socket.on("error", () => undefined);
    if (!isOurs) {
      answerHttp(socket, 404, "Nothing at this path speaks WebSocket.");
      return;
    }
    busy.add(socket);
    socket.once("close", () => busy.delete(socket));
    servers.upgrade({ request, socket, head });
  };

  const end = (): void => {
    if (!isMounted) return;
    isMounted = false;
    server.off("upgrade", onUpgrade);
    if (server.close === closeBoth) server.close = close;
    servers.end();
    for (const socket of busy) socket.destroy();
  };

  // No event says that a server is about to close: "close" comes when all is over, which is
  // what our connections would prevent.
  const close = server.close.bind(server);
  const closeBoth: typeof close = (callback) => {
    end();
    return close(callback);
  };
  server.close = closeBoth;

  // "request" has no order among its listeners, so ours takes the place of the others.
  server.removeAllListeners("request");
  server.on("request", onRequest);
  server.on("upgrade", onUpgrade);
  return end;
}
