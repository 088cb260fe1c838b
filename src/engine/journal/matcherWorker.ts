import { matchAmong } from "./match.ts";
import type { MatcherAnswer, MatcherQuestion } from "./matcher.ts";
import { Segment } from "./segment.ts";

/** A worker of the engine's: patterns that take for ever hold nothing but it, and it can be ended. */
const scope: {
  onmessage: ((event: MessageEvent<MatcherQuestion>) => void) | null;
  postMessage(message: MatcherAnswer): void;
} = self;

scope.onmessage = ({ data: { id, cut, isText, terms, candidates } }): void => {
  scope.postMessage({ id, hits: matchAmong(Segment.of(cut, isText), terms, candidates) });
};
