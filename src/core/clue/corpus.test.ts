import { describe, expect, test } from "vitest";
import { PHRASES } from "./phrases/index.ts";
import { readClue } from "./readClue.ts";
import browserLines from "./corpus/console.json" with { type: "json" };
import lines from "./corpus/lines.json" with { type: "json" };

const first = (text: string): string | null => {
  const [clue] = readClue(text);
  return clue ? `${clue.cause} ${clue.certainty}` : null;
};

describe("what browsers were seen to write", () => {
  test.each(
    browserLines.map(({ text, says }) => [text.replaceAll("<URL>", "ws://shop.example:8443/live?v=2"), says] as const),
  )("[CL10] %s", (text, says) => {
    expect(first(text)).toBe(says);
  });
});

describe("what programs write, by their own sources", () => {
  test.each(lines.map(({ text, says, detail, source }) => [text, { says, detail: detail ?? {}, source }] as const))(
    "[CL11] %s",
    (text, { says, detail }) => {
      expect(first(text)).toBe(says);
      const [clue] = readClue(text);
      expect(clue?.detail).toMatchObject(detail);
      expect(text.slice(clue?.span.start, clue?.span.end).length).toBeGreaterThan(6);
    },
  );
});

test("[CL15] every phrase has a line that it was made for", () => {
  const texts = [
    ...lines.map(({ text }) => text),
    ...browserLines.map(({ text }) => text.replaceAll("<URL>", "ws://a.example/")),
  ];
  const unused = PHRASES.flatMap(({ tool, phrases }) =>
    phrases
      .filter(({ at }) => !texts.some((text) => text.split("\n").some((line) => at.test(line))))
      .map(({ at }) => `${tool}: ${at.source.slice(0, 80)}`),
  );
  expect(unused).toEqual([]);
});
