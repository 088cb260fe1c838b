import type { FoundPolicy } from "./findPolicies.ts";
import { isDirectiveName } from "./directives.ts";
import { readList, readString } from "./literals.ts";

/**
 * What Helmet sends unless it is told otherwise; the last of them surprises those who open `ws:`.
 * @see https://helmetjs.github.io/#content-security-policy
 */
const DEFAULTS: readonly (readonly [string, string])[] = [
  ["default-src", "'self'"],
  ["base-uri", "'self'"],
  ["font-src", "'self' https: data:"],
  ["form-action", "'self'"],
  ["frame-ancestors", "'self'"],
  ["img-src", "'self' data:"],
  ["object-src", "'none'"],
  ["script-src", "'self'"],
  ["script-src-attr", "'none'"],
  ["style-src", "'self' https: 'unsafe-inline'"],
  ["upgrade-insecure-requests", ""],
];

/** Objects that are read, and the longest, in characters. */
const MOST = 10;
const LONGEST = 20_000;

/** Helmet's options, in any code around them: `directives: { connectSrc: ["'self'"] }`, or `helmet()` alone. */
export function findHelmet(text: string): readonly FoundPolicy[] {
  const found: FoundPolicy[] = [];
  let seen = 0;
  for (const match of text.matchAll(/\bdirectives["']?\s{0,20}:\s{0,20}\{/g)) {
    if ((seen += 1) > MOST) break;
    const open = match.index + match[0].length - 1;
    const own = readDirectives(text, open);
    if (own === null || own.values.size === 0) continue;
    const around = text.slice(Math.max(0, match.index - 300), Math.min(text.length, own.end + 300));
    found.push(policyOf(own.values, around, open + 1));
  }
  if (found.length > 0) return found;
  const plain = /\bhelmet(?:\.contentSecurityPolicy)?\(\s*\)/.exec(text);
  return plain ? [policyOf(new Map(), "", plain.index)] : [];
}

/** @param around the options beside the directives */
function policyOf(own: ReadonlyMap<string, string | null>, around: string, start: number): FoundPolicy {
  const usesDefaults = !/\buseDefaults["']?\s*:\s*false\b/.test(around);
  const all = new Map<string, string | null>(own);
  if (usesDefaults) for (const [name, value] of DEFAULTS) if (!all.has(name)) all.set(name, value);
  const text = [...all].flatMap(([name, value]) => (value === null ? [] : [`${name} ${value}`.trim()])).join("; ");
  const disposition = /\breportOnly["']?\s*:\s*true\b/.test(around) ? "report" : "enforce";
  return { delivery: "header", disposition, text, foundIn: "helmet", start };
}

/** @returns null where it is no such object; `null` for a directive that is switched off */
function readDirectives(
  text: string,
  open: number,
): { readonly values: ReadonlyMap<string, string | null>; readonly end: number } | null {
  const values = new Map<string, string | null>();
  const stop = Math.min(text.length, open + LONGEST);
  for (let at = open + 1; at < stop;) {
    if (text[at] === "}") return { values, end: at + 1 };
    const key = readKey(text, at);
    if (key === null) {
      at += 1;
      continue;
    }
    const list = readList(text, key.end) ?? readString(text, key.end);
    // One that never ends.
    if (list === null && /["'`[]/.test(text[key.end] ?? "")) return null;
    const isOff = /^(?:null|false)\b/.test(text.slice(key.end, key.end + 6));
    if (isDirectiveName(key.name) && (list || isOff)) {
      values.set(key.name, list === null ? null : "items" in list ? list.items.join(" ") : list.value);
    }
    at = list?.end ?? key.end;
  }
  return null;
}

/** `connectSrc: `, `"connect-src": `; null: no key begins there. */
function readKey(text: string, at: number): { readonly name: string; readonly end: number } | null {
  if (/[\w$-]/.test(text[at - 1] ?? "")) return null;
  const key = /^["']?([a-z]+(?:-[a-z]+)*)["']?\s*:\s*/i.exec(text.slice(at, at + 60));
  if (!key) return null;
  const name = (key[1] ?? "").replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`).replace(/^-/, "");
  return { name, end: at + key[0].length };
}
