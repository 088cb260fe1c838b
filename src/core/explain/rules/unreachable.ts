import { oneOf, type Fact } from "../finding.ts";
import { failedOnTheWay, failure, isGivenUp } from "../failure.ts";
import type { Rule } from "../rule.ts";

/** The class without a usable answer: refused, reset, no such name, another protocol, an untrusted certificate. */
export const unreachable = {
  cause: "unreachable",
  judge: (sight) => {
    if (!failedOnTheWay(sight)) return null;
    if (sight.http === "answered" || sight.http === "no-answer" || sight.spoke) return "out";
    if (isGivenUp(sight)) return "out";
    const because: Fact[] = [...failure(sight)];
    if (sight.httpProbe) because.push({ fact: "probe", probe: sight.httpProbe });
    return oneOf("unreachable", "possible", because);
  },
} as const satisfies Rule;
