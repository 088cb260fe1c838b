import { fail, ok, type Result } from "../units/result.ts";

/**
 * `{{name}}` stands for a variable, `{{$uuid}}` for a value made when it is used; `\{{name}}` is
 * sent as `{{name}}`. Templates are filled at the moment of connecting or sending, never before.
 */
const PLACEHOLDER = /(\\?)\{\{\s*(\$?[^\s{}]+)\s*\}\}/gu;

export interface Variable {
  readonly name: string;
  readonly value: string;
  /** Masked on the screen, stored apart, and never shared or exported unless that is asked for. */
  readonly secret: boolean;
}

/** Where values that nobody typed come from; the caller owns clock and dice. */
export interface Generators {
  readonly now: () => number;
  /** Uniform in [0, 1). */
  readonly chance: () => number;
  /** Counts up from 1 in a connection. */
  readonly count: () => number;
}

export const GENERATED = ["$uuid", "$timestamp", "$isoTimestamp", "$randomInt", "$counter"] as const;

/** A `{{name}}` that stands for nothing. @property offset where it begins in the template */
export interface Unresolved {
  readonly kind: "unresolved";
  readonly name: string;
  readonly offset: number;
  readonly length: number;
}

/** A stretch of the filled text and the stretch of the template it came from. */
interface Piece {
  readonly from: number;
  readonly at: number;
  readonly length: number;
  readonly filled: boolean;
}

export interface Filled {
  readonly text: string;
  readonly pieces: readonly Piece[];
}

export type Fill = (template: string) => Result<Filled, Unresolved>;

/**
 * @returns a function that fills templates with these variables; the first of two of one name wins. One
 * without a value is a place kept free, as a shared setup has them for secrets: it stands for nothing.
 */
export function filler(variables: readonly Variable[], generators: Generators): Fill {
  const values = new Map<string, string>();
  for (const { name, value } of variables) if (value !== "" && !values.has(name)) values.set(name, value);
  return (template) => fill(template, (name) => values.get(name) ?? generate(name, generators));
}

function fill(template: string, lookUp: (name: string) => string | null): Result<Filled, Unresolved> {
  if (!template.includes("{{")) {
    return ok({ text: template, pieces: [{ from: 0, at: 0, length: template.length, filled: false }] });
  }
  const pieces: Piece[] = [];
  let text = "";
  let read = 0;
  const copy = (until: number): void => {
    pieces.push({ from: read, at: text.length, length: until - read, filled: false });
    text += template.slice(read, until);
    read = until;
  };
  for (const match of template.matchAll(PLACEHOLDER)) {
    const [whole, escape, name = ""] = match;
    copy(match.index);
    if (escape === "\\") {
      read += 1;
      copy(match.index + whole.length);
      continue;
    }
    const value = lookUp(name);
    if (value === null) return fail({ kind: "unresolved", name, offset: match.index, length: whole.length });
    pieces.push({ from: match.index, at: text.length, length: value.length, filled: true });
    text += value;
    read += whole.length;
  }
  copy(template.length);
  return ok({ text, pieces });
}

/** Where in the template an offset of the filled text came from; inside a value, its placeholder's begin. */
export function templateOffset({ pieces }: Filled, offset: number): number {
  const piece = pieces.findLast((candidate) => candidate.at <= offset);
  if (!piece) return 0;
  return piece.filled ? piece.from : piece.from + Math.min(offset - piece.at, piece.length);
}

/** Names of the variables that a template mentions, each once, generated values left out. */
export function mentionedVariables(template: string): readonly string[] {
  const names = new Set<string>();
  for (const [, escape, name = ""] of template.matchAll(PLACEHOLDER)) {
    if (escape !== "\\" && !name.startsWith("$")) names.add(name);
  }
  return [...names];
}

function generate(name: string, { now, chance, count }: Generators): string | null {
  switch (name) {
    case "$uuid":
      return uuid(chance);
    case "$timestamp":
      return String(Math.trunc(now()));
    case "$isoTimestamp":
      return new Date(now()).toISOString();
    case "$randomInt":
      return String(Math.trunc(chance() * 1000));
    case "$counter":
      return String(count());
    default:
      return null;
  }
}

/** @see RFC 9562 §5.4, version 4. For test data: as random as the dice it is given. */
function uuid(chance: () => number): string {
  return "xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx".replace(/[xy]/g, (place) => {
    const nibble = Math.trunc(chance() * 16);
    return (place === "x" ? nibble : (nibble & 0x3) | 0x8).toString(16);
  });
}
