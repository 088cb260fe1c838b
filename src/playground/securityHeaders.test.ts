import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { headersFor, parseHeadersFile } from "./headersFile.ts";
import { addPolicy, policyForMeta } from "./securityHeaders.ts";

const published = new URL("../../public/_headers", import.meta.url);

describe("policyForMeta", () => {
  test("leaves out what a <meta> cannot carry", () => {
    const policy = "default-src 'none'; frame-ancestors 'none';  img-src data:; sandbox ;";
    expect(policyForMeta(policy)).toBe("default-src 'none'; img-src data:");
  });
});

describe("addPolicy", () => {
  test("puts the policy right behind the charset, before anything it should bind", () => {
    const html = '<head>\n    <meta charset="utf-8" />\n    <script src="x.js"></script></head>';
    expect(addPolicy(html, `script-src 'self' "&`)).toBe(
      `<head>\n    <meta charset="utf-8" />\n    <meta http-equiv="Content-Security-Policy" ` +
        `content="script-src 'self' &quot;&amp;" />\n    <script src="x.js"></script></head>`,
    );
  });

  test("refuses a page without a charset", () => {
    expect(() => addPolicy("<head></head>", "default-src 'none'")).toThrow("no <meta charset");
  });
});

describe("public/_headers", () => {
  const rules = parseHeadersFile(readFileSync(published, "utf8"));
  const policyOf = (path: string) => headersFor(rules, path).get("Content-Security-Policy");

  test("gives the page one policy, under both of its names", () => {
    expect(policyOf("/")).toContain("frame-ancestors 'none'");
    expect(policyOf("/index.html")).toBe(policyOf("/"));
  });

  test("lets only the engine, and the window of the live check, reach other servers", () => {
    expect(policyOf("/engine/x.js")).toContain("connect-src 'self' ws: wss: http: https:");
    expect(policyOf("/livecheck/index.html")).toContain("default-src 'none'; script-src 'self'; connect-src ws: wss: ");
    expect(policyOf("/assets/x.js")).toMatch(/connect-src 'self'$/);
    expect(policyOf("/")).toContain("connect-src 'self';");
  });
});
