import { certain } from "../finding.ts";
import type { Rule } from "../rule.ts";

/** The server closed with a code, and said so. */
export const closeCode = {
  cause: "close-code",
  judge: ({ stage, code, reason, wasClean, evidence }) => {
    if (stage !== "opened" || code === null || evidence.ending.asked) return null;
    if (code === 1006) return null;
    return certain("close-code", [{ fact: "closed", code, reason, wasClean }], -10);
  },
} as const satisfies Rule;
