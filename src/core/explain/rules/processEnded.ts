import { possible } from "../finding.ts";
import { isCut } from "../failure.ts";
import type { Rule } from "../rule.ts";

/** The process was ended, or fell: then nothing answers on its port afterwards, unless it is back already. */
export const processEnded = {
  cause: "process-ended",
  judge: (sight) => {
    if (!isCut(sight)) return null;
    const { httpProbe } = sight;
    if (sight.http === "answered") return possible("process-ended", [], 25);
    return possible(
      "process-ended",
      httpProbe ? [{ fact: "probe", probe: httpProbe }] : [],
      sight.http === "nothing" ? 80 : 35,
    );
  },
} as const satisfies Rule;
