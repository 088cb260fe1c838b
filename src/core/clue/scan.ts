import type { Span } from "../units/span.ts";
import type { ClueDetail, Tool } from "./clue.ts";
import { detailOf } from "./detail.ts";
import type { Found, Phrase, Verdict } from "./phrase.ts";
import { PHRASES } from "./phrases/index.ts";

/** A phrase that was found: what it says, where. */
export interface Hit {
  readonly verdicts: readonly Verdict[];
  readonly detail: Partial<ClueDetail> & { readonly tool: Tool };
  readonly span: Span;
  readonly line: number;
  readonly isEcho: boolean;
}

/** Longer lines are read in pieces, which overlap by the length of a match. */
const PIECE = 4000;
const OVERLAP = 1000;

interface Entry {
  readonly phrase: Phrase;
  readonly tool: Tool;
  readonly at: RegExp;
  readonly order: number;
}

const ENTRIES: readonly Entry[] = PHRASES.flatMap(({ tool, phrases }) =>
  phrases.map((phrase) => ({ phrase, tool, at: new RegExp(phrase.at, `${phrase.at.flags.replace("g", "")}g`) })),
).map((entry, order) => ({ ...entry, order }));

const wordsOf = ({ has }: Phrase): readonly string[] => (typeof has === "string" ? [has] : has);

/** Every phrase under the words that it has. */
const BY_WORD = new Map<string, Entry[]>();
for (const entry of ENTRIES)
  for (const word of wordsOf(entry.phrase)) BY_WORD.set(word, [...(BY_WORD.get(word) ?? []), entry]);

const WORDS = [...BY_WORD.keys()].toSorted((one, other) => other.length - one.length);
/** At one place only the longest word is seen: those that it begins with are there, too. */
const BEGINNINGS = new Map(WORDS.map((word) => [word, WORDS.filter((other) => word.startsWith(other))]));
const ANY_WORD = new RegExp(WORDS.map(escaped).join("|"), "g");

function escaped(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
}

/** Every phrase in a text, in the order of their places; where two overlap, the one that is registered first. */
export function scan(text: string): readonly Hit[] {
  const hits: Hit[] = [];
  const lineAt = lineCounter(text);
  let at = 0;
  let [begin, end] = [0, -1];
  for (;;) {
    ANY_WORD.lastIndex = at;
    const first = ANY_WORD.exec(text);
    if (first === null) return hits;
    // Of a line that is read in pieces the bounds are looked for once.
    if (first.index > end) {
      begin = text.lastIndexOf("\n", first.index - 1) + 1;
      const newline = text.indexOf("\n", first.index);
      end = newline === -1 ? text.length : newline;
    }
    const isLong = end - begin > PIECE;
    const from = isLong ? Math.max(begin, at, first.index - OVERLAP) : begin;
    const to = isLong ? Math.min(end, from + PIECE) : end;
    const entries = entriesIn(text, first.index, to);
    hits.push(...hitsIn({ text, from, to, entries, line: lineAt(begin), after: hits.at(-1)?.span.end ?? 0 }));
    at = to < end ? Math.max(to - OVERLAP, first.index + 1, hits.at(-1)?.span.end ?? 0) : end;
  }
}

/** The number of the line at an offset; counts forward, from where it was asked last. */
function lineCounter(text: string): (offset: number) => number {
  let [line, from] = [0, 0];
  return (offset) => {
    for (;;) {
      const newline = text.indexOf("\n", from);
      if (newline === -1 || newline >= offset) return line;
      line += 1;
      from = newline + 1;
    }
  };
}

/** The phrases whose words stand in a piece, in the order of their registration. */
function entriesIn(text: string, from: number, to: number): readonly Entry[] {
  const found = new Set<Entry>();
  const seen = new Set<string>();
  for (let at = from; at < to;) {
    ANY_WORD.lastIndex = at;
    const match = ANY_WORD.exec(text);
    if (match === null || match.index >= to) break;
    at = match.index + 1;
    const [word] = match;
    if (seen.has(word)) continue;
    seen.add(word);
    for (const beginning of BEGINNINGS.get(word) ?? [])
      for (const entry of BY_WORD.get(beginning) ?? []) found.add(entry);
  }
  return [...found].toSorted((one, other) => one.order - other.order);
}

interface Piece {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly entries: readonly Entry[];
  readonly line: number;
  /** What begins before was told of by the piece before. */
  readonly after: number;
}

function hitsIn(piece: Piece): readonly Hit[] {
  const { text, from, to, entries, line, after } = piece;
  const part = text.slice(from, to);
  const hits: Hit[] = [];
  const taken: Span[] = [];
  for (const { phrase, tool, at } of entries) {
    for (const match of part.matchAll(at)) {
      const span = { start: from + match.index, end: from + match.index + match[0].length };
      if (span.start < after || taken.some((one) => one.start < span.end && span.start < one.end)) continue;
      const groups = match.groups ?? {};
      const detail = detailOf(groups);
      const found: Found = {
        detail,
        group: (name) => groups[name] ?? "",
        line: part,
        before: (lines) => before(text, from, lines),
        after: (lines) => behind(text, to, lines),
      };
      const verdicts = typeof phrase.says === "function" ? phrase.says(found) : phrase.says;
      // What says nothing keeps its words from looser phrases all the same.
      taken.push(span);
      if (verdicts.length > 0)
        hits.push({ verdicts, detail: { ...detail, tool }, span, line, isEcho: phrase.isEcho === true });
    }
  }
  return hits.toSorted((one, other) => one.span.start - other.span.start);
}

/** So many characters a line are looked at: a text without lines would be searched to its ends for every match. */
const AROUND = 400;

function before(text: string, from: number, lines: number): string {
  const near = text.slice(Math.max(0, from - lines * AROUND), from);
  let begin = near.length;
  for (let count = 0; count < lines && begin > 0; count += 1) begin = near.lastIndexOf("\n", begin - 2) + 1;
  return near.slice(begin);
}

function behind(text: string, to: number, lines: number): string {
  const near = text.slice(to, to + lines * AROUND);
  let end = 0;
  for (let count = 0; count < lines && end < near.length; count += 1) {
    const next = near.indexOf("\n", end + 1);
    end = next === -1 ? near.length : next;
  }
  return near.slice(0, end);
}
