import { findSpans } from "../log/redaction/spans.ts";
import { readJson, type JsonToken } from "../units/json.ts";
import type { JsonPath } from "../units/jsonPath.ts";
import { jsonTree, type JsonNode } from "../units/jsonTree.ts";

export interface CompareChoice {
  /** Whether `{"a":1,"b":2}` and `{"b":2,"a":1}` differ. */
  readonly keyOrder: boolean;
  /** What may differ: times, ids. */
  readonly ignore: readonly JsonPath[];
}

/** Deeper JSON is compared as it is spelled: no message of people or programs is deeper. */
const DEEPEST = 200;

/**
 * The same text for payloads that mean the same: JSON without white space, its strings spelled in one way,
 * numbers as they are, what does not count left out.
 * @param rootsFrom the elements of the outer list from this one on are what `$` means; null: the whole text
 */
export function canonical(text: string, { keyOrder, ignore }: CompareChoice, rootsFrom: number | null): string {
  if (!/^\s*[[{]/.test(text.slice(0, 100))) return text;
  const read = readJson(text);
  if (!read.ok || depthOf(read.value) > DEEPEST) return text;
  const spans = ignore.length === 0 ? [] : findSpans(text, read.value, { paths: ignore, rootsFrom, numbers: false });
  if (spans.length === 0) return spell(jsonTree(text, read.value), keyOrder);
  let left = "";
  let at = 0;
  for (const { from, to } of spans) {
    left += `${text.slice(at, from)}null`;
    at = to;
  }
  left += text.slice(at);
  const again = readJson(left);
  return again.ok ? spell(jsonTree(left, again.value), keyOrder) : text;
}

function depthOf(tokens: readonly JsonToken[]): number {
  let depth = 0;
  let deepest = 0;
  for (const { kind } of tokens) {
    if (kind === "{" || kind === "[") deepest = Math.max(deepest, ++depth);
    else if (kind === "}" || kind === "]") depth--;
  }
  return deepest;
}

function spell(node: JsonNode, keyOrder: boolean): string {
  switch (node.kind) {
    case "object": {
      const members = node.children.map((child) => `${JSON.stringify(child.key)}:${spell(child, keyOrder)}`);
      return `{${(keyOrder ? members : members.toSorted()).join(",")}}`;
    }
    case "array":
      return `[${node.children.map((child) => spell(child, keyOrder)).join(",")}]`;
    case "string":
      return node.text.includes("\\") ? JSON.stringify(JSON.parse(node.text)) : node.text;
    case "number":
    case "literal":
      return node.text;
  }
}
