import { describe, expect, test } from "vitest";
import { en } from "./en.ts";
import type { SessionTexts } from "./sessionTexts.ts";
import { zhCN } from "./zh-CN.ts";

/** Every text there is, sentences with something filled in. */
function textsOf(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  if (typeof value === "function") return [String((value as (...given: unknown[]) => unknown)(2, 3))];
  return Object.values(Object(value) as object).flatMap(textsOf);
}
/** Sentences that get texts. */
const named = ({ open, recordings, export: out }: SessionTexts): readonly string[] => [
  open.noMessages("a.har", 2),
  open.elsewhere("a.har", "b.jsonl"),
  open.several("a.har", 1),
  recordings.dropped("“a”"),
  out.pathFaults.start("a"),
  out.pathFaults["too-long"]("$".repeat(2000)),
  out.redacted(0, 0),
  out.redacted(1, 2),
];

describe.each([
  ["English", en],
  ["简体中文", zhCN],
])("logs in %s", (_, texts) => {
  test("[IM15] every text is there, calm, with its backticks in pairs", () => {
    const { pathFaults: _faults, ...out } = texts.export;
    const all = [...textsOf({ ...texts, export: out }), ...named(texts)];
    expect(all.filter((text) => text.trim() === "")).toEqual([]);
    expect(all.filter((text) => /[\n!！]|please|undefined|\[object|请(?!求)/i.test(text))).toEqual([]);
    expect(all.filter((text) => (text.match(/`/g) ?? []).length % 2 === 1)).toEqual([]);
  });
});
