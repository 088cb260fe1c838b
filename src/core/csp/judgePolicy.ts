import type { ConnectContext, Disposition, PolicyEngine, PolicyText } from "./case.ts";
import type { Span } from "../units/span.ts";
import { addressOf, matches, type Self } from "./matchSource.ts";
import { connectDirective, directiveOf, parsePolicies, type Policy } from "./parsePolicy.ts";
import { parseSource } from "./parseSource.ts";

/** What one policy of one header or `<meta>` says of a connection. */
export interface PolicyVerdict {
  /** Which of the texts given, from 0. */
  readonly index: number;
  /** Which of the text's policies, from 0. */
  readonly part: number;
  readonly disposition: Disposition;
  readonly allowed: boolean;
  /** The directive that decided, in lower case; null: none is about connections. */
  readonly directive: string | null;
  /** Where it stands in the text. */
  readonly directiveAt: Span | null;
  /** The source expression that allows, as written. */
  readonly matchedBy: string | null;
  readonly matchedAt: Span | null;
  /** The address asked about: Firefox asks some twice. */
  readonly url: string;
}

export const isBlocking = ({ allowed, disposition }: PolicyVerdict): boolean => !allowed && disposition === "enforce";
export const isComplaining = ({ allowed, disposition }: PolicyVerdict): boolean => !allowed && disposition === "report";

/** Why a text counts for nothing. */
export type IgnoredText = "report-only-meta" | "meta-in-worker";

/** Report-only policies come as headers alone, and a worker from the network has no `<meta>`. */
export function ignoredText(text: PolicyText, context: ConnectContext): IgnoredText | null {
  if (text.delivery === "header") return null;
  if (text.disposition === "report") return "report-only-meta";
  return context === "worker-network" ? "meta-in-worker" : null;
}

export interface ActivePolicy {
  readonly policy: Policy;
  readonly disposition: Disposition;
}

/** Every policy that counts, in the order given. */
export function activePolicies(
  texts: readonly PolicyText[],
  context: ConnectContext,
  engine: PolicyEngine,
): readonly ActivePolicy[] {
  return texts.flatMap((text, index) =>
    ignoredText(text, context) === null
      ? parsePolicies(text, index, engine).map((policy) => ({ policy, disposition: text.disposition }))
      : [],
  );
}

/** Whether a policy that is enforced upgrades insecure addresses. */
export const isUpgrading = ({ policy, disposition }: ActivePolicy): boolean =>
  disposition === "enforce" && directiveOf(policy, "upgrade-insecure-requests") !== null;

interface Asking {
  readonly url: URL;
  readonly self: Self | null;
  readonly engine: PolicyEngine;
  readonly isRedirected?: boolean;
}

export function judgePolicy(active: ActivePolicy, { url, self, engine, isRedirected = false }: Asking): PolicyVerdict {
  const { policy, disposition } = active;
  const directive = connectDirective(policy);
  const address = addressOf(url);
  const matching = { engine, self, upgrades: isUpgrading(active), isRedirected };
  const match = directive?.tokens.find((token) => matches(parseSource(token.text, engine), address, matching)) ?? null;
  return {
    index: policy.index,
    part: policy.part,
    disposition,
    allowed: directive === null || match !== null,
    directive: directive?.name ?? null,
    directiveAt: directive && { start: directive.start, end: directive.end },
    matchedBy: match?.text ?? null,
    matchedAt: match && { start: match.start, end: match.end },
    url: url.href,
  };
}
