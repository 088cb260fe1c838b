import { createHash } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { Socket } from "node:net";
import { TLSSocket } from "node:tls";
import { answerHttp } from "../../src/playground/httpAnswer.ts";
import type { Certificate } from "./certificate.ts";
import { authority, listen, shut } from "./listen.ts";

export interface HttpServerOptions {
  /** answers every request with it, handshakes too; absent: 426, as a WebSocket server does */
  readonly status?: number;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** lets every page read the answer */
  readonly cors?: boolean;
  /** speaks TLS */
  readonly certificate?: Certificate;
  /** gets every handshake instead; what it writes is what goes over the wire */
  readonly onUpgrade?: (socket: Socket, request: IncomingMessage) => void;
}

export interface HttpServer {
  /** ws://127.0.0.1:port, or wss, without a slash at the end */
  readonly url: string;
  readonly port: number;
  /** path and query of every request, handshakes too */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

/** The accept key that belongs to a handshake. @see RFC 6455 §4.2.2 */
export function acceptKey({ headers }: IncomingMessage): string {
  const key = headers["sec-websocket-key"] ?? "";
  return createHash("sha1").update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest("base64");
}

/** An answer with 101 in the given lines. */
export const switching = (...lines: readonly string[]): string =>
  ["HTTP/1.1 101 Switching Protocols", ...lines, "", ""].join("\r\n");

/** The answer that RFC 6455 §4.2.2 asks for. */
export const properly = (request: IncomingMessage, ...more: readonly string[]): string =>
  switching("Upgrade: websocket", "Connection: Upgrade", `Sec-WebSocket-Accept: ${acceptKey(request)}`, ...more);

/** An HTTP server that is no WebSocket server, or that misbehaves in the handshake. */
export async function startHttpServer(options: HttpServerOptions = {}): Promise<HttpServer> {
  const { status = 426, body = `answered with ${String(status)}\n`, certificate, onUpgrade } = options;
  const headers = { ...options.headers, ...(options.cors === true ? { "Access-Control-Allow-Origin": "*" } : {}) };
  const requests: string[] = [];
  const sockets = new Set<Socket>();

  const server = certificate === undefined ? createServer() : createSecureServer({ ...certificate });
  server.on("request", ({ url = "" }: IncomingMessage, response) => {
    requests.push(url);
    response.writeHead(status, { "Content-Type": "text/html", ...headers }).end(body);
  });
  server.on("upgrade", (request: IncomingMessage, socket) => {
    if (!(socket instanceof Socket) && !(socket instanceof TLSSocket)) return;
    requests.push(request.url ?? "");
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
    socket.on("error", () => undefined);
    if (onUpgrade === undefined) answerHttp(socket, status, body.trim(), headers);
    else onUpgrade(socket, request);
  });

  const port = await listen(server, "127.0.0.1");
  return {
    url: `${certificate === undefined ? "ws" : "wss"}://${authority("127.0.0.1", port)}`,
    port,
    requests,
    async close() {
      for (const socket of sockets) socket.destroy();
      const closed = shut(server);
      server.closeAllConnections();
      await closed;
    },
  };
}
