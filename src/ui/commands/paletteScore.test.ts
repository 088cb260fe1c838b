import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { paletteScore, type Findable } from "./paletteScore.ts";

const of = (name: string, ...words: readonly string[]): Findable => ({ name, words, around: ["View"] });
const first = (entries: readonly Findable[], typed: string): string | undefined =>
  entries
    .map((entry) => ({ entry, score: paletteScore(entry, typed) }))
    .filter(({ score }) => score > 0)
    .toSorted((one, other) => other.score - one.score)[0]?.entry.name;

const entries = [
  of("Choose an environment"),
  of("Layout: log above the composer"),
  of("Light or dark theme", "theme", "dark mode"),
  of("Theme"),
  of("New connection"),
  of("Connect"),
  of("Export log", "download"),
  of("浅色或深色主题", "theme"),
  of("ws://127.0.0.1:8080/feed"),
];

describe("what is found in the palette", () => {
  test.each([
    ["theme", "Theme"],
    ["dark", "Light or dark theme"],
    ["DARK mode", "Light or dark theme"],
    ["connect", "Connect"],
    ["nc", "New connection"],
    ["conn new", "New connection"],
    ["download", "Export log"],
    ["log exp", "Export log"],
    ["主题", "浅色或深色主题"],
    ["题", "浅色或深色主题"],
    ["ｔｈｅｍｅ", "Theme"],
    ["ws", "ws://127.0.0.1:8080/feed"],
    ["8080", "ws://127.0.0.1:8080/feed"],
  ])("[SC12] %s leads to %s first", (typed, name) => {
    expect(first(entries, typed)).toBe(name);
  });

  test("[SC13] letters strewn over a name find nothing, and nothing typed finds all", () => {
    expect(paletteScore(of("Choose the environment"), "theme")).toBe(0);
    expect(paletteScore(of("Connect"), "nn")).toBe(0);
    expect(paletteScore(of("Connect"), "connect nothing")).toBe(0);
    expect(paletteScore(of("Connect"), "  ")).toBe(1);
  });

  test("[SC12] a score lies between 0 and 1, whatever is typed, and a name finds itself", () => {
    const entry = fc.record({ name: fc.string(), words: fc.array(fc.string()), around: fc.array(fc.string()) });
    fc.assert(
      fc.property(entry, fc.string({ unit: "grapheme" }), (one, typed) => {
        const score = paletteScore(one, typed);
        expect(score >= 0 && score <= 1).toBe(true);
        expect(paletteScore({ ...one, name: "Some name of it" }, "some name of it")).toBeGreaterThan(0);
      }),
    );
  });
});
