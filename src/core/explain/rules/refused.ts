import { possible } from "../finding.ts";
import { mayBeUnreachable } from "../failure.ts";
import type { Rule } from "../rule.ts";

/** Nothing listens there: the most frequent member of the class. */
export const refused = {
  cause: "refused",
  judge: (sight) => {
    const may = mayBeUnreachable(sight);
    return may === true && sight.code !== 1015 ? possible("refused", [], 60) : may === null ? null : "out";
  },
} as const satisfies Rule;
