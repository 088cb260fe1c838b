import { hostKind, isLoopback } from "../units/host.ts";
import { ENGINES, type ConnectCase, type PolicyEngine, type PolicyText } from "./case.ts";
import { decide, type Decision, type FullCase } from "./decide.ts";
import { addSource, removeDirective } from "./edit.ts";
import { isBlocking, type PolicyVerdict } from "./judgePolicy.ts";
import { hostOf, isBadPort, portOf } from "./network.ts";
import { directiveOf } from "./parsePolicy.ts";

export type FixKind =
  | "add-source"
  /** Its whole scheme: what else cannot be listed, such as IPv6. */
  | "allow-scheme"
  | "remove-upgrade"
  | "use-secure-target"
  /** The page itself over HTTP: for work on one machine alone. */
  | "use-plain-page"
  | "use-localhost"
  | "use-port"
  | "mend-url";

/** A change that lets the connection pass, or keeps it as it was asked for. */
export interface Fix {
  readonly kind: FixKind;
  /** The words that come in, or go. */
  readonly text: string;
  /** The case after it. */
  readonly pageUrl: string;
  readonly targetUrl: string;
  readonly policies: readonly PolicyText[];
  /** Where it passes then. */
  readonly engines: readonly PolicyEngine[];
}

/** Policies that are mended for one fix; who sends more has another problem. */
const MOST_MENDED = 10;

type Change = Pick<ConnectCase, "pageUrl" | "targetUrl" | "policies">;
interface Candidate extends Change {
  readonly kind: FixKind;
  readonly text: string;
}

/** Every change is tried: what does not let it pass is not offered. */
export function findFixes(one: FullCase, decision: Decision): readonly Fix[] {
  const isUpgraded = decision.upgradedBy !== null;
  if (decision.by === null && !isUpgraded) return [];
  const passes = (engine: PolicyEngine, { pageUrl, targetUrl, policies }: Change): boolean => {
    const { by, upgradedBy } = decide({ ...one, pageUrl, targetUrl, policies, engine });
    // What is meant to undo an upgrade has to.
    return by === null && !(decision.by === null && isUpgraded && upgradedBy !== null);
  };
  const seen = new Set<string>();
  return candidates(one, decision).flatMap((candidate) => {
    const key = JSON.stringify([candidate.pageUrl, candidate.targetUrl, candidate.policies]);
    if (seen.has(key) || !passes(one.engine, candidate)) return [];
    seen.add(key);
    return [{ ...candidate, engines: ENGINES.filter((engine) => passes(engine, candidate)) }];
  });
}

function candidates(one: FullCase, decision: Decision): readonly Candidate[] {
  const { by, url } = decision;
  if (by === "invalid-url") return mended(one);
  if (url === null) return [];
  const lifted = decision.upgradedBy === null ? [] : [withoutUpgrade(one, decision)];
  if (by === null) return lifted;
  const isByPolicy = by === "csp";
  const others = [...targets(one, url), ...(isByPolicy ? lifted : [])];
  return [
    ...(isByPolicy ? allowed(one, decision) : []),
    ...others.flatMap((change) => [change, ...thenAllowed(one, change)]),
  ];
}

/** The address, and where it cannot be listed its scheme, into every policy that blocks. */
function allowed(one: FullCase, decision: Decision, kind: FixKind | null = null): readonly Candidate[] {
  const { url, verdicts } = decision;
  if (url === null || verdicts.filter(isBlocking).length > MOST_MENDED) return [];
  const { pageUrl, targetUrl } = one;
  const host = `${url.protocol}//${url.host}`;
  return [host, url.protocol].map((source) => ({
    kind: kind ?? (source === host ? "add-source" : "allow-scheme"),
    text: source,
    pageUrl,
    targetUrl,
    policies: withSource(one, source),
  }));
}

/** Firefox asks some policies about a second address: it gets a source of its own. */
function withSource(one: FullCase, source: string): readonly PolicyText[] {
  let policies = one.policies;
  // Each step mends one policy.
  for (let step = 0; step < MOST_MENDED; step += 1) {
    const { blocking } = decide({ ...one, policies });
    if (blocking === null) return policies;
    const next = edited(policies, blocking, blocking.url.startsWith("https:") ? httpsForm(source) : source, one.engine);
    if (next === null) return policies;
    policies = next;
  }
  return policies;
}

const httpsForm = (source: string): string => source.replace(/^wss?:/, "https:");

function edited(
  policies: readonly PolicyText[],
  { index, part }: PolicyVerdict,
  source: string,
  engine: PolicyEngine,
): readonly PolicyText[] | null {
  const text = policies[index];
  const next = text && addSource(text, index, part, source, engine);
  return text && next !== undefined && next !== text.text ? policies.with(index, { ...text, text: next }) : null;
}

/** A change of address alone may still not be in the policy: both together, then. */
function thenAllowed(one: FullCase, { kind, text, ...change }: Candidate): readonly Candidate[] {
  const next = { ...one, ...change };
  const decision = decide(next);
  const [both] = decision.by === "csp" ? allowed(next, decision, kind) : [];
  return both ? [{ ...both, text }] : [];
}

function withoutUpgrade(one: FullCase, { upgradedBy }: Decision): Candidate {
  const { pageUrl, targetUrl, policies } = one;
  const name = "upgrade-insecure-requests";
  const directive = upgradedBy && directiveOf(upgradedBy.policy, name);
  const index = upgradedBy?.policy.index ?? 0;
  const text = policies[index];
  const changed =
    text && directive ? policies.with(index, { ...text, text: removeDirective(text.text, directive) }) : policies;
  return { kind: "remove-upgrade", text: name, pageUrl, targetUrl, policies: changed };
}

/** Other addresses: over TLS, on another port, by a name of this machine, or from a page without TLS. */
function targets(one: FullCase, url: URL): readonly Candidate[] {
  const { pageUrl, policies, targetUrl } = one;
  const to = (kind: FixKind, change: (next: URL) => void): readonly Candidate[] => {
    const next = new URL(url.href);
    change(next);
    return next.href === url.href ? [] : [{ kind, text: next.href, pageUrl, policies, targetUrl: next.href }];
  };
  const found: Candidate[] = [];
  const host = hostOf(url);
  if (hostKind(host) === "wildcard" || host === "::1")
    found.push(...to("use-localhost", (next) => (next.hostname = "localhost")));
  if (url.protocol === "ws:" || url.protocol === "http:")
    found.push(
      ...to("use-secure-target", (next) => {
        next.protocol = url.protocol === "ws:" ? "wss:" : "https:";
      }),
    );
  // 8080: what servers under development listen on.
  if (isBadPort(portOf(url))) found.push(...to("use-port", (next) => (next.port = "8080")));
  if (pageUrl.startsWith("https:") && isLoopback(host) && URL.canParse(pageUrl)) {
    const page = new URL(pageUrl);
    page.protocol = "http:";
    found.push({ kind: "use-plain-page", text: page.href, pageUrl: page.href, policies, targetUrl });
  }
  return found;
}

/** What was most likely meant by what is no address. */
function mended(one: FullCase): readonly Candidate[] {
  const { pageUrl, policies } = one;
  const typed = one.targetUrl.trim();
  const isSocket = one.resource === "websocket";
  const scheme = (isSocket ? "ws" : "http") + (pageUrl.startsWith("https:") ? "s" : "");
  const tries = [
    typed.replace(/#.*$/s, ""),
    typed.replace(/^[a-z][a-z\d+.-]*:\/\/(?:[^/@]*@)?/i, `${scheme}://`).replace(/#.*$/s, ""),
    `${scheme}://${typed.replace(/^[/:]+/, "").replace(/#.*$/s, "")}`,
  ];
  return tries
    .filter((text) => text !== one.targetUrl)
    .map((text) => ({ kind: "mend-url", text, pageUrl, policies, targetUrl: text }));
}
