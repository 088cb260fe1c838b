import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { jsonTree } from "../../core/units/jsonTree.ts";
import type { Tree } from "../../core/units/tree.ts";
import { copyOf } from "./copyOf.ts";
import { EventTree } from "./eventTree.ts";

const treeOf = (text: string): Tree => jsonTree(text) ?? expect.fail(text);

describe("what copying gives", () => {
  test("[DE93] a branch is the same JSON again, whatever is in it", () => {
    fc.assert(
      fc.property(fc.oneof(fc.object(), fc.array(fc.jsonValue())), (value) => {
        const text = JSON.stringify(value);
        expect(copyOf(treeOf(text), 0)).toBe(text);
      }),
    );
    expect(copyOf(treeOf('{"a":1,"a":12345678901234567890}'), 0)).toBe('{"a":1,"a":12345678901234567890}');
    const deep = "[".repeat(10_000) + "]".repeat(10_000);
    expect(copyOf(treeOf(deep), 0)).toBe(deep);
  });

  test("[DE93] a string is its content, a number its digits", () => {
    const tree = treeOf('["a\\n\\"b\\"",1.50]');
    expect([copyOf(tree, 1), copyOf(tree, 2)]).toEqual(['a\n"b"', "1.50"]);
  });
});

test("[DE94] attachments of an event stand in their places, and what only looks like one stays", () => {
  const json = '["e",{"_placeholder":true,"num":0},{"_placeholder":true,"num":7},{"num":0,"x":1}]';
  const tree = new EventTree(treeOf(json), [Uint8Array.of(1, 255)]);
  expect([tree.kind(2), tree.count(2), tree.octets(2), tree.note(2)]).toEqual([
    "bytes",
    0,
    Uint8Array.of(1, 255),
    { kind: "attachment", index: 0 },
  ]);
  expect(copyOf(tree, 0)).toBe('["e","01 ff",{"_placeholder":true,"num":7},{"num":0,"x":1}]');
});
