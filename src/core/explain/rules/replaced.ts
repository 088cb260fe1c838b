import { likely } from "../finding.ts";
import type { Rule } from "../rule.ts";

const WORDS =
  /replaced|superseded|another (?:device|session|connection|client|login)|other (?:device|location)|logged in (?:elsewhere|from)|duplicate (?:session|connection)|kicked|其他设备/i;

/** Another connection of the same client took this one's place. */
export const replaced = {
  cause: "replaced",
  judge: ({ stage, code, reason, wasClean, evidence }) => {
    if (stage !== "opened" || code === null || code === 1006 || evidence.ending.asked) return null;
    return WORDS.test(reason) ? likely("replaced", [{ fact: "closed", code, reason, wasClean }], 15) : null;
  },
} as const satisfies Rule;
