import { createServer } from "node:http";
import { Server, type Socket } from "socket.io";
import type { PlaygroundServer } from "../playgroundServer.ts";
import { openChat } from "./socketIoChat.ts";
import { readPacket } from "./socketIoPacket.ts";

const path = "/playground/socket.io/";

/** What `/admin` wants as `auth.token`. No secret: it is printed on the start screen. */
const adminToken = "playground";

const maxTicks = 100_000;

/** 500 ticks, then the others' turn. */
const ticksAtOnce = 500;

function tick(socket: Socket, from: number, count: number): void {
  if (!socket.connected || from >= count) return;
  const until = Math.min(count, from + ticksAtOnce);
  for (let number = from; number < until; number += 1) socket.emit("tick", number);
  setImmediate(() => tick(socket, until, count));
}

const isTickCount = (value: unknown): value is number =>
  typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= maxTicks;

/**
 * Sends every event back under its name, and acknowledges it with its values if asked to.
 * Two names do more: "push" with a number n is followed by n events "tick" with 0, 1 … n − 1;
 * "kick" is not sent back, the server disconnects the client.
 */
function echoEvents(socket: Socket): void {
  socket.onAny((event: string, ...received: unknown[]) => {
    const { values, acknowledge } = readPacket(received);
    acknowledge(...values);
    if (event === "kick") {
      socket.disconnect();
      return;
    }
    socket.emit(event, ...values);
    if (event === "push" && isTickCount(values[0])) tick(socket, 0, values[0]);
  });
}

/** Socket.IO v4: `/` echoes, `/chat` has rooms, `/admin` echoes for who brings the token. */
export const socketIo: PlaygroundServer = {
  path,
  start() {
    // A server of its own that never listens: it hears only what is handed to it, so that
    // Socket.IO can neither take other requests nor close the server that all of us share.
    const inner = createServer();
    const io = new Server(inner, {
      path,
      cors: { origin: "*" },
      serveClient: false,
      destroyUpgrade: false,
      // It has a price that clients can see: an offset behind the values of every event.
      connectionStateRecovery: {},
    });
    io.on("connection", echoEvents);
    openChat(io.of("/chat"));

    const admin = io.of("/admin");
    admin.use((socket, next) => {
      const isKnown = socket.handshake.auth["token"] === adminToken;
      if (isKnown) next();
      else next(Object.assign(new Error("unauthorized"), { data: { code: 401 } }));
    });
    admin.on("connection", echoEvents);

    return {
      upgrade: ({ request, socket, head }) => void inner.emit("upgrade", request, socket, head),
      request: (request, response) => void inner.emit("request", request, response),
      end: () => void io.engine.close(),
    };
  },
};
