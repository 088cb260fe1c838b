import { certain } from "../finding.ts";
import { isBadPort } from "../../csp/network.ts";
import type { Rule } from "../rule.ts";

/** Browsers never connect to ports of other protocols. @see https://fetch.spec.whatwg.org/#port-blocking */
export const blockedPort = {
  cause: "blocked-port",
  judge: ({ stage, url, port }) => {
    if (stage === "opened" || stage === "never-made" || !url) return null;
    return isBadPort(port) ? certain("blocked-port", [{ fact: "bad-port", port }]) : "out";
  },
} as const satisfies Rule;
