import { answerHttp } from "../httpAnswer.ts";
import { openWebSocket, whileConnected } from "../openWebSocket.ts";
import { playgroundServer } from "../playgroundServer.ts";

const yesOrNo = ["0", "1"] as const;

/** Opens, then ends the TCP connection without a close frame: by FIN, or by RST. */
export const drop = playgroundServer({
  path: "/playground/drop",
  parameters: (query) => ({
    after: query.number("after", { absent: 1000, min: 0, max: 600_000 }),
    reset: query.choice("reset", yesOrNo, "0") === "1",
  }),
  answer: (upgrade, { after, reset }) => {
    const { socket } = upgrade;
    if (reset && "encrypted" in socket) {
      // Node cannot reach the TCP connection below TLS.
      answerHttp(socket, 400, '"reset" works on a plain ws:// address only.');
      return;
    }
    openWebSocket(upgrade, (client) =>
      whileConnected(client, after, () => {
        if (reset) socket.resetAndDestroy();
        else socket.destroy();
      }),
    );
  },
});
