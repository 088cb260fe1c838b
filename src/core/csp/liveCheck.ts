import type { PolicyEngine, PolicyText } from "./case.ts";
import type { LabCase } from "./caseLink.ts";
import { decide } from "./decide.ts";

/** What the live check's own window may do: it inherits into the frame where the case is tried. */
const WINDOW_POLICY: PolicyText = {
  delivery: "meta",
  disposition: "enforce",
  text: "default-src 'none'; script-src 'self'; connect-src ws: wss: http: https:; base-uri 'none'; form-action 'none'",
};

/** What came of a try in a real frame. */
export interface LiveOutcome {
  /** Name of what the constructor threw; empty: nothing. */
  readonly thrown: string;
  /** Right after the constructor; -1: there was no socket. */
  readonly readyState: number;
  readonly opened: boolean;
  /** Violations of enforced policies. */
  readonly enforced: number;
}

/** How a try ended, as far as a page can tell. `fails`: something on the network, or what a page cannot tell from it. */
export type LiveVerdict = "csp" | "mixed-content" | "invalid-url" | "opens" | "fails";

export interface LiveComparison {
  readonly predicted: LiveVerdict | "passes";
  readonly seen: LiveVerdict;
  readonly isSame: boolean;
}

/** The texts that can be tried: a `<meta>` reports nothing, and a header is tried as one. */
export const liveTexts = ({ policies }: LabCase): readonly string[] =>
  policies.flatMap(({ disposition, text }) => (disposition === "enforce" ? [text] : []));

/** What is predicted for the frame that tries it: a srcdoc of our own page. */
export function predictLive(one: LabCase, pageUrl: string, engine: PolicyEngine): LiveComparison["predicted"] {
  const policies = liveTexts(one).map((text) => ({ ...WINDOW_POLICY, text }));
  const { by } = decide({
    ...one,
    pageUrl,
    engine,
    context: "iframe-srcdoc",
    policies: [WINDOW_POLICY, ...policies],
  });
  switch (by) {
    case "csp":
    case "mixed-content":
    case "invalid-url":
      return by;
    case null:
      return "passes";
    case "blocked-port":
    case "wildcard-address":
    case "local-network-access":
      return "fails";
  }
}

/** WebSocket.CLOSED, at once: a policy in Chromium. */
const CLOSED = 3;

function seenOf(outcome: LiveOutcome, engine: PolicyEngine, { resource }: LabCase): LiveVerdict {
  const { thrown, enforced, opened, readyState } = outcome;
  if (enforced > 0 || thrown === "NS_ERROR_CONTENT_BLOCKED") return "csp";
  if (thrown === "SyntaxError") return "invalid-url";
  if (thrown === "SecurityError") return engine === "webkit" ? "csp" : "mixed-content";
  if (resource === "websocket" && engine === "chromium" && readyState === CLOSED) return "csp";
  return opened ? "opens" : "fails";
}

/** Holds a prediction against what happened. What passes may still fail on the network. */
export function compareLive(one: LabCase, pageUrl: string, engine: PolicyEngine, outcome: LiveOutcome): LiveComparison {
  const predicted = predictLive(one, pageUrl, engine);
  const seen = seenOf(outcome, engine, one);
  // A page cannot tell mixed content of a request, or of a socket in WebKit, from any failure.
  const isSilent = predicted === "mixed-content" && (one.resource !== "websocket" || engine === "webkit");
  const isSame = predicted === seen || (predicted === "passes" && seen === "opens") || (isSilent && seen === "fails");
  const isNetwork = predicted === "passes" && seen === "fails";
  return { predicted, seen, isSame: isSame || isNetwork };
}
