import { likely } from "../finding.ts";
import { failedOnTheWay } from "../failure.ts";
import type { Rule } from "../rule.ts";

/** The same address opens by now: the server was down, or on its way up. */
export const recovered = {
  cause: "recovered",
  judge: (sight) => {
    if (!failedOnTheWay(sight)) return null;
    const same = sight.probe("same");
    if (!same) return null;
    return same.outcome.kind === "opened" ? likely("recovered", [{ fact: "probe", probe: same }], 50) : "out";
  },
} as const satisfies Rule;
