import { describe, expect, test } from "vitest";
import { jsonTree } from "../../core/units/jsonTree.ts";
import type { Tree } from "../../core/units/tree.ts";
import { rowsOf, toggle, usualOpenness, type Rows } from "./rows.ts";

const treeOf = (text: string): Tree => jsonTree(text) ?? expect.fail(text);
const shown = (rows: Rows): readonly string[] =>
  Array.from(
    { length: rows.length },
    (_, row) => `${String(rows.depth(row))} ${rows.tree(row).text(rows.at(row)) || rows.tree(row).kind(rows.at(row))}`,
  );

describe("rows of a tree", () => {
  const tree = treeOf('{"a":{"b":{"c":1}},"d":[2,3]}');

  test("[DE90] a small tree is open at first, of a larger one two levels; all and none are one step", () => {
    expect(rowsOf(tree, usualOpenness, new Map()).length).toBe(tree.size());
    const larger = treeOf(`{"a":{"b":{"c":1}},"d":[${"2,".repeat(40)}3],"e":[${"2,".repeat(60)}3]}`);
    expect(shown(rowsOf(larger, usualOpenness, new Map())).slice(0, 5)).toEqual([
      "0 object",
      "1 object",
      "2 object",
      "1 array",
      "2 2",
    ]);
    expect(rowsOf(larger, usualOpenness, new Map()).length).toBe(3 + 42 + 1);
    const longest = treeOf(`[${"[1],".repeat(1000)}[1]]`);
    expect(rowsOf(longest, usualOpenness, new Map()).length).toBe(1 + 1001);
    expect(rowsOf(tree, { ...usualOpenness, mode: "all" }, new Map()).length).toBe(tree.size());
    expect(rowsOf(tree, { ...usualOpenness, mode: "none" }, new Map()).length).toBe(3);
  });

  test("[DE90] a node is opened and closed alone", () => {
    const closed = toggle(toggle(usualOpenness, tree, 4, false), tree, 2, false);
    expect(shown(rowsOf(tree, closed, new Map()))).toEqual(["0 object", "1 object", "2 object", "1 array"]);
  });

  test("[DE91] a decoded value stands under its node, and in it another", () => {
    const [outer, inner] = [treeOf("[7]"), treeOf("8")];
    const grafts = new Map([
      [tree, new Map([[5, outer]])],
      [outer, new Map([[1, inner]])],
    ]);
    expect(shown(rowsOf(tree, usualOpenness, grafts)).slice(4)).toEqual([
      "1 array",
      "2 2",
      "3 array",
      "4 7",
      "5 8",
      "2 3",
    ]);
  });

  test("[DE92] a long list is closed at first, and a million rows are there at once", () => {
    const long = treeOf(`{"a":[${"1,".repeat(999_999)}1]}`);
    expect(rowsOf(long, usualOpenness, new Map()).length).toBe(2);
    expect(rowsOf(long, { ...usualOpenness, mode: "all" }, new Map()).length).toBe(1_000_002);
  });
});
