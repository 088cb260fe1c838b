import type { Action } from "../../core/explain/actions.ts";
import type { Cause } from "../../core/explain/cause.ts";
import type { Certainty, Fact } from "../../core/explain/finding.ts";
import type { HintCause } from "../../core/explain/hints.ts";
import type { Engine, Step } from "../../core/session/evidence.ts";
import type { ProbeId, ProbeOutcome, ProbeResult } from "../../core/session/probe.ts";
import type { HostKind } from "../../core/units/host.ts";
import type { Sentences } from "../messages.ts";

/**
 * Of one cause. `{where}` host and port, `{host}`, `{port}`, `{url}`, `{origin}`, `{path}`,
 * `{namespace}`, `{browser}` and `{code}` are filled in.
 */
export interface CauseTexts {
  /** What happened, as the user would see it. */
  readonly headline: string;
  /** Why: the cause, and how it comes to that. */
  readonly why: string;
  /** Among alternatives. */
  readonly short: string;
  /** The one check that decides. */
  readonly check: string;
}

export const PLACEHOLDERS = ["where", "host", "port", "url", "origin", "path", "namespace", "browser", "code"] as const;
export type Place = Readonly<Record<(typeof PLACEHOLDERS)[number], string>>;

/** What stays hidden from every page. */
export type Blind = "network" | "http" | "drop" | "polling" | "namespace" | "policy" | "close";

/** Everything that a diagnosis says. */
export interface ExplainTexts {
  readonly causes: Readonly<Record<Cause, CauseTexts>>;
  /** Of "unreachable", before anything was asked: then not even that is known. */
  readonly unasked: Pick<CauseTexts, "headline" | "why">;
  readonly facts: Sentences<Fact, "fact">;
  readonly hostKinds: Readonly<Record<HostKind, string>>;
  readonly blind: Readonly<Record<Blind, string>>;
  readonly probes: Readonly<Record<ProbeId, string>>;
  readonly outcomes: Sentences<ProbeOutcome, "kind"> & { readonly unreadable: () => string };
  readonly hints: Readonly<Record<HintCause, string>>;
  readonly actions: Sentences<Action, "do">;
  readonly browsers: Readonly<Record<Engine, string>>;
  readonly steps: Readonly<Record<Step["what"], string>>;
  readonly certainty: Readonly<Record<Certainty, string>>;
  readonly panel: {
    readonly label: string;
    readonly message: string;
    readonly tabs: string;
    readonly colon: string;
    readonly comma: string;
    /** In brackets. */
    readonly aside: (text: string) => string;
    /** The id of a cause, after its certainty and before its sentence. */
    readonly cause: (id: string) => string;
    readonly empty: string;
    readonly oneOf: (count: number) => string;
    readonly saw: string;
    readonly because: string;
    readonly close: string;
    readonly page: string;
    readonly browser: string;
    readonly used: string;
    readonly traffic: string;
    readonly trafficOf: (sent: number, sentSize: string, received: number, receivedSize: string) => string;
    readonly silence: string;
    readonly sockets: string;
    readonly earlier: string;
    readonly earlierOf: (count: number, same: number) => string;
    readonly permission: string;
    readonly ruledOut: string;
    readonly causes: (count: number) => string;
    readonly none: string;
    readonly probes: string;
    readonly probing: string;
    readonly notSent: string;
    readonly probeNow: string;
    readonly probeAgain: string;
    readonly stop: string;
    readonly probeWhat: string;
    readonly probePrompt: string;
    readonly probeFinal: string;
    readonly order: string;
    readonly others: string;
    readonly confirmed: string;
    readonly open: string;
    readonly out: string;
    readonly fix: string;
    readonly stack: string;
    readonly spec: string;
    readonly standard: string;
    readonly cannotSee: string;
    readonly run: string;
    readonly copy: (what: string) => string;
    readonly copyMarkdown: string;
    readonly exportEvidence: string;
    readonly copied: string;
    readonly andConnect: string;
    readonly onlyChange: string;
    readonly code: string;
    readonly codes: string;
    readonly system: string;
    readonly systemUnknown: string;
    readonly meanings: (code: number) => string;
    readonly unknownCode: (code: number) => string;
    readonly usual: (text: string) => string;
    readonly limits: string;
    readonly why: string;
    readonly dismiss: string;
    readonly entry: (seq: number) => string;
    readonly older: string;
    readonly fromFile: string;
  };
}

/**
 * What came of a probe. With CORS asked for, a rejection may only mean that the answer is not for pages.
 */
export function outcomeText(
  outcomes: ExplainTexts["outcomes"],
  { outcome, mode }: Pick<ProbeResult, "outcome" | "mode">,
): string {
  if (outcome.kind === "rejected" && mode === "cors") return outcomes.unreadable();
  return (
    (outcomes as Readonly<Record<string, (given: ProbeOutcome) => string>>)[outcome.kind]?.(outcome) ?? outcome.kind
  );
}
