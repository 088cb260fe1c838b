import type { Cause } from "../explain/cause.ts";
import type { Certainty } from "../explain/finding.ts";
import type { ClueDetail, Tool } from "./clue.ts";

/** What a phrase comes to: a cause, how sure, and what is known beyond the named groups. */
export interface Verdict {
  readonly cause: Cause;
  readonly certainty: Certainty;
  readonly detail?: Partial<ClueDetail>;
}

/** Strongest first; empty: nothing, after all. */
export type Reading = readonly Verdict[];

/** A match, and what stands around it. */
export interface Found {
  readonly detail: Partial<ClueDetail>;
  /** What a named group matched; "" where it matched nothing. */
  readonly group: (name: string) => string;
  /** The line of the match, at most some thousand characters of it. */
  readonly line: string;
  /** The text before or after the line, so many lines of it, without the line itself. */
  readonly before: (lines: number) => string;
  readonly after: (lines: number) => string;
}

/** One wording. Varying parts are named groups: those that `detail.ts` knows become details by themselves. */
export interface Phrase {
  /**
   * Every match contains one of them. They are looked for in a single pass through the text, and the pattern
   * runs only on lines that have one: the rarer they are, the faster.
   */
  readonly has: string | readonly string[];
  /** Matched within one line. No repetition may stand in another one, or beside one that matches the same. */
  readonly at: RegExp;
  readonly says: Reading | ((found: Found) => Reading);
  /** It repeats what a line shortly before it said of the same event, and counts for one only without that. */
  readonly isEcho?: boolean;
}

/** Wordings of one family of sources. To add one: copy a file beside this, and a line in `phrases/index.ts`. */
export interface PhraseFamily {
  readonly tool: Tool;
  readonly phrases: readonly Phrase[];
}

const verdict =
  (certainty: Certainty) =>
  (cause: Cause, detail?: Partial<ClueDetail>): Verdict => ({
    cause,
    certainty,
    ...(detail && { detail }),
  });

export const certain = verdict("certain");
export const likely = verdict("likely");
export const possible = verdict("possible");
