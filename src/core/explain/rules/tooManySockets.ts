import { certain } from "../finding.ts";
import { SOCKET_LIMIT } from "../foresee.ts";
import type { Rule } from "../rule.ts";

/** Each engine gives a page so many sockets, open and connecting, and no more. */
export const tooManySockets = {
  cause: "too-many-sockets",
  judge: ({ stage, engine, evidence: { sockets } }) => {
    if (stage === "opened" || stage === "never-made") return null;
    const limit = SOCKET_LIMIT[engine];
    return sockets >= limit ? certain("too-many-sockets", [{ fact: "sockets", count: sockets, limit }]) : "out";
  },
} as const satisfies Rule;
