import { playgroundServer } from "../playgroundServer.ts";

/** Accepts the connection and never answers the handshake. */
export const hang = playgroundServer({
  path: "/playground/hang",
  parameters: () => null,
  answer: ({ socket }) => {
    // Nobody else reads this socket, so nobody else would notice that the client has gone.
    socket.once("end", () => socket.destroy());
    socket.resume();
  },
});
