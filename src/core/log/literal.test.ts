import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { literalOf } from "./literal.ts";

describe("the text that stands in whatever a pattern matches", () => {
  test.each([
    [/"seq":77777\d,/, '"seq":77777'],
    [/a\.b\/c/, "a.b/c"],
    [/abc+d?efgh/, "efgh"],
    [/abcd+/, "abcd"],
    [/abcd{0,2}/, "abc"],
    [/(?:tick|tock)/, null],
    [/(tick)er/, null],
    [/(x[)]y)after/, "after"],
    [/[abc]def[\]x]yz/, "def"],
    [/\u{61}bcd/u, "bcd"],
    [/\x61bcd/, "bcd"],
    [/^\d+ms$/, null],
    [/kelvin/iu, null],
    [/kelvin/i, "kelvin"],
    [/λόγος or logos/i, " or logos"],
    [/价格更新/, "价格更新"],
  ])("[JO40] of %s", (pattern, expected) => {
    expect(literalOf(pattern)).toBe(expected);
  });

  test("[JO40] stands in every match", () => {
    const source = fc
      .array(
        fc.constantFrom(
          "σ",
          "a",
          "b",
          "abc",
          "\\.",
          "\\d",
          "+",
          "*",
          "?",
          "{2}",
          "{0,1}",
          "[ab]",
          "(bc)",
          "(?:a)",
          "$",
          "^",
          "\\b",
          ".",
        ),
        {
          maxLength: 8,
        },
      )
      .map((pieces) => pieces.join(""))
      .filter((made) => {
        try {
          return new RegExp(made) instanceof RegExp;
        } catch {
          return false;
        }
      });
    const text = fc.string({ unit: fc.constantFrom("a", "b", "c", "B", ".", "1", "ς", "Σ"), maxLength: 16 });
    fc.assert(
      fc.property(source, text, fc.constantFrom("", "i"), (made, subject, flags) => {
        const pattern = new RegExp(made, flags);
        const literal = literalOf(pattern);
        if (literal === null || !pattern.test(subject)) return;
        if (flags === "") expect(subject).toContain(literal);
        else expect(subject.toLowerCase()).toContain(literal.toLowerCase());
      }),
      { numRuns: 5000 },
    );
  });
});
