import { certain, likely } from "../finding.ts";
import { readEngineIo } from "../engineIoAnswer.ts";
import { connectErrorFact } from "../failure.ts";
import type { Rule } from "../rule.ts";

/** The session id is unknown: several servers without sticky sessions, or one that was restarted. */
export const socketioSession = {
  cause: "socketio-session",
  judge: ({ evidence }) => {
    const { cause } = evidence.ending;
    if (evidence.protocol !== "socketio") return null;
    if (cause.kind === "connect-error") {
      const body = cause.body === null ? null : readEngineIo(cause.body);
      if (body?.kind === "error" && body.code === 1) return certain("socketio-session", [connectErrorFact(cause)]);
      return cause.message === "xhr post error" ? likely("socketio-session", [connectErrorFact(cause)]) : "out";
    }
    if (cause.kind !== "disconnect" || cause.why !== "transport error") return null;
    return likely("socketio-session", [{ fact: "disconnect", why: cause.why }]);
  },
} as const satisfies Rule;
