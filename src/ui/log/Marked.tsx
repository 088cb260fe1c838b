import { pieces } from "../../core/log/marks.ts";

interface MarkedProps {
  readonly text: string;
  readonly patterns: readonly RegExp[];
}

/** A text in which what a filter looks for stands out. */
export function Marked({ text, patterns }: MarkedProps) {
  if (patterns.length === 0) return text;
  return pieces(text, patterns).map((piece, at) =>
    // oxlint-disable-next-line react/no-array-index-key -- a piece is its place
    piece.isMarked ? <mark key={at}>{piece.text}</mark> : piece.text,
  );
}
