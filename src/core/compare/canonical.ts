import { findSpans } from "../log/redaction/spans.ts";
import { readJson, type JsonToken } from "../units/json.ts";
import type { JsonPath } from "../units/jsonPath.ts";
import { childrenOf } from "../units/childrenOf.ts";
import { jsonTree } from "../units/jsonTree.ts";
import type { Tree } from "../units/tree.ts";

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
  if (spans.length === 0) return spelled(text, keyOrder);
  let left = "";
  let at = 0;
  for (const { from, to } of spans) {
    left += `${text.slice(at, from)}null`;
    at = to;
  }
  left += text.slice(at);
  return spelled(left, keyOrder);
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

function spelled(text: string, keyOrder: boolean): string {
  const tree = jsonTree(text);
  return tree ? spell(tree, 0, keyOrder) : text;
}

function spell(tree: Tree, at: number, keyOrder: boolean): string {
  const text = tree.text(at);
  switch (tree.kind(at)) {
    case "object": {
      const members = childrenOf(tree, at).map(
        (child) => `${JSON.stringify(tree.key(child))}:${spell(tree, child, keyOrder)}`,
      );
      return `{${(keyOrder ? members : members.toSorted()).join(",")}}`;
    }
    case "array":
      return `[${childrenOf(tree, at)
        .map((child) => spell(tree, child, keyOrder))
        .join(",")}]`;
    case "string":
      return text.includes("\\") ? JSON.stringify(JSON.parse(text)) : text;
    case "number":
    case "literal":
    case "text":
    case "bytes":
      return text;
  }
}
