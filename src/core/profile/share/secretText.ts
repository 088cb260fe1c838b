import { readJson, type JsonToken } from "../../units/json.ts";
import { findCredentials, isSecretName, type Stretch } from "../../units/secretNames.ts";

/** Where a secret stands in a text. @property path tells it from others in the same text */
export interface Spot extends Stretch {
  readonly name: string;
  readonly path: string;
  /** What takes its place between the quotes or instead of a number, so that JSON stays JSON. */
  readonly wrap: (value: string) => string;
}

const PLACEHOLDER = /\\?\{\{\s*\$?[^\s{}]+\s*\}\}/gu;

/** Whether a value says something itself: not if it is only `{{variables}}`, with `Bearer` before them at most. */
export const isLiteral = (value: string): boolean =>
  value
    .replace(PLACEHOLDER, (found) => (found.startsWith("\\") ? found : ""))
    .replace(/^\s*(?:Bearer|Basic|Token|Digest)\s*$/i, "")
    .trim() !== "";

const asIs = (value: string): string => value;

/** Before the JSON of a Socket.IO packet, as in `42/chat,7["login",{}]`. */
export const PACKET_HEAD = /^\s{0,20}\d{1,9}(?:-\d{0,9})?(?:\/[^,[{]{0,200},)?\d{0,16}(?=[[{])/;

const moved = (spot: Spot, by: number): Spot => (by === 0 ? spot : { ...spot, from: spot.from + by, to: spot.to + by });

/**
 * The secrets of a message, or of an auth object, of which every text and number counts.
 * JSON may hold `{{variables}}`, also without quotes.
 */
export function findSpots(text: string, kind: "message" | "auth"): readonly Spot[] {
  if (text.trim() === "") return [];
  // Digits of the same length are JSON inside and outside of quotes, and keep every offset.
  const masked = text.replace(PLACEHOLDER, (found) => "1".repeat(found.length));
  const start = kind === "message" ? (PACKET_HEAD.exec(masked)?.[0].length ?? 0) : 0;
  const read = readJson(masked.slice(start));
  if (read.ok) return jsonSpots(text.slice(start), read.value, kind === "auth").map((spot) => moved(spot, start));
  if (kind === "message") return textSpots(text);
  return [{ from: 0, to: text.length, name: "", path: "", wrap: asIs }];
}

/** The same text with another value at each spot. */
export function replaceSpots(text: string, spots: readonly Spot[], valueOf: (spot: Spot) => string): string {
  const parts: string[] = [];
  let at = 0;
  for (const spot of spots) {
    const before = text.slice(spot.from, spot.to);
    const value = valueOf(spot);
    parts.push(text.slice(at, spot.from), value === before ? before : spot.wrap(value));
    at = spot.to;
  }
  return parts.join("") + text.slice(at);
}

interface Level {
  /** Of the child that comes next: its key, or its place in a list. */
  key: string;
  readonly isList: boolean;
  index: number;
  /** Below a name like a secret's everything is one. */
  readonly isSecret: boolean;
}

/** Deeper paths are told by their end. */
const DEEPEST = 20;

function jsonSpots(text: string, tokens: readonly JsonToken[], every: boolean): readonly Spot[] {
  const spots: Spot[] = [];
  const levels: Level[] = [];
  for (const [at, { kind, from, to }] of tokens.entries()) {
    const level = levels.at(-1);
    const isSecret = level !== undefined && (level.isSecret || (!level.isList && isSecretName(level.key)));
    switch (kind) {
      case "{":
      case "[":
        levels.push({ key: kind === "[" ? "0" : "", isList: kind === "[", index: 0, isSecret });
        break;
      case "}":
      case "]":
        levels.pop();
        break;
      case ",":
        if (level?.isList === true) level.key = String(++level.index);
        break;
      case "string":
        if (tokens[at + 1]?.kind === ":" && level !== undefined) level.key = unquote(text.slice(from, to));
        else spots.push(...stringSpots(text, from, to, levels, isSecret || every));
        break;
      case "number":
        if (every) spots.push({ from, to, ...placeOf(levels), wrap: (value) => JSON.stringify(value) });
        break;
      case "literal":
      case ":":
        break;
    }
  }
  return spots;
}

function placeOf(levels: readonly Level[]): { readonly name: string; readonly path: string } {
  const last = levels.slice(-DEEPEST);
  return {
    name: last.findLast(({ isList }) => !isList)?.key ?? "",
    path: last.map(({ key }) => key).join("."),
  };
}

function stringSpots(
  text: string,
  from: number,
  to: number,
  levels: readonly Level[],
  isSecret: boolean,
): readonly Spot[] {
  // An unquoted {{variable}} reads as a number, so what comes here has its quotes.
  const inner = { from: from + 1, to: to - 1 };
  const spelled = text.slice(inner.from, inner.to);
  if (isSecret) return [{ ...inner, ...placeOf(levels), wrap: asIs }];
  // JSON inside a string, as some protocols nest it.
  const holdsMore = spelled.includes("\\") && textSpots(unquote(`"${spelled}"`)).length > 0;
  if (holdsMore) return [{ ...inner, ...placeOf(levels), wrap: asIs }];
  return findCredentials(spelled).map((found) => ({
    from: inner.from + found.from,
    to: inner.from + found.to,
    ...placeOf(levels),
    wrap: asIs,
  }));
}

/** A string as it reads; as it is spelled where a `{{variable}}` keeps it from being JSON. */
function unquote(spelled: string): string {
  try {
    return String(JSON.parse(spelled));
  } catch {
    return spelled;
  }
}

/** What stands before a value in text: `name:`, `name =`, `name=`. */
const NAMED = /(?<![\p{L}\p{N}_.-])([\p{L}\p{N}_.-]{1,60})["']?([ \t]{0,3}:[ \t]{0,3}|[ \t]{1,3}=[ \t]{0,3}|=)/gu;

/** A value in quotes, or to the end of the line. */
const VALUE = /"((?:\\.|[^"\\\r\n])+)|'([^'\r\n]+)|([^\s"'][^\r\n]*)/dy;

/** The same behind `name=`, where white space or `&` ends it. */
const WORD = /"((?:\\.|[^"\\\r\n])+)|'([^'\r\n]+)|([^\s"'&][^\s&]*)/dy;

/** `PASS oauth:…` and `AUTH …`, as in IRC and Redis. */
const COMMAND = /^[ \t]*(AUTH|PASS|AUTHENTICATE)[ \t]+([^\r\n]+)$/dgim;

function textSpots(text: string): readonly Spot[] {
  const spots: Spot[] = findCredentials(text).map((found) => ({ ...found, name: "", path: "", wrap: asIs }));
  const add = (name: string, [from, to]: readonly [number, number]): void => {
    if (isLiteral(text.slice(from, to))) spots.push({ from, to, name, path: name, wrap: asIs });
  };
  for (const { 1: name = "", indices } of text.matchAll(COMMAND)) if (indices?.[2]) add(name, indices[2]);
  let read = 0;
  for (const { 0: whole, 1: name = "", 2: mark, index } of text.matchAll(NAMED)) {
    if (index < read || !isSecretName(name)) continue;
    const value = mark === "=" ? WORD : VALUE;
    value.lastIndex = index + whole.length;
    const { indices } = value.exec(text) ?? {};
    const found = indices?.[1] ?? indices?.[2] ?? indices?.[3];
    if (found === undefined) continue;
    add(name, found);
    read = found[1];
  }
  return apart(spots);
}

/** Overlapping spots become one, so that nothing between them stays. */
function apart(spots: Spot[]): readonly Spot[] {
  const whole: Spot[] = [];
  for (const spot of spots.sort((a, b) => a.from - b.from || b.to - a.to)) {
    const last = whole.at(-1);
    if (last === undefined || last.to <= spot.from) whole.push(spot);
    else whole[whole.length - 1] = { ...last, to: Math.max(last.to, spot.to), name: last.name || spot.name };
  }
  return whole;
}
