import type { Payload } from "../../profile/message.ts";
import type { Param } from "../../protocols/query.ts";
import { writeBase64 } from "../../units/byteText.ts";
import { readJson } from "../../units/json.ts";

/** A string literal of Python 3 in ASCII but for letters; a quote, a backslash and a line's end are escaped. */
export const pyString = (text: string): string =>
  `"${text.replace(/["\\\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff\ud800-\udfff]/gu, escaped)}"`;

function escaped(unit: string): string {
  const named = { '"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" }[unit];
  return named ?? `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/** Nesting that Python's parser takes; CPython ends at 200 brackets. */
const DEEPEST = 32;

/** JSON as a literal of Python: the same spelling of numbers, and strings written anew. */
export function pyJson(text: string): string {
  const read = readJson(text);
  if (!read.ok) return pyString(text);
  const parts: string[] = [];
  let depth = 0;
  for (const { kind, from, to } of read.value) {
    if (kind === "{" || kind === "[") depth++;
    if (kind === "}" || kind === "]") depth--;
    if (depth > DEEPEST) return `json.loads(${pyString(text.trim())})`;
    const word = text.slice(from, to);
    if (kind === "string") parts.push(pyString(String(JSON.parse(word))));
    else if (kind === "literal") parts.push(word === "null" ? "None" : word === "true" ? "True" : "False");
    else parts.push(kind === "," || kind === ":" ? `${kind} ` : word);
  }
  return parts.join("");
}

/** Whether what pyJson wrote needs `import json`. */
export const usesJson = (code: string): boolean => code.includes("json.loads(");

const COUNTABLE = 32;

function pyBytes(octets: Uint8Array): string {
  if (octets.length > COUNTABLE) return `base64.b64decode("${writeBase64(octets)}")`;
  return `bytes.fromhex("${Array.from(octets, (octet) => octet.toString(16).padStart(2, "0")).join(" ")}")`;
}

export const usesBase64 = (code: string): boolean => code.includes("base64.b64decode(");

export function pyArgument(payload: Payload): string {
  switch (payload.type) {
    case "text":
      return pyString(payload.text);
    case "json":
      return pyJson(payload.text);
    case "binary":
      return pyBytes(payload.bytes);
  }
}

/** One frame: JSON is sent in the spelling it was written in. */
export const pyFrame = (payload: Payload): string =>
  payload.type === "binary" ? pyBytes(payload.bytes) : pyString(payload.text);

export const pyDict = (params: readonly Param[]): string =>
  `{${params.map(({ name, value }) => `${pyString(name)}: ${pyString(value)}`).join(", ")}}`;

/** Lines moved right by levels of four spaces. Literals hold no line's end, so none is torn. */
export const indented = (levels: number, lines: readonly string[]): readonly string[] =>
  lines.map((line) => (line === "" ? line : "    ".repeat(levels) + line));
