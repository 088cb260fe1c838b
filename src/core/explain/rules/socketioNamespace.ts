import { certain, likely } from "../finding.ts";
import { connectErrorFact } from "../failure.ts";
import type { Rule } from "../rule.ts";

/** The server has no such namespace; the client never tries it again by itself. python-socketio says so without a message. */
export const socketioNamespace = {
  cause: "socketio-namespace",
  judge: ({ evidence }) => {
    const { cause } = evidence.ending;
    if (evidence.protocol !== "socketio" || cause.kind !== "connect-error") return null;
    if (cause.message === "Invalid namespace") return certain("socketio-namespace", [connectErrorFact(cause)]);
    return cause.message === "" && !cause.retries ? likely("socketio-namespace", [connectErrorFact(cause)]) : "out";
  },
} as const satisfies Rule;
