import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatJson, minifyJson } from "./formatJson.ts";
import { readJson } from "./json.ts";

describe("JSON", () => {
  test("[UN11] accepts exactly what the language's own parser accepts", () => {
    const piece = fc.constantFrom(
      "{",
      "}",
      "[",
      "]",
      ",",
      ":",
      '"a"',
      '"',
      "\\",
      "1",
      "-",
      "0",
      ".5",
      "1e9",
      "true",
      "nul",
      " ",
      "\n",
      "\u0001",
    );
    const input = fc.oneof(
      fc.json(),
      fc.string(),
      fc.array(piece, { maxLength: 12 }).map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(input, (text) => {
        let own = true;
        try {
          JSON.parse(text);
        } catch {
          own = false;
        }
        expect(readJson(text).ok).toBe(own);
      }),
      { numRuns: 5000 },
    );
  });

  test.each([
    ["", 0, "empty"],
    ['{"a" 1}', 5, "colon-expected"],
    ['{"a": 1,}', 7, "trailing-comma"],
    ['{"a": 1 "b": 2}', 8, "comma-expected"],
    ["{a: 1}", 1, "key-expected"],
    ['{"a": undefined}', 6, "literal"],
    ['{"a": 01}', 6, "number"],
    ['["a]', 1, "string-unclosed"],
    ['["\\x"]', 2, "string-escape"],
    ["[1", 2, "unclosed"],
    ["1 2", 2, "text-after-end"],
  ])("[UN12] %s is wrong at %i: %s", (text, offset, problem) => {
    expect(readJson(text)).toEqual({ ok: false, fault: { offset, problem } });
  });

  test("[UN13] formatting and minifying change white space only", () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const read = readJson(text);
        if (!read.ok) throw new Error("fc.json gives JSON");
        expect(JSON.parse(formatJson(text, read.value))).toEqual(JSON.parse(text));
        expect(formatJson(text, read.value)).toBe(JSON.stringify(JSON.parse(text), null, 2).replaceAll("\\u", "\\u"));
        expect(JSON.parse(minifyJson(text, read.value))).toEqual(JSON.parse(text));
      }),
      { examples: [["{}"], ["[]"], ['{"a":[]}']] },
    );
  });

  test("[UN14] numbers, duplicate keys and depth are kept", () => {
    const text = '{"id":12345678901234567890,"id":1.0e+2}';
    const read = readJson(text);
    expect(read.ok && minifyJson(text, read.value)).toBe(text);
    expect(read.ok && formatJson(text, read.value)).toContain("12345678901234567890");
    const deep = "[".repeat(10_000) + "]".repeat(10_000);
    expect(readJson(deep).ok).toBe(true);
  });
});
