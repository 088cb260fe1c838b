import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { namePlaceholders, readPacket } from "./socketioPacket.ts";
import { arrayElements } from "../units/arrayElements.ts";

describe("a Socket.IO packet", () => {
  test.each([
    ['0{"token":"abc"}', { type: "CONNECT", namespace: "/", id: null, json: '{"token":"abc"}' }],
    ["0/admin,", { type: "CONNECT", namespace: "/admin", json: "" }],
    ["1", { type: "DISCONNECT", namespace: "/", json: "" }],
    ["1/admin,", { type: "DISCONNECT", namespace: "/admin" }],
    ['2["hello",1]', { type: "EVENT", id: null, json: '["hello",1]' }],
    ['20["q",{"x":1}]', { type: "EVENT", id: 0, json: '["q",{"x":1}]' }],
    ['2/admin,0["m"]', { type: "EVENT", namespace: "/admin", id: 0, json: '["m"]' }],
    ['30["pong"]', { type: "ACK", id: 0, json: '["pong"]' }],
    [
      '4/ghost,{"message":"Invalid namespace"}',
      { type: "CONNECT_ERROR", namespace: "/ghost", json: '{"message":"Invalid namespace"}' },
    ],
    [
      '52-["bin",{"_placeholder":true,"num":0}]',
      { type: "BINARY_EVENT", attachments: 2, json: '["bin",{"_placeholder":true,"num":0}]' },
    ],
  ])("[DE1] %s", (text, packet) => {
    expect(readPacket(text)).toMatchObject(packet);
  });

  test("[DE2] anything else is none, and nothing throws", () => {
    expect(readPacket("hello")).toBeNull();
    expect(readPacket("")).toBeNull();
    fc.assert(
      fc.property(fc.string(), (text) => void [readPacket(text), arrayElements(text)]),
      { numRuns: 2000 },
    );
  });

  test("[DE3] arguments keep their spelling", () => {
    expect(arrayElements('["e", {"a":[1, 2]},12345678901234567890 ,"x,y",[]]')).toEqual([
      '"e"',
      '{"a":[1, 2]}',
      "12345678901234567890",
      '"x,y"',
      "[]",
    ]);
    expect(arrayElements("[]")).toEqual([]);
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), (values) => {
        expect(arrayElements(JSON.stringify(values)).map((text) => JSON.parse(text) as unknown)).toEqual(
          JSON.parse(JSON.stringify(values)),
        );
      }),
    );
  });

  test("[DE4] a text that was cut gives what there is", () => {
    expect(arrayElements('["e",{"a":"lo')).toEqual(['"e"', '{"a":"lo']);
    expect(arrayElements('["e",12')).toEqual(['"e"', "12"]);
    expect(arrayElements('["e","lo')).toEqual(['"e"', '"lo']);
  });

  test("[DE5] attachments are named in place", () => {
    expect(namePlaceholders('[{"_placeholder":true,"num":1}]', (num) => `<${num}>`)).toBe("[<1>]");
  });
});
