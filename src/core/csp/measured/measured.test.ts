import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { analyseConnect, type ConnectAnalysis } from "../analyseConnect.ts";
import { ENGINES, type ConnectCase, type ConnectContext, type PolicyEngine, type PolicyText } from "../case.ts";
import type { AddressSpace } from "../network.ts";

const read = <Row>(name: string): readonly Row[] =>
  JSON.parse(readFileSync(new URL(`./${name}.json`, import.meta.url), "utf8")) as Row[];

/** How many agree, by engine; what does not is named. */
class Tally {
  readonly agree: Record<string, number> = {};
  readonly differ: string[] = [];

  add(engine: string, name: string, isSame: boolean): void {
    if (isSame) this.agree[engine] = (this.agree[engine] ?? 0) + 1;
    else this.differ.push(`${name} ${engine}`);
  }
}

interface Measured {
  readonly cause: string;
  readonly engine: PolicyEngine;
  readonly pageUrl: string;
  readonly policies: readonly PolicyText[];
  readonly targetUrl: string;
}

interface MeasuredConnect extends Measured {
  readonly blockedByCsp: boolean;
}

interface MeasuredSignal extends Measured {
  /** H: http on loopback, S: https, R: http on a name, P and Q: https and http from the public network; W, N, B: in a worker. */
  readonly context: string;
  readonly signature: string;
  readonly wsUrl?: string;
  readonly readyState?: number;
  readonly violations: readonly ("enforce" | "report")[];
  readonly reached?: boolean;
  /** lna: Firefox with a setting that is off by default. */
  readonly variant?: string;
}

describe("what was measured in Chromium 156, Firefox 153 and WebKitGTK 2.50", () => {
  test("[CP1] connect-src: every expression, page and target, in each engine", () => {
    const tally = new Tally();
    for (const one of read<MeasuredConnect>("connectSrc")) {
      const { by } = analyseConnect(one);
      tally.add(one.engine, `${one.cause} ${one.pageUrl}`, (by === "csp") === one.blockedByCsp);
    }
    expect(tally.differ).toEqual([]);
    expect(tally.agree).toEqual({ chromium: 40, firefox: 40, webkit: 40 });
  });

  test("[CP2] policies, mixed content, upgrades, ports, addresses and the local network, in each engine", () => {
    const tally = new Tally();
    const records = read<MeasuredSignal>("signals").filter(isAboutDefaults);
    for (const one of records) {
      const name = `${one.cause} ${one.context} ${one.signature}`;
      tally.add(one.engine, name, agrees(one, analyseConnect(caseOf(one))));
    }
    expect(tally.differ).toEqual([]);
    expect(tally.agree).toEqual({ chromium: 137, firefox: 132, webkit: 127 });
  });

  test("[CP2] report-only policies complain of what was complained of", () => {
    const records = read<MeasuredSignal>("signals").filter(
      // WebKit tells workers of no violation.
      (one) => one.policies.length > 0 && !(one.engine === "webkit" && isWorker(one)),
    );
    const wrong = records.filter(
      (one) => analyseConnect(caseOf(one)).reported.length > 0 !== one.violations.includes("report"),
    );
    expect(wrong.map(({ cause, engine }) => `${cause} ${engine}`)).toEqual([]);
    expect(records.filter((one) => one.violations.includes("report")).length).toBe(11);
  });
});

const isWorker = ({ context }: MeasuredSignal): boolean => /[WNB]$/.test(context);

/** Left out: a second argument that no engine takes, and a setting of Firefox's that is off. */
const isAboutDefaults = ({ cause, variant }: MeasuredSignal): boolean =>
  cause !== "mixed-192-options" && variant !== "lna";

function caseOf(one: MeasuredSignal): ConnectCase {
  const isPublic = one.context.startsWith("P") || one.context.startsWith("Q");
  const context: ConnectContext = one.context.endsWith("B")
    ? "worker-blob"
    : isWorker(one)
      ? "worker-network"
      : "window";
  // N: the worker's script came without a policy. A Chromium without windows cannot ask, and refuses.
  return {
    ...one,
    policies: one.context.endsWith("N") ? [] : one.policies,
    context,
    ...(isPublic ? { network: { page: "public", permission: "denied" } as const } : {}),
  };
}

/** What a failure looks like in each engine, and what the analysis has to say for it. */
function agrees(one: MeasuredSignal, { by, effectiveUrl, allowed }: ConnectAnalysis): boolean {
  const { signature, engine } = one;
  switch (signature) {
    case "exception SyntaxError":
      return by === "invalid-url";
    case "exception NS_ERROR_CONTENT_BLOCKED":
      return by === "csp";
    case "exception SecurityError":
      return by === (engine === "webkit" ? "csp" : "mixed-content");
    case "error":
      // Chromium at once for a policy; WebKit for what it stops before the network.
      return engine === "chromium"
        ? by === "csp"
        : by === "mixed-content" || by === "blocked-port" || by === "wildcard-address";
    case "open":
      return allowed && isSameAddress(one, effectiveUrl);
    case "error > close 1015":
      // A server without TLS: so it was upgraded.
      return allowed && effectiveUrl?.startsWith("wss:") === true;
    case "error > close 1006":
      return failsInTheNetwork(one, by, effectiveUrl);
    default:
      return false;
  }
}

/** Firefox hides an upgrade, and opens what was upgraded where the server speaks TLS. */
function isSameAddress({ wsUrl, targetUrl, engine }: MeasuredSignal, effectiveUrl: string | null): boolean {
  if (engine === "firefox" && effectiveUrl?.startsWith("wss:") === true) return wsUrl === undefined;
  return effectiveUrl === (wsUrl ?? targetUrl);
}

/** Nothing listened there, or it spoke another protocol: the analysis must let it pass; or it was stopped on the way. */
function failsInTheNetwork(one: MeasuredSignal, by: string | null, effectiveUrl: string | null): boolean {
  const { cause, context, violations, engine } = one;
  if (cause.startsWith("port-")) return by === "blocked-port";
  if (cause.startsWith("lna-")) return by === "local-network-access";
  if (cause === "url-0.0.0.0-bound-any") return by === "wildcard-address";
  if (violations.includes("enforce")) return by === "csp";
  // WebKit tells a worker of mixed content so.
  if (engine === "webkit" && context.startsWith("S") && isWorker(one) && one.targetUrl.startsWith("ws:"))
    return by === "mixed-content" || (by === null && effectiveUrl?.startsWith("wss:") === true);
  if (one.wsUrl !== undefined) return by === null && effectiveUrl === one.wsUrl;
  return by === null;
}

interface PlatformTest {
  readonly id: string;
  readonly pageUrl: string;
  readonly context: string;
  readonly resource: string;
  readonly policies: readonly PolicyText[];
  readonly targetUrl: string;
  readonly expected: "allowed" | "blocked";
  readonly by: string | null;
  readonly directive?: string;
  readonly upgradedTo?: string;
  readonly pageAddressSpace?: AddressSpace;
  readonly targetAddressSpace?: AddressSpace;
  readonly permission?: "granted" | "denied";
}

const CONTEXTS: Readonly<Record<string, ConnectContext>> = {
  window: "window",
  "dedicated-worker (network)": "worker-network",
  "dedicated-worker (data:)": "worker-blob",
  "iframe srcdoc": "iframe-srcdoc",
};

/** Images are asked about as connections are, by a directive of another name. */
const asConnect = (one: PlatformTest, text: string): string =>
  one.directive === undefined ? text : text.replaceAll(one.directive, "connect-src");

function platformCase(one: PlatformTest, engine: PolicyEngine): ConnectCase {
  return {
    engine,
    pageUrl: one.pageUrl,
    targetUrl: one.targetUrl,
    context: CONTEXTS[one.context] ?? "window",
    resource: one.resource === "websocket" || one.resource === "eventsource" ? one.resource : "fetch",
    policies: one.policies.map((policy) => ({ ...policy, text: asConnect(one, policy.text) })),
    network: {
      ...(one.pageAddressSpace && { page: one.pageAddressSpace }),
      ...(one.targetAddressSpace && { target: one.targetAddressSpace }),
      ...(one.permission && { permission: one.permission }),
    },
  };
}

const BY: Readonly<Record<string, string | null>> = { directive: "csp", upgrade: null };

/** Where engines do otherwise than the shared tests expect, as measured. */
const PLATFORM_DEVIATIONS: readonly string[] = [
  // WebKit lets no insecure request of a secure page pass, not even to this machine.
  "wpt-087 webkit",
  "wpt-089 webkit",
  "wpt-091 webkit",
  // Local Network Access for sockets is Chromium's alone.
  "wpt-107 firefox",
  "wpt-107 webkit",
];

describe("the expectations of web-platform-tests", () => {
  test("[CP3] policies, mixed content, upgrades and the local network", () => {
    const tally = new Tally();
    for (const one of read<PlatformTest>("wpt")) {
      for (const engine of ENGINES) {
        const { allowed, by, effectiveUrl } = analyseConnect(platformCase(one, engine));
        const wanted = one.by === null ? null : (BY[one.by] ?? (one.by === "upgrade" ? null : one.by));
        const isSame = allowed === (one.expected === "allowed") && by === wanted;
        tally.add(engine, one.id, isSame && (one.upgradedTo === undefined || effectiveUrl === one.upgradedTo));
      }
    }
    expect(tally.differ).toEqual(PLATFORM_DEVIATIONS);
    expect(tally.agree).toEqual({ chromium: 45, firefox: 44, webkit: 41 });
  });

  test("[CP3] addresses and ports", () => {
    const tally = new Tally();
    const rows = read<{ pageUrl: string; targetUrl: string; expected: string; wsUrl?: string }>("wptUrls");
    for (const one of rows) {
      for (const engine of ENGINES) {
        const { by, effectiveUrl } = analyseConnect({ ...one, engine, policies: [] });
        const wanted = { SyntaxError: "invalid-url", ok: null, "blocked-port": "blocked-port" }[one.expected];
        const isSame = by === wanted && (one.wsUrl === undefined || effectiveUrl === one.wsUrl);
        tally.add(engine, one.targetUrl, isSame);
      }
    }
    expect(tally.differ).toEqual([]);
    expect(tally.agree).toEqual({ chromium: 43, firefox: 43, webkit: 43 });
  });
});
