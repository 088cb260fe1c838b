import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { utf8 } from "../units/utf8.ts";
import { MOST_NODES, noChoices, type Payload } from "./decoder.ts";
import { DECODERS, rank } from "./index.ts";
import { hiddenIn, openHidden } from "./inside.ts";
import { readProto } from "./proto/readProto.ts";
import { binaryPayload, hex, textPayload } from "./testing.ts";

const schema = readProto(
  "message A { A a = 1; repeated A b = 2; map<string, A> c = 3; string d = 4; repeated double e = 5; }",
);
const withProto = { proto: schema.ok ? { schema: schema.value, message: "A" } : null };

/** Valid packets of every protocol, to be damaged. */
const SEEDS: readonly Uint8Array[] = [
  ...["101000044d5154540402003c0004736f636b", "820800010003612f6200", "30070003612f626869", "9003000100"].map(hex),
  ...[
    "4011112210f47de98115000000010000002a01",
    "c02a00046576743100155f5f5f546578744d657373616765436f6e74656e740000018bcfe56fd06368756e6b",
  ].map(hex),
  ...[
    "93 01 82 a1 61 c0 a1 62 dc 00 01 cf ff ff ff ff ff ff ff ff d6 ff 00 00 00 00",
    "bf61610161629f0203ffff",
    "11 96 01 80 a3 78 79 7a a6 6d 65 74 68 6f 64 91 2a 90",
  ].map(hex),
  hex("08 96 01 12 07 74 65 73 74 69 6e 67 1a 03 08 96 01"),
  gzipSync('{"a":"hello hello hello"}'),
  Uint8Array.of(0, 1, 1, 1, 5, ...utf8("12teventpayload")),
  ...[
    '42/admin,12["hello",{"_placeholder":true,"num":0},"x"]',
    '97:0{"sid":"lv_VI97HAXpY6yYWAAAC","upgrades":["websocket"]}2:40',
    'a["{\\"a\\":1}","b"]',
    'c[3000,"Go away!"]',
    'MESSAGE\ndestination:/queue/a\ncontent-length:7\n\n{"a":1}\0\n',
    '{"type":1,"target":"Send","arguments":[1]}\u001e{"type":6}\u001e',
    '{"id":"1","type":"subscribe","payload":{"query":"subscription{t}"}}',
    '{"command":"message","identifier":"{\\"channel\\":\\"Chat\\"}","data":"{}"}',
    '[{"jsonrpc":"2.0","method":"a"},{"jsonrpc":"2.0","error":{"code":-32700},"id":"2"}]',
    '["1","1","room:lobby","phx_join",{"status":"ok"}]',
    '[8,32,713845233,{},"wamp.error.x",[1],{"a":1}]',
    "eyJhbGciOiJIUzI1NiJ9.eyJleHAiOjE1MTYyMzkwMjJ9.x",
    "eyJ0eXBlIjoxLCJjb250ZW50IjoiaGVsbG8ifQ==",
  ].map(utf8),
];

/** Whatever comes: no throw, no end of memory, and no more nodes than the bound. */
function survives(payload: Payload): void {
  for (const { decoder, fit } of rank(payload)) {
    expect([0, 1, 2, 3]).toContain(fit);
    for (const choices of decoder.id === "protobuf" ? [noChoices, withProto] : [noChoices]) {
      const result = decoder.decode(payload, choices);
      if (!result.ok) continue;
      const { tree } = result.value;
      expect(tree.size()).toBeLessThanOrEqual(MOST_NODES);
      expect(tree.end(0)).toBe(tree.size());
      for (let at = 0; at < tree.size(); at += 1 + Math.floor(tree.size() / 50)) {
        tree.key(at);
        tree.text(at);
        if (hiddenIn(tree, at) !== null) openHidden(tree, at);
      }
    }
  }
}

const expectSurvival = (octets: Uint8Array): void => {
  for (const direction of ["sent", "received"] as const) survives(binaryPayload(octets, { direction }));
  const text = new TextDecoder().decode(octets);
  survives(textPayload(text));
  survives(textPayload(text, { packet: { type: "event", ackId: 1 }, attachments: [octets] }));
};

describe("no decoder throws, hangs or grows without bound", () => {
  test("[DE80] on random octets and text", () => {
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 200 }), fc.string({ unit: "binary" }).map(utf8)), expectSurvival),
      { numRuns: 80 },
    );
  });

  test("[DE81] on damaged, cut and joined packets", () => {
    const damaged = fc
      .tuple(
        fc.constantFrom(...SEEDS),
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 4 }),
        fc.nat(),
        fc.constantFrom(...SEEDS),
        fc.boolean(),
      )
      .map(([seed, changes, cut, other, joins]) => {
        const octets = Uint8Array.from(joins ? [...seed, ...other] : seed);
        for (const [at, octet] of changes) octets[at % octets.length] = octet;
        return octets.subarray(0, cut % 3 === 0 ? cut % octets.length : octets.length);
      });
    fc.assert(fc.property(damaged, expectSurvival), { numRuns: 200 });
  });

  test.each<[string, Uint8Array]>([
    ["JSON arrays", utf8("[".repeat(10_000) + "]".repeat(10_000))],
    ["JSON objects", utf8('{"a":'.repeat(10_000) + "1" + "}".repeat(10_000))],
    ["a Socket.IO event", utf8(`42["a",${"[".repeat(10_000)}${"]".repeat(10_000)}]`)],
    ["MessagePack arrays", new Uint8Array(10_001).fill(0x91).fill(1, 10_000)],
    ["MessagePack keys", new Uint8Array(10_001).fill(0x81)],
    ["CBOR arrays", new Uint8Array(10_001).fill(0x81).fill(1, 10_000)],
    ["CBOR of indefinite length", new Uint8Array(20_000).fill(0x9f, 0, 10_000).fill(0xff, 10_000)],
    ["CBOR tags", new Uint8Array(10_001).fill(0xc1).fill(1, 10_000)],
    ["protobuf", nested(2000)],
    ["protobuf groups", new Uint8Array(10_000).fill(0x0b)],
  ])("[DE82] on nesting 10,000 deep: %s", (_what, octets) => {
    expectSurvival(octets);
  });

  test.each([
    "dd ff ff ff ff",
    "df ff ff ff ff 01",
    "db ff ff ff ff 61",
    "9b 7f ff ff ff ff ff ff ff",
    "5b ff ff ff ff ff ff ff ff",
    "0a ff ff ff ff 0f",
    "30 ff ff ff 7f",
    "10 ff ff ff 7f",
    "ff ff ff ff 0f 91",
  ])("[DE83] on a declared length of gigabytes: %s", (octets) => {
    expectSurvival(hex(octets));
  });

  test.each<[string, Uint8Array]>([
    ["a list of numbers", utf8(`[${"1,".repeat(1_000_000)}1]`)],
    ["MQTT pings", hex("c000".repeat(30_000))],
    ["zeros", new Uint8Array(1_000_000)],
    ["quotes", utf8('"'.repeat(300_000))],
    ["heart-beats", utf8("\n".repeat(300_000))],
    ["Base64", utf8("QUJD".repeat(60_000))],
    ["records", utf8('{"type":6}\u001e'.repeat(25_000))],
  ])("[DE84] on long payloads: %s", (_what, octets) => {
    expectSurvival(octets);
  });

  test("[DE85] on any .proto file", () => {
    const word = fc.constantFrom(
      "message",
      "A",
      "{",
      "}",
      "int32",
      "=",
      "1",
      ";",
      "enum",
      "map",
      "<",
      ">",
      "oneof",
      "[",
      "]",
      "group",
      '"',
      "extend",
      "option",
      ".",
      "//",
      "\n",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(word, { maxLength: 40 }).map((words) => words.join(" ")),
        ),
        (text) => {
          const read = readProto(text);
          if (!read.ok) expect(read.fault.line).toBeGreaterThan(0);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

/** A message in a message in a message. */
function nested(depth: number): Uint8Array {
  let octets: number[] = [8, 1];
  for (let at = 0; at < depth; at++) {
    const { length } = octets;
    const size =
      length < 128
        ? [length]
        : length < 16_384
          ? [(length & 127) | 128, length >> 7]
          : [(length & 127) | 128, ((length >> 7) & 127) | 128, length >> 14];
    octets = [10, ...size, ...octets];
  }
  return Uint8Array.from(octets);
}

test("[DE86] every decoder is fuzzed", () => {
  expect(DECODERS.length).toBe(18);
});
