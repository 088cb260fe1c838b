import { backendCodes } from "./codes/backends.ts";
import type { KeysOf, Retry, SystemCodes } from "./codes/codeRow.ts";
import { libraryCodes } from "./codes/libraries.ts";
import { serviceCodes } from "./codes/services.ts";
import { speechCodes } from "./codes/speech.ts";
import { standardCodes } from "./codes/standard.ts";
import { SYSTEM_NAMES, type SystemId } from "./codes/systems.ts";

export type StandardKey = KeysOf<(typeof standardCodes)[number]>;
export type LibraryKey = KeysOf<(typeof libraryCodes)[number]>;
export type BackendKey = KeysOf<(typeof backendCodes)[number]>;
export type ServiceKey = KeysOf<(typeof serviceCodes)[number]>;
export type SpeechKey = KeysOf<(typeof speechCodes)[number]>;

/** Names an entry in every language: `4401:graphql-ws`, `1006:wukongim-v2:idle`. */
export type CodeKey = StandardKey | LibraryKey | BackendKey | ServiceKey | SpeechKey;

/** What one system means by one close code. A system may have several entries for a code: then the code alone cannot tell. */
export interface CodeEntry {
  readonly key: CodeKey;
  readonly code: number;
  readonly name: string;
  readonly system: SystemId;
  readonly retry: Retry;
  /** Where it is defined: a public page. */
  readonly source: string;
}

const groups: readonly SystemCodes[] = [
  ...standardCodes,
  ...libraryCodes,
  ...backendCodes,
  ...serviceCodes,
  ...speechCodes,
];

const entriesOf = ({ system, source, codes }: SystemCodes): readonly CodeEntry[] =>
  codes.map((row) => ({
    key: `${String(row.code)}:${system}${row.variant === undefined ? "" : `:${row.variant}`}` as CodeKey,
    code: row.code,
    name: row.name,
    system,
    retry: row.retry,
    source: row.source ?? source,
  }));

/** The registered meanings, which hold wherever nothing else is known. */
const isStandard = ({ system }: CodeEntry): boolean => system === "websocket" || system === "iana";

function byCodeThenSystem(one: CodeEntry, other: CodeEntry): number {
  if (one.code !== other.code) return one.code - other.code;
  if (isStandard(one) !== isStandard(other)) return isStandard(one) ? -1 : 1;
  return SYSTEM_NAMES[one.system].localeCompare(SYSTEM_NAMES[other.system], "en");
}

/** Every entry, by code; the standard's first, then by the system's name. */
export const codeEntries: readonly CodeEntry[] = groups.flatMap(entriesOf).toSorted(byCodeThenSystem);

export interface CodeLookup {
  /** The one meaning the code has here; null when only candidates are known. */
  readonly meant: CodeEntry | null;
  /** Everything else the code stands for somewhere; what the system itself may mean comes first, then the standard. */
  readonly candidates: readonly CodeEntry[];
}

/**
 * What a code means to a system, or by the standard when the system is not known or does not list the code.
 * Where a system ends with one code for several reasons (WuKongIM and its 1006), the code alone cannot tell them
 * apart: the standard's meaning holds, and the reasons are candidates.
 */
export function lookUpCode(code: number, system: SystemId | null): CodeLookup {
  const all = codeEntries.filter((entry) => entry.code === code);
  const own = all.filter((entry) => entry.system === system);
  const meant = (own.length === 1 ? own[0] : all.find(isStandard)) ?? null;
  const others = all.filter((entry) => entry !== meant && !own.includes(entry));
  return { meant, candidates: [...own.filter((entry) => entry !== meant), ...others] };
}

/**
 * The entries in which every word of a query occurs: in the number, the name, the system or the sentences.
 * A query that is a number puts the entries of that code before those that only mention it.
 * @param words the sentences of an entry in the reader's language
 */
export function searchCodes(query: string, words: (entry: CodeEntry) => string): readonly CodeEntry[] {
  const terms = query.toLowerCase().split(/\s+/).filter(Boolean);
  const found = codeEntries.filter((entry) => {
    const text = [String(entry.code), entry.name, entry.system, SYSTEM_NAMES[entry.system], words(entry)]
      .join("\n")
      .toLowerCase();
    return terms.every((term) => text.includes(term));
  });
  const isAsked = ({ code }: CodeEntry): boolean => terms.includes(String(code));
  return [...found.filter(isAsked), ...found.filter((entry) => !isAsked(entry))];
}
