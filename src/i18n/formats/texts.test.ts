import { describe, expect, test } from "vitest";
import { en } from "./en.ts";
import { zhCN } from "./zh-CN.ts";

describe.each(Object.entries({ en, "zh-CN": zhCN }))("texts of formats in %s", (_locale, { left, faults }) => {
  const all = [
    ...Object.values(left),
    faults.nothing,
    faults["too-large"],
    faults.syntax(null, ""),
    faults.syntax(4, "detail"),
  ];

  test("[FM9] everything that can be left out has its sentence, once", () => {
    expect(Object.keys(left).toSorted()).toEqual(Object.keys(en.left).toSorted());
    expect(new Set(all).size).toBe(all.length);
  });

  test("[FM9] each is one whole sentence, without blame", () => {
    expect(all.filter((text) => !/[.。]$/.test(text) || /[\n!！]|please|请(?!求)|undefined/i.test(text))).toEqual([]);
  });

  test("[FM9] a fault says where, counted from one, if it knows", () => {
    expect(faults.syntax(4, "x")).toMatch(/5.*x/);
    expect(faults.syntax(null, "")).not.toMatch(/\d|null|[:：]/);
  });
});
