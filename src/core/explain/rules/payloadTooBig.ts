import { certain, likely, type Fact } from "../finding.ts";
import { connectErrorFact } from "../failure.ts";
import type { Rule } from "../rule.ts";

/** Default limits begin at 1,000,000 octets: Socket.IO's maxHttpBufferSize, Python's max_size. */
const LARGE = 900_000;

/** A message larger than the server takes: 1009, or HTTP 413 over polling. */
export const payloadTooBig = {
  cause: "payload-too-big",
  judge: ({ stage, code, reason, wasClean, evidence }) => {
    const { cause } = evidence.ending;
    if (cause.kind === "connect-error" && cause.status === 413)
      return certain("payload-too-big", [connectErrorFact(cause)]);
    if (stage !== "opened" || evidence.ending.asked) return null;
    const { last } = evidence.sent;
    const because: Fact[] = last ? [{ fact: "last-sent", wait: last.before, size: last.size }] : [];
    if (code === 1009) return certain("payload-too-big", [{ fact: "closed", code, reason, wasClean }, ...because]);
    const isLarge = last !== null && last.size >= LARGE && last.before <= 1000;
    return isLarge && cause.kind !== "heartbeat" ? likely("payload-too-big", because, 14) : null;
  },
} as const satisfies Rule;
