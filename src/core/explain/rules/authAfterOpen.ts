import { likely, possible, type Fact } from "../finding.ts";
import { isCut } from "../failure.ts";
import { seconds } from "../../units/units.ts";
import type { Evidence } from "../../session/evidence.ts";
import { lookUpCode } from "../codeRegistry.ts";
import { systemOf } from "../systems.ts";
import type { Rule } from "../rule.ts";

/** A server that waits for a token, or refuses one without a word, ends it by then; WuKongIM v2 takes 2 to 6 s. */
const MOMENTS = seconds(10);
/** 3000 and 3003 of IANA, HTTP's 401 and 403 in the application's range, and what is common. */
const AUTH_CODES: ReadonlySet<number> = new Set([3000, 3003, 4001, 4003, 4004, 4401, 4403]);
const AUTH_WORDS = /\b(?:un)?auth(?:ori[sz]|enticat)|\btoken\b|\bforbidden\b|\bcredential|\bapi.?key\b|\bpermission/i;

/** It opened, and was closed for who we are: an auth code, or within moments and without an answer. */
export const authAfterOpen = {
  cause: "auth-after-open",
  judge: (sight) => {
    const { stage, code, reason, wasClean, evidence } = sight;
    if (stage !== "opened" || evidence.ending.asked || code === null) return null;
    const { lasted } = evidence.ending;
    const because: Fact[] = [
      { fact: "closed", code, reason, wasClean },
      { fact: "closed-after-open", wait: lasted },
    ];
    if (isAuthCode(code, evidence) || (code !== 1006 && AUTH_WORDS.test(reason)))
      return likely("auth-after-open", because, 12);
    const isMute = evidence.received.count === 0;
    if (isMute) because.push({ fact: "nothing-received" });
    if (code === 1008 && lasted <= MOMENTS) return likely("auth-after-open", because, 12);
    if (!isCut(sight) || !isMute || lasted > MOMENTS) return null;
    // Nothing answers any more: it was not about this client.
    if (sight.http === "nothing") return "out";
    return evidence.sent.count > 0
      ? likely("auth-after-open", because, evidence.sent.count === 1 ? 9 : 5)
      : possible("auth-after-open", because, 45);
  },
} as const satisfies Rule;

/** What the system behind the address means by it; what most mean, where the system is not known. */
function isAuthCode(code: number, evidence: Evidence): boolean {
  const system = systemOf(evidence);
  const { meant } = lookUpCode(code, system);
  return system !== null && meant?.system === system ? AUTH_WORDS.test(meant.name) : AUTH_CODES.has(code);
}
