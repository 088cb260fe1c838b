import { describe, expect, test } from "vitest";
import { protobuf } from "./protobuf.ts";
import { readProto } from "./proto/readProto.ts";
import { binaryPayload, decoded, hex, show } from "./testing.ts";

const PROTO = `
syntax = "proto3"; // a comment
package shop.v1;
import "google/protobuf/any.proto";
option java_package = "x";

/* An order. */
message Order {
  reserved 15, 20 to 30;
  int32 id = 1;
  string name = 2 [deprecated = true, (my.option) = { a: "}" }];
  repeated sint64 deltas = 3;
  Kind kind = 4;
  map<string, Item> items = 5;
  oneof extra { bytes blob = 6; bool gift = 7; }
  optional double price = 8;
  repeated fixed32 parts = 9;
  message Item { float weight = 1; .shop.v1.Order.Kind kind = 2; }
  enum Kind { option allow_alias = true; UNKNOWN = 0; LARGE = 1; BIG = 1; LOST = -1; }
  google.protobuf.Any any = 16;
}
service Shop { rpc Get(Order) returns (stream Order) { option (x) = {}; } }
`;

const schema = (() => {
  const read = readProto(PROTO);
  if (!read.ok) throw new Error(JSON.stringify(read.fault));
  return read.value;
})();

describe("protobuf", () => {
  test("[DE70] reads a message by the names of a .proto file", () => {
    // Computed by hand, after protobuf.dev/programming-guides/encoding
    const octets = hex(
      "08 96 01 12 01 61 1a 03 01 02 03 20 01 2a 0a 0a 01 6b 12 05 0d 00 00 80 3f 38 01 41 00 00 00 00 00 00 f8 3f 4a 04 07 00 00 00",
    );
    const read = protobuf.decode(binaryPayload(octets), { proto: { schema, message: "shop.v1.Order" } });
    expect(read.ok && show(read.value.tree)).toEqual({
      id: "150",
      name: '"a"',
      deltas: ["-1", "1", "-2"],
      kind: "1 = LARGE",
      items: { key: '"k"', value: { weight: "1" } },
      gift: "true",
      price: "1.5",
      parts: ["7"],
    });
    expect(read.ok && read.value.summary).toBe("shop.v1.Order { id, name, deltas, kind, items, gift }");
  });

  test("[DE71] without one, field by field, as a guess", () => {
    // The guide's own examples: 150; "testing"; a message with 150 in it
    const { tree } = decoded(protobuf, binaryPayload(hex("08 96 01 12 07 74 65 73 74 69 6e 67 1a 03 08 96 01")));
    expect(show(tree)).toEqual({ "field 1": "150", "field 2": '"testing"', "field 3": { "field 1": "150" } });
    expect(tree.note(0)).toEqual({ kind: "guess" });
  });

  test("[DE72] negative numbers keep all digits; enums keep unknown numbers", () => {
    const read = protobuf.decode(binaryPayload(hex("08 ff ff ff ff ff ff ff ff ff 01 20 63")), {
      proto: { schema, message: "shop.v1.Order" },
    });
    expect(read.ok && show(read.value.tree)).toEqual({ id: "-1", kind: "99" });
    expect(show(decoded(protobuf, binaryPayload(hex("08 ff ff ff ff ff ff ff ff ff 01"))).tree)).toEqual({
      "field 1": "18446744073709551615 = -1",
    });
  });

  test.each([
    ["message A { int32 a = 1 }", "expected", 1],
    ["message A {\n  int32 a = 1;\n  int32 b = 1;\n}", "duplicate", 3],
    ["message A {\n\n  int32 a = 0;\n}", "number", 3],
    ["message A {\n  int32 a = 1;\n", "unclosed", 2],
    ["message A { map<float, int32> m = 1; }", "unknown-type", 1],
    ['syntax = "proto3";', "nothing", 1],
    ["hello", "expected", 1],
    ["message A { ".repeat(200), "nested", 1],
  ])("[DE73] %s has a fault with its line", (text, problem, line) => {
    const read = readProto(text);
    expect(read.ok ? read : read.fault).toMatchObject({ problem, line });
  });

  test("[DE74] proto2, groups, extensions and names that are words of the language", () => {
    const read = readProto(`
      syntax = "proto2";
      message message { optional string message = 1; required option option = 2; repeated group Res = 3 { optional int32 x = 4; } extensions 100 to max; }
      message option {}
      extend message { optional int32 more = 100 [default = -5]; }`);
    expect(read.ok && [...(read.value.messages.get("message")?.fields.keys() ?? [])]).toEqual([1, 2, 3, 100]);
    expect(read.ok && [...read.value.messages.keys()]).toEqual(["message", "message.Res", "option"]);
  });
});
