import { spawnSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { shellQuote } from "../../units/shellQuote.ts";
import { shellWord } from "../writing/commandLines.ts";
import { shellCommands } from "./shellWords.ts";

const wordsOf = (text: string): readonly (readonly string[])[] => {
  const read = shellCommands(text);
  return read.ok ? read.value.map(({ words }) => words) : expect.fail(JSON.stringify(read.fault));
};

const nasty = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({
    unit: fc.constantFrom("'", '"', "\\", "$", "`", "(", ")", ";", "\n", " ", "^", "\u001b", "a", "0", "#"),
  }),
);
/** Half of a surrogate pair has no UTF-8, and no shell has NUL. */
const sayable = (text: string): string => text.toWellFormed().replaceAll("\0", "");

test("[FM1] words: quotes, backslashes, continued lines, comments and several commands as in bash", () => {
  expect(wordsOf(`a 'b c' "d \\"e\\" \\$f \\n" g\\ h i"j"'k' ''`)).toEqual([
    ["a", "b c", 'd "e" $f \\n', "g h", "ijk", ""],
  ]);
  expect(wordsOf("a \\\n  b \\\r\n c # no d\ne; f && g | h > out 2>&1")).toEqual([
    ["a", "b", "c"],
    ["e"],
    ["f"],
    ["g"],
    ["h"],
  ]);
  expect(wordsOf("a b#c $d $e/f")[0]).toEqual(["a", "b#c", "$d", "$e/f"]);
});

test("[FM1] words: the escapes of $'…'", () => {
  expect(wordsOf("$'it\\'s\\u0021\\x41\\101\\n\\t\\U0001F600\\q\\\\'")).toEqual([["it's!AA\n\t😀\\q\\"]]);
});

test("[FM1] words: what cmd hands to a program, carets and all", () => {
  expect(wordsOf('curl ^"wss://h/a?b=1^&c=2^" ^\r\n  -H ^"X: \\^"q\\^" ^%^PATH^%^"')).toEqual([
    ["curl", "wss://h/a?b=1&c=2", "-H", 'X: "q" %PATH%'],
  ]);
  expect(wordsOf('curl "http://h/?a&b" ^\n -H "A: ""b"" C:\\\\d\\\\"')).toEqual([
    ["curl", "http://h/?a&b", "-H", 'A: "b" C:\\\\d\\'],
  ]);
});

test("[FM2] words: a quote that is not closed is a fault at its place", () => {
  expect(shellCommands("curl 'a")).toMatchObject({ ok: false, fault: { kind: "syntax", at: 5 } });
  expect(shellCommands('curl "a\\"')).toMatchObject({ ok: false, fault: { at: 5 } });
  expect(shellCommands("curl $'a\\'")).toMatchObject({ ok: false, fault: { at: 5 } });
});

describe("[FM3] whatever a value is", () => {
  test("quoted and cut into words again it is the same", () => {
    fc.assert(
      fc.property(fc.array(nasty, { minLength: 1 }), (values) => {
        const plain = values.map(sayable);
        expect(wordsOf(plain.map(shellWord).join(" "))).toEqual([plain]);
        expect(wordsOf(plain.map(shellQuote).join(" \\\n "))).toEqual([plain]);
      }),
      { numRuns: 200 },
    );
  });

  test("quoted it is one word to bash, character for character", () => {
    fc.assert(
      fc.property(fc.array(nasty, { minLength: 20, maxLength: 20 }), (values) => {
        const plain = values.map(sayable);
        const script = plain.map((value) => `printf '<%s>\\n' ${shellWord(value)}`).join("\n");
        const { stdout, stderr } = spawnSync("bash", { input: script, encoding: "utf8", env: { LC_ALL: "C.UTF-8" } });
        expect(stderr).toBe("");
        expect(stdout).toBe(plain.map((value) => `<${value}>\n`).join(""));
      }),
      { numRuns: 15 },
    );
  });

  test("no control character but a line's end reaches the terminal", () => {
    fc.assert(
      fc.property(nasty, (value) => {
        expect(shellWord(value)).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/);
      }),
    );
  });
});
