import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lineFeeds, textChange } from "./textChange.ts";

/** Few and alike, so that texts share beginnings, ends and halves of surrogate pairs. */
const text = fc
  .array(fc.constantFrom("a", "b", "\n", "😀", "😁", "🀀"), { maxLength: 8 })
  .map((parts) => parts.join(""));

describe("the change from one text to another", () => {
  test("makes the other text", () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const { from, to, insert } = textChange(before, after);
        expect(before.slice(0, from) + insert + before.slice(to)).toBe(after);
      }),
    );
  });

  test("cuts no surrogate pair", () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const { from, to, insert } = textChange(before, after);
        const pieces = [before.slice(0, from), before.slice(from, to), before.slice(to), insert];
        for (const piece of pieces) expect(piece.isWellFormed()).toBe(true);
      }),
    );
  });

  test("is nothing between equal texts", () => {
    expect(textChange("a😀", "a😀")).toEqual({ from: 3, to: 3, insert: "" });
  });
});

test("line ends become those of a text field", () => {
  expect(lineFeeds("a\r\nb\rc\n")).toBe("a\nb\nc\n");
});
