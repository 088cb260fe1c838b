import { openWebSocket } from "../openWebSocket.ts";
import { playgroundServer } from "../playgroundServer.ts";

/** One message a second. */
const period = 1000;

/** Tells the time, at once and then every second, whatever the client says. */
export const clock = playgroundServer({
  path: "/playground/clock",
  parameters: () => null,
  answer: (upgrade) =>
    openWebSocket(upgrade, (client) => {
      let tick = 0;
      const tell = (): void => {
        client.send(JSON.stringify({ tick, time: new Date().toISOString() }));
        tick += 1;
      };
      tell();
      const timer = setInterval(tell, period);
      client.once("close", () => clearInterval(timer));
    }),
});
