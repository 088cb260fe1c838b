import { oneOf, type Fact } from "../finding.ts";
import { failedOnTheWay, failure, isGivenUp } from "../failure.ts";
import type { Rule } from "../rule.ts";

/** An HTTP server answered and did not upgrade: a status, a path, a proxy, a header, a subprotocol. */
export const httpAnswer = {
  cause: "http-answer",
  judge: (sight) => {
    if (!failedOnTheWay(sight)) return null;
    const { cause } = sight.evidence.ending;
    const status = cause.kind === "connect-error" ? cause.status : null;
    // It opened, or got no answer at all: what HTTP says is beside the matter.
    if (isGivenUp(sight)) return "out";
    if (sight.http !== "answered" && !sight.spoke)
      return sight.http === "unknown" && sight.code !== 1015 ? oneOf("http-answer", "possible", [], -10) : "out";
    const because: Fact[] = [...failure(sight)];
    if (sight.httpProbe) because.push({ fact: "probe", probe: sight.httpProbe });
    if (sight.readable) because.push({ fact: "probe", probe: sight.readable });
    // Firefox takes an answer of any protocol for HTTP/0.9, unless the page may read it.
    const isSure = sight.engine !== "firefox" || sight.readable !== null || status !== null;
    return oneOf("http-answer", isSure ? "certain" : "likely", because);
  },
} as const satisfies Rule;
