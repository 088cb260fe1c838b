import { likely } from "../finding.ts";
import type { Rule } from "../rule.ts";

/** `upgrade-insecure-requests` made wss of ws, and the server speaks no TLS there. Firefox hides the new address, but reports 1015. */
export const cspUpgrade = {
  cause: "csp-upgrade",
  judge: ({ stage, engine, code, evidence, isSecure }) => {
    if (stage === "opened" || stage === "never-made" || evidence.protocol !== "websocket" || isSecure) return null;
    if (engine === "firefox" && code === 1015) return likely("csp-upgrade", [{ fact: "tls-on-ws" }], 20);
    if (evidence.usedUrl === null || !evidence.usedUrl.startsWith("wss:")) return "out";
    return likely("csp-upgrade", [{ fact: "upgraded", from: evidence.url, to: evidence.usedUrl }], 20);
  },
} as const satisfies Rule;
