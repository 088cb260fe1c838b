import { possible } from "../finding.ts";
import { failedOnTheWay, mayBeUnreachable } from "../failure.ts";
import type { Rule } from "../rule.ts";

/** Another protocol lives on that port. Firefox takes such an answer for HTTP/0.9. */
export const otherProtocol = {
  cause: "other-protocol",
  judge: (sight) => {
    if (!failedOnTheWay(sight)) return null;
    const isHidden = sight.engine === "firefox" && sight.http === "answered" && sight.readable === null && !sight.spoke;
    return (isHidden || mayBeUnreachable(sight) === true) && sight.code !== 1015
      ? possible("other-protocol", [], isHidden ? 3 : 10)
      : "out";
  },
} as const satisfies Rule;
