import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseJsonPath } from "./jsonPath.ts";

const key = (name: string, descends = false): object => ({ descends, test: { type: "key", name } });

describe("paths into JSON", () => {
  test.each([
    ["$", []],
    ["$.user.email", [key("user"), key("email")]],
    ['$[\'a b\']["c\\"d"]', [key("a b"), key('c"d')]],
    ["$.list[0]", [key("list"), { descends: false, test: { type: "index", index: 0 } }]],
    [
      "$.*[*]",
      [
        { descends: false, test: { type: "any" } },
        { descends: false, test: { type: "any" } },
      ],
    ],
    ["$..token", [key("token", true)]],
    ["$..['令牌']", [key("令牌", true)]],
  ])("[UN30] %s", (text, steps) => {
    expect(parseJsonPath(text)).toEqual({ ok: true, value: steps });
  });

  test.each([
    ["user.email", "start", 0],
    ["$.", "step", 2],
    ["$user", "step", 1],
    ["$.a[", "bracket", 3],
    ["$.a[-1]", "bracket", 3],
    [`$${".a".repeat(61)}`, "too-long", 122],
  ])("[UN31] %s is a fault", (text, kind, offset) => {
    expect(parseJsonPath(text)).toEqual({ ok: false, fault: { kind, offset } });
  });

  test("[UN31] nothing typed throws", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => void parseJsonPath(`$${text}`)));
  });
});
