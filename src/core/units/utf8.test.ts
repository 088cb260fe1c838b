import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cutUtf8, strictUtf8, utf8, utf8Length } from "./utf8.ts";

describe("UTF-8", () => {
  test("[UN1] the counted length is the encoded length, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(utf8Length(text)).toBe(utf8(text).length);
      }),
    );
    expect(utf8Length("\ud800x")).toBe(4);
  });

  test("[UN2] a cut never splits a character", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.nat(40), (text, limit) => {
        const all = utf8(text);
        const end = cutUtf8(all, limit);
        expect(end).toBeLessThanOrEqual(Math.max(limit, 0));
        expect(strictUtf8(all.subarray(0, end))).not.toBeNull();
      }),
    );
  });

  test("[UN3] octets that are not UTF-8 give null", () => {
    expect(strictUtf8(Uint8Array.of(0xff, 0x00))).toBeNull();
    expect(strictUtf8(Uint8Array.of(0xe4, 0xbd, 0xa0))).toBe("你");
  });
});
