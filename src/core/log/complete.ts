import { KINDS } from "./entry.ts";
import { FILTER_KEYS } from "./filter.ts";

/** What the word at the caret may become. */
export interface Completion {
  /** What takes the word's place. */
  readonly text: string;
  readonly is: "key" | "value" | "event" | "saved";
  /** Beside it: what it stands for; empty: it speaks for itself. */
  readonly detail: string;
}

export interface FilterContext {
  /** Names of events in the log, the most frequent first. */
  readonly events: readonly string[];
  /** Filters with a name. */
  readonly saved: readonly { readonly name: string; readonly filter: string }[];
}

export interface Completing {
  /** The word in the text: from where, up to the caret. */
  readonly from: number;
  readonly choices: readonly Completion[];
}

const MOST = 12;
const EXAMPLES: Readonly<Record<string, readonly string[]>> = {
  dir: ["in", "out", "local"],
  kind: KINDS,
  size: [">1k", "<=100", "10..200"],
  seq: ["100..200", ">=1000"],
  after: ["10:32:05", "+30s"],
  before: ["10:32:05", "+30s"],
  json: ["$.type=", "$..id="],
};
const WORD = /(?:^|\s)(-?)([^\s"/]*)$/u;

/** @param before the text up to the caret */
export function completeFilter(before: string, { events, saved }: FilterContext): Completing {
  const match = WORD.exec(before);
  if (!match) return { from: before.length, choices: [] };
  const [, minus = "", word = ""] = match;
  const from = before.length - word.length;
  const lower = word.toLowerCase();
  const colon = word.indexOf(":");
  if (colon < 0) {
    const keys = FILTER_KEYS.filter((key) => key.startsWith(lower));
    const named =
      minus === "" && before.trim() === word ? saved.filter(({ name }) => name.toLowerCase().includes(lower)) : [];
    return {
      from,
      choices: [
        ...named.map(({ name, filter }): Completion => ({ text: filter, is: "saved", detail: name })),
        ...keys.map((key): Completion => ({ text: `${key}:`, is: "key", detail: "" })),
      ].slice(0, MOST),
    };
  }
  const key = lower.slice(0, colon);
  const list = word.slice(colon + 1).split(",");
  const typed = (list.at(-1) ?? "").toLowerCase();
  const start =
    word.slice(0, colon + 1) +
    list
      .slice(0, -1)
      .map((one) => `${one},`)
      .join("");
  const values = key === "event" ? events : (EXAMPLES[key] ?? []);
  const isWhole = (value: string): boolean => value.toLowerCase() === typed;
  const choices = values
    .filter((value) => value.toLowerCase().includes(typed) && !isWhole(value))
    .map((value): Completion => ({
      text: start + quoted(key, value),
      is: key === "event" ? "event" : "value",
      detail: "",
    }));
  return { from, choices: choices.slice(0, MOST) };
}

const quoted = (key: string, value: string): string => (key === "event" && /\s/.test(value) ? `"${value}"` : value);
