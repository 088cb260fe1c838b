import type { PolicyEngine, PolicyText } from "./case.ts";
import type { Span } from "../units/span.ts";
import { isIgnoredInMeta, isIgnoredInReport } from "./directives.ts";

export interface Token extends Span {
  readonly text: string;
}

export interface Directive extends Span {
  /** In lower case. */
  readonly name: string;
  readonly nameSpan: Span;
  /** The value, apart by white space. */
  readonly tokens: readonly Token[];
  /** Why it has no effect; null: it has. */
  readonly ignored: "duplicate" | "in-meta" | "in-report-only" | "characters" | null;
}

/** One policy of a header or `<meta>`. */
export interface Policy extends Span {
  /** Which text it comes from. */
  readonly index: number;
  /** Which of the text's policies it is, from 0. */
  readonly part: number;
  readonly directives: readonly Directive[];
}

/** Of a header, in characters: what is longer is cut. Servers and browsers refuse such headers anyway. */
const LONGEST = 65_536;
/** Between ASCII white space of HTML; other spaces are characters like any. */
const TOKEN = /[^\t\n\f\r ]+/g;

/**
 * Reads a header or `<meta>`. Browsers cut both at commas, but Firefox a `<meta>`; a policy without any directive
 * is none.
 * @see https://w3c.github.io/webappsec-csp/#parse-serialized-policy-list
 */
export function parsePolicies(source: PolicyText, index: number, engine: PolicyEngine): readonly Policy[] {
  const text = source.text.slice(0, LONGEST);
  const isOne = source.delivery === "meta" && engine === "firefox";
  const pieces = isOne ? [{ start: 0, end: text.length }] : split(text, ",", { start: 0, end: text.length });
  return pieces
    .filter((piece) => text.slice(piece.start, piece.end).trim() !== "")
    .map((piece, part) => ({ ...piece, index, part, directives: directivesOf(text, piece, source, engine) }));
}

function split(text: string, mark: string, { start, end }: Span): readonly Span[] {
  const pieces: Span[] = [];
  let from = start;
  for (let at = start; at <= end; at += 1) {
    if (at < end && text[at] !== mark) continue;
    pieces.push({ start: from, end: at });
    from = at + 1;
  }
  return pieces;
}

function directivesOf(
  text: string,
  whole: Span,
  { delivery, disposition }: PolicyText,
  engine: PolicyEngine,
): readonly Directive[] {
  const seen = new Set<string>();
  return split(text, ";", whole).flatMap((piece) => {
    const [first, ...tokens] = tokensOf(text, piece);
    if (first === undefined) return [];
    const name = first.text.toLowerCase();
    const isPlain = [first, ...tokens].every((token) => /^[\x21-\x7e]+$/.test(token.text));
    const ignored = seen.has(name)
      ? "duplicate"
      : !isPlain
        ? "characters"
        : delivery === "meta" && isIgnoredInMeta(name)
          ? "in-meta"
          : disposition === "report" && isIgnoredInReport(name)
            ? "in-report-only"
            : null;
    // What Chromium cannot read still counts as the first of its name.
    if (ignored !== "characters" || engine === "chromium") seen.add(name);
    const end = tokens.at(-1)?.end ?? first.end;
    return [{ name, nameSpan: first, tokens, ignored, start: first.start, end }];
  });
}

const tokensOf = (text: string, { start, end }: Span): readonly Token[] =>
  Array.from(text.slice(start, end).matchAll(TOKEN), ({ 0: token, index }) => ({
    text: token,
    start: start + index,
    end: start + index + token.length,
  }));

/** The directive of a name that has an effect. */
export const directiveOf = ({ directives }: Policy, name: string): Directive | null =>
  directives.find((directive) => directive.name === name && directive.ignored === null) ?? null;

/** What decides about connections: `connect-src`, else `default-src`. */
export const connectDirective = (policy: Policy): Directive | null =>
  directiveOf(policy, "connect-src") ?? directiveOf(policy, "default-src");
