import { possible } from "../finding.ts";
import { failedOnTheWay, isGivenUp } from "../failure.ts";
import type { Rule } from "../rule.ts";

/** An answer with 101 that breaks RFC 6455 §4.2.2: accept key, Upgrade, Connection, an extension nobody asked for. */
export const badHandshake = {
  cause: "bad-handshake",
  judge: (sight) => {
    if (!failedOnTheWay(sight) || sight.evidence.protocol !== "websocket") return null;
    return sight.http === "nothing" || sight.http === "no-answer" || sight.code === 1015 || isGivenUp(sight)
      ? "out"
      : possible("bad-handshake", [], 5);
  },
} as const satisfies Rule;
