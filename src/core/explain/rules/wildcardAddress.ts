import { certain, likely } from "../finding.ts";
import type { Rule } from "../rule.ts";

/** 0.0.0.0 is an address to listen on. Chromium takes it for this machine, Firefox and WebKit refuse it. */
export const wildcardAddress = {
  cause: "wildcard-address",
  judge: ({ stage, hostIs, foreseen, host }) => {
    if (stage === "opened" || stage === "never-made") return null;
    if (hostIs !== "wildcard") return "out";
    const because = [{ fact: "host", host, is: hostIs }] as const;
    return foreseen === "wildcard-address" ? certain("wildcard-address", because) : likely("wildcard-address", because);
  },
} as const satisfies Rule;
