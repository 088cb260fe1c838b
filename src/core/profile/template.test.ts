import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { encodeBody, encodeDraft, type Body } from "./message.ts";
import { readBase64, readHex, writeBase64, writeHex } from "../units/byteText.ts";
import { filler, mentionedVariables } from "./template.ts";

let counter = 0;
const fill = filler(
  [
    { name: "host", value: "example.com", secret: false },
    { name: "n", value: "42", secret: false },
  ],
  {
    now: () => 1_700_000_000_000.5,
    chance: () => 0.5,
    count: () => ++counter,
  },
);
const body = (format: Body["format"], text: string): Body => ({ format, text, file: null });

describe("variables", () => {
  test("[PF1] stand in double braces and are filled when used", () => {
    expect(fill("wss://{{host}}/{{ n }}")).toMatchObject({ ok: true, value: { text: "wss://example.com/42" } });
  });

  test("[PF2] one that stands for nothing is a fault at its place", () => {
    expect(fill("a {{token}}")).toEqual({
      ok: false,
      fault: { kind: "unresolved", name: "token", offset: 2, length: 9 },
    });
  });

  test("[PF3] generated values", () => {
    const text = (template: string): string => {
      const filled = fill(template);
      return filled.ok ? filled.value.text : "fault";
    };
    expect(text("{{$uuid}}")).toBe("88888888-8888-4888-8888-888888888888");
    expect(text("{{$timestamp}}")).toBe("1700000000000");
    expect(text("{{$isoTimestamp}}")).toBe("2023-11-14T22:13:20.000Z");
    expect(text("{{$randomInt}}")).toBe("500");
    expect(text("{{$counter}},{{$counter}}")).toBe("1,2");
  });

  test("[PF4] a backslash sends the braces themselves", () => {
    expect(fill("\\{{host}} {{n}}")).toMatchObject({ value: { text: "{{host}} 42" } });
    expect(mentionedVariables("{{a}} \\{{b}} {{$uuid}} {{a}}")).toEqual(["a"]);
  });

  test("[PF5] text without braces is never changed", () => {
    fc.assert(
      fc.property(
        fc.string().filter((text) => !text.includes("{{")),
        (text) => {
          expect(fill(text)).toMatchObject({ ok: true, value: { text } });
        },
      ),
    );
  });
});

describe("a body", () => {
  test("[PF6] JSON that does not parse is refused at the place in the text as typed", () => {
    expect(encodeBody(body("json", '{"h": "{{host}}", x}'), fill)).toEqual({
      ok: false,
      fault: { kind: "json", problem: "key-expected", offset: 18 },
    });
    expect(encodeBody(body("json", '{"n": {{n}}}'), fill)).toEqual({
      ok: true,
      value: { type: "json", text: '{"n": 42}' },
    });
    expect(encodeBody(body("json", '{"h": {{host}}}'), fill)).toMatchObject({ fault: { offset: 6 } });
  });

  test.each([
    ["hex", "0a fF:01,0x7f", [10, 255, 1, 127]],
    ["hex", "", []],
    ["base64", "AQID\n/w==", [1, 2, 3, 255]],
    ["base64", "_-8", [255, 239]],
  ] as const)("[PF7] %s %j", (format, text, octets) => {
    expect(encodeBody(body(format, text), fill)).toEqual({
      ok: true,
      value: { type: "binary", bytes: Uint8Array.from(octets) },
    });
  });

  test.each([
    ["hex", "0a g1", { kind: "hex-digit", offset: 3, found: "g" }],
    ["hex", "0a f", { kind: "hex-odd", offset: 3 }],
    ["base64", "AQ?D", { kind: "base64-character", offset: 2, found: "?" }],
    ["base64", "A", { kind: "base64-length" }],
    ["base64", "AQ==AQ==", { kind: "base64-character", offset: 3, found: "=" }],
    ["file", "", { kind: "no-file" }],
  ] as const)("[PF8] %s %j is refused", (format, text, fault) => {
    expect(encodeBody(body(format, text), fill)).toEqual({ ok: false, fault });
  });

  test("[PF9] octets survive hex and base64", () => {
    fc.assert(
      fc.property(fc.uint8Array(), (octets) => {
        expect(readHex(writeHex(octets))).toEqual({ ok: true, value: Uint8Array.from(octets) });
        expect(readBase64(writeBase64(octets))).toEqual({ ok: true, value: Uint8Array.from(octets) });
      }),
    );
  });
});

describe("an event", () => {
  test("[PF10] needs a name that Socket.IO does not keep to itself", () => {
    const draft = { event: "", ack: null, parts: [] };
    expect(encodeDraft(draft, "event", fill)).toMatchObject({ fault: { kind: "no-event" } });
    expect(encodeDraft({ ...draft, event: "connect" }, "event", fill)).toMatchObject({
      fault: { kind: "reserved-event" },
    });
    expect(encodeDraft({ ...draft, event: "hi {{n}}" }, "event", fill)).toMatchObject({
      value: { event: "hi 42", args: [] },
    });
  });

  test("[PF11] names the argument that is wrong", () => {
    const draft = { event: "e", ack: null, parts: [body("text", "a"), body("hex", "z")] };
    expect(encodeDraft(draft, "event", fill)).toMatchObject({
      fault: { kind: "part", index: 1, fault: { kind: "hex-digit" } },
    });
    expect(encodeDraft(draft, "frame", fill)).toMatchObject({ value: { type: "frame", payload: { text: "a" } } });
  });
});

test("[PF2] a variable without a value stands for nothing, and leaves its name to the next one", () => {
  const generators = { now: () => 0, chance: () => 0, count: () => 1 };
  const empty = { name: "token", value: "", secret: true };
  expect(filler([empty], generators)("{{token}}")).toMatchObject({ ok: false, fault: { name: "token" } });
  const filled = filler([empty, { ...empty, value: "x" }], generators)("{{token}}");
  expect(filled).toMatchObject({ ok: true, value: { text: "x" } });
});
