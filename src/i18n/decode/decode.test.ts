import { expect, test } from "vitest";
import { en } from "./en.ts";
import { zhCN } from "./zh-CN.ts";

/** Every text by its path; a function is called with what its parameters allow. */
function texts(of: object, path = ""): readonly (readonly [string, string])[] {
  return Object.entries(of).flatMap(([key, value]: [string, unknown]) => {
    const here = `${path}.${key}`;
    if (typeof value === "function")
      return [[here, String((value as (...given: unknown[]) => unknown)(7, 7, 7))] as const];
    return typeof value === "object" && value !== null ? texts(value, here) : [[here, String(value)] as const];
  });
}

test.each(Object.entries({ en, "zh-CN": zhCN }))("[DE95] every text of the inspector is said in %s", (_locale, all) => {
  expect(texts(all).map(([path]) => path)).toEqual(texts(en).map(([path]) => path));
  expect(texts(all).filter(([, text]) => text === "" || /undefined|!|please|请(?!求)/i.test(text))).toEqual([]);
});
