import { describe, expect, test } from "vitest";
import { markedLines } from "./markedLines.ts";
import { readClue } from "./readClue.ts";

describe("the lines that matter", () => {
  test("[CL50] have their number, and their parts are the line", () => {
    const text = "one\ntwo\n  Error: connect ECONNREFUSED 10.1.2.3:80 (attempt 2)\nfour";
    const [line, ...more] = markedLines(text, readClue(text));
    expect(more).toEqual([]);
    expect(line).toMatchObject({
      number: 3,
      before: "  Error: ",
      marked: "connect ECONNREFUSED 10.1.2.3:80",
      after: " (attempt 2)",
    });
  });

  test("[CL50] several clues of one place are one line, places of one line are several", () => {
    const text = "connect ECONNREFUSED ::1:80; connect ECONNREFUSED 10.1.2.3:81\nx\nError: socket hang up";
    expect(markedLines(text, readClue(text)).map(({ number, clues }) => [number, clues.length])).toEqual([
      [1, 2],
      [1, 1],
      [3, 6 - 1],
    ]);
  });

  test("[CL51] a line of a million characters is cut around what is marked", () => {
    const text = `${"x ".repeat(500_000)}connect ECONNREFUSED 10.1.2.3:80${" y".repeat(500_000)}`;
    const [line] = markedLines(text, readClue(text));
    expect(line?.before.length).toBeLessThan(200);
    expect(line?.after.length).toBeLessThan(300);
    expect(line?.before.startsWith("…")).toBe(true);
  });
});
