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
    ["seq:x", "seq", 0],
    ["seq:>1..3", "seq", 0],
    ["after:25:00", "time", 0],
    ["before:soon", "time", 0],
    ["after:2026-13-01", "time", 0],
    ["a json:$.x=", "json", 2],
    ["json:$[", "json", 0],
    ['"open', "quote", 0],
  ])("[LG3] %s is a fault: %s", (text, problem, offset) => {
    expect(parseFilter(text)).toMatchObject({ ok: false, fault: { problem, offset } });
  });

  test("[LG6] numbers, times of day, dates and spans since the log began", () => {
    expect(parseFilter("seq:100..200 seq:>=5 seq:7.. after:10:32 before:10:32:05.25")).toEqual({
      ok: true,
      value: [
        { not: false, test: { type: "seq", least: 100, most: 200 } },
        { not: false, test: { type: "seq", least: 5, most: Infinity } },
        { not: false, test: { type: "seq", least: 7, most: Infinity } },
        { not: false, test: { type: "time", sense: "after", point: { at: "clock", hour: 10, minute: 32, rest: 0 } } },
        {
          not: false,
          test: { type: "time", sense: "before", point: { at: "clock", hour: 10, minute: 32, rest: 5250 } },
        },
      ],
    });
    expect(parseFilter("after:+1.5m -before:2026-11-28T07:05")).toMatchObject({
      value: [
        { test: { point: { at: "since", span: 90_000 } } },
        { not: true, test: { point: { at: "date", year: 2026, month: 11, day: 28, hour: 7, minute: 5, rest: 0 } } },
      ],
    });
  });

  test("[LG7] a JSON path and a comparison, which may hold spaces in quotes", () => {
    expect(parseFilter('json:$.type=tick -json:user["first name"]~"an a" json:$..id>=9')).toEqual({
      ok: true,
      value: [
        {
          not: false,
          test: {
            type: "json",
            path: [{ descends: false, test: { type: "key", name: "type" } }],
            compare: { operator: "=", operand: "tick", isQuoted: false },
          },
        },
        {
          not: true,
          test: {
            type: "json",
            path: [
              { descends: false, test: { type: "key", name: "user" } },
              { descends: false, test: { type: "key", name: "first name" } },
            ],
            compare: { operator: "~", operand: "an a", isQuoted: true },
          },
        },
        {
          not: false,
          test: {
            type: "json",
            path: [{ descends: true, test: { type: "key", name: "id" } }],
            compare: { operator: ">=", operand: "9", isQuoted: false },
          },
        },
      ],
    });
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
