import { align } from "./align.ts";

/** A line of a comparison, with its parts where it is one of a changed pair. */
export interface DiffLine {
  readonly is: "same" | "removed" | "added";
  readonly text: string;
  readonly parts: readonly DiffPart[] | null;
}

export interface DiffPart {
  readonly text: string;
  readonly isChanged: boolean;
}

export interface TextDiff {
  readonly lines: readonly DiffLine[];
  readonly isCoarse: boolean;
  /** In UTF-16 units; null: the texts are equal. */
  readonly firstDifference: number | null;
}

/** Longer texts are not laid side by side: where they begin to differ is all that is said. */
export const MOST_TEXT = 1_000_000;
/** Words in a pair of lines beyond which the lines stand as a whole. */
const MOST_WORDS = 4000;
const MOST_WORD_EDITS = 400;

/** Two texts by lines, and lines that took each other's place by words. */
export function compareText(first: string, second: string): TextDiff {
  const firstDifference = differsAt(first, second);
  if (first.length > MOST_TEXT || second.length > MOST_TEXT) return { lines: [], isCoarse: true, firstDifference };
  const [a, b] = [first.split("\n"), second.split("\n")];
  const { runs, isCoarse } = align(a.length, b.length, (x, y) => a[x] === b[y]);
  const lines: DiffLine[] = [];
  for (const [at, { is, from, to, count }] of runs.entries()) {
    const next = runs[at + 1];
    const pairs = is === "removed" && next?.is === "added" ? Math.min(count, next.count) : 0;
    const before = runs[at - 1];
    const paired = is === "added" && before?.is === "removed" ? Math.min(count, before.count) : 0;
    for (let step = 0; step < count; step++) {
      const text = (is === "added" ? b[to + step] : a[from + step]) ?? "";
      let parts: readonly DiffPart[] | null = null;
      if (step < pairs) parts = wordParts(text, b[(next?.to ?? 0) + step] ?? "", "removed");
      else if (step < paired) parts = wordParts(a[(before?.from ?? 0) + step] ?? "", text, "added");
      lines.push({ is, text, parts });
    }
  }
  return { lines, isCoarse, firstDifference };
}

export function differsAt(first: string, second: string): number | null {
  if (first === second) return null;
  let at = 0;
  while (at < first.length && first[at] === second[at]) at++;
  return at;
}

/** Words, numbers, spaces and single signs; Han characters one by one. */
const WORDS = /\p{Script=Han}|[\p{L}\p{N}_]+|\s+|[^]/gu;

/** One side of a pair of lines, what differs set apart; null where too much does. */
function wordParts(first: string, second: string, side: "removed" | "added"): readonly DiffPart[] | null {
  const [a, b] = [first.match(WORDS) ?? [], second.match(WORDS) ?? []];
  if (a.length + b.length > MOST_WORDS) return null;
  const { runs, isCoarse } = align(a.length, b.length, (x, y) => a[x] === b[y], MOST_WORD_EDITS);
  if (isCoarse) return null;
  return runs
    .filter(({ is }) => is === "same" || is === side)
    .map(({ is, from, to, count }) => ({
      text: (side === "removed" ? a.slice(from, from + count) : b.slice(to, to + count)).join(""),
      isChanged: is === side,
    }));
}
