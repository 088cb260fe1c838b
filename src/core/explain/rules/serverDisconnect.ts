import { certain } from "../finding.ts";
import type { Rule } from "../rule.ts";

/** The server ended this client's connection on purpose: `socket.disconnect()`. The client does not come back by itself. */
export const serverDisconnect = {
  cause: "server-disconnect",
  judge: ({ evidence: { ending } }) =>
    ending.cause.kind === "disconnect" && ending.cause.why === "io server disconnect"
      ? certain("server-disconnect", [{ fact: "disconnect", why: ending.cause.why }])
      : null,
} as const satisfies Rule;
