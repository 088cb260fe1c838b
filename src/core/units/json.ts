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
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
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
  const open: ("{" | "[")[] = [];
  let expect: Expect = "value";
  let at = skipSpace(text, 0);
  if (at === text.length) return { offset: at, problem: "empty" };

  while (at < text.length) {
    const character = text[at] ?? "";
    const inside = open.at(-1);
    if (expect === "nothing") return { offset: at, problem: "text-after-end" };
    if (expect === "colon") {
      if (character !== ":") return { offset: at, problem: "colon-expected" };
      visit({ kind: ":", from: at, to: ++at });
      expect = "value";
    } else if (expect === "comma-or-end" && character === ",") {
      const comma = at;
      visit({ kind: ",", from: at, to: ++at });
      const next = text[skipSpace(text, at)];
      if (next === "}" || next === "]") return { offset: comma, problem: "trailing-comma" };
      expect = inside === "{" ? "key" : "value";
    } else if (
      closes(character, inside) &&
      (expect === "comma-or-end" || expect === "key-or-end" || expect === "value-or-end")
    ) {
      visit({ kind: character === "}" ? "}" : "]", from: at, to: ++at });
      open.pop();
      expect = open.length === 0 ? "nothing" : "comma-or-end";
    } else if (expect === "comma-or-end") {
      return { offset: at, problem: "comma-expected" };
    } else if (expect === "key" || expect === "key-or-end") {
      if (character !== '"') return { offset: at, problem: "key-expected" };
      const end = match(STRING, text, at);
      if (end < 0) return stringFault(text, at);
      visit({ kind: "string", from: at, to: end });
      at = end;
      expect = "colon";
    } else if (character === "{" || character === "[") {
      visit({ kind: character, from: at, to: ++at });
      open.push(character);
      expect = character === "{" ? "key-or-end" : "value-or-end";
    } else {
      const scalar = readScalar(text, at, character);
      if ("problem" in scalar) return scalar;
      visit(scalar);
      at = scalar.to;
      expect = open.length === 0 ? "nothing" : "comma-or-end";
    }
    at = skipSpace(text, at);
  }
  return expect === "nothing" ? null : { offset: at, problem: "unclosed" };
}

const closes = (character: string, inside: "{" | "[" | undefined): boolean =>
  (character === "}" && inside === "{") || (character === "]" && inside === "[");

function readScalar(text: string, at: number, first: string): JsonToken | JsonFault {
  if (first === '"') {
    const end = match(STRING, text, at);
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

/** Finds what is wrong in a string that the pattern refused. */
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
