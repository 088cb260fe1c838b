// oxlint-disable-next-line typescript/triple-slash-reference -- an ambient module cannot be imported
/// <reference path="../../src/playground/servers/socketIoV2.d.ts" />
import { createServer } from "node:http";
import type { Socket } from "node:net";
import ServerV2, { type NamespaceV2, type SocketV2 } from "socket.io-v2";
import { readPacket } from "../../src/playground/servers/socketIoPacket.ts";
import { authority, listen } from "./listen.ts";
import type { ReceivedEvent, SocketIoHandshake } from "./socketIoServer.ts";

export interface SocketIoV2TestServer {
  /** http://host:port, without a slash at the end */
  readonly url: string;
  /** every namespace that a client asked to join, refused ones too; "/" comes with every connection */
  readonly handshakes: readonly Omit<SocketIoHandshake, "auth">[];
  readonly received: readonly ReceivedEvent[];
  /** engine.io connections that are open now */
  clients(): number;
  /** sends an event to every client of "/" and "/admin" */
  emit(event: string, ...args: readonly unknown[]): void;
  /** every client sees "io server disconnect" */
  disconnectAll(): void;
  /** ends every TCP connection without a word */
  cut(): void;
  close(): Promise<void>;
}

/**
 * Socket.IO v2: "/" and "/admin" send every event back under its name and acknowledge it with its
 * values if asked to, but not "silence"; "/admin" wants `token=secret` in the query and says
 * otherwise "unauthorized", or `{ code: 401 }` where the token is "data". Every header is allowed.
 */
export async function startSocketIoV2Server(): Promise<SocketIoV2TestServer> {
  const handshakes: Omit<SocketIoHandshake, "auth">[] = [];
  const received: ReceivedEvent[] = [];
  const http = createServer((_request, response) => response.writeHead(404).end());
  const sockets = new Set<Socket>();
  http.on("connection", (socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  const io = new ServerV2(http, {
    path: "/socket.io",
    serveClient: false,
    destroyUpgrade: false,
    cookie: false,
    handlePreflightRequest: (request, response) => {
      const allowed = {
        "Access-Control-Allow-Origin": request.headers.origin,
        "Access-Control-Allow-Headers": request.headers["access-control-request-headers"],
        "Access-Control-Allow-Credentials": "true",
      };
      response.writeHead(200, allowed).end();
    },
  });

  const echo = (namespace: string, socket: SocketV2): void => {
    // Version 2 has no `onAny`; `next` is for listeners: none.
    socket.use(([event, ...carried]) => {
      const { values, acknowledge } = readPacket(carried);
      received.push({ namespace, event, args: values });
      if (event === "silence") return;
      acknowledge(...values);
      socket.emit(event, ...values);
    });
  };
  const refusalOf = (namespace: string, token: string | undefined): Error | undefined => {
    if (namespace === "/" || token === "secret") return undefined;
    const error = new Error("unauthorized");
    return token === "data" ? Object.assign(error, { data: { code: 401 } }) : error;
  };
  const namespaces: readonly NamespaceV2[] = [io.of("/"), io.of("/admin")];
  for (const namespace of namespaces) {
    const { name } = namespace;
    namespace.use((socket, next) => {
      const { query, headers } = socket.handshake;
      handshakes.push({ namespace: name, query, headers });
      next(refusalOf(name, query["token"]));
    });
    namespace.on("connection", (socket) => {
      echo(name, socket);
    });
  }

  const port = await listen(http, "127.0.0.1");
  return {
    url: `http://${authority("127.0.0.1", port)}`,
    handshakes,
    received,
    clients: () => io.engine.clientsCount,
    emit(event, ...args) {
      for (const namespace of namespaces) namespace.emit(event, ...args);
    },
    disconnectAll() {
      for (const { connected } of namespaces) for (const socket of Object.values(connected)) socket.disconnect();
    },
    cut() {
      for (const socket of sockets) socket.destroy();
    },
    async close() {
      // Ends every client; the HTTP server that it closes as well waits for idle connections.
      const closed = new Promise<void>((resolve) => {
        io.close(resolve);
      });
      http.closeAllConnections();
      await closed;
    },
  };
}
