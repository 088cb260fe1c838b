import { analyseConnect, type ConnectAnalysis } from "../../src/core/csp/analyseConnect.ts";
import type { PolicyEngine } from "../../src/core/csp/case.ts";
import type { DiffPage, Try } from "./generate.ts";
import type { Outcome } from "./inPage.ts";

/** How a browser shows what it decided before the network. */
type Shown = "csp" | "mixed-content" | "invalid-url" | "passes" | `threw ${string}`;

export interface Comparison {
  readonly predicted: string;
  readonly seen: string;
}

/** @param at which of its batch the page is: it names the document, which addresses may be relative to */
export function predict(page: DiffPage, tried: Try, at: number, engine: PolicyEngine): ConnectAnalysis {
  const kind = page.context === "worker-network" ? "worker" : "case";
  const { policies, context, origin } = page;
  return analyseConnect({ ...tried, policies, context, pageUrl: `${origin}/${kind}/${at}`, engine });
}

/** WebSocket.CLOSED */
const CLOSED = 3;

function shownBy({ thrown, enforced, readyState }: Outcome, one: Try, engine: PolicyEngine): Shown {
  if (enforced > 0) return "csp";
  if (one.resource !== "websocket")
    return thrown === "SyntaxError" || thrown === "TypeError" ? "invalid-url" : "passes";
  switch (thrown) {
    case null:
      return engine === "chromium" && readyState === CLOSED ? "csp" : "passes";
    case "SyntaxError":
      return "invalid-url";
    case "SecurityError":
      return "mixed-content";
    default:
      return `threw ${thrown}`;
  }
}

/** Ports, the network and what a request meets there are no matter of this. */
function predictedAs({ by }: ConnectAnalysis, { resource }: Try): Shown {
  if (by === "csp" || by === "invalid-url") return by;
  return by === "mixed-content" && resource === "websocket" ? by : "passes";
}

/**
 * @returns what differs; null: they agree. An address is compared where the browser shows it, complaints of
 * report-only policies where a socket is opened.
 */
export function compare(
  page: DiffPage,
  one: Try,
  at: number,
  outcome: Outcome,
  engine: PolicyEngine,
): Comparison | null {
  // There Firefox tells nobody of a violation.
  if (engine === "firefox" && one.resource === "eventsource" && page.context === "worker-network") return null;
  const analysis = predict(page, one, at, engine);
  const [predicted, seen] = [predictedAs(analysis, one), shownBy(outcome, one, engine)];
  // Requests that are no addresses are rejected, which looks like any failure.
  if (one.resource !== "websocket" && predicted === "invalid-url") return null;
  if (predicted !== seen) return { predicted: `${predicted} (${analysis.by ?? "allowed"})`, seen };
  const isUrlShown = one.resource === "websocket" && engine === "chromium" && outcome.url !== "";
  if (isUrlShown && outcome.url !== analysis.effectiveUrl)
    return { predicted: analysis.effectiveUrl ?? "no address", seen: outcome.url };
  const complains = analysis.reported.length > 0 && predicted !== "invalid-url";
  return complains === outcome.reported > 0
    ? null
    : { predicted: complains ? "a complaint" : "no complaint", seen: `${outcome.reported} complaints` };
}
