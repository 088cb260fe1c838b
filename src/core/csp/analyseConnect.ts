import type { ConnectCase } from "./case.ts";
import type { Span } from "../units/span.ts";
import { decide, type Blocker, type FullCase } from "./decide.ts";
import { findFixes, type Fix } from "./fixes.ts";
import { isComplaining, type PolicyVerdict } from "./judgePolicy.ts";
import type { InvalidWhy } from "./resolveTarget.ts";
import { findWarnings, type Warning } from "./warnings.ts";

export interface ConnectAnalysis {
  readonly allowed: boolean;
  /** What stops it first; null: nothing. */
  readonly by: Blocker | null;
  /** What the address is found wrong for. */
  readonly invalid: InvalidWhy | null;
  /** What is asked for in the end, an upgrade included; null: it is no address. */
  readonly effectiveUrl: string | null;
  /** Whether `upgrade-insecure-requests` changed it. */
  readonly isUpgraded: boolean;
  /** Which of the policies given decided: the first that blocks, else the first that lets it pass; null: none is about it. */
  readonly policy: number | null;
  /** Which of the comma-separated policies in it, from 0. */
  readonly part: number | null;
  /** `connect-src`, or `default-src` in its place. */
  readonly directive: string | null;
  readonly directiveAt: Span | null;
  /** The source expression that allows it, as written. */
  readonly matchedBy: string | null;
  readonly matchedAt: Span | null;
  /** What every policy that counts says, enforced or not. */
  readonly verdicts: readonly PolicyVerdict[];
  /** What report-only policies complain of. */
  readonly reported: readonly PolicyVerdict[];
  readonly warnings: readonly Warning[];
  /** The smallest changes that let it pass, each tried. */
  readonly fixes: readonly Fix[];
}

/**
 * Predicts whether somebody's page may connect, and why not: address, upgrade, policies, mixed content, port, local
 * network. Agrees with what the engines of 2026 do, not with the letter of CSP where they differ. Never throws.
 */
export function analyseConnect(given: ConnectCase): ConnectAnalysis {
  const one: FullCase = {
    ...given,
    resource: given.resource ?? "websocket",
    context: given.context ?? "window",
  };
  const decision = decide(one);
  const { by, url, verdicts, blocking } = decision;
  const deciding =
    by === "csp"
      ? blocking
      : (verdicts.find(({ disposition, directive }) => disposition === "enforce" && directive !== null) ?? null);
  const isStopped = by === "invalid-url";
  return {
    allowed: by === null,
    by,
    invalid: decision.invalid,
    effectiveUrl: url?.href ?? null,
    isUpgraded: decision.upgradedBy !== null,
    policy: isStopped ? null : (deciding?.index ?? null),
    part: isStopped ? null : (deciding?.part ?? null),
    directive: deciding?.directive ?? null,
    directiveAt: deciding?.directiveAt ?? null,
    matchedBy: deciding?.matchedBy ?? null,
    matchedAt: deciding?.matchedAt ?? null,
    verdicts,
    reported: verdicts.filter(isComplaining),
    warnings: findWarnings(one, decision),
    fixes: findFixes(one, decision),
  };
}
