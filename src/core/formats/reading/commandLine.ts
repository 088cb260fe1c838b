import { fail, ok, type Result } from "../../units/result.ts";
import type { ReadFault } from "../format.ts";
import type { LeftOutKind } from "../leftOut.ts";
import { plainAddress } from "./address.ts";
import { Collected } from "./collected.ts";
import { MOST_TEXT } from "./limits.ts";
import { shellCommands } from "./shellWords.ts";

/** What an option of a program means to us. */
export interface OptionRule<Meaning extends string> {
  /** Every spelling, with its dashes. */
  readonly names: readonly string[];
  /** "none": a switch; "value": the next word, or what is glued to it. */
  readonly takes: "none" | "value";
  /** What it sets; or what is left out; or "nothing": it changes what the tool shows, and not the connection. */
  readonly does: Meaning | { readonly left: LeftOutKind } | "nothing";
}

interface Given<Meaning extends string> {
  readonly name: string;
  readonly does: OptionRule<Meaning>["does"];
  readonly value: string;
}

export interface CommandLine<Meaning extends string> {
  readonly given: readonly Given<Meaning>[];
  /** Words that are no options. */
  readonly rest: readonly string[];
  /** Options that no rule names. */
  readonly unknown: readonly string[];
}

type Does = string | { readonly left: LeftOutKind };

/** Several names a line, as the help of a program has them: `switches("-v --verbose", "nothing")`. */
export const switches = <const Done extends Does>(names: string, does: Done) =>
  ({ names: names.split(" "), takes: "none", does }) as const;
export const values = <const Done extends Does>(names: string, does: Done) =>
  ({ names: names.split(" "), takes: "value", does }) as const;

export interface Program<Meaning extends string> {
  readonly name: string;
  readonly rules: readonly OptionRule<Meaning>[];
  /** Whether `-H=x` gives `x`, and not `=x`. */
  readonly cutsEquals: boolean;
}

/** Words that start another program, and a prompt that was copied along. */
const BEFORE = new Set(["$", ">", "%", "sudo", "npx", "bunx", "dlx", "pnpm", "yarn", "npm", "exec", "command", "time"]);

const isCallOf = (name: string, word: string): boolean =>
  (word.replaceAll("\\", "/").split("/").at(-1) ?? "").replace(/(?:\.exe)?(?:@[\w.^~-]*)?$/i, "") === name;

/** Index of the program's own word, or -1: the command is one of another program. */
function callOf(name: string, words: readonly string[]): number {
  for (const [index, word] of words.entries()) {
    if (isCallOf(name, word)) return index;
    const isBefore = BEFORE.has(word) || /^\w+=/.test(word) || (index > 0 && /^-(?:y|p|-yes|-)$/.test(word));
    if (!isBefore) return -1;
  }
  return -1;
}

/** A cheap look at the first lines that are neither blank nor a comment: whether they call the program. */
export function calls(name: string, text: string): boolean {
  const lines = text
    .slice(0, 4000)
    .split("\n", 50)
    .map((line) => line.trim());
  const first = lines.find((line) => line !== "" && !/^(?:#(?:\s|!|$)|```)/.test(line));
  return first !== undefined && callOf(name, first.split(/\s+/, 12)) >= 0;
}

/**
 * Reads every call of the program in a text. What stands around them is left out and named.
 * @param each is given one call, and puts what it makes into the collection
 */
export function readCalls<Meaning extends string>(
  text: string,
  program: Program<Meaning>,
  each: (line: CommandLine<Meaning>, into: Collected) => void,
): Result<Collected, ReadFault> {
  if (text.length > MOST_TEXT) return fail({ kind: "too-large" });
  const commands = shellCommands(text.replace(/^```.*$/gm, "").replace(/\u00a0/g, " "));
  if (!commands.ok) return commands;
  const into = new Collected();
  const rules = new Map(program.rules.flatMap((rule) => rule.names.map((name) => [name, rule] as const)));
  for (const { words, around } of commands.value) {
    const from = callOf(program.name, words);
    if (from < 0) {
      into.left("shell", "", words[0] ?? "");
      continue;
    }
    if (around !== "") into.left("shell", "", around);
    each(cutOptions(words.slice(from + 1), rules, program.cutsEquals), into);
  }
  return ok(into);
}

function cutOptions<Meaning extends string>(
  words: readonly string[],
  rules: ReadonlyMap<string, OptionRule<Meaning>>,
  cutsEquals: boolean,
): CommandLine<Meaning> {
  const given: Given<Meaning>[] = [];
  const rest: string[] = [];
  const unknown: string[] = [];
  const waiting = [...words].reverse();
  const next = (): string => waiting.pop() ?? "";
  const long = (word: string): void => {
    const equals = word.indexOf("=");
    const name = equals < 0 ? word : word.slice(0, equals);
    const rule = rules.get(name);
    if (!rule) unknown.push(name);
    else if (rule.takes === "none") given.push({ name, does: rule.does, value: "" });
    else given.push({ name, does: rule.does, value: equals < 0 ? next() : word.slice(equals + 1) });
  };
  /** Switches may stand together, `-kv`; the first that takes a value takes all that follows. */
  const short = (word: string): void => {
    for (let at = 1; at < word.length; at++) {
      const name = `-${word[at] ?? ""}`;
      const rule = rules.get(name);
      if (rule?.takes === "value") {
        const glued = word.slice(at + 1);
        const value = cutsEquals && glued.startsWith("=") ? glued.slice(1) : glued;
        given.push({ name, does: rule.does, value: glued === "" ? next() : value });
        return;
      }
      if (rule) given.push({ name, does: rule.does, value: "" });
      else unknown.push(name);
    }
  };
  while (waiting.length > 0) {
    const word = next();
    if (word === "--") rest.push(...waiting.splice(0).reverse());
    else if (word.startsWith("--")) long(word);
    else if (word.startsWith("-") && word !== "-" && rules.has(word.slice(0, 2))) short(word);
    else if (/^-\w$/.test(word)) unknown.push(word);
    else rest.push(word);
  }
  return { given, rest, unknown };
}

export const valuesOf = <Meaning extends string>(line: CommandLine<Meaning>, meaning: Meaning): readonly string[] =>
  line.given.filter(({ does }) => does === meaning).map(({ value }) => value);

/** Says of a call what has no place here: options by name, for a value may be a secret. */
export function leaveOptions(
  { given, unknown }: Pick<CommandLine<string>, "given" | "unknown">,
  name: string,
  into: Collected,
): void {
  for (const { name: option, does, value } of given) {
    if (typeof does === "object") into.left(does.left, name, does.left === "proxy" ? plainAddress(value) : option);
  }
  for (const option of unknown) into.left("unknown-option", name, option);
}
