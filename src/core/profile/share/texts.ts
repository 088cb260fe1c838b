import { ok } from "../../units/result.ts";
import { wrong, type Codec } from "./codec.ts";

/** Longer names are cut where they are written and refused where they are read. */
const LONGEST_NAME = 200;

/** Control characters, and those that turn the direction of the text around them: a name must not show as another. */
const UNSEEN = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu;

/** A text for one line: whole characters, nothing that hides or turns what stands beside it. */
const cleanLine = (text: string): string => text.toWellFormed().replace(UNSEEN, "");

const cut = (text: string): string => text.slice(0, LONGEST_NAME).toWellFormed();

/** Any text; half a character becomes U+FFFD. */
export const prose: Codec<string> = {
  read: (found, path) =>
    typeof found === "string" ? ok(found.toWellFormed()) : wrong(path, { kind: "type", expected: "text" }),
  write: (value) => value.toWellFormed(),
};

export const nameText: Codec<string> = {
  read: (found, path) => {
    if (typeof found !== "string") return wrong(path, { kind: "type", expected: "text" });
    const name = cleanLine(found);
    return name.length > LONGEST_NAME ? wrong(path, { kind: "too-long", limit: LONGEST_NAME }) : ok(name);
  },
  write: (value) => cut(cleanLine(value)),
};

/** An id of ours; whatever else stands there is none, and a new one is made. */
export const idText: Codec<string | null> = {
  read: (found, path) => {
    if (found === null) return ok(null);
    if (typeof found !== "string") return wrong(path, { kind: "type", expected: "text" });
    return ok(/^[A-Za-z0-9][\w.:-]{0,99}$/.test(found) && !Object.hasOwn(Object.prototype, found) ? found : null);
  },
  write: (value) => value,
};

/** An address as typed. Nothing but what a workbench connects to: never a script, a file or data. */
export const addressText: Codec<string> = {
  read: (found, path) => {
    if (typeof found !== "string") return wrong(path, { kind: "type", expected: "text" });
    const address = cleanLine(found);
    const scheme = foreignScheme(address);
    return scheme === null ? ok(address) : wrong(path, { kind: "scheme", scheme });
  },
  write: (value) => cleanLine(value),
};

const OURS = new Set(["ws", "wss", "http", "https"]);

/** Schemes by which a link could do something on this machine. */
const HARMFUL = new Set("javascript vbscript data file blob about filesystem view-source chrome resource".split(" "));

/**
 * The scheme of an address if it is none of ours; null also for `host:8080`, `user:password@host`,
 * a bare IPv6 address and `{{variables}}`, which readUrl mends or refuses later.
 */
export function foreignScheme(address: string): string | null {
  const [, name, rest = ""] = /^\s*([a-z][a-z0-9+.-]*)[:：](.*)$/isu.exec(address) ?? [];
  if (name === undefined) return null;
  const scheme = name.toLowerCase();
  if (OURS.has(scheme)) return null;
  // A script may begin with a number, too.
  if (/^\d+(?:[/?#]|$)/.test(rest)) return scheme.endsWith("script") ? scheme : null;
  if (HARMFUL.has(scheme)) return scheme;
  if (/^\{\{[^{}]*\}\}(?:[/?#]|$)/.test(rest) || /^[^/\\]*[@＠]/u.test(rest)) return null;
  const isBareIpv6 = /^[0-9a-f]*:[0-9a-f:.]*:[0-9a-f.]*$/i.test(address.trim().split(/[/?#]/)[0] ?? "");
  return isBareIpv6 ? null : scheme;
}
