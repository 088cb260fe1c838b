import { openWebSocket } from "../openWebSocket.ts";
import { playgroundServer } from "../playgroundServer.ts";
import { echoMessages } from "./echo.ts";

/**
 * Echoes, and ends the TCP connection once so many milliseconds passed without a byte in either
 * direction: what a proxy's read timeout does to a quiet connection.
 */
export const idle = playgroundServer({
  path: "/playground/idle",
  parameters: (query) => query.number("after", { absent: 5000, min: 1, max: 3_600_000 }),
  answer: (upgrade, after) =>
    openWebSocket(upgrade, (client) => {
      echoMessages(client);
      upgrade.socket.setTimeout(after, () => upgrade.socket.destroy());
    }),
});
