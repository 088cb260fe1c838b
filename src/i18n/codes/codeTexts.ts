import type { CloseCodeRange } from "../../core/explain/closeCodes.ts";
import type { CodeKey } from "../../core/explain/codeRegistry.ts";
import type { Retry } from "../../core/explain/codes/codeRow.ts";
import type { IdleLimitId } from "../../core/explain/idleTimeouts.ts";

/** What a code means, and what usually brings it about. An entry without sentences is a type error in every language. */
export type CodeSentences<Key extends CodeKey> = Readonly<Record<Key, readonly [meaning: string, usualCause: string]>>;

/** How the end at a limit looks, and what to change. */
export type IdleSentences = Readonly<Record<IdleLimitId, readonly [closes: string, fix: string]>>;

/** The texts about close codes and idle limits in one language. `Backticks` set off what could be typed or was sent. */
export interface CodeTexts {
  readonly codes: CodeSentences<CodeKey>;
  readonly idle: IdleSentences;
  readonly ranges: Readonly<Record<CloseCodeRange, string>>;
  readonly retry: Readonly<Record<Retry, string>>;
  readonly screen: {
    readonly title: string;
    readonly search: string;
    readonly system: string;
    readonly allSystems: string;
    readonly count: (count: number) => string;
    readonly code: string;
    readonly name: string;
    readonly meaning: string;
    readonly usualCause: string;
    readonly retry: string;
    readonly source: string;
    readonly none: string;
  };
}
