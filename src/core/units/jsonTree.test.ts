import fc from "fast-check";
import { expect, test } from "vitest";
import { JsonTreeReader, jsonTree } from "./jsonTree.ts";
import { childrenOf, memberOf, pathOf, readable, type Tree } from "./tree.ts";

const treeOf = (text: string): Tree => jsonTree(text) ?? expect.fail(text);
const valueOf = (tree: Tree, at: number): unknown => {
  const children = childrenOf(tree, at);
  if (tree.kind(at) === "array") return children.map((child) => valueOf(tree, child));
  if (tree.kind(at) !== "object") return JSON.parse(tree.text(at)) as unknown;
  return Object.fromEntries(children.map((child) => [tree.key(child), valueOf(tree, child)]));
};

test("[UN20] a tree holds what the text says", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = JSON.stringify(value);
      expect(JSON.stringify(valueOf(treeOf(text), 0))).toBe(JSON.stringify(JSON.parse(text)));
    }),
  );
});

test("[UN21] duplicate keys, large numbers and deep nesting are kept", () => {
  const tree = treeOf('{"a":1,"a":12345678901234567890}');
  expect(childrenOf(tree, 0).map((at) => [tree.key(at), tree.text(at)])).toEqual([
    ["a", "1"],
    ["a", "12345678901234567890"],
  ]);
  expect(memberOf(tree, 0, "a")).toBe(2);
  const deep = treeOf("[".repeat(10_000) + "]".repeat(10_000));
  expect([deep.size(), deep.depth(9999), deep.end(0)]).toEqual([10_000, 9999, 10_000]);
});

test("[UN22] a text that was cut gives the tree of what there is, read in slices of any size", () => {
  fc.assert(
    fc.property(fc.json(), fc.nat(), fc.integer({ min: 1, max: 9 }), (text, cut, slice) => {
      const part = text.slice(0, cut % (text.length + 1));
      const [sliced, whole] = [new JsonTreeReader(part), new JsonTreeReader(part)];
      while (!sliced.read(slice));
      whole.read();
      expect([sliced.size(), sliced.fault]).toEqual([whole.size(), whole.fault]);
      for (let at = 0; at < whole.size(); at++) expect(whole.end(at)).toBeGreaterThan(at);
    }),
  );
});

test("[UN23] no more nodes than were asked for", () => {
  const tree = jsonTree(`[${"1,".repeat(100_000)}1]`, 500);
  expect([tree?.size(), tree?.isCut, tree?.count(0)]).toEqual([500, true, 499]);
});

test("[UN24] a node has a path that finds it again", () => {
  const tree = treeOf('{"a":[{"b c":1,"名":2,"":3}]}');
  expect([3, 4, 5].map((at) => pathOf(tree, at))).toEqual(['$.a[0]["b c"]', "$.a[0].名", '$.a[0][""]']);
  expect(readable(treeOf(String.raw`"a\n\u4f60"`), 0)).toBe("a\n你");
});

test("[UN25] a string of ten million characters overflows nothing", () => {
  expect(treeOf(JSON.stringify("x".repeat(10_000_000))).text(0)).toHaveLength(10_000_002);
});
