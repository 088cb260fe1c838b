import { describe, expect, test } from "vitest";
import { en } from "./en.ts";
import { zhCN } from "./zh-CN.ts";

/** Every text there is, sentences with something filled in. */
function textsOf(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  if (typeof value === "function") return [String((value as (...given: unknown[]) => unknown)("a", 3))];
  return Object.values(Object(value) as object).flatMap(textsOf);
}

describe.each([
  ["English", en],
  ["简体中文", zhCN],
])("the policy lab in %s", (_, texts) => {
  test("[CL3] every text is there, calm, with its backticks in pairs", () => {
    const all = textsOf(texts);
    expect(all.filter((text) => text.trim() === "")).toEqual([]);
    expect(all.filter((text) => /[\n!！]|please|undefined|\[object|请(?!求)/i.test(text))).toEqual([]);
    expect(all.filter((text) => (text.match(/`/g) ?? []).length % 2 === 1)).toEqual([]);
  });
});
