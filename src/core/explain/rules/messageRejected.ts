import { likely, possible, type Fact } from "../finding.ts";
import { ms } from "../../units/units.ts";
import type { Rule } from "../rule.ts";

/** An answer that fast has a message as its reason. */
const AT_ONCE = ms(1000);
/** Planned ends, and one that speaks for itself. */
const OTHERS: ReadonlySet<number> = new Set([1000, 1001, 1009, 1012, 1013]);

/** It was closed right after a message of ours. */
export const messageRejected = {
  cause: "message-rejected",
  judge: ({ stage, code, reason, wasClean, http, evidence }) => {
    const { last } = evidence.sent;
    if (stage !== "opened" || evidence.ending.asked || code === null || !last || last.before > AT_ONCE) return null;
    if (OTHERS.has(code)) return null;
    const because: Fact[] = [
      { fact: "last-sent", wait: last.before, size: last.size },
      { fact: "closed", code, reason, wasClean },
    ];
    if (code === 1006 && http === "nothing") return possible("message-rejected", because, 20);
    return likely("message-rejected", because, code === 1003 || code === 1007 ? 20 : 8);
  },
} as const satisfies Rule;
