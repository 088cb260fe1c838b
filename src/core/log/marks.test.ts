import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseFilter } from "./filter.ts";
import { markers, pieces } from "./marks.ts";

function marked(filter: string, text: string): string {
  const parsed = parseFilter(filter);
  if (!parsed.ok) throw new Error(filter);
  return pieces(text, markers(parsed.value))
    .map((piece) => (piece.isMarked ? `<${piece.text}>` : piece.text))
    .join("");
}

describe("marks", () => {
  test.each([
    ["tick", "a Tick, a tick", "a <Tick>, a <tick>"],
    ["Tick", "a Tick, a tick", "a <Tick>, a tick"],
    ["/t.ck/ size:>0", "tock tick", "<tock> <tick>"],
    ["ab bc", "abc", "<abc>"],
    ["-tick dir:in", "tick", "tick"],
    ["/x*/", "yy", "yy"],
    ["a+b", "a+b", "<a+b>"],
  ])("[LG11] of %s in %s", (filter, text, expected) => {
    expect(marked(filter, text)).toBe(expected);
  });

  test("[LG11] a pattern that may take for ever marks nothing", () => {
    const text = "a".repeat(40);
    expect(marked("/(a|a)*b/", text)).toBe(text);
    expect(marked("/.*.*.*x/", text)).toBe(text);
  });

  test("[LG11] words are marked anywhere in a long text, a pattern with repetitions only at its beginning", () => {
    const long = `${"a".repeat(300_000)}x`;
    expect(marked("x", long)).toBe(`${"a".repeat(300_000)}<x>`);
    expect(marked("/a*x/", long)).toBe(long);
  });

  test("[LG11] the pieces are the text, whatever is looked for", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (filter, text) => {
        const parsed = parseFilter(filter);
        if (parsed.ok)
          expect(
            pieces(text, markers(parsed.value))
              .map((piece) => piece.text)
              .join(""),
          ).toBe(text);
      }),
    );
  });
});
