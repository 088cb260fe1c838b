import { fail, ok, type Result } from "../../units/result.ts";
import type { ShellCommand, ShellFault } from "./shellWords.ts";

/**
 * The commands of a text as Windows' cmd and then a program's own start-up cut them: `^` takes the next
 * character as it is, a quote opens and ends a word's quoted part, and a backslash means something before
 * a quote only.
 * @see https://learn.microsoft.com/cpp/c-language/parsing-c-command-line-arguments
 */
export function windowsWords(text: string): Result<readonly ShellCommand[], ShellFault> {
  const commands: ShellCommand[] = [];
  let at = 0;
  for (const line of cmdLines(text)) {
    const read = words(line.units);
    if (read === null) return fail({ kind: "syntax", at: null, detail: '"' });
    if (read.length > 0) commands.push({ words: read, at, around: line.around });
    at = line.end;
  }
  return ok(commands);
}

interface Line {
  readonly units: string;
  readonly end: number;
  readonly around: string;
}

/** What cmd hands on: carets taken away, continued lines joined, operators outside of quotes obeyed. */
function cmdLines(text: string): readonly Line[] {
  const lines: Line[] = [];
  let units: string[] = [];
  let around = "";
  let isQuoted = false;
  const end = (at: number): void => {
    lines.push({ units: units.join(""), end: at, around });
    units = [];
    around = "";
    isQuoted = false;
  };
  for (let at = 0; at < text.length; at++) {
    const unit = text[at] ?? "";
    if (unit === "\r") continue;
    if (unit === "^" && !isQuoted) {
      at++;
      if (text[at] === "\r") at++;
      // A caret takes a line's end away; the one behind it, which Chrome writes, is then a character.
      if (text[at] === "\n") {
        const next = text[at + 1] === "\r" ? at + 2 : at + 1;
        if (text[next] === "\n") {
          units.push("\n");
          at = next;
        }
      } else units.push(text[at] ?? "");
    } else if (unit === "\n" || (!isQuoted && "&|".includes(unit))) {
      if (unit === "|") around = "|";
      end(at + 1);
    } else {
      if (unit === '"') isQuoted = !isQuoted;
      units.push(unit);
    }
  }
  end(text.length);
  return lines;
}

/** @returns null where a quote is not closed */
function words(line: string): string[] | null {
  const found: string[] = [];
  let word: string[] | null = null;
  let isQuoted = false;
  for (let at = 0; at < line.length; at++) {
    const unit = line[at] ?? "";
    if (!isQuoted && /\s/.test(unit)) {
      if (word) found.push(word.join(""));
      word = null;
      continue;
    }
    word ??= [];
    if (unit === "\\") {
      let slashes = 1;
      while (line[at + slashes] === "\\") slashes++;
      const isBeforeQuote = line[at + slashes] === '"';
      word.push("\\".repeat(isBeforeQuote ? slashes >> 1 : slashes));
      at += slashes - 1;
      if (isBeforeQuote && slashes % 2 === 1) {
        word.push('"');
        at++;
      }
    } else if (unit === '"') {
      if (isQuoted && line[at + 1] === '"') {
        word.push('"');
        at++;
      } else isQuoted = !isQuoted;
    } else word.push(unit);
  }
  if (isQuoted) return null;
  if (word) found.push(word.join(""));
  return found;
}
