import fc from "fast-check";
import { expect, test } from "vitest";
import { readParams, writeParams } from "./query.ts";

test("[PR7] the query is read decoded, in order, with duplicates and empty values", () => {
  expect(readParams("ws://h/?a=1&a=2&b&c=%E4%BD%A0&d=x+y&e=%zz")).toEqual([
    { name: "a", value: "1" },
    { name: "a", value: "2" },
    { name: "b", value: "" },
    { name: "c", value: "你" },
    { name: "d", value: "x y" },
    { name: "e", value: "%zz" },
  ]);
  expect(readParams("ws://h/")).toEqual([]);
});

test("[PR8] what is written is read back, whatever it is", () => {
  const param = fc.record({ name: fc.string({ unit: "grapheme" }), value: fc.string({ unit: "grapheme" }) });
  fc.assert(
    fc.property(fc.array(param, { minLength: 1 }), (params) => {
      expect(readParams(writeParams("ws://h/p#f", params))).toEqual(params);
    }),
  );
});

test("[PR9] an untouched parameter keeps its spelling, and a variable stays a variable", () => {
  const url = "ws://h/?a=%7e&token={{token}}";
  expect(writeParams(url, [...readParams(url), { name: "n", value: "{{n}} &" }])).toBe(
    "ws://h/?a=%7e&token={{token}}&n={{n}}%20%26",
  );
  expect(writeParams(url, [])).toBe("ws://h/");
});
