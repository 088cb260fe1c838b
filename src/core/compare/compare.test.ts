import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { jsonTree } from "../units/jsonTree.ts";
import type { Tree } from "../units/tree.ts";
import { align } from "./align.ts";
import { compareText } from "./compareText.ts";
import { compareTrees, MOST_CHANGES } from "./compareTrees.ts";

const treeOf = (text: string): Tree => jsonTree(text) ?? expect.fail(text);
const changes = (first: string, second: string): readonly string[] =>
  compareTrees(treeOf(first), treeOf(second)).changes.map(({ is, path }) => `${is} ${path}`);

describe("two lists", () => {
  test("[CM1] runs lead from the first to the second, and name only what is equal the same", () => {
    const list = fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 30 });
    fc.assert(
      fc.property(list, list, (a, b) => {
        const { runs, isCoarse } = align(a.length, b.length, (x, y) => a[x] === b[y]);
        expect(isCoarse).toBe(false);
        const first = runs.flatMap(({ is, from, count }) => (is === "added" ? [] : a.slice(from, from + count)));
        const second = runs.flatMap(({ is, from, to, count }) =>
          is === "removed" ? [] : is === "same" ? a.slice(from, from + count) : b.slice(to, to + count),
        );
        expect([first, second]).toEqual([a, b]);
      }),
      { numRuns: 1000 },
    );
  });

  test("[CM2] as few edits as there can be", () => {
    const { runs } = align(7, 6, (x, y) => "ABCABBA"[x] === "CBABAC"[y]);
    expect(runs.filter(({ is }) => is !== "same").reduce((sum, { count }) => sum + count, 0)).toBe(5);
  });

  test("[CM3] lists without anything in common are given up on, and say so", () => {
    expect(align(5000, 5000, () => false)).toMatchObject({
      isCoarse: true,
      runs: [
        { is: "removed", count: 5000 },
        { is: "added", count: 5000 },
      ],
    });
  });
});

describe("two payloads by structure", () => {
  test.each<[string, string, string, readonly string[]]>([
    ["nothing", '{"a":1,"b":2}', '{"b":2, "a":1}', []],
    ["a value", '{"a":{"b":1}}', '{"a":{"b":2}}', ["changed $.a.b"]],
    ["keys", '{"a":1}', '{"b":1}', ["removed $.a", "added $.b"]],
    ["a member in the middle", "[1,2,3,4]", "[1,3,4]", ["removed $[1]"]],
    ["a member at the front", '[{"id":1},{"id":2}]', '[{"id":0},{"id":1},{"id":2}]', ["added $[0]"]],
    ["inside a member", '[{"id":1,"v":1},9]', '[{"id":1,"v":2},9]', ["changed $[0].v"]],
    ["the kind", '{"a":[]}', '{"a":{}}', ["changed $.a"]],
    ["the spelling of a number", "[1]", "[1.0]", ["changed $[0]"]],
    ["an escape only", '["\\u0041"]', '["A"]', []],
    ["duplicate keys", '{"a":1,"a":2}', '{"a":1,"a":3}', ["changed $.a"]],
  ])("[CM4] %s", (_what, first, second, expected) => {
    expect(changes(first, second)).toEqual(expected);
  });

  test("[CM5] equal values have no changes, different ones have some, whatever they are", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (first, second) => {
        const [a, b] = [JSON.stringify(first), JSON.stringify(second)];
        expect(changes(a, a)).toEqual([]);
        const isEqual = JSON.stringify(sorted(JSON.parse(a))) === JSON.stringify(sorted(JSON.parse(b)));
        expect(changes(a, b).length === 0).toBe(isEqual);
      }),
    );
  });

  test("[CM6] deep and long ones are bounded", () => {
    const deep = (inner: string): string => "[".repeat(10_000) + inner + "]".repeat(10_000);
    expect(changes(deep("1"), deep("2"))).toHaveLength(1);
    const long = (from: number): string => JSON.stringify(Array.from({ length: 20_000 }, (_, at) => at + from));
    const { changes: found, isCut, isCoarse } = compareTrees(treeOf(long(0)), treeOf(long(1_000_000)));
    expect([found.length, isCut, isCoarse]).toEqual([MOST_CHANGES, true, true]);
  });
});

describe("two texts", () => {
  test("[CM7] by lines, and in changed lines by words", () => {
    const { lines } = compareText("one\ntwo three\nfour", "one\ntwo 三三\nfour");
    expect(lines.map(({ is, text }) => `${is} ${text}`)).toEqual([
      "same one",
      "removed two three",
      "added two 三三",
      "same four",
    ]);
    expect(lines[1]?.parts).toEqual([
      { text: "two ", isChanged: false },
      { text: "three", isChanged: true },
    ]);
  });

  test("[CM8] both can be read out of it again", () => {
    const text = fc
      .array(fc.constantFrom("a", "b", "a b", "b a c", ""), { maxLength: 12 })
      .map((all) => all.join("\n"));
    fc.assert(
      fc.property(text, text, (first, second) => {
        const { lines, firstDifference } = compareText(first, second);
        const side = (not: string): string =>
          lines
            .filter(({ is }) => is !== not)
            .map((line) => line.parts?.map((part) => part.text).join("") ?? line.text)
            .join("\n");
        expect([side("added"), side("removed")]).toEqual([first, second]);
        expect(firstDifference === null).toBe(first === second);
      }),
    );
  });

  test("[CM9] of ten million characters only the first difference is told", () => {
    const long = "x".repeat(10_000_000);
    expect(compareText(`${long}a`, `${long}b`)).toEqual({ lines: [], isCoarse: true, firstDifference: 10_000_000 });
  });
});

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, sorted(inner)] as const);
  return { entries: entries.toSorted(([one], [other]) => (one < other ? -1 : 1)) };
}
