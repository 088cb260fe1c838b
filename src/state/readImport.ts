import { emptyBundle, type Bundle } from "../core/profile/bundle.ts";
import type { ReadFault } from "../core/formats/format.ts";
import { FORMATS, type FormatId } from "../core/formats/index.ts";
import type { LeftOut } from "../core/formats/leftOut.ts";
import { readAny } from "../core/formats/readAny.ts";
import { readFile as readOurs, type FileFault } from "../core/profile/share/file.ts";

/** Why one text could not be read. @property name of its file; empty: it was pasted */
export interface Unread {
  readonly name: string;
  readonly fault:
    | { readonly of: "file"; readonly fault: FileFault }
    | { readonly of: "format"; readonly fault: ReadFault };
}

/** What several texts hold together. */
export interface ReadTexts {
  readonly bundle: Bundle;
  readonly left: readonly LeftOut[];
  /** Names of the formats they were read as. */
  readonly formats: readonly string[];
  /** Settings of the app, as a backup has them; null: none. */
  readonly settings: unknown;
  readonly unread: readonly Unread[];
}

const NOTHING: ReadTexts = { bundle: emptyBundle, left: [], formats: [], settings: null, unread: [] };

/** Names of everything that can be read, for people. */
export const READABLE: readonly string[] = FORMATS.filter(({ read }) => read !== null).map(({ name }) => name);

/** The fragment of a share link in a text; null: it is none. */
export const linkIn = (text: string): string | null => /^\S*#\/p\/(\S+)$/.exec(text.trim())?.[1] ?? null;

const nameOf = (format: FormatId): string => FORMATS.find(({ id }) => id === format)?.name ?? format;

/** Reads our own files, and those of other tools by their looks. */
export const readTexts = (texts: readonly { readonly name: string; readonly text: string }[]): ReadTexts =>
  texts
    .flatMap(({ name, text }) => commandsIn(text).map((part) => ({ name, text: part })))
    .reduce((sum, { name, text }) => joined(sum, name, text), NOTHING);

/** Several command lines, one after another: each begins a line that the one before does not continue. */
const commandsIn = (text: string): readonly string[] =>
  /^\s*(?:npx\s+)?(?:wscat|websocat|curl)\s/.test(text)
    ? text.split(/(?<![\\^])\r?\n(?=\s*(?:npx\s+)?(?:wscat|websocat|curl)\s)/)
    : [text];

function joined(sum: ReadTexts, name: string, text: string): ReadTexts {
  const unread = (why: Unread["fault"]): ReadTexts => ({ ...sum, unread: [...sum.unread, { name, fault: why }] });
  const ours = /^\ufeff?\s*\{/.test(text) && text.includes('"sockwright"') ? readOurs(text) : null;
  if (ours?.ok === true) {
    const { bundle, settings } = ours.value;
    return {
      ...sum,
      bundle: both(sum.bundle, bundle),
      formats: [...sum.formats, "Sockwright"],
      settings: settings ?? sum.settings,
    };
  }
  if (ours && ours.fault.kind !== "not-ours") return unread({ of: "file", fault: ours.fault });
  const read = readAny(text);
  // Broken JSON says where it breaks, whoever it was meant for.
  const broken = !read.ok && /^\ufeff?\s*[{[]/.test(text) ? readOurs(text) : null;
  if (broken?.ok === false && broken.fault.kind === "syntax") return unread({ of: "file", fault: broken.fault });
  if (!read.ok) return unread({ of: "format", fault: read.fault });
  const { bundle, left, format } = read.value;
  return {
    ...sum,
    bundle: both(sum.bundle, bundle),
    left: [...sum.left, ...left],
    formats: [...sum.formats, nameOf(format)],
  };
}

const both = (one: Bundle, other: Bundle): Bundle => ({
  folders: [...one.folders, ...other.folders],
  profiles: [...one.profiles, ...other.profiles],
  environments: [...one.environments, ...other.environments],
});
