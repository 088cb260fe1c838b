import { hostKind } from "../units/host.ts";
import type { ConnectCase, ConnectContext, PolicyEngine, Resource } from "./case.ts";
import {
  activePolicies,
  isBlocking,
  isUpgrading,
  judgePolicy,
  type ActivePolicy,
  type PolicyVerdict,
} from "./judgePolicy.ts";
import { selfOf } from "./matchSource.ts";
import { addressSpaceOf, hostOf, isBadPort, isMixed, isSecure, portOf, type AddressSpace } from "./network.ts";
import { isAskedAgain, resolveTarget, upgraded, type InvalidWhy } from "./resolveTarget.ts";

/** What stops a connection before anything is sent. */
export type Blocker =
  | "csp"
  | "mixed-content"
  | "blocked-port"
  | "invalid-url"
  | "local-network-access"
  /** 0.0.0.0, an address to listen on: Chromium alone connects, to this machine. */
  | "wildcard-address";

/** A case with nothing left out. */
export interface FullCase extends ConnectCase {
  readonly resource: Resource;
  readonly context: ConnectContext;
}

export interface Decision {
  readonly by: Blocker | null;
  readonly invalid: InvalidWhy | null;
  /** As it is asked for in the end; null: it is no address. */
  readonly url: URL | null;
  /** Before an upgrade. */
  readonly asked: URL | null;
  /** The policy that upgraded it. */
  readonly upgradedBy: ActivePolicy | null;
  readonly isRelative: boolean;
  readonly verdicts: readonly PolicyVerdict[];
  /** The enforced policy that blocks it. */
  readonly blocking: PolicyVerdict | null;
  readonly active: readonly ActivePolicy[];
}

/** Goes through what a browser checks, in its order. */
export function decide(one: FullCase): Decision {
  const { pageUrl, policies, engine, context, resource } = one;
  const active = activePolicies(policies, context, engine);
  const resolved = resolveTarget(one);
  if (!resolved.ok) {
    const nothing = { url: null, asked: null, upgradedBy: null, isRelative: false, verdicts: [], blocking: null };
    return { ...nothing, by: "invalid-url", invalid: resolved.why, active };
  }
  const asked = resolved.url;
  const upgrader = active.find(isUpgrading) ?? null;
  const next = upgrader && upgraded({ url: asked, pageUrl, engine, context, resource });
  const url = next ?? asked;
  const verdicts = judgeAll(one, active, asked, next);
  const blocking = verdicts.find(isBlocking) ?? null;
  return {
    by: blockerOf(one, url, blocking !== null),
    invalid: null,
    url,
    asked,
    upgradedBy: next && upgrader,
    isRelative: resolved.isRelative,
    verdicts,
    blocking,
    active,
  };
}

/**
 * Chromium and WebKit ask about the address after its upgrade, Firefox before: there a policy that upgrades
 * lets `ws:` pass for `wss:`. Of requests, Chromium asks report-only policies before, too; and of `fetch`, enforced
 * ones both before and after.
 */
function judgeAll(
  { pageUrl, engine, context, resource }: FullCase,
  active: readonly ActivePolicy[],
  asked: URL,
  next: URL | null,
): readonly PolicyVerdict[] {
  const self = selfOf(pageUrl);
  return active.map((one) => {
    const isRequest = engine === "chromium" && resource !== "websocket";
    const isEarly = engine === "firefox" || (isRequest && one.disposition === "report");
    const verdict = judgePolicy(one, { url: next === null || isEarly ? asked : next, self, engine });
    if (engine === "chromium" && resource === "fetch" && next !== null) {
      const before = judgePolicy(one, { url: asked, self, engine });
      return before.allowed ? verdict : before;
    }
    if (!verdict.allowed || next === null) return verdict;
    if (!isAskedAgain({ url: asked, pageUrl, engine, context, resource })) return verdict;
    const again = new URL(next.href);
    again.protocol = "https:";
    return judgePolicy(one, { url: again, self, engine, isRedirected: true });
  });
}

function blockerOf(one: FullCase, url: URL, isForbidden: boolean): Blocker | null {
  const { engine } = one;
  const early: readonly (() => Blocker | null)[] = [() => portBlocker(url), () => wildcardBlocker(engine, url)];
  const late: readonly (() => Blocker | null)[] = [
    () => (isForbidden ? "csp" : null),
    () => (isMixed({ engine, origin: originOf(one.pageUrl), url: url.href }) ? "mixed-content" : null),
  ];
  // WebKit looks at port and address first, the others when the connection is about to be made.
  const steps = engine === "webkit" ? [...early, ...late] : [...late, ...early];
  for (const step of [...steps, () => localBlocker(one, url)]) {
    const blocker = step();
    if (blocker !== null) return blocker;
  }
  return null;
}

const isNetwork = ({ protocol }: URL): boolean => /^(?:wss?|https?):$/.test(protocol);
const portBlocker = (url: URL): Blocker | null => (isNetwork(url) && isBadPort(portOf(url)) ? "blocked-port" : null);
const wildcardBlocker = (engine: PolicyEngine, url: URL): Blocker | null =>
  engine !== "chromium" && isNetwork(url) && hostKind(hostOf(url)) === "wildcard" ? "wildcard-address" : null;

const originOf = (pageUrl: string): string => (URL.canParse(pageUrl) ? new URL(pageUrl).origin : "null");

/** Whose leave a page from elsewhere needs: that of the local network, or of this machine. One that is near needs none. */
export function localNetworkOf({ pageUrl, engine, resource, network }: FullCase, url: URL): AddressSpace | null {
  // Firefox asks for requests alone, and WebKit for nothing.
  if (engine === "webkit" || (engine === "firefox" && resource === "websocket") || !isNetwork(url)) return null;
  const page = network?.page ?? (URL.canParse(pageUrl) ? addressSpaceOf(hostOf(new URL(pageUrl))) : null);
  const target = network?.target ?? addressSpaceOf(hostOf(url));
  if (target === null || target === "public" || page === "loopback" || page === "local") return null;
  return target;
}

/** Refused where the page is known to come from elsewhere, and may not ask or was told no. */
function localBlocker(one: FullCase, url: URL): Blocker | null {
  const { pageUrl, network } = one;
  if (localNetworkOf(one, url) === null || !URL.canParse(pageUrl)) return null;
  const page = new URL(pageUrl);
  if (network?.permission === "denied") return "local-network-access";
  const isPublic = (network?.page ?? addressSpaceOf(hostOf(page))) === "public";
  // Over plain HTTP there is nobody to ask.
  return isPublic && !isSecure(page) ? "local-network-access" : null;
}
