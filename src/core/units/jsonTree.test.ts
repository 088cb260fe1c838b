import fc from "fast-check";
import { expect, test } from "vitest";
import { readJson } from "./json.ts";
import { jsonTree, type JsonNode } from "./jsonTree.ts";

const treeOf = (text: string): JsonNode => {
  const read = readJson(text);
  if (!read.ok) throw new Error(text);
  return jsonTree(text, read.value);
};
const valueOf = (node: JsonNode): unknown => {
  if (node.kind === "array") return node.children.map(valueOf);
  if (node.kind === "object") return Object.fromEntries(node.children.map((child) => [child.key, valueOf(child)]));
  return JSON.parse(node.text);
};

test("[UN20] a tree holds what the text says", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = JSON.stringify(value);
      expect(JSON.stringify(valueOf(treeOf(text)))).toBe(JSON.stringify(JSON.parse(text)));
    }),
  );
});

test("[UN21] duplicate keys, large numbers and deep nesting are kept", () => {
  expect(treeOf('{"a":1,"a":12345678901234567890}').children.map(({ key, text }) => [key, text])).toEqual([
    ["a", "1"],
    ["a", "12345678901234567890"],
  ]);
  expect(treeOf("[".repeat(10_000) + "]".repeat(10_000)).kind).toBe("array");
});
