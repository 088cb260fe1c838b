import { encode, ExtensionCodec } from "@msgpack/msgpack";
import { encode as encodeCbor } from "cborg";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cbor } from "./cbor.ts";
import { msgpack } from "./msgpack.ts";
import { binaryPayload, decoded, hex, show } from "./testing.ts";

/** JSON values with whole numbers and no negative zero, whose spelling both sides agree on. */
const value = fc.letrec<{ node: unknown }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3 },
    fc.string(),
    fc.maxSafeInteger(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => (Object.is(number, -0) ? 0 : number)),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie("node"), { maxLength: 5 }),
    fc
      .dictionary(fc.string(), tie("node"), { noNullPrototype: true, maxKeys: 5 })
      .filter((one) => !Object.hasOwn(one, "__proto__")),
  ),
})).node;

/** The same, with scalars spelled as a tree spells them. */
function spelled(from: unknown): unknown {
  if (Array.isArray(from)) return from.map(spelled);
  if (typeof from === "object" && from !== null)
    return Object.fromEntries(Object.entries(from).map(([key, inner]) => [key, spelled(inner)]));
  return typeof from === "number" ? String(from) : JSON.stringify(from);
}

describe("MessagePack", () => {
  test("[DE10] reads what @msgpack/msgpack writes", () => {
    fc.assert(
      fc.property(value, (given) => {
        expect(show(decoded(msgpack, binaryPayload(encode(given))).tree)).toEqual(spelled(given));
      }),
    );
  });

  test.each([
    ["cf ff ff ff ff ff ff ff ff", "18446744073709551615"],
    ["d3 80 00 00 00 00 00 00 00", "-9223372036854775808"],
    ["ca 3d cc cc cd", "0.1"],
    ["c4 02 00 ff", "h'00ff'"],
    ["d6 ff 69 1d 9a 00", "2025-11-19T10:20:48.000Z = timestamp"],
    ["c7 02 05 61 62", "h'6162' = ext 5"],
  ])("[DE11] %s is %s", (octets, text) => {
    expect(show(decoded(msgpack, binaryPayload(hex(octets))).tree)).toBe(text);
  });

  test("[DE11] keys that are no strings, duplicate keys, several values, application types", () => {
    expect(show(decoded(msgpack, binaryPayload(hex("83 01 a1 61 c3 a1 62 93 01 02 03 a1 63"))).tree)).toEqual({
      1: '"a"',
      true: '"b"',
      null: [["1", "2", "3"], '"c"'],
    });
    const { tree } = decoded(msgpack, binaryPayload(hex("82 a1 61 01 a1 61 02")));
    expect([tree.count(0), tree.text(1), tree.text(2)]).toEqual([2, "1", "2"]);
    expect(show(decoded(msgpack, binaryPayload(hex("01 02 c0"))).tree)).toEqual(["1", "2", "null"]);
    const codec = new ExtensionCodec();
    codec.register({
      type: 9,
      encode: (given) => (given instanceof Map ? Uint8Array.of(1) : null),
      decode: () => null,
    });
    expect(show(decoded(msgpack, binaryPayload(encode([new Map()], { extensionCodec: codec }))).tree)).toEqual([
      "h'01' = ext 9",
    ]);
  });

  test("[DE12] says where it ends too early, and what no packer writes", () => {
    const fault = (octets: string) => msgpack.decode(binaryPayload(hex(octets)));
    expect(fault("92 01")).toEqual({ ok: false, fault: { kind: "short", offset: 2 } });
    expect(fault("91 c1")).toMatchObject({ fault: { kind: "malformed", offset: 1 } });
    expect(fault("")).toMatchObject({ ok: false });
  });
});

describe("CBOR", () => {
  test("[DE13] reads what cborg writes", () => {
    fc.assert(
      fc.property(value, (given) => {
        expect(show(decoded(cbor, binaryPayload(encodeCbor(given))).tree)).toEqual(spelled(given));
      }),
    );
  });

  // RFC 8949, Appendix A
  test.each([
    ["1bffffffffffffffff", "18446744073709551615"],
    ["3bffffffffffffffff", "-18446744073709551616"],
    ["c249010000000000000000", "18446744073709551616 = tag 2, bignum"],
    ["c349010000000000000000", "-18446744073709551617 = tag 3, negative bignum"],
    ["f90000", "0"],
    ["f98000", "-0"],
    ["f93c00", "1"],
    ["f90001", "5.960464477539063e-8"],
    ["f97c00", "Infinity"],
    ["fa47c35000", "100000"],
    ["fb3ff199999999999a", "1.1"],
    ["f7", "undefined"],
    ["f8ff", "simple(255)"],
    ["c11a514b67b0", "1363896240 (time)"],
    ["c074323031332d30332d32315432303a30343a30305a", '"2013-03-21T20:04:00Z" = tag 0, date/time'],
    ["d74401020304", "h'01020304' = tag 23, base16"],
    ["5f42010243030405ff", "h'0102030405'"],
    ["7f657374726561646d696e67ff", '"streaming"'],
  ])("[DE14] %s is %s", (octets, text) => {
    expect(show(decoded(cbor, binaryPayload(hex(octets))).tree)).toBe(text);
  });

  test.each([
    ["9f018202039f0405ffff", ["1", ["2", "3"], ["4", "5"]]],
    ["bf61610161629f0203ffff", { a: "1", b: ["2", "3"] }],
    ["a201020304", { 1: "2", 3: "4" }],
    ["9fff", []],
    ["a0", {}],
  ])("[DE14] %s, of indefinite length or not", (octets, given) => {
    expect(show(decoded(cbor, binaryPayload(hex(octets))).tree)).toEqual(given);
  });

  test("[DE15] what is not well-formed is a fault at its place", () => {
    for (const octets of ["1c", "ff", "81", "a101", "5f6161ff", "bf6161ff", "9f"])
      expect([octets, cbor.decode(binaryPayload(hex(octets))).ok]).toEqual([octets, false]);
  });
});
