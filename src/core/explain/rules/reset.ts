import { possible } from "../finding.ts";
import { mayBeUnreachable } from "../failure.ts";
import type { Rule } from "../rule.ts";

/** Something takes the connection and ends it without an answer. */
export const reset = {
  cause: "reset",
  judge: (sight) => {
    const may = mayBeUnreachable(sight);
    return may === true && sight.code !== 1015 ? possible("reset", [], 20) : may === null ? null : "out";
  },
} as const satisfies Rule;
