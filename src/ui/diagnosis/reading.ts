import { actionsFor, type Action } from "../../core/explain/actions.ts";
import type { Cause } from "../../core/explain/cause.ts";
import type { Diagnosis } from "../../core/explain/explain.ts";
import type { Finding } from "../../core/explain/finding.ts";
import { foreseenProbes, mayRaisePrompt, nextProbe } from "../../core/explain/probing.ts";
import type { Target } from "../../core/explain/target.ts";
import { withClues, type Heard } from "../../core/explain/withClues.ts";
import { readClue } from "../../core/clue/readClue.ts";
import { targetOf } from "../../core/explain/targetOf.ts";
import type { Evidence } from "../../core/session/evidence.ts";
import { codeOf } from "../../core/session/session.ts";
import type { Probe } from "../../core/session/probe.ts";
import type { Blind, ExplainTexts, Place } from "../../i18n/explain/explainTexts.ts";

/** Evidence and everything that is drawn from it, once for all parts of the panel. */
export interface Reading {
  readonly evidence: Evidence;
  readonly diagnosis: Diagnosis;
  /** What was found in lines that the user pasted. */
  readonly heard: readonly Heard[];
  readonly top: Finding;
  /** The members of a class, or what else is possible: in their order, without classes. */
  readonly others: readonly Finding[];
  readonly target: Target;
  readonly place: Place;
  readonly actions: readonly Action[];
  readonly pending: readonly Probe[];
  readonly canProbe: boolean;
  readonly asksLeave: boolean;
  /** What happened and why, filled in. */
  readonly headline: string;
  readonly why: string;
}

/**
 * @param headerValue from the setup, for the lines that the user runs; they never leave this page otherwise
 * @param pasted what the user found in a console or a log of the same failure; "" for nothing
 */
export function read(
  evidence: Evidence,
  texts: ExplainTexts,
  headerValue: (name: string) => string | null,
  pasted = "",
): Reading {
  const { diagnosis, heard } = withClues(evidence, readClue(pasted), ({ span }) => pasted.slice(span.start, span.end));
  const [top, ...rest] = diagnosis.findings;
  const target = targetOf(evidence, headerValue);
  const place = placeOf(evidence, target, texts);
  const isUnasked = top.cause === "unreachable" && evidence.probes.length === 0;
  const words = isUnasked ? texts.unasked : texts.causes[top.cause];
  // That there was a code is a fact, and told as one.
  const others = rest.filter(({ isClass, cause }) => !isClass && cause !== "close-code");
  return {
    evidence,
    diagnosis,
    heard,
    top,
    others,
    target,
    place,
    // Before anything was asked, asking is what helps.
    actions: isUnasked ? [] : actionsOf(top, others, evidence),
    pending: foreseenProbes(evidence),
    canProbe: nextProbe({ ...evidence, probes: [] }) !== null,
    asksLeave: mayRaisePrompt(evidence),
    headline: fill(words.headline, place),
    why: fill(words.why, place),
  };
}

/** Members below this weight are listed, and no button is offered for them. */
const PLAUSIBLE = 30;

/** Of a class the first member that can be mended from here lends its actions; a guess is not carried out. */
function actionsOf(top: Finding, others: readonly Finding[], evidence: Evidence): readonly Action[] {
  const own = actionsFor(top.cause, evidence);
  if (own.length > 0 || !top.isClass) return own;
  const plausible = others.filter(
    ({ weight, certainty }, at) =>
      weight >= PLAUSIBLE && (at === 0 || certainty === "likely" || top.cause === "unreachable"),
  );
  return plausible.flatMap(({ cause }) => actionsFor(cause, evidence)).slice(0, 2);
}

function placeOf(evidence: Evidence, target: Target, { browsers }: ExplainTexts): Place {
  const host = target.host.includes(":") ? `[${target.host}]` : target.host;
  const isUsual = target.port === (target.isSecure ? 443 : 80);
  const code = codeOf(evidence.ending.cause);
  return {
    where: target.host === "" ? evidence.typed : isUsual ? host : `${host}:${String(target.port)}`,
    host: target.host,
    port: String(target.port),
    url: evidence.url === "" ? evidence.typed : target.url,
    origin: evidence.page.origin,
    path: evidence.socketio?.path ?? target.path,
    namespace: evidence.socketio?.namespace ?? "/",
    browser: browsers[evidence.browser.engine],
    code: code === null ? "" : String(code),
  };
}

/** Fills in `{where}` and its like; what came from outside may hold backticks, which would end the monospace. */
export const fill = (text: string, place: Place): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(place, name) ? place[name as keyof Place].replaceAll("`", "'") : whole,
  );

const BLIND: Partial<Readonly<Record<Cause, Blind>>> = {
  unreachable: "network",
  refused: "network",
  dns: "network",
  reset: "network",
  tls: "network",
  "other-protocol": "network",
  "no-answer": "network",
  "local-network-access": "network",
  "loopback-address": "network",
  "http-answer": "http",
  "proxy-no-upgrade": "http",
  "http-refused": "http",
  "process-ended": "drop",
  "network-lost": "drop",
  "bad-handshake": "http",
  "socketio-behind-raw": "http",
  subprotocol: "http",
  dropped: "drop",
  "idle-timeout": "drop",
  "protocol-violation": "drop",
  "auth-after-open": "close",
  "message-rejected": "close",
  "close-code": "close",
  "socketio-cors": "polling",
  "socketio-path": "polling",
  "not-socketio": "polling",
  "socketio-namespace": "namespace",
  csp: "policy",
};

export const blindOf = ({ cause }: Finding): Blind | null => BLIND[cause] ?? null;
