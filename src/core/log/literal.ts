/** Shorter texts stand in too many entries to be worth looking for first. */
const SHORTEST = 3;

/**
 * A text that stands in whatever a pattern matches: the longest that is plain to see. Looking for it
 * first spares the pattern most of a log.
 * @returns null: none is plain to see, or it is too short to help
 */
export function literalOf({ source, flags }: RegExp): string | null {
  // Of alternatives, none need be there; with both flags, letters beyond ASCII stand for ASCII ones.
  if (source.includes("|") || (flags.includes("i") && /[uv]/.test(flags))) return null;
  // Letters beyond ASCII may have more than one other case: Σ is σ and ς.
  const isAnyCase = flags.includes("i");
  let best = "";
  let run = "";
  const end = (): void => {
    if (run.length > best.length) best = run;
    run = "";
  };
  for (let at = 0; at < source.length;) {
    const { text, length } = pieceAt(source, at);
    at += length;
    const repeated = /^(?:[*?+]|\{\d*,?\d*\})\??/.exec(source.slice(at, at + 20));
    if (text === null || (isAnyCase && !isAscii(text)) || (repeated !== null && !repeated[0].startsWith("+"))) end();
    else run += text;
    // After what may come several times, the next does not follow on its first.
    if (repeated !== null) end();
    at += repeated?.[0].length ?? 0;
  }
  end();
  return best.length >= SHORTEST ? best : null;
}

const isAscii = (text: string): boolean => !/[^ -~]/.test(text);

/** One piece of a pattern. @property text what it stands for; null: for more than one thing, or for a place */
function pieceAt(source: string, at: number): { readonly text: string | null; readonly length: number } {
  const character = source[at] ?? "";
  if (character === "\\") {
    const escaped = source[at + 1] ?? "";
    if (!/[\w]/.test(escaped)) return { text: escaped, length: 2 };
    // \xFF, \u1234, \u{1F600}, \cJ, \p{L}, \k<name>
    const long = /^\\(?:x[\da-f]{2}|u\{[^}]*\}|u[\da-f]{4}|c[a-z]|[pP]\{[^}]*\}|k<[^>]*>|\d+)/i.exec(
      source.slice(at, at + 80),
    );
    return { text: null, length: long?.[0].length ?? 2 };
  }
  if (character === "[" || character === "(") return { text: null, length: closing(source, at) - at };
  return { text: /[.^$)\]{}]/.test(character) ? null : character, length: 1 };
}

/** Behind the bracket that closes the one here. */
function closing(source: string, from: number): number {
  let depth = 0;
  let isClass = false;
  for (let at = from; at < source.length; at++) {
    const character = source[at];
    if (character === "\\") at++;
    else if (isClass) isClass = character !== "]";
    else if (character === "[") isClass = true;
    else if (character === "(") depth++;
    else if (character === ")") depth--;
    if (depth === 0 && !isClass) return at + 1;
  }
  return source.length;
}
