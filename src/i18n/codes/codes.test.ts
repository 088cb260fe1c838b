import { describe, expect, test } from "vitest";
import type { CodeTexts } from "./codeTexts.ts";
import { loadCodeTexts } from "./load.ts";

const sentencesOf = ({ codes, idle, ranges, retry }: CodeTexts): readonly string[] => [
  ...Object.values(codes).flat(),
  ...Object.values(idle).flat(),
  ...Object.values(ranges),
  ...Object.values(retry),
];
const unlike = (sentences: readonly string[], rule: RegExp): readonly string[] =>
  sentences.filter((sentence) => !rule.test(sentence));

describe("the sentences about close codes and idle limits", () => {
  test.each(["en", "zh-CN"] as const)(
    "[EX68] in %s set off what was typed or sent by pairs of backticks",
    async (locale) => {
      expect(unlike(sentencesOf(await loadCodeTexts(locale)), /^(?:[^`]*`[^`]+`)*[^`]*$/)).toEqual([]);
    },
  );

  test.each(["en", "zh-CN"] as const)("[EX68] in %s say why, and do not repeat what", async (locale) => {
    const { codes } = await loadCodeTexts(locale);
    expect(Object.entries(codes).filter(([, [meaning, usualCause]]) => meaning === usualCause)).toEqual([]);
  });

  test("[EX68] in English are whole, short and free of blame", async () => {
    const sentences = sentencesOf(await loadCodeTexts("en"));
    expect(unlike(sentences, /[.`]$/)).toEqual([]);
    expect(sentences.filter((sentence) => /\byou\b|please|oops|!/i.test(sentence.replace(/`[^`]*`/g, "")))).toEqual([]);
  });

  test("[EX68] in Chinese are whole and punctuated as Chinese is", async () => {
    const sentences = sentencesOf(await loadCodeTexts("zh-CN"));
    expect(unlike(sentences, /[。`]$/)).toEqual([]);
    expect(sentences.filter((sentence) => /[一-鿿][,;:!?.]|[，。；：] /.test(sentence))).toEqual([]);
  });
});
