import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { analyseConnect } from "./analyseConnect.ts";
import { CONTEXTS, ENGINES, RESOURCES, type ConnectCase, type PolicyText } from "./case.ts";

const header = (text: string): PolicyText => ({ delivery: "header", disposition: "enforce", text });
const meta = (text: string): PolicyText => ({ delivery: "meta", disposition: "enforce", text });

const word = fc.constantFrom(
  "connect-src",
  "default-src",
  "'self'",
  "'none'",
  "*",
  "ws:",
  "wss:",
  "https:",
  "ws://a.test:*",
  "[::1]",
  ";",
  ",",
  "\n",
  "upgrade-insecure-requests",
  "sandbox",
  "é",
);
const text = fc
  .array(fc.oneof(word, fc.string({ unit: "binary", maxLength: 12 })), { maxLength: 20 })
  .map((words) => words.join(" "));
const address = fc.oneof(
  fc.constantFrom(
    "ws://a.test/",
    "wss://[::1]:99999",
    "http://a b/",
    "about:srcdoc",
    "file:///x",
    "data:,x",
    "ws:",
    "//",
    "#",
    "",
    "blob:https://a/1",
  ),
  fc.string({ unit: "binary" }),
  fc.webUrl(),
);
const anyCase: fc.Arbitrary<ConnectCase> = fc.record({
  pageUrl: address,
  targetUrl: address,
  policies: fc.array(
    fc.record({
      text,
      delivery: fc.constantFrom("header" as const, "meta" as const),
      disposition: fc.constantFrom("enforce" as const, "report" as const),
    }),
    { maxLength: 4 },
  ),
  engine: fc.constantFrom(...ENGINES),
  resource: fc.constantFrom(...RESOURCES),
  context: fc.constantFrom(...CONTEXTS),
});

const base: ConnectCase = {
  pageUrl: "https://shop.example/cart",
  policies: [],
  targetUrl: "wss://api.example/live",
  engine: "chromium",
};

describe("for any texts", () => {
  test("[CP23] it never throws, and says why it is blocked", () => {
    fc.assert(
      fc.property(anyCase, (one) => {
        const { allowed, by, policy, directive, effectiveUrl } = analyseConnect(one);
        expect(allowed).toBe(by === null);
        expect(by === "csp").toBe(by === "csp" && policy !== null && directive !== null);
        expect(effectiveUrl === null).toBe(by === "invalid-url");
      }),
      { numRuns: 2000 },
    );
  });

  test("[CP24] every fix works where it says", () => {
    fc.assert(
      fc.property(anyCase, (one) => {
        for (const { pageUrl, targetUrl, policies, engines } of analyseConnect(one).fixes) {
          expect(engines).toContain(one.engine);
          for (const engine of engines)
            expect(analyseConnect({ ...one, pageUrl, targetUrl, policies, engine }).allowed).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test("[CP25] a policy more never allows what was blocked", () => {
    fc.assert(
      fc.property(fc.constantFrom(...ENGINES), text, text, (engine, sources, more) => {
        const policies = [header(`connect-src ${sources}`)];
        if (analyseConnect({ ...base, engine, policies }).allowed) return;
        expect(analyseConnect({ ...base, engine, policies: [...policies, header(more)] }).allowed).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  test("[CP23] a megabyte of policy is read in bounded time", () => {
    const start = performance.now();
    for (const part of ["connect-src a ", "; ", ",", "connect-src wss://x.test:1/ ", "é ", "a;b,"])
      analyseConnect({ ...base, policies: [header(part.repeat(20_000)), meta(part.repeat(50_000))] });
    const gap = header(`connect-src a${" ".repeat(60_000)}b; upgrade-insecure-requests`);
    analyseConnect({ ...base, targetUrl: "ws://api.example/", policies: [gap] });
    expect(performance.now() - start).toBeLessThan(15_000);
  });
});
