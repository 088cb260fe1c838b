import { describe, expect, test } from "vitest";
import { LOCALES, type Locale } from "../index.ts";
import { loadRecipeTexts } from "./load.ts";

const locales = Object.keys(LOCALES) as Locale[];

describe.each(locales)("commands and recipes in %s", (locale) => {
  test("[EX79] every text says something, calmly, with its backticks in pairs", async () => {
    const { commands, comments, notes } = await loadRecipeTexts(locale);
    const all = [commands, comments, notes].flatMap((texts) => Object.entries(texts));
    expect(
      all.filter(
        ([, text]) => text.trim() === "" || /[\n!！]|please|请|you forgot/i.test(text.replace(/请求|升级请求/g, "")),
      ),
    ).toEqual([]);
    expect(all.filter(([, text]) => (text.match(/`/g) ?? []).length % 2 === 1)).toEqual([]);
  });

  test("[EX79] a comment ends no comment of any language", async () => {
    const { comments } = await loadRecipeTexts(locale);
    expect(Object.entries(comments).filter(([, text]) => /--|\*\/|`|\\$/.test(text))).toEqual([]);
  });

  test("[EX79] nothing is missing that another language has", async () => {
    const [texts, english] = await Promise.all([loadRecipeTexts(locale), loadRecipeTexts("en")]);
    for (const part of ["commands", "comments", "notes"] as const)
      expect(Object.keys(texts[part]).toSorted()).toEqual(Object.keys(english[part]).toSorted());
  });
});
