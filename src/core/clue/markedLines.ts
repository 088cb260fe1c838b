import type { Clue } from "./clue.ts";

/** A line that matters, cut to what can be read, around the part that speaks for its clues. */
export interface MarkedLine {
  /** Counted from 1. */
  readonly number: number;
  readonly before: string;
  readonly marked: string;
  readonly after: string;
  /** What the part speaks for, the strongest first. */
  readonly clues: readonly Clue[];
}

/** So much of a line stands before and after what is marked in it, and of what is marked. */
const BEFORE = 120;
const AFTER = 240;
const MARKED = 600;

/** The lines of a text that clues rest on, in their order in the text. */
export function markedLines(text: string, clues: readonly Clue[]): readonly MarkedLine[] {
  const byStart = new Map<number, Clue[]>();
  for (const clue of clues) byStart.set(clue.span.start, [...(byStart.get(clue.span.start) ?? []), clue]);
  let [number, from] = [1, 0];
  return [...byStart.entries()]
    .toSorted(([one], [other]) => one - other)
    .map(([start, own]) => {
      for (
        let newline = text.indexOf("\n", from);
        newline !== -1 && newline < start;
        newline = text.indexOf("\n", from)
      ) {
        number += 1;
        from = newline + 1;
      }
      const end = Math.max(...own.map(({ span }) => span.end));
      const newline = text.indexOf("\n", end);
      const last = newline === -1 ? text.length : newline;
      const begin = Math.max(from, start - BEFORE);
      const stop = Math.min(last, end + AFTER);
      return {
        number,
        before: `${begin > from ? "…" : ""}${text.slice(begin, start)}`,
        marked: text.slice(start, Math.min(end, start + MARKED)),
        after: `${text.slice(end, stop)}${stop < last ? "…" : ""}`,
        clues: own,
      };
    });
}
