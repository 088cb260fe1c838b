import type { Socket } from "node:net";
import type { WebSocket } from "ws";
import { closeFrame } from "../frame.ts";
import { openWebSocket, whileConnected } from "../openWebSocket.ts";
import { playgroundServer } from "../playgroundServer.ts";

/** 5 s for the client to answer a close frame that it may well refuse to understand. */
const answerTime = 5000;

/** The codes that `ws`, like any honest endpoint, agrees to send. RFC 6455 §7.4 */
function isSendable(code: number): boolean {
  const isStandard = code >= 1000 && code <= 1014 && ![1004, 1005, 1006].includes(code);
  return isStandard || (code >= 3000 && code <= 4999);
}

/** Sends a close frame that must not exist, then behaves: waits for the answer and ends. */
function closeByHand(client: WebSocket, socket: Socket, code: number, reason: string): void {
  // `ws` answers the client's close frame through this method, because it does not know that ours
  // has gone out: a second close frame, which turns the closing in Chromium into a failure.
  client.close = () => socket.end();
  socket.write(closeFrame(code, reason));
  whileConnected(client, answerTime, () => client.terminate());
}

export const close = playgroundServer({
  path: "/playground/close",
  parameters: (query) => ({
    code: query.number("code", { absent: 1000, min: 0, max: 65_535 }),
    // 123 bytes: what a control frame of 125 has left beside the code.
    reason: query.text("reason", { maxBytes: 123 }),
    after: query.number("after", { absent: 1000, min: 0, max: 600_000 }),
  }),
  answer: (upgrade, { code, reason, after }) =>
    openWebSocket(upgrade, (client) =>
      whileConnected(client, after, () => {
        if (isSendable(code)) client.close(code, reason);
        else closeByHand(client, upgrade.socket, code, reason);
      }),
    ),
});
