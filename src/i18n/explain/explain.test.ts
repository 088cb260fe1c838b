import { expect, test } from "vitest";
import type { Cause } from "../../core/explain/cause.ts";
import { en } from "./en.ts";
import { PLACEHOLDERS, type ExplainTexts } from "./explainTexts.ts";
import { zhCN } from "./zh-CN.ts";

const TEXTS: readonly (readonly [string, ExplainTexts])[] = [
  ["English", en],
  ["简体中文", zhCN],
];

/** Every plain string, however deep. */
function* stringsIn(value: unknown): Generator<string> {
  if (typeof value === "string") yield value;
  else if (typeof value === "object" && value !== null)
    for (const inner of Object.values(value)) yield* stringsIn(inner);
}

test.each(TEXTS)("[EX57] in %s every cause has its words, and placeholders that are known", (_, texts) => {
  for (const cause of Object.keys(en.causes) as Cause[]) {
    const { headline, why, short } = texts.causes[cause];
    expect({ cause, isWorded: [headline, why, short].every((text) => text.length > 1) }).toEqual({
      cause,
      isWorded: true,
    });
    for (const [, name] of [headline, why, short, texts.causes[cause].check].join(" ").matchAll(/\{(\w+)\}/g))
      expect(PLACEHOLDERS as readonly (string | undefined)[]).toContain(name);
  }
});

test.each(TEXTS)("[EX58] in %s backticks come in pairs, nobody is blamed, begged or shouted at", (_, texts) => {
  for (const text of stringsIn(texts)) {
    expect({ text, pairs: text.split("`").length % 2 }).toEqual({ text, pairs: 1 });
    expect(text).not.toMatch(/!$|\bplease\b|\boops\b|you forgot|请(?!求)|！/i);
  }
});
