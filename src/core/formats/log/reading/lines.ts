import type { Feed } from "./logReading.ts";

/** In UTF-16 units; a longer line is no line of a log. */
const LONGEST_LINE = 256 * 1024 * 1024;

/**
 * Cuts text that comes in pieces into lines. A line that runs over many pieces is put together once.
 * @param take gets null for a line that is too long
 */
export function byLine(take: (line: string | null, number: number) => void, ended: () => void = () => undefined): Feed {
  let parts: string[] = [];
  let length = 0;
  let number = 0;
  const finish = (last: string): void => {
    const line = length === 0 ? last : parts.join("") + last;
    const isTooLong = length + last.length > LONGEST_LINE;
    parts = [];
    length = 0;
    number++;
    take(isTooLong ? null : line.endsWith("\r") ? line.slice(0, -1) : line, number);
  };
  return {
    push: (text) => {
      let from = number === 0 && length === 0 && text.startsWith("\ufeff") ? 1 : 0;
      for (let end = text.indexOf("\n", from); end >= 0; end = text.indexOf("\n", from)) {
        finish(text.slice(from, end));
        from = end + 1;
      }
      if (from < text.length) {
        if (length <= LONGEST_LINE) parts.push(text.slice(from));
        length += text.length - from;
      }
    },
    end: () => {
      if (length > 0) finish("");
      ended();
    },
  };
}
