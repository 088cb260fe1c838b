import type { Engine, Evidence } from "../session/evidence.ts";
import type { ProbeId, ProbeResult } from "../session/probe.ts";
import { hostKind, isLoopback, type HostKind } from "../units/host.ts";
import { ms, type Ms } from "../units/units.ts";
import type { Cause } from "./cause.ts";
import { isServersWord } from "./failure.ts";
import { readEngineIo, type EngineIoAnswer } from "./engineIoAnswer.ts";
import { hostOf, isMixed, needsLocalNetwork, portOf } from "../csp/network.ts";
import { foresee } from "./foresee.ts";

/** How far the attempt came. */
type Stage =
  /** The constructor threw. */
  | "never-made"
  /** An error event and no close: the browser did not even try. */
  | "blocked"
  | "never-opened"
  | "opened";

/** What HTTP on the same host and port said to a probe. */
type HttpSays = "answered" | "nothing" | "no-answer" | "unknown";

/** Evidence, read once for all rules. */
export interface Sight {
  readonly evidence: Evidence;
  readonly engine: Engine;
  readonly url: URL | null;
  readonly host: string;
  readonly hostIs: HostKind;
  readonly port: number;
  readonly isSecure: boolean;
  readonly isLocal: boolean;
  readonly stage: Stage;
  readonly code: number | null;
  readonly reason: string;
  readonly wasClean: boolean;
  readonly foreseen: Cause | null;
  /** The permission that the target needs of the browser. */
  readonly network: "loopback" | "local" | null;
  readonly http: HttpSays;
  /** Socket.IO's client got an HTTP answer that the page may read. */
  readonly spoke: boolean;
  /** What P1 was, and what it got. */
  readonly httpProbe: ProbeResult | null;
  /** Status and body of a probe that the page may read. */
  readonly readable: ProbeResult | null;
  readonly engineIo: { readonly answer: EngineIoAnswer; readonly probe: ProbeResult } | null;
  /** Since the last frame, either way, until the end; null: no frame. */
  readonly silence: Ms | null;
  readonly probe: (id: ProbeId) => ProbeResult | null;
  /** Whether a probe of that name got through. */
  readonly passed: (id: ProbeId) => boolean;
}

const stageOf = ({ ending }: Evidence): Stage => {
  if (ending.opened) return "opened";
  if (ending.cause.kind === "exception") return "never-made";
  return ending.cause.kind === "no-close-event" ? "blocked" : "never-opened";
};

/** A plain request from a secure page to a host that is not this machine is blocked, and so says nothing. */
const isSilenced = (evidence: Evidence, { url }: ProbeResult): boolean => {
  const { engine } = evidence.browser;
  return isMixed({ engine, origin: evidence.page.origin, url });
};

const PASSED = new Set(["answered", "opened"]);

export function see(evidence: Evidence): Sight {
  const { ending, probes, page, browser } = evidence;
  const url = URL.canParse(evidence.url) ? new URL(evidence.url) : null;
  const host = url ? hostOf(url) : "";
  const cause = ending.cause;
  const hasCode = cause.kind === "close" || cause.kind === "disconnect";
  // What the policy of our own page made of the address is what counts.
  const isUpgraded = evidence.usedUrl?.startsWith("wss:") === true;
  const outlook = {
    engine: browser.engine,
    origin: page.origin,
    url: isUpgraded ? (evidence.usedUrl ?? evidence.url) : evidence.url,
  };
  const counted = probes.filter((one) => one.outcome.kind !== "blocked" && !isSilenced(evidence, one));
  const probe = (id: ProbeId): ProbeResult | null => counted.findLast((one) => one.id === id) ?? null;
  const httpProbe = probe("http") ?? probe("alive");
  return {
    evidence,
    engine: browser.engine,
    url,
    host,
    hostIs: hostKind(host),
    port: url ? portOf(url) : 0,
    isSecure: url !== null && /^(?:wss|https):$/.test(url.protocol),
    isLocal: isLoopback(host),
    stage: stageOf(evidence),
    code: hasCode ? cause.code : null,
    reason: hasCode ? (cause.reason ?? "") : "",
    wasClean: hasCode && cause.wasClean === true,
    foreseen: foreseenOf(foresee(outlook), evidence),
    network: needsLocalNetwork(outlook),
    http: httpSays(httpProbe, counted),
    spoke: cause.kind === "connect-error" && cause.status !== null,
    httpProbe,
    readable: [probe("http-readable"), probe("polling")].find((one) => statusOf(one) !== null) ?? null,
    engineIo: engineIoOf(probe("polling")),
    silence: silenceOf(evidence),
    probe,
    passed: (id) => PASSED.has(probe(id)?.outcome.kind ?? ""),
  };
}

/**
 * A reader may let mixed content pass, for one site: then the socket is made without an exception, or
 * the server has its say, and what was foreseen did not happen.
 */
function foreseenOf(foreseen: Cause | null, { browser, usedUrl, ending }: Evidence): Cause | null {
  if (foreseen !== "mixed-content") return foreseen;
  const isMade = browser.engine !== "webkit" && usedUrl !== null && ending.cause.kind !== "exception";
  return isMade || isServersWord(ending.cause) ? null : foreseen;
}

function httpSays(http: ProbeResult | null, probes: readonly ProbeResult[]): HttpSays {
  if (http?.outcome.kind === "answered" || probes.some((one) => statusOf(one) !== null && one.id !== "other-scheme"))
    return "answered";
  if (http?.outcome.kind === "rejected") return "nothing";
  return http?.outcome.kind === "timeout" ? "no-answer" : "unknown";
}

/** The status of an answer that the page may read. */
const statusOf = (probe: ProbeResult | null): number | null =>
  probe?.outcome.kind === "answered" && probe.outcome.status !== null && probe.outcome.status > 0
    ? probe.outcome.status
    : null;

function engineIoOf(probe: ProbeResult | null): Sight["engineIo"] {
  if (probe?.outcome.kind !== "answered" || probe.outcome.body === null) return null;
  const answer = readEngineIo(probe.outcome.body);
  return answer ? { answer, probe } : null;
}

function silenceOf({ sent, received, ending }: Evidence): Ms | null {
  if (!ending.opened) return null;
  const gaps = [sent.last?.before, received.last?.before].filter((gap) => gap !== undefined);
  return gaps.length === 0 ? null : ms(Math.min(...gaps));
}
