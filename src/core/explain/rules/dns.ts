import { possible } from "../finding.ts";
import { mayBeUnreachable } from "../failure.ts";
import type { Rule } from "../rule.ts";

/** The name leads nowhere. An address needs no name. */
export const dns = {
  cause: "dns",
  judge: (sight) => {
    const { hostIs, host } = sight;
    const may = mayBeUnreachable(sight);
    if (may === null) return null;
    const isName = hostIs === "name" || hostIs === "short-name" || hostIs === "local-name";
    if (!may || !isName || sight.code === 1015) return "out";
    return possible("dns", [{ fact: "host", host, is: hostIs }], hostIs === "name" ? 50 : 65);
  },
} as const satisfies Rule;
