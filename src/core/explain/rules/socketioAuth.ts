import { certain, likely } from "../finding.ts";
import { readEngineIo } from "../engineIoAnswer.ts";
import { connectErrorFact, TRANSPORT_MESSAGES } from "../failure.ts";
import type { Rule } from "../rule.ts";

/** The server refused the client: a middleware, or `allowRequest`. */
export const socketioAuth = {
  cause: "socketio-auth",
  judge: ({ evidence }) => {
    const { cause } = evidence.ending;
    if (evidence.protocol !== "socketio" || cause.kind !== "connect-error") return null;
    const because = [connectErrorFact(cause)];
    const body = cause.body === null ? null : readEngineIo(cause.body);
    if (body?.kind === "error" && body.code === 4) return certain("socketio-auth", because);
    if (cause.status === 401 || cause.status === 403) return likely("socketio-auth", because);
    const isTransport = cause.retries || cause.message === "" || TRANSPORT_MESSAGES.test(cause.message);
    return isTransport || cause.message === "Invalid namespace" ? "out" : certain("socketio-auth", because);
  },
} as const satisfies Rule;
