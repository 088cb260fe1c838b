import type { Delivery, Disposition, PolicyText } from "./case.ts";
import { isDirectiveName } from "./directives.ts";
import { findHelmet } from "./helmet.ts";
import { lineEnd, readStrings } from "./literals.ts";

/** What a policy was found in. */
export type FoundIn = "header" | "meta" | "setting" | "helmet" | "bare";

export interface FoundPolicy extends PolicyText {
  readonly foundIn: FoundIn;
  /** Where its first word stands in the text. */
  readonly start: number;
}

/** Of a pasted file; what lies beyond is not looked at. */
const LONGEST = 1_000_000;
const MOST = 50;
/** Of a value without quotes, in characters: what is longer than any header is cut. */
const LONGEST_VALUE = 65_536;
/** Places that are looked at: a file of nothing but names costs no more. */
const PLACES = 200;
/** How far back a comment or a tag may have begun. */
const BACK = 5000;
const NAME = /content-security-policy(-report-only)?/gi;
/** `policy` and its kin, as libraries call them. */
const SETTING = /\b(?:contentSecurityPolicy|content_security_policy|policyDirectives)\b/g;

/**
 * Finds policies in whatever they come in: header lines, `curl -I`, a `<meta>`, lines of nginx, Apache, Caddy, IIS,
 * YAML, JSON, code of Express or Next.js, Helmet's options, or a policy alone. What is commented out counts not.
 */
export function findPolicies(pasted: string): readonly FoundPolicy[] {
  const text = pasted.slice(0, LONGEST);
  const found = [...named(text), ...settings(text), ...findHelmet(text)]
    .filter(({ start }, at, all) => all.findIndex((other) => other.start === start) === at)
    .toSorted((one, other) => one.start - other.start)
    .slice(0, MOST);
  return found.length > 0 ? found : bare(text);
}

function* firstMatches(text: string, pattern: RegExp): Generator<RegExpExecArray> {
  let count = 0;
  for (const match of text.matchAll(pattern)) {
    if ((count += 1) > PLACES) return;
    yield match;
  }
}

function named(text: string): readonly FoundPolicy[] {
  const found: FoundPolicy[] = [];
  for (const match of firstMatches(text, NAME)) {
    const disposition: Disposition = match[1] === undefined ? "enforce" : "report";
    if (isCommented(text, match.index)) continue;
    const end = match.index + match[0].length;
    const tag = tagAround(text, match.index);
    const read = tag === null ? afterName(text, end) : attribute(text, tag, end);
    if (read === null || !looksLikePolicy(read.value)) continue;
    const delivery: Delivery = tag?.name === "meta" ? "meta" : "header";
    const isLine = /(?:^|\n)[\t <>]*$/.test(text.slice(Math.max(0, match.index - 40), match.index));
    const foundIn = delivery === "meta" ? "meta" : isLine && !read.isQuoted ? "header" : "setting";
    found.push({ delivery, disposition, text: tidy(read.value), foundIn, start: read.start });
  }
  return found;
}

/** A policy that starts with the name of a directive, or holds one after a semicolon. */
function looksLikePolicy(value: string): boolean {
  return value.split(/[;,]/).some((piece) => isDirectiveName(firstWord(piece)));
}

const firstWord = (text: string): string => (/^\s*([^\s;,]*)/.exec(text)?.[1] ?? "").toLowerCase();

/** Line ends of files and backslashes before them are white space to a policy. */
const tidy = (value: string): string =>
  value
    .replace(/\\(?=\r?\n)/g, "")
    .replace(/\s+/g, " ")
    .trim();

function isCommented(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - BACK), at);
  const line = before.slice(before.lastIndexOf("\n") + 1).trimStart();
  return /^(?:#|\/\/|;|<!--)/.test(line) || before.lastIndexOf("<!--") > before.lastIndexOf("-->");
}

interface Read {
  readonly value: string;
  readonly start: number;
  readonly isQuoted: boolean;
}

/** `: value`, `", "value"`, ` "value" always;`, `= "value"`, `value: "…"`: a text in quotes, or the rest of the line. */
function afterName(text: string, from: number): Read | null {
  const gap = /^["'`\])]*[\t ]*(?:=>|[:=,])?\s*(?:["'`]?value["'`]?\s*[:=]\s*)?/.exec(text.slice(from, from + 200));
  let at = from + (gap?.[0].length ?? 0);
  // A header whose value stands in the next line folded, or a YAML block.
  const block = /^[>|][-+]?[\t ]*\r?\n/.exec(text.slice(at, at + 10));
  if (block) return yamlBlock(text, at + block[0].length);
  const strings = readStrings(text, at);
  if (strings !== null) return { value: strings.value, start: strings.start, isQuoted: true };
  while (text[at] === " " || text[at] === "\t") at += 1;
  return { value: unquotedRest(text, at), start: at, isQuoted: false };
}

/** A value without quotes ends with its line, or with the tag or statement around it. */
function unquotedRest(text: string, at: number): string {
  let end = lineEnd(text, at);
  // Long headers are sometimes pasted with their lines wrapped and indented.
  while (end - at < LONGEST_VALUE && /^\r?\n[\t ]+\S/.test(text.slice(end, end + 80))) end = lineEnd(text, end + 1);
  return text.slice(at, Math.min(end, at + LONGEST_VALUE));
}

function yamlBlock(text: string, from: number): Read {
  const indent = /^[\t ]*/.exec(text.slice(from, from + 200))?.[0] ?? "";
  const stop = indent === "" ? from : Math.min(text.length, from + LONGEST_VALUE);
  let end = from;
  while (end < stop && (text.startsWith(indent, end) || /^\s*\n/.test(text.slice(end, end + 200)))) {
    end = Math.min(text.length, lineEnd(text, end) + 1);
  }
  return { value: text.slice(from, Math.min(end, stop)), start: from + indent.length, isQuoted: false };
}

interface Tag {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** The tag that a place stands in, as an attribute's value. */
function tagAround(text: string, at: number): Tag | null {
  const back = Math.max(0, at - BACK);
  const near = text.slice(back, at).lastIndexOf("<");
  if (near < 0) return null;
  const start = back + near;
  const name = /^<([a-z]+)[\s/]/i.exec(text.slice(start, start + 20))?.[1]?.toLowerCase();
  if (name === undefined || (name !== "meta" && name !== "add")) return null;
  const end = tagEnd(text, start);
  return end > at ? { name, start, end } : null;
}

/** A `>` in quotes ends no tag. */
function tagEnd(text: string, start: number): number {
  let quote = "";
  for (let at = start; at < text.length && at - start < 100_000; at += 1) {
    const character = text[at] ?? "";
    if (quote !== "") quote = character === quote ? "" : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (character === ">") return at;
  }
  return text.length;
}

/** `content` of a `<meta>`, `value` of an `<add>` of IIS. */
function attribute(text: string, { name, start, end }: Tag, after: number): Read | null {
  const wanted = name === "meta" ? "content" : "value";
  const tag = text.slice(start, end);
  for (const match of tag.matchAll(/(?<![a-z-])([a-z-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi)) {
    if (match[1]?.toLowerCase() !== wanted) continue;
    const value = match[2] ?? match[3] ?? match[4] ?? "";
    return { value: entities(value), start: start + match.index + match[0].indexOf(value), isQuoted: true };
  }
  return after < end ? null : afterName(text, after);
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ["quot", '"'],
  ["apos", "'"],
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["#39", "'"],
  ["#x27", "'"],
]);
const entities = (text: string): string =>
  text.replace(/&([a-z]+|#39|#x27);/gi, (whole, name: string) => ENTITIES.get(name.toLowerCase()) ?? whole);

/** `contentSecurityPolicy: "…"` of Traefik and others; with an object it is Helmet's. */
function settings(text: string): readonly FoundPolicy[] {
  const found: FoundPolicy[] = [];
  for (const match of firstMatches(text, SETTING)) {
    if (isCommented(text, match.index)) continue;
    const gap = /^["'`]?\s*[:=(]\s*/.exec(
      text.slice(match.index + match[0].length, match.index + match[0].length + 40),
    );
    const strings = gap && readStrings(text, match.index + match[0].length + gap[0].length);
    if (!strings || !looksLikePolicy(strings.value)) continue;
    const value = tidy(strings.value);
    found.push({ delivery: "header", disposition: "enforce", text: value, foundIn: "setting", start: strings.start });
  }
  return found;
}

/** A policy alone: in quotes or without, also a template in code whose use is elsewhere. */
function bare(text: string): readonly FoundPolicy[] {
  const policy = (value: string, start: number): FoundPolicy => ({
    delivery: "header",
    disposition: "enforce",
    text: tidy(value),
    foundIn: "bare",
    start,
  });
  const start = text.length - text.trimStart().length;
  if (isDirectiveName(firstWord(text))) return [policy(text, start)];
  for (const match of firstMatches(text, /["'`]\s*[a-z]+(?:-[a-z]+)+[\s;"'`]/gi)) {
    const strings = isCommented(text, match.index) ? null : readStrings(text, match.index);
    if (strings !== null && isDirectiveName(firstWord(strings.value))) return [policy(strings.value, strings.start)];
  }
  return [];
}
