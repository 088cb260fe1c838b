/** A text without the colours of a terminal, and where its characters stood. */
export interface PlainText {
  readonly text: string;
  /** @returns where that character stands in the text as given */
  readonly origin: (offset: number) => number;
}

/** ECMA-48 §5.4: control sequences; those of colours and of clearing a line. */
// oxlint-disable-next-line no-control-regex -- what is taken out are control characters
const SEQUENCE = /\u001b\[[\d;:?]{0,40}[A-Za-z]/g;

/** Takes out colours, which terminals and loggers write into the middle of words. */
export function toPlainText(given: string): PlainText {
  if (!given.includes("\u001b[")) return { text: given, origin: (offset) => offset };
  const parts: string[] = [];
  /** For each part: where it begins here, and how much was taken out before it. */
  const starts: number[] = [];
  const taken: number[] = [];
  let [from, length] = [0, 0];
  const add = (part: string, at: number): void => {
    starts.push(length);
    taken.push(at - length);
    parts.push(part);
    length += part.length;
  };
  for (const { index, 0: sequence } of given.matchAll(SEQUENCE)) {
    if (index > from) add(given.slice(from, index), from);
    from = index + sequence.length;
  }
  add(given.slice(from), from);
  return { text: parts.join(""), origin: (offset) => offset + (taken[partAt(starts, offset)] ?? 0) };
}

/** The last part that begins at or before an offset. */
function partAt(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
