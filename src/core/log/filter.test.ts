import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseFilter } from "./filter.ts";

describe("the filter language", () => {
  test("[LG1] words, phrases and regular expressions, all of which must hold", () => {
    expect(parseFilter('tick "two words" /a\\/b/i -Noise')).toEqual({
      ok: true,
      value: [
        { not: false, test: { type: "text", text: "tick", anyCase: true } },
        { not: false, test: { type: "text", text: "two words", anyCase: true } },
        { not: false, test: { type: "regex", regex: /a\/b/i } },
        { not: true, test: { type: "text", text: "Noise", anyCase: false } },
      ],
    });
  });

  test("[LG2] direction, kind, event and size", () => {
    expect(parseFilter("dir:in,out kind:ack event:chat* size:>1k size:10..20")).toEqual({
      ok: true,
      value: [
        { not: false, test: { type: "direction", directions: ["received", "sent"] } },
        { not: false, test: { type: "kind", kinds: ["ack"] } },
        { not: false, test: { type: "event", names: /^(?:chat.*)$/su } },
        { not: false, test: { type: "size", least: 1001, most: Infinity } },
        { not: false, test: { type: "size", least: 10, most: 20 } },
      ],
    });
  });

  test.each([
    ["/(/", "regex", 0],
    ["/(a+)+b/", "regex-slow", 0],
    ["x /(?:(a|b*)c){2,}/", "regex-slow", 2],
    ["a dir:up", "direction", 2],
    ["kind:x", "kind", 0],
    ["size:big", "size", 0],
    ["event:", "empty-value", 0],
    ['"open', "quote", 0],
  ])("[LG3] %s is a fault: %s", (text, problem, offset) => {
    expect(parseFilter(text)).toMatchObject({ ok: false, fault: { problem, offset } });
  });

  test("[LG5] a repetition in a repetition is refused, one beside another is not", () => {
    expect(parseFilter("/a+b*(c|d)+[(+)*]+\\(x+\\)+/")).toMatchObject({ ok: true });
  });

  test("[LG4] nothing that is typed throws; a JSON fragment is plain text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => void parseFilter(text)),
      { numRuns: 2000 },
    );
    expect(parseFilter('{"a":1}')).toMatchObject({ ok: true, value: [{ test: { type: "text", text: '{"a":1}' } }] });
    expect(parseFilter("")).toEqual({ ok: true, value: [] });
  });
});
