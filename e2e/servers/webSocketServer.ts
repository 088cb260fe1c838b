import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from "node:http";
import { createServer as createSecureServer } from "node:https";
import { Socket } from "node:net";
import type { Duplex } from "node:stream";
import { WebSocketServer, type RawData, type WebSocket } from "ws";
import { answerHttp } from "../../src/playground/httpAnswer.ts";
import type { Certificate } from "./certificate.ts";
import { authority, listen, shut } from "./listen.ts";

/** One message that a client sent: one of the two is there. */
export interface Received {
  readonly text?: string;
  readonly bytes?: Uint8Array;
}

export interface Handshake {
  readonly method: string;
  /** path and query */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
}

export interface WebSocketServerOptions {
  /** absent: 127.0.0.1 */
  readonly host?: string;
  /** speaks TLS: the address begins with wss */
  readonly certificate?: Certificate;
  /** the first text that every client gets */
  readonly greeting?: string;
  /** answers every handshake with this HTTP status */
  readonly refuse?: number;
  /** what the server speaks; absent: whatever the client offers first. [] chooses none */
  readonly subprotocols?: readonly string[];
  /** opens, and then sends not one frame: no echo, no pong, no answer to a close frame */
  readonly silent?: boolean;
  /** absent: true */
  readonly echo?: boolean;
  /** called for every message, before the echo */
  readonly onMessage?: (message: Received, client: WebSocket) => void;
}

export interface WebSocketTestServer {
  /** ws://host:port, or wss, without a slash at the end */
  readonly url: string;
  readonly port: number;
  /** handshakes in their order, refused ones too */
  readonly requests: readonly Handshake[];
  readonly received: readonly Received[];
  /** how connections ended as the server saw it: 1006 without a close frame, 1005 without a code */
  readonly closes: readonly { readonly code: number; readonly reason: string }[];
  /** TCP connections of upgraded clients that are open now */
  clients(): number;
  broadcast(message: string | Uint8Array): void;
  /** without a code, the frame has none */
  closeAll(code?: number, reason?: string): void;
  /** ends TCP without a close frame, by FIN */
  dropAll(): void;
  /** ends TCP without a close frame, by RST */
  resetAll(): void;
  /** refuses new connections; those that are open stay */
  stopListening(): Promise<void>;
  /** listens on the same port again */
  listenAgain(): Promise<void>;
  close(): Promise<void>;
}

function asMessage(data: RawData, isBinary: boolean): Received {
  // With ws's default binaryType every message arrives as one Buffer.
  const bytes = Buffer.isBuffer(data) ? data : Buffer.alloc(0);
  return isBinary ? { bytes: new Uint8Array(bytes) } : { text: bytes.toString("utf8") };
}

/** A plain WebSocket server that writes down what it sees and can misbehave on demand. */
export async function startWebSocketServer(options: WebSocketServerOptions = {}): Promise<WebSocketTestServer> {
  const { host = "127.0.0.1", certificate, greeting, refuse, subprotocols, silent = false, echo = true } = options;
  const requests: Handshake[] = [];
  const received: Received[] = [];
  const closes: { code: number; reason: string }[] = [];
  const sockets = new Map<Socket, WebSocket>();

  const handshaker = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    autoPong: !silent,
    handleProtocols: (offered) => {
      const [first = false] = offered;
      return subprotocols ? (subprotocols.find((name) => offered.has(name)) ?? false) : first;
    },
  });

  const serve = (client: WebSocket, socket: Socket): void => {
    sockets.set(socket, client);
    socket.once("close", () => sockets.delete(socket));
    client.on("error", () => undefined);
    if (greeting !== undefined) client.send(greeting);
    // ws answers a close frame through this method.
    if (silent) client.close = () => undefined;
    client.on("close", (code, reason) => closes.push({ code, reason: String(reason) }));
    client.on("message", (data, isBinary) => {
      const message = asMessage(data, isBinary);
      received.push(message);
      options.onMessage?.(message, client);
      if (echo && !silent) client.send(data, { binary: isBinary });
    });
  };

  const onUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    if (!(socket instanceof Socket)) return;
    const { method = "", url = "", headers } = request;
    requests.push({ method, url, headers });
    socket.on("error", () => undefined);
    if (refuse !== undefined) answerHttp(socket, refuse, `refused with ${refuse}`);
    else handshaker.handleUpgrade(request, socket, head, (client) => serve(client, socket));
  };

  // What a healthy ws server says to a plain request.
  const start = (): Server => {
    const answer = (_request: IncomingMessage, response: ServerResponse): void => void response.writeHead(426).end();
    const server = certificate === undefined ? createServer(answer) : createSecureServer({ ...certificate }, answer);
    return server.on("upgrade", onUpgrade);
  };

  let http = start();
  const port = await listen(http, host);
  return {
    url: `${certificate === undefined ? "ws" : "wss"}://${authority(host, port)}`,
    port,
    requests,
    received,
    closes,
    clients: () => sockets.size,
    broadcast(message) {
      for (const client of sockets.values()) client.send(message);
    },
    closeAll(code, reason) {
      for (const client of sockets.values()) client.close(code, reason);
    },
    dropAll() {
      for (const socket of sockets.keys()) socket.destroy();
    },
    resetAll() {
      for (const socket of sockets.keys()) socket.resetAndDestroy();
    },
    async stopListening() {
      // Not awaited: the server counts as open while clients are connected. The port is free.
      http.close();
      http.closeIdleConnections();
      await new Promise((resolve) => setImmediate(resolve));
    },
    async listenAgain() {
      http = start();
      await listen(http, host, port);
    },
    async close() {
      for (const socket of sockets.keys()) socket.destroy();
      const closed = shut(http);
      http.closeAllConnections();
      await closed;
    },
  };
}
