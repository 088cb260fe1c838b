import { pieces } from "../core/log/marks.ts";
import { visible } from "./visible.ts";

interface MarkedProps {
  readonly text: string;
  /** What is marked in it. */
  readonly marks: readonly RegExp[];
  /** How what cannot be seen is written; lines stay lines in a text of several. */
  readonly write?: (text: string) => string;
}

/** Text in which what the filter looks for stands out, and what cannot be seen is made visible. */
export function Marked({ text, marks, write = visible }: MarkedProps) {
  if (marks.length === 0) return write(text);
  return pieces(text, marks).map((piece, at) =>
    // oxlint-disable-next-line react/no-array-index-key -- a piece is its place
    piece.isMarked ? <mark key={at}>{write(piece.text)}</mark> : write(piece.text),
  );
}
