export interface Strings {
  readonly value: string;
  /** Where its first word stands. */
  readonly start: number;
  /** Behind it. */
  readonly end: number;
}

/** Of a literal or a list, in characters: a quote or bracket that never ends costs no more. */
const LONGEST = 20_000;

export function lineEnd(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  const stop = end < 0 ? text.length : end;
  // Between the two octets of a line end there is a line end, too.
  return stop > from && text[stop - 1] === "\r" ? stop - 1 : stop;
}

const skipSpace = (text: string, from: number): number => {
  let at = from;
  const stop = Math.min(text.length, from + LONGEST);
  while (at < stop && /\s/.test(text[at] ?? "")) at += 1;
  return at;
};

/** One literal in quotes or backticks; null: none begins there, or it never ends. */
export function readString(text: string, from: number): Strings | null {
  const quote = text[from] ?? "";
  if (quote !== '"' && quote !== "'" && quote !== "`") return null;
  let value = "";
  const stop = Math.min(text.length, from + LONGEST);
  for (let at = from + 1; at < stop; at += 1) {
    const character = text[at] ?? "";
    if (character === quote) return { value, start: from + 1, end: at + 1 };
    if (character === "\\" && at + 1 < text.length) {
      at += 1;
      value += unescaped(text[at] ?? "");
    } else value += character;
  }
  return null;
}

/** `\n` is white space to a policy; a line end behind a backslash goes on with the line. */
const unescaped = (character: string): string =>
  character === "n" || character === "t" || character === "\n" || character === "\r" ? " " : character;

/**
 * A literal, several added with `+`, or a list of them that is joined: `["default-src 'self'", …].join("; ")`.
 * Names between them are left out.
 */
export function readStrings(text: string, from: number): Strings | null {
  const at = skipSpace(text, from);
  return text[at] === "[" ? readJoined(text, at) : readAdded(text, at);
}

function readAdded(text: string, from: number): Strings | null {
  const first = readString(text, from);
  if (first === null) return null;
  let { value, end } = first;
  while (value.length < LONGEST) {
    const at = skipSpace(text, end);
    if (text[at] !== "+") return { value, start: first.start, end };
    const next = readString(text, skipSpace(text, at + 1));
    if (next === null) return { value, start: first.start, end };
    value += next.value;
    ({ end } = next);
  }
  return { value, start: first.start, end };
}

function readJoined(text: string, from: number): Strings | null {
  const list = readList(text, from);
  if (list === null || list.items.length === 0) return null;
  const join = /^\s*\.join\(\s*/.exec(text.slice(list.end, list.end + 40));
  const by = join ? readString(text, list.end + join[0].length)?.value : undefined;
  return { value: list.items.join(by ?? "; "), start: list.start, end: list.end };
}

/** The literals of a list, whatever else stands between them. */
export function readList(
  text: string,
  from: number,
): { readonly items: readonly string[]; readonly start: number; readonly end: number } | null {
  if (text[from] !== "[") return null;
  const items: string[] = [];
  let start = from + 1;
  const stop = Math.min(text.length, from + LONGEST);
  for (let at = from + 1; at < stop;) {
    if (text[at] === "]") return { items, start, end: at + 1 };
    const one = readString(text, at);
    if (one === null) at += 1;
    else {
      if (items.length === 0) ({ start } = one);
      items.push(one.value);
      at = one.end;
    }
  }
  return null;
}
