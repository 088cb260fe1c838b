import { deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { utf8 } from "../units/utf8.ts";
import { jsonTree } from "../units/jsonTree.ts";
import { epochMs } from "../units/units.ts";
import { deflate } from "./deflate.ts";
import { hiddenIn, openHidden } from "./inside.ts";
import { DECODERS, rank } from "./index.ts";
import { MOST_INFLATED } from "./inflate.ts";
import { binaryPayload, decoded, hex, NOON, show, textPayload } from "./testing.ts";
import type { Payload } from "./decoder.ts";

const RS = "\u001e";
const first = (payload: Payload): string => {
  const [best] = rank(payload);
  return best === undefined ? "" : `${best.decoder.id} ${String(best.fit)}`;
};
const line = (payload: Payload): string => {
  const [best] = rank(payload);
  return best === undefined ? "" : decoded(best.decoder, payload).summary;
};
const tree = (payload: Payload): unknown => {
  const [best] = rank(payload);
  return best === undefined ? null : show(decoded(best.decoder, payload).tree);
};

describe("a payload is recognised, and read as", () => {
  // Frames as the specifications and the libraries of each protocol have them.
  test.each<[string, string, string, string?]>([
    ['0{"sid":"x","upgrades":[],"pingInterval":25000}', "socketio 3", "open"],
    ["2probe", "socketio 2", "ping"],
    ['42["hello",1]', "socketio 3", "EVENT hello"],
    ['430["pong"]', "socketio 3", "ACK id 0"],
    ['42/admin,0["m"]', "socketio 3", "EVENT /admin m id 0"],
    ['44/ghost,{"message":"Invalid namespace"}', "socketio 3", "CONNECT_ERROR /ghost"],
    [
      '97:0{"sid":"lv_VI97HAXpY6yYWAAAC","upgrades":["websocket"],"pingInterval":25000,"pingTimeout":5000}}2:40',
      "socketio 3",
      "open; CONNECT",
    ],
    [`0{"sid":"x"}${RS}40`, "socketio 3", "open; CONNECT"],
    ["o", "sockjs 2", "open"],
    ['a["{\\"a\\":1}","b"]', "sockjs 3", "2 × message"],
    ['c[3000,"Go away!"]', "sockjs 3", "close 3000 Go away!"],
    ["CONNECT\naccept-version:1.2\nhost:h\n\n\0", "stomp 3", "CONNECT"],
    ['MESSAGE\ndestination:/queue/a\nx\\cy:1\\n2\n\n{"a":1}\0\n', "stomp 3", "MESSAGE /queue/a"],
    ["\n", "stomp 3", "heart-beat", "v12.stomp"],
    [`{"protocol":"json","version":1}${RS}`, "signalr 3", "handshake json"],
    [`{"type":1,"target":"Send","arguments":[1]}${RS}{"type":6}${RS}`, "signalr 3", "Invocation Send; Ping"],
    ['{"type":"connection_init"}', "graphql-ws 3", "connection_init"],
    [
      '{"id":"1","type":"subscribe","payload":{"operationName":"T","query":"subscription T{t}"}}',
      "graphql-ws 2",
      "subscribe T id 1",
    ],
    ['{"id":"1","type":"data","payload":{"data":{"t":1}}}', "graphql-ws 3", "data id 1", "graphql-ws"],
    ['{"type":"ka"}', "graphql-ws 3", "ka", "graphql-ws"],
    [
      '{"identifier":"{\\"channel\\":\\"Chat\\"}","type":"confirm_subscription"}',
      "actioncable 3",
      "confirm_subscription Chat",
    ],
    [
      '{"command":"message","identifier":"{\\"channel\\":\\"Chat\\"}","data":"{\\"a\\":1}"}',
      "actioncable 3",
      "message Chat",
    ],
    ['{"type":"ping","message":1700000000}', "actioncable 3", "ping", "actioncable-v1-json"],
    ['{"jsonrpc":"2.0","method":"sum","params":[1],"id":1}', "jsonrpc 3", "request sum id 1"],
    ['{"jsonrpc":"2.0","error":{"code":-32601,"message":"no"},"id":null}', "jsonrpc 3", "error -32601 no id null"],
    [
      '[{"jsonrpc":"2.0","method":"a"},{"jsonrpc":"2.0","result":1,"id":"2"}]',
      "jsonrpc 3",
      'batch of 2: notification a; response id "2"',
    ],
    ['["1","1","room:lobby","phx_join",{}]', "phoenix 3", "phx_join room:lobby ref 1"],
    ['[null,"2","room:lobby","phx_reply",{"status":"ok","response":{}}]', "phoenix 3", "phx_reply room:lobby ref 2 ok"],
    ['{"topic":"phoenix","event":"heartbeat","payload":{},"ref":"3"}', "phoenix 3", "heartbeat phoenix"],
    ['[1,"realm1",{"roles":{}}]', "wamp 2", "HELLO realm1"],
    ['[36,5512315355,4429313566,{},["Hello"]]', "wamp 2", "EVENT"],
    [
      '[8,32,713845233,{},"wamp.error.not_authorized"]',
      "wamp 3",
      "ERROR SUBSCRIBE wamp.error.not_authorized",
      "wamp.2.json",
    ],
    ['{"a":1}', "json 1", "{ a }"],
    ["plain words", "socketio 0", ""],
  ])("[DE40] %s", (text, expected, summary, subprotocol = "") => {
    const payload = textPayload(text, { subprotocol });
    expect(first(payload)).toBe(expected);
    if (summary !== "") expect(line(payload)).toBe(summary);
  });

  test("[DE41] SignalR's packed messages and Phoenix's binary frames", () => {
    // HubProtocol.md, "Invocation Example"; the length prefix of its transport before it.
    const invocation = binaryPayload(hex("11 96 01 80 a3 78 79 7a a6 6d 65 74 68 6f 64 91 2a 90"));
    expect([first(invocation), line(invocation)]).toEqual(["signalr 3", "Invocation xyz method"]);
    expect(tree(invocation)).toEqual({
      MessageType: "1 = Invocation",
      Headers: {},
      InvocationId: '"xyz"',
      Target: '"method"',
      Arguments: ["42"],
      StreamIds: [],
    });
    const push = binaryPayload(
      Uint8Array.of(0, 1, 1, 1, 5, ...utf8("1"), ...utf8("2"), ...utf8("t"), ...utf8("event"), 200),
      { direction: "sent" },
    );
    const broadcast = binaryPayload(Uint8Array.of(2, 1, 5, ...utf8("t"), ...utf8("event"), 9, 255));
    expect([tree(push), tree(broadcast)]).toEqual([
      { kind: "0 = push", join_ref: '"1"', ref: '"2"', topic: '"t"', event: '"event"', payload: "h'c8'" },
      { kind: "2 = broadcast", topic: '"t"', event: '"event"', payload: "h'09ff'" },
    ]);
  });

  test("[DE42] Socket.IO's attachments stand where their placeholders were", () => {
    const json = '["bin",{"_placeholder":true,"num":0},{"b":{"_placeholder":true,"num":1}}]';
    const attachments = [Uint8Array.of(1, 2), Uint8Array.of(3)];
    const entry = textPayload(json, { packet: { type: "event", ackId: 4 }, attachments });
    expect(tree(entry)).toEqual({
      type: "5 = BINARY_EVENT",
      id: "4",
      event: '"bin"',
      args: ["h'0102' (attachment)", { b: "h'03' (attachment)" }],
    });
    const control = textPayload('0/admin,{"token":"abc"}', { packet: { type: "other", ackId: null } });
    expect([line(control), first(control)]).toEqual(["CONNECT /admin", "socketio 3"]);
    // {"type":2,"data":["a",1],"nsp":"/"}, as socket.io-msgpack-parser writes it
    const packed = binaryPayload(hex("83 a4 74 79 70 65 02 a4 64 61 74 61 92 a1 61 01 a3 6e 73 70 a1 2f"));
    expect([first(packed), line(packed)]).toEqual(["socketio 3", "EVENT a"]);
  });

  test("[DE43] an offset of state recovery is told from other last strings by its time", () => {
    const digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";
    let [yeast, rest] = ["", Number(NOON)];
    for (; rest > 0; rest = Math.floor(rest / 64)) yeast = `${digits[rest % 64] ?? ""}${yeast}`;
    const event = (last: string, time = NOON): unknown => tree(textPayload(`42["news",1,"${last}"]`, { time }));
    expect(event(yeast)).toMatchObject({ packet: { args: ["1"], offset: `"${yeast}" (offset)` } });
    expect(event("message")).toMatchObject({ packet: { args: ["1", '"message"'] } });
    expect(event(yeast, epochMs(0))).toMatchObject({ packet: { args: ["1", `"${yeast}"`] } });
    expect(event(`${String(NOON)}-0`)).toMatchObject({ packet: { offset: `"${String(NOON)}-0" (offset)` } });
  });

  test("[DE44] STOMP's headers are unescaped, its body is as long as it says", () => {
    expect(tree(textPayload("SEND\na\\cb:c\\nd\ncontent-length:3\n\na\0b\0"))).toEqual({
      command: "SEND",
      headers: { "a:b": "c\nd", "content-length": "3" },
      body: "h'610062'",
    });
  });
});

describe("values inside", () => {
  const JWT =
    "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIiwiaWF0IjoxNTE2MjM5MDIyfQ.SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c";

  test("[DE50] a JWT is read, never verified, with dates", () => {
    expect(tree(textPayload(JWT))).toEqual({
      header: { alg: '"HS256"', typ: '"JWT"' },
      claims: { sub: '"1234567890"', name: '"John Doe"', iat: "1516239022 (time)" },
      signature: "SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c (unverified)",
    });
  });

  test("[DE51] gzip, zlib and bare deflate are inflated, up to a bound", () => {
    for (const octets of [gzipSync("hello hello"), deflateSync("hello hello"), deflateRawSync("hello hello")])
      expect(show(decoded(deflate, binaryPayload(octets)).tree)).toMatchObject({ data: "hello hello" });
    const bomb = decoded(deflate, binaryPayload(gzipSync(new Uint8Array(50_000_000)))).tree;
    expect([bomb.octets(2)?.length, bomb.note(1)?.kind]).toEqual([MOST_INFLATED, "inflated-part"]);
    expect(deflate.decode(binaryPayload(gzipSync("hello").subarray(0, 15))).ok).toBe(false);
    expect(deflate.decode(binaryPayload(hex("ff ff ff"))).ok).toBe(false);
  });

  test.each([
    ["JSON in a string", JSON.stringify('{"a":1}'), ["json"]],
    ["Base64 of JSON", JSON.stringify(Buffer.from('{"type":1,"content":"hello"}').toString("base64")), ["base64"]],
    ["Base64 of gzip of JSON", JSON.stringify(gzipSync('{"a":[1,2]}').toString("base64")), ["base64", "deflate"]],
    ["a JWT", JSON.stringify(JWT), ["jwt"]],
  ])("[DE52] %s is found and opened", (_what, text, steps) => {
    const json = jsonTree(`{"v":${text}}`) ?? expect.fail(text);
    expect(hiddenIn(json, 1)).toBe(steps[0]);
    expect(openHidden(json, 1)?.steps).toEqual(steps);
  });

  test.each([
    "hello",
    "a sentence of words",
    "deadbeefdeadbeefdeadbeef",
    "abcdefghijklmnopqrst",
    "[citation needed]",
    "1700000000000",
  ])("[DE53] nothing is seen in %s", (text) => {
    expect(hiddenIn(jsonTree(JSON.stringify([text])) ?? expect.fail(text), 1)).toBeNull();
  });
});

test("[DE60] every decoder has an id and a name of its own", () => {
  expect(new Set(DECODERS.map(({ id }) => id)).size).toBe(DECODERS.length);
  expect(new Set(DECODERS.map(({ name }) => name)).size).toBe(DECODERS.length);
});
