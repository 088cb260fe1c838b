import { certain } from "../finding.ts";
import type { Rule } from "../rule.ts";

/** No answer to heartbeats within the time agreed. */
export const heartbeatTimeout = {
  cause: "heartbeat-timeout",
  judge: ({ evidence: { ending } }) => {
    const { cause } = ending;
    if (cause.kind === "heartbeat") return certain("heartbeat-timeout", [{ fact: "heartbeat", wait: cause.wait }]);
    return cause.kind === "disconnect" && cause.why === "ping timeout"
      ? certain("heartbeat-timeout", [{ fact: "disconnect", why: cause.why }])
      : null;
  },
} as const satisfies Rule;
