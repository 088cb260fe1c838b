/** What an entry of the palette is found by. */
export interface Findable {
  readonly name: string;
  readonly words: readonly string[];
  /** What stands beside its name, and above it. */
  readonly around: readonly string[];
}

const BEGIN = 1;
const WORD = 0.9;
const INSIDE = 0.5;
const INITIALS = 0.6;
const IN_WORDS = 0.75;
const AROUND = 0.3;
/** Of two names that begin alike the shorter is meant. */
const LENGTH = 0.001;

/**
 * How well an entry answers to what was typed: every word of it has to be found somewhere, at best at the
 * beginning of the name. Letters that are merely strewn over a name find nothing: what stands first is done by Enter.
 * @returns 0: not at all; at most 1
 */
export function paletteScore({ name, words, around }: Findable, typed: string): number {
  const terms = lower(typed)
    .split(/\s+/u)
    .filter((term) => term !== "");
  let sum = 0;
  for (const term of terms) {
    const score = Math.max(
      found(name, term),
      initials(name, term),
      ...words.map((word) => found(word, term) * IN_WORDS),
      ...around.map((text) => found(text, term) * AROUND),
    );
    if (score === 0) return 0;
    sum += score;
  }
  if (terms.length === 0) return 1;
  return Math.max(Number.MIN_VALUE, sum / terms.length - name.length * LENGTH);
}

const lower = (text: string): string => text.normalize("NFKC").toLowerCase();

function found(text: string, term: string): number {
  const where = lower(text);
  const at = where.indexOf(term);
  if (at < 0) return 0;
  if (at === 0) return BEGIN;
  const begins = [...where.matchAll(/[\p{L}\p{N}]+/gu)].some((word) => where.startsWith(term, word.index));
  if (begins) return WORD;
  // Two letters in the middle of a word are no sign of anything; a character of Chinese is.
  return term.length > 2 || !/[a-z0-9]/.test(term) ? INSIDE : 0;
}

/** `nc` for "New connection". */
function initials(text: string, term: string): number {
  const first = [...lower(text).matchAll(/[\p{L}\p{N}]+/gu)].map(([word]) => word.at(0) ?? "").join("");
  return term.length > 1 && first.startsWith(term) ? INITIALS : 0;
}
