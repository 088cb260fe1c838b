import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseJsonPath, followPath, plainValues } from "../units/jsonPath.ts";
import { holdsJson, parseJsonTest } from "./jsonTest.ts";

function holds(term: string, ...texts: readonly string[]): boolean {
  const parsed = parseJsonTest(term);
  if (!parsed.ok) throw new Error(`no test: ${term}`);
  return holdsJson(texts, parsed.value);
}

const payload = '{"type":"tick","n":5,"ok":true,"none":null,"list":[{"id":1},{"id":22}],"deep":{"er":{"id":333}}}';

describe("a JSON test", () => {
  test.each([
    "$.type=tick",
    'type="tick"',
    "$.n=5",
    "$.n=5.0",
    "$.n>4",
    "$.n<=5",
    "$.n!=6",
    "$.ok=true",
    "$.none=null",
    "$.list[0].id=1",
    "$.list[-1].id=22",
    "$.list[*].id>20",
    "$..id=333",
    "$.deep.*.id",
    "$.list~22",
    "$.type~ic",
    "$['type']=tick",
    "$",
  ])("[LG8] %s holds", (term) => {
    expect(holds(term, payload)).toBe(true);
  });

  test.each(["$.type=tock", '$.n="5"', "$.n>5", "$.missing", "$.list[2]", "$.type[0]", "$.ok=1", "$.type~IC", "x=1"])(
    "[LG8] %s does not",
    (term) => {
      expect(holds(term, payload)).toBe(false);
    },
  );

  test("[LG8] what is no JSON has nothing anywhere; of several texts one is enough", () => {
    expect(holds("$", "no json")).toBe(false);
    expect(holds("$.a=1", "x", '{"a":1}')).toBe(true);
  });

  test("[LG8] integers of any size are told apart, and escaped keys are found", () => {
    expect(holds("$.id=9007199254740993", '{"id":9007199254740993}')).toBe(true);
    expect(holds("$.id=9007199254740993", '{"id":9007199254740992}')).toBe(false);
    expect(holds("$.id>9007199254740992", '{"id":9007199254740993}')).toBe(true);
    expect(holds("$.type=1", String.raw`{"t\u0079pe":1}`)).toBe(true);
  });

  test("[LG9] nesting of any depth, and whatever is typed, neither throws nor hangs", () => {
    expect(holds("$..a=1", `${"[".repeat(100_000)}${"]".repeat(100_000)}`)).toBe(false);
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.json(), (term, text) => {
        const parsed = parseJsonTest(term);
        if (parsed.ok) holdsJson([text], parsed.value);
      }),
      { numRuns: 1000 },
    );
  });

  test("[LG9] a path written from keys and indices leads to that value", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string({ unit: "binary" }), fc.nat(3)), { maxLength: 6 }), (steps) => {
        let value: unknown = "here";
        for (const step of steps.toReversed())
          value = typeof step === "number" ? [...Array<null>(step).fill(null), value] : { [`k${step}`]: value };
        const path = parseJsonPath(
          `$${steps.map((step) => (typeof step === "number" ? `[${String(step)}]` : `[${JSON.stringify(`k${step}`)}]`)).join("")}`,
        );
        const found = path.ok ? followPath(value, path.value, plainValues) : [];
        expect(found).toEqual(["here"]);
      }),
    );
  });
});
