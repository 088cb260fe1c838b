import { certain, likely } from "../finding.ts";
import { isServersWord } from "../failure.ts";
import type { Rule } from "../rule.ts";

/** The browser says that it has no network; the opposite would prove nothing. */
export const offline = {
  cause: "offline",
  judge: ({ stage, engine, isLocal, hostIs, http, spoke, evidence }) => {
    if (stage === "opened" || stage === "never-made" || evidence.onLine === null) return null;
    // Chromium reaches this machine without a network; Firefox, set to work offline, does not.
    if (evidence.onLine || (isLocal && engine !== "firefox")) return "out";
    if (http === "answered" || spoke || isServersWord(evidence.ending.cause)) return "out";
    // An interface of a VPN or of a container may be there all the same.
    const isSure = engine !== "firefox" && (hostIs === "name" || hostIs === "public");
    return (isSure ? certain : likely)("offline", [{ fact: "offline" }], 60);
  },
} as const satisfies Rule;
