import { answerHttp } from "../httpAnswer.ts";
import { playgroundServer } from "../playgroundServer.ts";

/** Statuses that send the client elsewhere. A browser follows none of them in a handshake. */
const redirects: readonly number[] = [301, 302, 303, 307, 308];

/** Answers the handshake as an HTTP server does that will not upgrade. */
export const refuse = playgroundServer({
  path: "/playground/refuse",
  parameters: (query) => query.number("status", { absent: 403, min: 200, max: 599 }),
  answer: ({ socket }, status) =>
    answerHttp(
      socket,
      status,
      `The playground refuses this handshake with ${status}.`,
      redirects.includes(status) ? { Location: "/playground/echo" } : {},
    ),
});
