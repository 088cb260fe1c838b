import { certain, likely } from "../finding.ts";
import type { Rule } from "../rule.ts";

/** The server broke the protocol after the handshake: a bad frame, bad UTF-8, a code that must not be on the wire. A reset looks the same. */
export const protocolViolation = {
  cause: "protocol-violation",
  judge: ({ stage, code, wasClean, engine, evidence }) => {
    if (stage !== "opened" || evidence.protocol !== "websocket" || evidence.ending.asked || code === null) return null;
    // Firefox passes on codes that RFC 6455 §7.4.1 forbids on the wire.
    if (engine === "firefox" && wasClean && (code === 1006 || code === 1015))
      return certain("protocol-violation", [{ fact: "reserved-code", code }]);
    if (code !== 1006) return null;
    return evidence.ending.errored ? likely("protocol-violation", [{ fact: "error-before-close" }], 10) : "out";
  },
} as const satisfies Rule;
