// oxlint-disable-next-line typescript/triple-slash-reference -- an ambient module cannot be imported
/// <reference path="./socketIoV3.d.ts" />
import { createServer } from "node:http";
import { instrument } from "@socket.io/admin-ui";
import { Server, type Socket } from "socket.io";
import { Server as ServerV3 } from "socket.io-v3";
import * as msgpack from "socket.io-msgpack-parser";
import { readPacket } from "../../src/playground/servers/socketIoPacket.ts";
import { authority, listen } from "./listen.ts";

export interface SocketIoLabOptions {
  /** absent: 4 */
  readonly version?: "3" | "4";
  /** absent: its own */
  readonly parser?: "msgpack";
  /** whether a lost connection can be taken up again within two minutes */
  readonly recovers?: boolean;
  /** whether `/admin` is `@socket.io/admin-ui`'s, for "ada" with "changeit" */
  readonly isWatched?: boolean;
  readonly allowEIO3?: boolean;
  /** absent: polling and websocket */
  readonly transports?: readonly ("polling" | "websocket")[];
}

export interface SocketIoLab {
  /** http://host:port, without a slash at the end */
  readonly url: string;
  /** names of the events that came, with their namespace */
  readonly received: readonly string[];
  /** engine.io connections that are open now */
  clients(): number;
  /** sends an event to every client of "/" */
  emit(event: string, ...args: readonly unknown[]): void;
  /** asks every client of "/", and gives what the first answers */
  ask(event: string, ...args: readonly unknown[]): Promise<unknown>;
  /** puts every client of "/" into a room */
  room(name: string): void;
  /** ends every transport, as a network does */
  cut(): void;
  close(): Promise<void>;
}

/** Of "changeit", by bcrypt. */
const PASSWORD = "$2a$04$gchk54S4rZpsxFtPk4M5V.4dNqKon1/Tv9qNKL/2YnHDQz.SkHBcW";

/**
 * Socket.IO of version 3 or 4 with what the ordinary test server has not. "/" and "/chat" send every
 * event back under its name and acknowledge it.
 */
export async function startSocketIoLab(options: SocketIoLabOptions = {}): Promise<SocketIoLab> {
  const { version = "4", parser, recovers = false, isWatched = false, allowEIO3 = false } = options;
  const http = createServer((_request, response) => response.writeHead(404).end());
  const given = {
    serveClient: false,
    allowEIO3,
    cors: { origin: "*" },
    transports: [...(options.transports ?? (["polling", "websocket"] as const))],
    ...(parser === undefined ? {} : { parser: msgpack }),
    ...(recovers ? { connectionStateRecovery: {} } : {}),
  };
  // Its types are older than those of version 4, which has all that is used here.
  const io = version === "3" ? new ServerV3(http, given) : new Server(http, given);
  const received: string[] = [];
  const echo = (socket: Socket): void => {
    socket.onAny((event: string, ...carried: unknown[]) => {
      const { values, acknowledge } = readPacket(carried);
      received.push(`${socket.nsp.name} ${event}`);
      acknowledge(...values);
      socket.emit(event, ...values);
    });
  };
  io.on("connection", echo);
  io.of("/chat").on("connection", echo);
  if (isWatched)
    instrument(io, {
      mode: "development",
      auth: { type: "basic", username: "ada", password: PASSWORD },
      serverId: "lab",
    });

  const port = await listen(http, "127.0.0.1");
  return {
    url: `http://${authority("127.0.0.1", port)}`,
    received,
    clients: () => io.engine.clientsCount,
    emit(event, ...args) {
      io.emit(event, ...args);
    },
    ask: (event, ...args) =>
      new Promise((resolve) => {
        for (const socket of io.of("/").sockets.values()) socket.emit(event, ...args, resolve);
      }),
    room(name) {
      for (const socket of io.of("/").sockets.values()) void socket.join(name);
    },
    cut() {
      for (const { conn } of io.of("/").sockets.values()) conn.close();
    },
    async close() {
      const closed = new Promise<void>((resolve) => {
        void io.close(() => {
          resolve();
        });
      });
      http.closeAllConnections();
      await closed;
    },
  };
}
