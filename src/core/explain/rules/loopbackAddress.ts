import { possible } from "../finding.ts";
import { hostOf } from "../../csp/network.ts";
import { mayBeUnreachable } from "../failure.ts";
import { isWuKongIm } from "../systems.ts";
import { isLoopback } from "../../units/host.ts";
import type { Rule } from "../rule.ts";

/** An address that leads every client to its own machine: often announced by a server that does not know its outer one. */
export const loopbackAddress = {
  cause: "loopback-address",
  judge: (sight) => {
    const { hostIs, host, evidence } = sight;
    const may = mayBeUnreachable(sight);
    if (may === null) return null;
    if (!may || (!sight.isLocal && hostIs !== "private")) return "out";
    const page = URL.canParse(evidence.page.origin) ? hostOf(new URL(evidence.page.origin)) : "";
    const isAnnounced = isWuKongIm(sight);
    if (isLoopback(page) && !isAnnounced) return null;
    return possible("loopback-address", [{ fact: "host", host, is: hostIs }], isAnnounced ? 70 : 57);
  },
} as const satisfies Rule;
