import { fail, ok, type Result } from "../../units/result.ts";
import type { ReadFault } from "../format.ts";
import { windowsWords } from "./windowsWords.ts";

/** One program with its words, and whether something of the shell stood around it. */
export interface ShellCommand {
  readonly words: readonly string[];
  /** Offset of its first word. */
  readonly at: number;
  /** A pipe or a redirection as written; empty: none. */
  readonly around: string;
}

export type ShellFault = Extract<ReadFault, { kind: "syntax" }>;

/**
 * The commands of a text, cut into words as bash does: quotes, `$'…'`, backslashes and continued lines.
 * Variables and substitutions stay as they are written; nothing is run. Lines with `^` at the end or
 * before quotes are those of Windows' cmd.
 */
export function shellCommands(text: string): Result<readonly ShellCommand[], ShellFault> {
  return isWindows(text) ? windowsWords(text) : new PosixWords(text).read();
}

/** cmd knows no single quotes: a caret behind one is a character of a word. */
function isWindows(text: string): boolean {
  const caret = text.search(/\^"|[ \t]\^\r?\n/);
  return caret >= 0 && !text.slice(0, caret).includes("'");
}

/** Every blank that is no line's end, or a word would begin that never ends. */
const SPACE = /[^\S\n]+|\\\r?\n/y;
const OPERATOR = /\n|&&|\|\||;;|[;&|()]/y;
const REDIRECTION = /\d*(?:>>|>\||>&|<<<|<<|<&|>|<)(?:\d+|-)?[ \t]*/y;
const PLAIN = /[^\s'"\\;&|()<>$]+/y;
const COMMENT = /#[^\n]*/y;

class PosixWords {
  readonly #text: string;
  #at = 0;
  readonly #commands: ShellCommand[] = [];
  #words: string[] = [];
  #start = 0;
  #around = "";

  constructor(text: string) {
    this.#text = text;
  }

  read(): Result<readonly ShellCommand[], ShellFault> {
    while (this.#at < this.#text.length) {
      if (this.#take(SPACE) !== "" || this.#take(COMMENT) !== "") continue;
      const redirection = this.#take(REDIRECTION);
      if (redirection !== "") {
        this.#around ||= redirection.trim();
        if (/[<>|]\s*$/.test(redirection)) {
          const target = this.#word();
          if (typeof target !== "string") return fail(target);
        }
        continue;
      }
      const operator = this.#take(OPERATOR);
      if (operator !== "") {
        if (operator === "|") this.#around ||= "|";
        this.#end();
        continue;
      }
      if (this.#words.length === 0) this.#start = this.#at;
      const word = this.#word();
      if (typeof word !== "string") return fail(word);
      this.#words.push(word);
    }
    this.#end();
    return ok(this.#commands);
  }

  #end(): void {
    if (this.#words.length > 0) this.#commands.push({ words: this.#words, at: this.#start, around: this.#around });
    this.#words = [];
    this.#around = "";
  }

  #take(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0] ?? "";
    this.#at += found.length;
    return found;
  }

  #word(): string | ShellFault {
    const parts: string[] = [];
    for (;;) {
      const from = this.#at;
      parts.push(this.#take(PLAIN));
      const next = this.#text[this.#at];
      const piece =
        next === "'" ? this.#single() : next === '"' ? this.#double() : next === "$" ? this.#dollar() : this.#escape();
      if (typeof piece !== "string") return piece;
      parts.push(piece);
      if (this.#at === from) return parts.join("");
    }
  }

  #unclosed(at: number): ShellFault {
    return { kind: "syntax", at, detail: this.#text[at] ?? "" };
  }

  #single(): string | ShellFault {
    const end = this.#text.indexOf("'", this.#at + 1);
    if (end < 0) return this.#unclosed(this.#at);
    const inside = this.#text.slice(this.#at + 1, end);
    this.#at = end + 1;
    return inside;
  }

  /** In double quotes a backslash means something before `$`, backquote, `"`, `\` and a line's end only. */
  #double(): string | ShellFault {
    const from = this.#at;
    const parts: string[] = [];
    let at = from + 1;
    for (;;) {
      const next = findEither(this.#text, '"', at);
      if (next < 0) return this.#unclosed(from);
      parts.push(this.#text.slice(at, next));
      if (this.#text[next] === '"') {
        this.#at = next + 1;
        return parts.join("");
      }
      const after = this.#text[next + 1] ?? "";
      if (after === "\r" && this.#text[next + 2] === "\n") at = next + 3;
      else {
        parts.push(after === "\n" ? "" : '$`"\\'.includes(after) ? after : `\\${after}`);
        at = next + 2;
      }
    }
  }

  #dollar(): string | ShellFault {
    const after = this.#text[this.#at + 1];
    if (after === '"') {
      this.#at++;
      return this.#double();
    }
    if (after !== "'") {
      this.#at++;
      return "$";
    }
    const from = this.#at;
    let end = from + 2;
    for (;;) {
      end = findEither(this.#text, "'", end);
      if (end < 0) return this.#unclosed(from);
      if (this.#text[end] === "'") break;
      end += 2;
    }
    this.#at = end + 1;
    return ansiC(this.#text.slice(from + 2, end));
  }

  #escape(): string {
    if (this.#text[this.#at] !== "\\") return "";
    const next = this.#text[this.#at + 1] ?? "";
    if (next === "\n" || (next === "\r" && this.#text[this.#at + 2] === "\n")) {
      this.#at += next === "\n" ? 2 : 3;
      return "";
    }
    this.#at += 1 + next.length;
    return next;
  }
}

/** Offset of the next backslash or of `end`, whichever comes first; -1: neither. */
function findEither(text: string, end: string, from: number): number {
  for (let at = from; at < text.length; at++) if (text[at] === end || text[at] === "\\") return at;
  return -1;
}

const NAMED: Readonly<Record<string, string>> = {
  a: "\u0007",
  b: "\b",
  e: "\u001b",
  E: "\u001b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
};

/** What stands in `$'…'`. @see Bash Reference Manual, ANSI-C Quoting */
function ansiC(inside: string): string {
  return inside.replace(
    /\\(?:x([0-9a-fA-F]{1,2})|u([0-9a-fA-F]{1,4})|U([0-9a-fA-F]{1,8})|([0-7]{1,3})|c([\s\S])|([\s\S]))/g,
    (_whole, hex?: string, short?: string, long?: string, octal?: string, control?: string, other?: string) => {
      const code = hex ?? short ?? long;
      if (code !== undefined) return ofCode(parseInt(code, 16));
      if (octal !== undefined) return ofCode(parseInt(octal, 8) & 0xff);
      if (control !== undefined) return ofCode(control.charCodeAt(0) & 0x1f);
      if (other === undefined) return "";
      if (Object.hasOwn(NAMED, other)) return NAMED[other] ?? "";
      return "\\'\"?".includes(other) ? other : `\\${other}`;
    },
  );
}

const ofCode = (code: number): string => (code <= 0x10ffff ? String.fromCodePoint(code) : "\ufffd");
