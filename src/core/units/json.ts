import { fail, ok, type Result } from "./result.ts";

/**
 * JSON read token by token, without recursion and without turning anything into a value:
 * numbers of any size, duplicate keys and nesting of any depth stay as they were on the wire.
 * @see RFC 8259
 */
export interface JsonFault {
  /** In UTF-16 units of the text. */
  readonly offset: number;
  readonly problem: JsonProblem;
}
export type JsonProblem =
  | "empty"
  | "value-expected"
  | "key-expected"
  | "colon-expected"
  | "comma-expected"
  | "trailing-comma"
  | "text-after-end"
  | "unclosed"
  | "string-unclosed"
  | "string-control"
  | "string-escape"
  | "number"
  | "literal";

export type JsonTokenKind = "{" | "}" | "[" | "]" | ":" | "," | "string" | "number" | "literal";

export interface JsonToken {
  readonly kind: JsonTokenKind;
  readonly from: number;
  readonly to: number;
}

const SPACE = /[ \t\n\r]*/y;
const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const LITERAL = /true|false|null/y;

/** @returns the tokens of one JSON text, or where and why it is none */
export function readJson(text: string): Result<readonly JsonToken[], JsonFault> {
  const tokens: JsonToken[] = [];
  const fault = scanJson(text, (token) => {
    tokens.push(token);
  });
  return fault ? fail(fault) : ok(tokens);
}

type Expect = "value" | "value-or-end" | "key" | "key-or-end" | "colon" | "comma-or-end" | "nothing";

/** Calls `visit` for each token; ends with the first fault, or null at the end of a whole text. */
export function scanJson(text: string, visit: (token: JsonToken) => void): JsonFault | null {
  const scanner = new JsonScanner(text, visit);
  scanner.run(Number.POSITIVE_INFINITY);
  return scanner.fault;
}

/** The same in slices: a text of ten million characters takes longer than a page may stand still. */
export class JsonScanner {
  /** Where it has got to, in UTF-16 units. */
  at: number;
  fault: JsonFault | null = null;
  readonly #text: string;
  readonly #visit: (token: JsonToken, isKey: boolean) => void;
  readonly #open: ("{" | "[")[] = [];
  #expect: Expect = "value";

  constructor(text: string, visit: (token: JsonToken, isKey: boolean) => void) {
    this.#text = text;
    this.#visit = visit;
    this.at = skipSpace(text, 0);
  }

  /** @returns whether it is done: at the end, or at a fault */
  run(tokens: number): boolean {
    if (this.fault !== null) return true;
    for (let count = 0; count < tokens; count++) {
      if (this.at >= this.#text.length) {
        this.fault = this.#expect === "nothing" ? null : { offset: this.at, problem: "unclosed" };
        if (this.at === skipSpace(this.#text, 0)) this.fault = { offset: this.at, problem: "empty" };
        return true;
      }
      this.fault = this.#step(this.#text[this.at] ?? "");
      if (this.fault !== null) return true;
      this.at = skipSpace(this.#text, this.at);
    }
    return false;
  }

  #take(token: JsonToken, expect: Expect, isKey = false): null {
    this.#visit(token, isKey);
    this.at = token.to;
    this.#expect = expect;
    return null;
  }

  #afterValue(): Expect {
    return this.#open.length === 0 ? "nothing" : "comma-or-end";
  }

  #step(character: string): JsonFault | null {
    const [text, at, expect] = [this.#text, this.at, this.#expect];
    const inside = this.#open.at(-1);
    if (expect === "nothing") return { offset: at, problem: "text-after-end" };
    if (expect === "colon") {
      if (character !== ":") return { offset: at, problem: "colon-expected" };
      return this.#take({ kind: ":", from: at, to: at + 1 }, "value");
    }
    if (expect === "comma-or-end" && character === ",") {
      const next = text[skipSpace(text, at + 1)];
      this.#take({ kind: ",", from: at, to: at + 1 }, inside === "{" ? "key" : "value");
      return next === "}" || next === "]" ? { offset: at, problem: "trailing-comma" } : null;
    }
    if (
      closes(character, inside) &&
      (expect === "comma-or-end" || expect === "key-or-end" || expect === "value-or-end")
    ) {
      this.#open.pop();
      return this.#take({ kind: character === "}" ? "}" : "]", from: at, to: at + 1 }, this.#afterValue());
    }
    if (expect === "comma-or-end") return { offset: at, problem: "comma-expected" };
    if (expect === "key" || expect === "key-or-end") {
      if (character !== '"') return { offset: at, problem: "key-expected" };
      const end = stringEnd(text, at);
      return end < 0 ? stringFault(text, at) : this.#take({ kind: "string", from: at, to: end }, "colon", true);
    }
    if (character === "{" || character === "[") {
      this.#open.push(character);
      return this.#take({ kind: character, from: at, to: at + 1 }, character === "{" ? "key-or-end" : "value-or-end");
    }
    const scalar = readScalar(text, at, character);
    return "problem" in scalar ? scalar : this.#take(scalar, this.#afterValue());
  }
}

const closes = (character: string, inside: "{" | "[" | undefined): boolean =>
  (character === "}" && inside === "{") || (character === "]" && inside === "[");

function readScalar(text: string, at: number, first: string): JsonToken | JsonFault {
  if (first === '"') {
    const end = stringEnd(text, at);
    return end < 0 ? stringFault(text, at) : { kind: "string", from: at, to: end };
  }
  if (first === "-" || (first >= "0" && first <= "9")) {
    const end = match(NUMBER, text, at);
    const isWhole = end > 0 && !/[0-9a-zA-Z.+-]/.test(text[end] ?? "");
    return isWhole ? { kind: "number", from: at, to: end } : { offset: at, problem: "number" };
  }
  const end = match(LITERAL, text, at);
  if (end > 0 && !/[0-9a-zA-Z_]/.test(text[end] ?? "")) return { kind: "literal", from: at, to: end };
  return { offset: at, problem: /[a-zA-Z_]/.test(first) ? "literal" : "value-expected" };
}

const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/** After the closing quote, or −1. A loop: a pattern with a choice in it overflows its stack at some million characters. */
function stringEnd(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0x22) return at + 1;
    if (unit < 0x20) return -1;
    if (unit === 0x5c) {
      const end = match(ESCAPE, text, at);
      if (end < 0) return -1;
      at = end - 1;
    }
  }
  return -1;
}

/** Finds what is wrong in a string that could not be read. */
function stringFault(text: string, from: number): JsonFault {
  for (let at = from + 1; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x20) return { offset: at, problem: unit === 10 || unit === 13 ? "string-unclosed" : "string-control" };
    if (text[at] === "\\") {
      if (!/^\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/.test(text.slice(at, at + 6)))
        return { offset: at, problem: "string-escape" };
      at++;
    }
  }
  return { offset: from, problem: "string-unclosed" };
}

function match(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

const skipSpace = (text: string, at: number): number => Math.max(at, match(SPACE, text, at));
