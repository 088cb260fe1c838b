import type { ProbePolicy } from "../units/probePolicy.ts";
import type { Evidence } from "../session/evidence.ts";
import type { Probe, ProbeId } from "../session/probe.ts";
import { failedOnTheWay, isCut, isGivenUp } from "./failure.ts";
import { isMixed } from "../csp/network.ts";
import { see, type Sight } from "./sight.ts";
import { seconds } from "../units/units.ts";

/** Attempts of a row that are probed: the first, and those that opened; the rest fails for the same reason. */
export function isProbedByItself(evidence: Evidence, policy: ProbePolicy): boolean {
  if (
    policy === "never" ||
    evidence.ending.asked ||
    (evidence.retry > 0 && !evidence.ending.opened) ||
    mayRaisePrompt(evidence)
  )
    return false;
  return policy === "always" || see(evidence).isLocal;
}

/** A probe would ask the reader for leave to reach the local network, and hang until there is an answer. */
export function mayRaisePrompt(evidence: Evidence): boolean {
  const { network } = see(evidence);
  return network !== null && evidence.permissions[network] !== "granted";
}

/**
 * The next request that could tell the remaining causes apart, given what is known so far: fetches
 * first, because every failed socket slows down the next one; null when nothing more can be learnt.
 */
export function nextProbe(evidence: Evidence): Probe | null {
  const sight = see(evidence);
  const { url } = sight;
  if (!url || evidence.ending.asked) return null;
  const wanted = isCut(sight) ? AFTER_A_CUT : failedOnTheWay(sight) ? wantedFor(sight) : [];
  const done = new Set(evidence.probes.map(({ id }) => id));
  const isLate = evidence.probes.some(({ at }) => at - evidence.ending.at > LATE);
  const isAsked = isLate && evidence.protocol === "websocket" && sight.stage === "never-opened";
  const id = [...wanted, ...(isAsked && wanted.length > 0 ? (["same"] as const) : [])].find((one) => !done.has(one));
  return id === undefined ? null : make(id, sight, url);
}

/** What is asked so long after the failure may meet another server: the address itself is tried again, last. */
const LATE = seconds(5);

const AFTER_A_CUT: readonly ProbeId[] = ["alive"];

function wantedFor(sight: Sight): readonly ProbeId[] {
  const { evidence } = sight;
  const isRaw = evidence.protocol === "websocket";
  if (sight.probe("http") === null) return ["http"];
  switch (sight.http) {
    case "answered":
      return isRaw ? answeredRaw(sight) : answeredSocketIo(sight);
    case "nothing":
      return silent(sight);
    case "no-answer":
      // An Engine.IO server without another handler lets every other request hang.
      return hasEnded(sight) ? ["polling", "raw-socketio"] : [];
    case "unknown":
      return [];
  }
}

const hasEnded = (sight: Sight): boolean => !isGivenUp(sight);

function answeredRaw(sight: Sight): readonly ProbeId[] {
  const wanted: ProbeId[] = ["http-readable", "polling"];
  const isHidden = sight.probe("polling") !== null && sight.engineIo === null;
  const isSuspect = sight.evidence.ending.lasted >= 900 || /\b(?:socket|engine)\.io\b/.test(sight.url?.pathname ?? "");
  if (isHidden && isSuspect) wanted.push("raw-socketio");
  if (sight.evidence.subprotocols.length > 0) wanted.push("without-subprotocols");
  if (!sight.isSecure && canReach(sight, otherScheme(sight.evidence.url))) wanted.push("other-scheme");
  return [...wanted, ...otherSocket(sight)];
}

function answeredSocketIo(sight: Sight): readonly ProbeId[] {
  const { cause } = sight.evidence.ending;
  if (cause.kind === "connect-error" && cause.status !== null) return ["polling"];
  return sight.engineIo?.answer.kind === "open" ? ["polling"] : ["polling", "raw-socketio"];
}

function silent(sight: Sight): readonly ProbeId[] {
  const wanted: ProbeId[] = [];
  if (canReach(sight, otherScheme(sight.evidence.url))) wanted.push("other-scheme", ...otherSocket(sight));
  if (sight.passed("other-scheme") || sight.code === 1015) return wanted;
  // The spelling that failed comes last, if at all: browsers make a failed address wait.
  if (sight.host === "localhost") wanted.push("ipv4", "ipv6");
  if (sight.host === "127.0.0.1") wanted.push("ipv6");
  if (sight.host === "::1") wanted.push("ipv4");
  // Unless the failed spelling fails again, the server merely came back meanwhile.
  if (sight.passed("ipv4") || sight.passed("ipv6")) wanted.push("same");
  return wanted;
}

const otherSocket = (sight: Sight): readonly ProbeId[] => (sight.passed("other-scheme") ? ["other-scheme-socket"] : []);

/** A plain request from a secure page is blocked, but for loopback in some engines. */
const canReach = ({ evidence }: Sight, url: string): boolean =>
  !isMixed({ engine: evidence.browser.engine, origin: evidence.page.origin, url });

const SWAPPED: Readonly<Record<string, string>> = {
  "ws:": "wss:",
  "wss:": "ws:",
  "http:": "https:",
  "https:": "http:",
};
/** The same address, port and all, over the other scheme. */
export function otherScheme(url: string): string {
  const { host, port, protocol, pathname, search } = new URL(url);
  const isSecure = protocol === "wss:" || protocol === "https:";
  const wanted = port === "" ? `${host}:${isSecure ? "443" : "80"}` : host;
  return `${SWAPPED[protocol] ?? protocol}//${wanted}${pathname}${search}`;
}

const asHttp = (url: string): string => url.replace(/^ws/, "http");
const asSocket = (url: string): string => url.replace(/^http/, "ws");

/**
 * A server that is nothing but Engine.IO lets every other request hang. This one it answers at once, with
 * an error (code 1), and opens no session for it.
 */
const NO_SESSION = "polling&sid=none";

/** Engine.IO's handshake at the path of the setup, or the usual one. */
function engineIoAddress({ evidence }: Sight, url: URL, transport: string, search: string): string {
  const query = evidence.protocol === "socketio" && search !== "" ? `&${search.slice(1)}` : "";
  return `${url.protocol}//${url.host}${evidence.socketio?.path ?? "/socket.io/"}?EIO=4&transport=${transport}${query}`;
}

function withHost({ protocol, port, pathname, search }: URL, host: string): string {
  return `${protocol}//${host}${port === "" ? "" : `:${port}`}${pathname}${search}`;
}

/** What was meant to go over TLS does not go without it: no query of the user's, which may hold a token. */
function otherWay(sight: Sight, url: URL, transport: string): string {
  const bare = `${url.protocol}//${url.host}${url.pathname}`;
  const isRaw = sight.evidence.protocol === "websocket";
  const query = sight.isSecure ? "" : url.search;
  return otherScheme(isRaw ? bare + query : engineIoAddress(sight, url, transport, query));
}

/** @returns the exact request; user and password never travel with it */
function make(id: ProbeId, sight: Sight, url: URL): Probe {
  const bare = `${url.protocol}//${url.host}${url.pathname}${url.search}`;
  const path = sight.evidence.protocol === "socketio" ? engineIoAddress(sight, url, NO_SESSION, url.search) : bare;
  const get = (at: string, mode: Probe["mode"]): Probe => ({
    id,
    by: "fetch",
    url: asHttp(at),
    mode,
    subprotocols: [],
  });
  const socket = (at: string): Probe => ({ id, by: "socket", url: asSocket(at), mode: null, subprotocols: [] });
  switch (id) {
    case "http":
    case "alive":
      return get(path, "no-cors");
    case "http-readable":
      return get(path, "cors");
    case "polling":
      return get(engineIoAddress(sight, url, "polling", url.search), "cors");
    case "other-scheme":
      return get(otherWay(sight, url, NO_SESSION), "no-cors");
    case "other-scheme-socket":
      return socket(otherWay(sight, url, "websocket"));
    case "raw-socketio":
      return socket(engineIoAddress(sight, url, "websocket", url.search));
    case "without-subprotocols":
      return socket(bare);
    case "same":
      return { ...socket(bare), subprotocols: sight.evidence.subprotocols };
    case "ipv4":
      return socket(withHost(url, "127.0.0.1"));
    case "ipv6":
      return socket(withHost(url, "[::1]"));
    case "localhost":
      return socket(withHost(url, "localhost"));
  }
}

/** The requests that may follow, for a reader who is to agree first; what comes later depends on the answers. */
export function foreseenProbes(evidence: Evidence): readonly Probe[] {
  const sight = see(evidence);
  const { url } = sight;
  const next = nextProbe(evidence);
  if (!url || !next) return [];
  if (next.id !== "http") return [next];
  return [next, ...laterOf(sight).map((id) => make(id, sight, url))];
}

function laterOf(sight: Sight): readonly ProbeId[] {
  if (sight.evidence.protocol === "socketio") return ["polling", "raw-socketio"];
  const family: readonly ProbeId[] = sight.host === "localhost" || sight.host === "::1" ? ["ipv4"] : ["ipv6"];
  return sight.isLocal ? ["http-readable", "other-scheme", ...family] : ["http-readable", "other-scheme"];
}
