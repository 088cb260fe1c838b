import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CONTEXTS, RESOURCES } from "./case.ts";
import { decodeCase, encodeCase, type LabCase } from "./caseLink.ts";

const labCase: fc.Arbitrary<LabCase> = fc.record({
  pageUrl: fc.webUrl(),
  targetUrl: fc.string({ unit: "grapheme" }),
  resource: fc.constantFrom(...RESOURCES),
  context: fc.constantFrom(...CONTEXTS),
  policies: fc.array(
    fc.record({
      delivery: fc.constantFrom("header" as const, "meta" as const),
      disposition: fc.constantFrom("enforce" as const, "report" as const),
      text: fc.string({ unit: "grapheme" }),
    }),
    { maxLength: 5 },
  ),
});

describe("a link to a case", () => {
  test("[CL1] gives back what was put in", async () => {
    await fc.assert(
      fc.asyncProperty(labCase, async (one) => {
        expect(await decodeCase(await encodeCase(one))).toEqual({ ok: true, value: one });
      }),
      { numRuns: 100 },
    );
  });

  test.each([
    ["", "broken"],
    ["1.", "broken"],
    ["1.AAAA", "broken"],
    ["2.AAAA", "newer"],
    [`1.${"A".repeat(200_000)}`, "too-large"],
  ])("[CL2] %s", async (code, kind) => {
    expect(await decodeCase(code)).toEqual({ ok: false, fault: { kind } });
  });

  test("[CL2] any other text is refused, and never throws", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), async (text) => {
        expect((await decodeCase(`1.${text}`)).ok).toBe(false);
      }),
      { numRuns: 200 },
    );
  });

  test("[CL2] a bomb is refused at once", async () => {
    const text = "a".repeat(2_000_000);
    const bomb = await encodeCase({ pageUrl: text, targetUrl: "", resource: "fetch", context: "window", policies: [] });
    expect(await decodeCase(bomb)).toEqual({ ok: false, fault: { kind: "too-large" } });
  });
});
