import { likely, possible } from "../finding.ts";
import { failedOnTheWay, isGivenUp } from "../failure.ts";
import type { Rule } from "../rule.ts";

/** A proxy passes the request on without `Upgrade` and `Connection`. */
export const proxyNoUpgrade = {
  cause: "proxy-no-upgrade",
  judge: (sight) => {
    if (!failedOnTheWay(sight)) return null;
    const { evidence, engineIo } = sight;
    if (sight.http === "nothing" || sight.http === "no-answer" || isGivenUp(sight)) return "out";
    const { cause } = evidence.ending;
    const pollingWorks = engineIo?.answer.kind === "open" && engineIo.answer.upgrades.includes("websocket");
    if (
      cause.kind === "connect-error" &&
      cause.message === "websocket error" &&
      pollingWorks &&
      !sight.passed("raw-socketio")
    )
      return likely("proxy-no-upgrade", [{ fact: "probe", probe: engineIo.probe }], 10);
    const isHidden = cause.kind === "connect-error" && cause.message === "websocket error" && sight.http === "answered";
    if (evidence.protocol === "socketio")
      return isHidden && !sight.passed("raw-socketio") ? possible("proxy-no-upgrade", [], 55) : null;
    if (sight.code === 1015) return null;
    return possible("proxy-no-upgrade", [], sight.isLocal && sight.port > 1024 ? 9 : 55);
  },
} as const satisfies Rule;
