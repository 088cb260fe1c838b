import { certain } from "../finding.ts";
import type { Rule } from "../rule.ts";

/** The browser says that it has no network; the opposite would prove nothing. */
export const offline = {
  cause: "offline",
  judge: ({ stage, engine, isLocal, evidence }) => {
    if (stage === "opened" || stage === "never-made" || evidence.onLine === null) return null;
    // Chromium reaches this machine without a network; Firefox, set to work offline, does not.
    if (evidence.onLine || (isLocal && engine !== "firefox")) return "out";
    return certain("offline", [{ fact: "offline" }]);
  },
} as const satisfies Rule;
