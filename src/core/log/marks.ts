import type { Filter } from "./filter.ts";
import { escapeRegex } from "./wildcard.ts";

/** A piece of a text, and whether a filter's words or patterns are in it. */
export interface Piece {
  readonly text: string;
  readonly isMarked: boolean;
}

/** More marks than this in one text say nothing. */
const MOST = 500;
/** UTF-16 units in which a pattern with repetitions is looked for: its time may grow with their square. */
const PATTERN_REACH = 10_000;

/**
 * What a filter looks for in payloads, as patterns that are safe to run where the reader waits: one with a
 * repeated group, or with several repetitions, may take for ever on some text, and marks nothing.
 */
export function markers(filter: Filter): readonly RegExp[] {
  return filter.flatMap(({ not, test }): readonly RegExp[] => {
    if (not) return [];
    if (test.type === "text") return [new RegExp(escapeRegex(test.text), test.anyCase ? "gi" : "g")];
    if (test.type !== "regex" || !isQuick(test.regex.source)) return [];
    return [new RegExp(test.regex.source, `${test.regex.flags}g`)];
  });
}

/** A pattern without what only looks like a repetition. */
const bare = (source: string): string => source.replace(/\\./gsu, "x").replace(/\[[^\]]*\]/gsu, "x");
const repetitionsOf = (source: string): number => bare(source).match(/[*+]|\{\d+,\d*\}/g)?.length ?? 0;

const isQuick = (source: string): boolean =>
  repetitionsOf(source) <= 2 && !/\)(?:[*+]|\{)|\(\?<?[=!]/.test(bare(source));

/** Cuts a text at the marks. Marks that overlap become one. */
export function pieces(text: string, patterns: readonly RegExp[]): readonly Piece[] {
  const spans: { from: number; to: number }[] = [];
  for (const pattern of patterns) {
    const reach = repetitionsOf(pattern.source) > 0 ? text.slice(0, PATTERN_REACH) : text;
    for (const match of reach.matchAll(pattern)) {
      if (match[0] !== "") spans.push({ from: match.index, to: match.index + match[0].length });
      if (spans.length >= MOST) break;
    }
  }
  if (spans.length === 0) return [{ text, isMarked: false }];
  const cut: Piece[] = [];
  let at = 0;
  const put = (to: number, isMarked: boolean): void => {
    if (to > at) cut.push({ text: text.slice(at, to), isMarked });
    at = Math.max(at, to);
  };
  let last: { from: number; to: number } | null = null;
  for (const span of spans.toSorted((one, other) => one.from - other.from)) {
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to);
    else {
      if (last) put(last.to, true);
      put(span.from, false);
      last = { ...span };
    }
  }
  if (last) put(last.to, true);
  put(text.length, false);
  return cut;
}
