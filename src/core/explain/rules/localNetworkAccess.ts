import { likely, possible, type Fact } from "../finding.ts";
import type { Rule } from "../rule.ts";

/** A page from elsewhere needs the reader's leave for loopback and private addresses. @see https://wicg.github.io/local-network-access/ */
export const localNetworkAccess = {
  cause: "local-network-access",
  judge: ({ stage, engine, network, http, evidence, host, hostIs }) => {
    if (stage === "opened" || stage === "never-made") return null;
    if (network === null || http === "answered") return "out";
    const state = evidence.permissions[network];
    if (state === "granted") return "out";
    const because: Fact[] = [
      { fact: "host", host, is: hostIs },
      { fact: "permission", name: network, state },
    ];
    const isWaiting = evidence.ending.cause.kind === "connect-timeout";
    // Firefox asks for fetch alone, unless it is set to ask for WebSocket, too.
    if (engine === "firefox" && !isWaiting) return "out";
    if (engine === "firefox") return possible("local-network-access", because, 20);
    return state === "denied" || isWaiting
      ? likely("local-network-access", because, 15)
      : possible("local-network-access", because, 40);
  },
} as const satisfies Rule;
