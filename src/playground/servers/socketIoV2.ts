// Named here because the programs of other layers reach this file without listing its folder.
// oxlint-disable-next-line typescript/triple-slash-reference -- an ambient module cannot be imported
/// <reference path="./socketIoV2.d.ts" />
import { createServer } from "node:http";
import ServerV2, { type SocketV2 } from "socket.io-v2";
import type { PlaygroundServer } from "../playgroundServer.ts";
import { readPacket } from "./socketIoPacket.ts";

const path = "/playground/socket.io-v2/";

/** Sends every event back under its name, and acknowledges it with its values if asked to. */
function echoEvents(socket: SocketV2): void {
  // Version 2 has no `onAny`; its middleware sees every event. `next` is for listeners: none.
  socket.use(([event, ...received]) => {
    const { values, acknowledge } = readPacket(received);
    acknowledge(...values);
    socket.emit(event, ...values);
  });
}

/** Socket.IO v2, which clients of v3 and v4 cannot speak to. */
export const socketIoV2: PlaygroundServer = {
  path,
  start() {
    // Never listens: see socketIo.ts.
    const inner = createServer();
    const options = { path, serveClient: false, destroyUpgrade: false, cookie: false };
    const io = new ServerV2(inner, options);
    io.on("connection", echoEvents);
    return {
      upgrade: ({ request, socket, head }) => void inner.emit("upgrade", request, socket, head),
      request: (request, response) => void inner.emit("request", request, response),
      end: () => io.engine.close(),
    };
  },
};
