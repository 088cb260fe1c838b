import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { JsonStream } from "./jsonStream.ts";

function itemsOf(text: string, piece: number): { readonly items: readonly unknown[]; readonly fault: string | null } {
  const items: unknown[] = [];
  const stream = new JsonStream(
    2,
    (frames) => frames.map(({ isList, key }) => (isList ? "[]" : key)).join(".") === "items.[]",
    (_, found) => {
      items.push(JSON.parse(found));
    },
  );
  for (let at = 0; at < text.length; at += piece) stream.push(text.slice(at, at + piece));
  stream.end();
  return { items, fault: stream.fault?.kind ?? null };
}

describe("JSON that comes in pieces", () => {
  test("[IM16] gives the values that are wanted, whatever stands around them and however it is cut", () => {
    fc.assert(
      fc.property(
        fc.array(fc.jsonValue(), { maxLength: 5 }),
        fc.jsonValue(),
        fc.integer({ min: 1, max: 30 }),
        fc.constantFrom(undefined, 1, "\t"),
        (items, other, piece, indent) => {
          const text = JSON.stringify({ before: other, items, 'a "quoted\\" key': { items: [1] } }, null, indent);
          // -0 is written as 0.
          expect(itemsOf(text, piece)).toEqual({ items: JSON.parse(JSON.stringify(items)), fault: null });
        },
      ),
      { numRuns: 300 },
    );
  });

  test.each([
    ['{"items":[1,2', "cut", [1]],
    ['{"items":[1,"2', "cut", [1]],
    ['{"items":[1}]', "brackets", [1]],
    [`{"items":[1,${"[".repeat(5000)}`, "too-deep", [1]],
  ])("[IM16] %#: what came before a fault is kept", (text, fault, items) => {
    expect(itemsOf(text, 4)).toEqual({ items, fault });
  });
});
