import { describe, expect, test } from "vitest";
import { headersFor, parseHeadersFile } from "./headersFile.ts";

const sample = `# a comment

/
  X-One: 1
  Content-Security-Policy: default-src 'none'; img-src data: blob:

/assets/*\r
\tX-Two: 2
`;

describe("parseHeadersFile", () => {
  test("reads paths, headers with colons in them, comments, tabs and CRLF", () => {
    expect(parseHeadersFile(sample)).toEqual([
      {
        pattern: "/",
        headers: [
          ["X-One", "1"],
          ["Content-Security-Policy", "default-src 'none'; img-src data: blob:"],
        ],
      },
      { pattern: "/assets/*", headers: [["X-Two", "2"]] },
    ]);
  });

  test("reads nothing from nothing", () => {
    expect(parseHeadersFile("")).toEqual([]);
  });

  test.each([
    ["  X-One: 1", "line 1: this header belongs to no path"],
    ["/\n  X-One", "line 2: this is no header"],
    ["/\n  X-One:", "line 2: this is no header"],
    ["assets", "line 1: this is no path we understand"],
    ["/a/*/b", "line 1: this is no path we understand"],
    ["/:name", "line 1: this is no path we understand"],
  ])("refuses %j", (text, fault) => {
    expect(() => parseHeadersFile(text)).toThrow(fault);
  });
});

describe("headersFor", () => {
  const rules = parseHeadersFile(`/*\n  X-All: 1\n/\n  X-All: 2\n  X-Root: 1\n/a/*\n  X-A: 1\n`);

  test("a pattern without a star is one path only", () => {
    expect([...headersFor(rules, "/b")]).toEqual([["X-All", "1"]]);
  });

  test("a star stands for anything, also for nothing", () => {
    expect(headersFor(rules, "/a/b/c").get("X-A")).toBe("1");
    expect(headersFor(rules, "/a/").get("X-A")).toBe("1");
    expect(headersFor(rules, "/a").has("X-A")).toBe(false);
  });

  test("values of the same header are joined", () => {
    expect(headersFor(rules, "/").get("X-All")).toBe("1, 2");
  });
});
