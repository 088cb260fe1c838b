import { visible } from "../visible.ts";

/** Marks in one text; more than that is no help. */
const MOST = 500;

/** The places of a text that any of the patterns finds, in order, without overlap. */
function findMarks(text: string, marks: readonly RegExp[]): readonly (readonly [from: number, to: number])[] {
  const found: (readonly [number, number])[] = [];
  for (const mark of marks) {
    for (const match of text.matchAll(mark)) {
      if (match[0] === "") continue;
      found.push([match.index, match.index + match[0].length]);
      if (found.length >= MOST) break;
    }
  }
  found.sort((a, b) => a[0] - b[0]);
  return found.filter(([from], at) => from >= (found[at - 1]?.[1] ?? 0));
}

interface MarkedProps {
  readonly text: string;
  readonly marks: readonly RegExp[];
  /** How what cannot be seen is written; lines stay lines in a text of several. */
  readonly write?: (text: string) => string;
}

/** Text with what the filter looks for marked in it, and what cannot be seen made visible. */
export function Marked({ text, marks, write = visible }: MarkedProps) {
  const places = marks.length === 0 ? [] : findMarks(text, marks);
  if (places.length === 0) return write(text);
  const parts = places.map(([from, to], at) => (
    <span key={from}>
      {write(text.slice(places[at - 1]?.[1] ?? 0, from))}
      <mark>{write(text.slice(from, to))}</mark>
    </span>
  ));
  return (
    <>
      {parts}
      {write(text.slice(places.at(-1)?.[1] ?? 0))}
    </>
  );
}
