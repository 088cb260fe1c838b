import { possible } from "../finding.ts";
import { isCut } from "../failure.ts";
import type { Rule } from "../rule.ts";

/** The way between here and there was lost: Wi-Fi, VPN, sleep. Not on the way to this machine. */
export const networkLost = {
  cause: "network-lost",
  judge: (sight) => {
    if (!isCut(sight)) return null;
    if (sight.isLocal) return "out";
    const isOffline = sight.evidence.onLine === false;
    return possible("network-lost", isOffline ? [{ fact: "offline" }] : [], isOffline ? 85 : 24);
  },
} as const satisfies Rule;
