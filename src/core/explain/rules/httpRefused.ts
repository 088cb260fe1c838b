import { possible } from "../finding.ts";
import { failedOnTheWay, isGivenUp } from "../failure.ts";
import type { Rule } from "../rule.ts";

/** The server itself says no: a login, an origin, a path that it does not know. The most frequent HTTP answer. */
export const httpRefused = {
  cause: "http-refused",
  judge: (sight) => {
    if (!failedOnTheWay(sight) || isGivenUp(sight) || sight.code === 1015) return null;
    if (sight.http === "nothing" || sight.http === "no-answer") return "out";
    if (sight.evidence.protocol === "socketio" && !sight.spoke) return null;
    return possible("http-refused", sight.readable ? [{ fact: "probe", probe: sight.readable }] : [], 62);
  },
} as const satisfies Rule;
