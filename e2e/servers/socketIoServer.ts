import { createServer, type IncomingHttpHeaders } from "node:http";
import { Server, type Namespace, type Socket } from "socket.io";
import { readPacket } from "../../src/playground/servers/socketIoPacket.ts";
import { authority, listen } from "./listen.ts";

export interface SocketIoServerOptions {
  /** absent: 127.0.0.1 */
  readonly host?: string;
  /** absent: /socket.io */
  readonly path?: string;
  /** absent: any origin; `origin: true`: whichever asks; false: no CORS headers at all */
  readonly cors?: { readonly origin: string | true | readonly string[]; readonly credentials?: boolean } | false;
  /** absent: polling and websocket */
  readonly transports?: readonly ("polling" | "websocket")[];
  /** takes in clients of version 2, too; absent: refuses them */
  readonly allowEIO3?: boolean;
  /** bytes of a message; absent: a million */
  readonly maxHttpBufferSize?: number;
  /** ms between the server's heartbeats; absent: 25,000 */
  readonly pingInterval?: number;
  /** what `allowRequest` says to every client; absent: it lets them in */
  readonly refuse?: string;
}

export interface SocketIoHandshake {
  readonly namespace: string;
  readonly query: NodeJS.Dict<string | string[]>;
  readonly headers: IncomingHttpHeaders;
  readonly auth: Readonly<Record<string, unknown>>;
}

export interface ReceivedEvent {
  readonly namespace: string;
  readonly event: string;
  /** without the acknowledgement; binary as Buffer */
  readonly args: readonly unknown[];
}

export interface SocketIoTestServer {
  /** http://host:port, without a slash at the end */
  readonly url: string;
  readonly port: number;
  /** every namespace that a client asked to join, refused ones too */
  readonly handshakes: readonly SocketIoHandshake[];
  readonly received: readonly ReceivedEvent[];
  /** engine.io connections that are open now; one carries all namespaces of a client */
  clients(): number;
  /** sends an event to every client of "/" and "/admin" */
  emit(event: string, ...args: readonly unknown[]): void;
  /** every client sees "io server disconnect"; its engine.io connection stays */
  disconnectAll(): void;
  /** sends what is no packet of Socket.IO */
  garble(): void;
  /** makes a namespace that did not exist before */
  create(namespace: string): void;
  close(): Promise<void>;
}

/** The library writes into none of it, but its types want lists that could be written to. */
const asOrigin = (origin: string | true | readonly string[]): string | true | string[] =>
  typeof origin === "object" ? [...origin] : origin;

/**
 * Socket.IO v4: "/" and "/admin" send every event back under its name and acknowledge it with
 * its values if asked to; "/admin" wants `auth.token === "secret"` and says otherwise
 * "unauthorized" with `{ code: 401 }`. No recovery, so events carry their own values only.
 */
export async function startSocketIoServer(options: SocketIoServerOptions = {}): Promise<SocketIoTestServer> {
  const {
    host = "127.0.0.1",
    path = "/socket.io",
    cors = { origin: "*" },
    transports,
    allowEIO3 = false,
    pingInterval = 25_000,
    refuse,
  } = options;
  const handshakes: SocketIoHandshake[] = [];
  const received: ReceivedEvent[] = [];

  const http = createServer((_request, response) => response.writeHead(404).end());
  const io = new Server(http, {
    path,
    serveClient: false,
    allowEIO3,
    pingInterval,
    transports: [...(transports ?? (["polling", "websocket"] as const))],
    ...(cors === false ? {} : { cors: { ...cors, origin: asOrigin(cors.origin) } }),
    ...(options.maxHttpBufferSize === undefined ? {} : { maxHttpBufferSize: options.maxHttpBufferSize }),
    ...(refuse === undefined ? {} : { allowRequest: (_request, answer) => answer(refuse, false) }),
  });

  const echo = (socket: Socket): void => {
    socket.onAny((event: string, ...carried: unknown[]) => {
      const { values, acknowledge } = readPacket(carried);
      received.push({ namespace: socket.nsp.name, event, args: values });
      acknowledge(...values);
      socket.emit(event, ...values);
    });
  };
  const record = (socket: Socket): void => {
    const { query, headers, auth } = socket.handshake;
    handshakes.push({ namespace: socket.nsp.name, query, headers, auth });
  };
  const namespaces: readonly Namespace[] = [io.of("/"), io.of("/admin")];
  for (const namespace of namespaces) {
    namespace.use((socket, next) => {
      record(socket);
      const mayEnter = namespace.name === "/" || socket.handshake.auth["token"] === "secret";
      if (mayEnter) next();
      else next(Object.assign(new Error("unauthorized"), { data: { code: 401 } }));
    });
    namespace.on("connection", echo);
  }

  const port = await listen(http, host);
  return {
    url: `http://${authority(host, port)}`,
    port,
    handshakes,
    received,
    clients: () => io.engine.clientsCount,
    emit(event, ...args) {
      for (const namespace of namespaces) namespace.emit(event, ...args);
    },
    disconnectAll() {
      for (const namespace of namespaces) namespace.disconnectSockets();
    },
    garble() {
      for (const { conn } of io.of("/").sockets.values()) conn.write("no packet");
    },
    create(namespace) {
      io.of(namespace);
    },
    async close() {
      // Ends every client; the HTTP server that it closes as well waits for idle connections.
      const closed = io.close();
      http.closeAllConnections();
      await closed;
    },
  };
}
