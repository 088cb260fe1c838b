import { TOOL_NAMES, type Clue } from "../../core/clue/clue.ts";
import { isClassCause } from "../../core/explain/cause.ts";
import { clueTarget } from "../../core/explain/clueTarget.ts";
import type { Finding } from "../../core/explain/finding.ts";
import type { Target } from "../../core/explain/target.ts";
import type { ClueTexts } from "../../i18n/clue/clueTexts.ts";
import type { ExplainTexts, Place } from "../../i18n/explain/explainTexts.ts";
import { fill, type Reading } from "../diagnosis/reading.ts";

/** A clue as a diagnosis is drawn, without the evidence of a connection of ours. */
export interface ClueReading extends Pick<Reading, "top" | "others" | "target" | "place" | "headline" | "why"> {
  readonly clue: Clue;
}

/** A likely cause has its recipes shown, rather than those of the class it belongs to. */
const WEIGHT = { certain: 100, likely: 95, possible: 30 } as const;

const findingOf = ({ cause, certainty }: Clue): Finding => ({
  cause,
  certainty,
  because: [],
  isClass: isClassCause(cause),
  weight: WEIGHT[certainty],
});

/** What a line names, to be filled into sentences. */
function placeOf({ detail }: Clue, target: Target, words: ClueTexts): Place {
  const isPlaced = detail.host !== undefined;
  const host = target.host.includes(":") ? `[${target.host}]` : target.host;
  const isBrowser = ["chromium", "firefox", "safari"].includes(detail.tool);
  return {
    where: !isPlaced ? words.somewhere : detail.port === undefined ? host : `${host}:${String(target.port)}`,
    host: isPlaced ? target.host : words.somewhere,
    port: detail.port === undefined ? "…" : String(detail.port),
    url: detail.blockedUri ?? detail.url ?? (isPlaced ? target.url : words.somewhere),
    origin: words.page,
    path: target.path,
    namespace: detail.namespace ?? "/",
    browser: isBrowser ? TOOL_NAMES[detail.tool] : words.browser,
    code: detail.code === undefined ? "…" : String(detail.code),
  };
}

/** A cause in a few words, with what its line names. */
export const shortOf = (clue: Clue, words: ClueTexts, texts: ExplainTexts): string =>
  fill(texts.causes[clue.cause].short, placeOf(clue, clueTarget(clue), words));

/** @param all clues of the text, the strongest first: those that rest on the same words are the alternatives */
export function readingOf(clue: Clue, all: readonly Clue[], words: ClueTexts, texts: ExplainTexts): ClueReading {
  const { cause } = clue;
  const target = clueTarget(clue);
  const place = placeOf(clue, target, words);
  const others = all.filter(
    (other) =>
      other !== clue && other.span.start === clue.span.start && other.detail.isUpstream === clue.detail.isUpstream,
  );
  return {
    clue,
    top: findingOf(clue),
    others: others.map(findingOf),
    target,
    place,
    headline: fill(texts.causes[cause].headline, place),
    why: fill(texts.causes[cause].why, place),
  };
}
