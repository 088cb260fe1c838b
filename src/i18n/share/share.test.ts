import { describe, expect, test } from "vitest";
import { en } from "./en.ts";
import type { ShareTexts } from "./shareTexts.ts";
import { zhCN } from "./zh-CN.ts";

const paths = ["", "profiles[0].url"];
const problems = [
  { kind: "type", expected: "yes-or-no" },
  { kind: "choice", choices: ["a", "b"] },
  { kind: "range", min: 1, max: 2 },
  { kind: "too-long", limit: 200 },
  { kind: "too-many", limit: 500 },
  { kind: "scheme", scheme: "javascript" },
  { kind: "base64" },
  { kind: "forbidden-key" },
] as const;

function sentencesOf({ linkFaults, fileFaults, lookAlikes, problem, moves }: ShareTexts): readonly string[] {
  const wrong = paths.flatMap((path) =>
    problems.flatMap((one) => [
      linkFaults["wrong-content"]({ kind: "wrong-content", path, problem: one }),
      fileFaults["wrong-content"]({ kind: "wrong-content", path, problem: one }),
    ]),
  );
  expect(new Set(problems.map(problem)).size).toBe(problems.length);
  return [
    ...wrong,
    linkFaults.broken({ kind: "broken" }),
    linkFaults.newer({ kind: "newer", version: 2 }),
    linkFaults["too-large"]({ kind: "too-large", path: "profiles" }),
    linkFaults["needs-passphrase"]({ kind: "needs-passphrase" }),
    linkFaults["wrong-passphrase"]({ kind: "wrong-passphrase" }),
    linkFaults.nothing({ kind: "nothing" }),
    linkFaults["no-cipher"]({ kind: "no-cipher" }),
    fileFaults.syntax({ kind: "syntax", line: 3, column: 5, problem: "literal" }),
    fileFaults.newer({ kind: "newer", version: 2 }),
    fileFaults["not-ours"]({ kind: "not-ours" }),
    fileFaults["too-large"]({ kind: "too-large", path: "" }),
    ...Object.values(lookAlikes).map((say) => say("例子.测试 (xn--fsqu00a.xn--0zwm56d)")),
    moves("a.example", "evil.test"),
  ];
}

describe.each([
  ["English", en, /^[A-Z`].*\.$/],
  ["简体中文", zhCN, /。$/],
])("sharing in %s", (_, texts, whole) => {
  test("[SH80] every sentence is whole and calm, with its backticks in pairs", () => {
    const sentences = sentencesOf(texts);
    expect(sentences.filter((sentence) => !whole.test(sentence))).toEqual([]);
    expect(sentences.filter((sentence) => /[\n!！]|please|undefined|\[object|请(?!求)/i.test(sentence))).toEqual([]);
    expect(sentences.filter((sentence) => (sentence.match(/`/g) ?? []).length % 2 === 1)).toEqual([]);
  });

  test("[SH80] every place, part, state and action has a name", () => {
    const { places, messageLists, parts, states, actions } = texts;
    const names = [places, messageLists, parts, states, actions].flatMap((group) => Object.values(group));
    expect(names.filter((name) => name.trim() === "")).toEqual([]);
  });
});
