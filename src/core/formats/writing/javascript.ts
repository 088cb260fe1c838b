import type { Payload } from "../../profile/message.ts";
import type { Param } from "../../protocols/query.ts";
import { formatJson } from "../../units/formatJson.ts";
import { writeBase64 } from "../../units/byteText.ts";
import { readJson } from "../../units/json.ts";

/** A string literal that ends nowhere else than at its end, in a module and in a `<script>` alike. */
export const jsString = (text: string): string =>
  JSON.stringify(text)
    .replace(/[\u007f-\u009f\u2028\u2029\ufeff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .replace(/<(?=[/!])/g, "\\u003c");

/** Nesting that a parser of a language takes without care. */
const DEEPEST = 32;

/**
 * JSON as an expression. `__proto__` is a key to JSON and a prototype to JavaScript, hence the detour.
 * @param indent put before every line but the first
 */
export function jsJson(text: string, indent = ""): string {
  const read = readJson(text);
  if (!read.ok) return jsString(text);
  let depth = 0;
  let deepest = 0;
  for (const { kind } of read.value) {
    if (kind === "{" || kind === "[") deepest = Math.max(deepest, ++depth);
    if (kind === "}" || kind === "]") depth--;
  }
  const isPlain = deepest <= DEEPEST && !/__proto__|\\|[\u007f-\u009f\u2028\u2029\ufeff]|<[/!]/.test(text);
  if (!isPlain) return `JSON.parse(${jsString(text.trim())})`;
  const pretty = formatJson(text, read.value);
  return pretty.length <= 60 ? onOneLine(text) : pretty.replaceAll("\n", `\n${indent}`);

  function onOneLine(json: string): string {
    if (!read.ok) return json;
    return read.value
      .map(({ kind, from, to }, index) => {
        const word = json.slice(from, to);
        const isEmpty = ["}", "]"].includes(read.value[index + 1]?.kind ?? "");
        if (kind === "{" && !isEmpty) return "{ ";
        if (kind === "}" && read.value[index - 1]?.kind !== "{") return " }";
        return kind === "," || kind === ":" ? `${word} ` : word;
      })
      .join("");
  }
}

/** Bytes written as numbers, as long as somebody would count them. */
const COUNTABLE = 32;

/** @param host "browser": without Node's Buffer */
function jsBytes(octets: Uint8Array, host: "browser" | "node"): string {
  if (octets.length <= COUNTABLE) {
    const list = Array.from(octets, String).join(", ");
    return host === "node" ? `Buffer.from([${list}])` : `new Uint8Array([${list}])`;
  }
  const text = jsString(writeBase64(octets));
  return host === "node"
    ? `Buffer.from(${text}, "base64")`
    : `Uint8Array.from(atob(${text}), (character) => character.charCodeAt(0))`;
}

/** One argument of an event. */
export function jsArgument(payload: Payload, host: "browser" | "node", indent: string): string {
  switch (payload.type) {
    case "text":
      return jsString(payload.text);
    case "json":
      return jsJson(payload.text, indent);
    case "binary":
      return jsBytes(payload.bytes, host);
  }
}

/** One frame: JSON is sent in the spelling it was written in. */
export const jsFrame = (payload: Payload, host: "browser" | "node"): string =>
  payload.type === "binary" ? jsBytes(payload.bytes, host) : jsString(payload.text);

/** An object of texts; of two of one name the last stays. A computed key is never taken for the prototype. */
export function jsObject(params: readonly Param[]): string {
  const pairs = [...new Map(params.map(({ name, value }) => [name, value]))].map(
    ([name, value]) => `${name === "__proto__" ? '["__proto__"]' : jsString(name)}: ${jsString(value)}`,
  );
  return pairs.length === 0 ? "{}" : `{ ${pairs.join(", ")} }`;
}

/** `call(first, {…options})`, an option a line; without options, without the braces. */
export function jsCall(call: string, args: readonly string[], options: readonly string[]): string {
  if (options.length === 0) return `${call}(${args.join(", ")})`;
  return `${call}(${[...args, `{\n${options.map((option) => `  ${option},\n`).join("")}}`].join(", ")})`;
}
