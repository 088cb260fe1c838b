import { certain, possible, type Fact } from "../finding.ts";
import { failedOnTheWay } from "../failure.ts";
import type { Rule } from "../rule.ts";

/** The server chose none of the subprotocols. Chromium alone fails for it, as the standard says. @see RFC 6455 §4.1 */
export const subprotocol = {
  cause: "subprotocol",
  judge: (sight) => {
    const { evidence } = sight;
    if (evidence.protocol !== "websocket" || evidence.subprotocols.length === 0) return null;
    if (!failedOnTheWay(sight)) return null;
    const again = sight.probe("without-subprotocols");
    const because: Fact[] = [{ fact: "subprotocols", asked: evidence.subprotocols, chosen: null }];
    if (again?.outcome.kind === "opened") return certain("subprotocol", [...because, { fact: "probe", probe: again }]);
    if (again || sight.http === "nothing" || sight.http === "no-answer" || sight.engine === "firefox") return "out";
    return possible("subprotocol", because, 58);
  },
} as const satisfies Rule;
