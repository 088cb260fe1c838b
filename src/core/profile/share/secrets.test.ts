import { inflateRawSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isSecretName } from "../../units/secretNames.ts";
import { utf8 } from "../../units/utf8.ts";
import { writeBase64, writeHex } from "../../units/byteText.ts";
import type { Body, Draft } from "../message.ts";
import { emptyDraft, newProfile, type Profile } from "../profile.ts";
import { encodeLink } from "./link.ts";
import {
  bundleWithoutSecrets,
  findSecrets,
  findVariableSecrets,
  variablesWithoutSecrets,
  withoutSecrets,
} from "./secrets.ts";

const JWT = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2lnbmF0dXJl";
const none: ReadonlySet<string> = new Set();
const profile = (setup: Partial<Profile>): Profile => ({ ...newProfile, ...setup });
const at = (url: string): Profile => profile({ url });
const body = (text: string, format: Body["format"] = "text"): Body => ({ format, text, file: null });
const draft = (text: string, format: Body["format"] = "text"): Draft => ({
  ...emptyDraft,
  parts: [body(text, format)],
});
const message = (text: string): Profile => profile({ onOpen: [draft(text)] });
const auth = (text: string): Profile => profile({ socketio: { ...newProfile.socketio, auth: text } });
const protocols = (...subprotocols: string[]): Profile =>
  profile({ websocket: { ...newProfile.websocket, subprotocols } });
const header = (name: string, value: string): Profile =>
  profile({ socketio: { ...newProfile.socketio, headers: [{ name, value }] } });
const textOf = ({ onOpen }: Profile): string | undefined => onOpen[0]?.parts[0]?.text;

describe("in an address", () => {
  test.each([
    ["wss://me:pw@h/x?room=1&token=abc#y", "wss://h/x?room=1&token=#y"],
    ["me:pw@h:80/x", "h:80/x"],
    ["wss://me:p/w#1@h/x", "wss://h/x"],
    ["wss://{{me}}:{{pw}}@h?Access_Token=a&apiKey=b&x-sig=c", "wss://{{me}}:{{pw}}@h?Access_Token=&apiKey=&x-sig="],
    ["{{base}}/ws?auth=abc&密码=x", "{{base}}/ws?auth=&%E5%AF%86%E7%A0%81="],
    ["wss://h?token={{token}}&key={{a}}{{b}}&EIO=4&sid={{$uuid}}", null],
    ["wss://h?token=x{{token}}", "wss://h?token="],
    [`wss://h/live/${JWT}/x?y=${JWT}`, "wss://h/live//x?y="],
    ["wss://h?to=https://u:p@i/&next=/a?token=b", "wss://h?to=&next="],
    ["wss://h/#access_token=abc&x=1", "wss://h/#access_token=&x=1"],
    ["wss://h/a@b?monkey=1&author=2&keyboard=3&max_tokens=4", null],
  ])("[SH30] %s", (url, bare) => {
    expect(withoutSecrets(at(url), none)).toEqual(at(bare ?? url));
    expect(findSecrets(at(url)).length > 0).toBe(bare !== null);
    expect(findSecrets(at(bare ?? url))).toEqual([]);
  });

  test("[SH31] each has an id, a place, a name and a value; what is kept stays, letter for letter", () => {
    const given = at("wss://me:pw@h/?token=a%20b&token=c&x=1");
    const found = findSecrets(given);
    expect(found).toEqual([
      { id: "userinfo", place: { kind: "userinfo" }, name: "", value: "me:pw" },
      { id: "query/token", place: { kind: "query" }, name: "token", value: "a b" },
      { id: "query/token~2", place: { kind: "query" }, name: "token", value: "c" },
    ]);
    expect(withoutSecrets(given, new Set(found.map(({ id }) => id)))).toEqual(given);
    expect(withoutSecrets(given, new Set(["query/token"])).url).toBe("wss://h/?token=a%20b&token=&x=1");
  });
});

describe("elsewhere in a setup", () => {
  test.each([
    [
      "auth",
      auth('{"token":"abc","room":5,"who":"{{me}}","deep":{"a":["b"]},"on":true}'),
      '{"token":"","room":"","who":"{{me}}","deep":{"a":[""]},"on":true}',
    ],
    ["auth with an unquoted variable", auth('{"token": {{token}}, "id": "x{{y}}"}'), '{"token": {{token}}, "id": ""}'],
    ["auth that is no JSON", auth("{token: 'abc'}"), ""],
  ])("[SH32] %s", (_, given, bare) => {
    expect(withoutSecrets(given, none).socketio.auth).toBe(bare);
    expect(findSecrets(withoutSecrets(given, none))).toEqual([]);
  });

  test.each([
    ["Authorization", "Bearer abc", ""],
    ["authorization", "Bearer {{token}}", "Bearer {{token}}"],
    ["Cookie", "sid=1", ""],
    ["X-API-Key", "1", ""],
    ["X-Trace", JWT, ""],
    ["Accept", "text/html", "text/html"],
  ])("[SH33] header %s: %s", (name, value, bare) => {
    expect(withoutSecrets(header(name, value), none)).toEqual(header(name, bare));
  });

  test.each([
    [
      ["graphql-ws", "v10.stomp", "binary.k8s.io"],
      ["graphql-ws", "v10.stomp", "binary.k8s.io"],
    ],
    [["bearer.abc"], ["bearer."]],
    [
      ["base64url.bearer.authorization.k8s.io.YWJj", "v4.channel.k8s.io"],
      ["base64url.bearer.authorization.", "v4.channel.k8s.io"],
    ],
    [
      ["access_token", "abc"],
      ["access_token", ""],
    ],
    [
      ["realtime", "openai-insecure-api-key.sk-1"],
      ["realtime", "openai-insecure-api-key."],
    ],
    [[JWT], [""]],
    [["bearer.{{token}}"], ["bearer.{{token}}"]],
  ])("[SH34] subprotocols %j", (given, bare) => {
    expect(withoutSecrets(protocols(...given), none)).toEqual(protocols(...bare));
    expect(findSecrets(protocols(...bare))).toEqual([]);
  });

  test.each([
    ['{"op":"auth","key":"AK","secret":"S","n":1}', '{"op":"auth","key":"","secret":"","n":1}'],
    ['{ "d": {"token" : "a\\"b"}, "t": "{{token}}" }', '{ "d": {"token" : ""}, "t": "{{token}}" }'],
    ['{"auth":{"user":"u","pass":"p"},"x":"y"}', '{"auth":{"user":"","pass":""},"x":"y"}'],
    ['{"a":"b","token":{{token}}}', null],
    ['{"type":"session.update","session":{"voice":"alloy"}}', null],
    [`{"x":["go ${JWT} go"]}`, '{"x":["go  go"]}'],
    ['{"data":"{\\"auth\\":\\"abc\\"}"}', '{"data":""}'],
    ['42["login",{"token":"abc"}]', '42["login",{"token":""}]'],
    ["CONNECT\nlogin:guest\npasscode:my pass\n\n", "CONNECT\nlogin:guest\npasscode:\n\n"],
    ["PASS oauth:abcdef", "PASS "],
    ['42/chat,7["login",{"token":{{t}},"pw":"x","pwd":"y"}]', '42/chat,7["login",{"token":{{t}},"pw":"x","pwd":""}]'],
    ['{token: "a b", user: 1}', '{token: "", user: 1}'],
    ["password = a b&c", "password = "],
    ['token: a"b"', "token: "],
    ["user=a&password=b c", "user=a&password= c"],
    ["hello, the key is under the mat", null],
  ])("[SH35] message %s", (text, bare) => {
    const given = message(text);
    expect(textOf(withoutSecrets(given, none))).toBe(bare ?? text);
    expect(findSecrets(given).length > 0).toBe(bare !== null);
    expect(findSecrets(message(bare ?? text))).toEqual([]);
  });

  test("[SH36] messages in hex, Base64 and files, and under an event named like a secret", () => {
    const hidden = utf8('{"token":"abc"}');
    const file: Body = { format: "file", text: "", file: { name: "login.json", bytes: hidden } };
    const given = profile({
      onOpen: [draft(writeHex(hidden), "hex"), draft(writeBase64(hidden), "base64"), { ...emptyDraft, parts: [file] }],
      saved: [{ id: "1", name: "Login", draft: { event: "auth", ack: null, parts: [body("abc")] } }],
    });
    expect(findSecrets(given).map(({ place }) => place.kind)).toEqual(["message", "message", "message", "message"]);
    const bare = withoutSecrets(given, none);
    expect(bare.onOpen.map(({ parts }) => [parts[0]?.text, parts[0]?.file?.bytes.length])).toEqual([
      ["", undefined],
      ["", undefined],
      ["", 0],
    ]);
    expect(bare.saved[0]?.draft.parts[0]?.text).toBe("");
    expect(withoutSecrets(given, new Set(findSecrets(given).map(({ id }) => id)))).toEqual(given);
  });

  test("[SH37] variables: marked, named like one, or holding one; also those of an environment", () => {
    const variables = [
      { name: "a", value: "1", secret: true },
      { name: "api_key", value: "2", secret: false },
      { name: "base", value: "wss://u:p@h", secret: false },
      { name: "room", value: "4", secret: false },
      { name: "b", value: "", secret: true },
    ];
    expect(findVariableSecrets(variables).map(({ id }) => id)).toEqual([
      "variable/a",
      "variable/api_key",
      "variable/base",
    ]);
    expect(variablesWithoutSecrets(variables, new Set(["variable/a"])).map(({ value }) => value)).toEqual([
      "1",
      "",
      "",
      "4",
      "",
    ]);
    expect(withoutSecrets(profile({ variables }), none).variables).toEqual(variablesWithoutSecrets(variables, none));
  });
});

test("[SH38] 500 setups with secrets planted everywhere: none is left, and none is in the link", async () => {
  const secret = fc.stringMatching(/^Zq[A-Za-z0-9]{12,24}Zq$/);
  const secretName = fc.constantFrom(
    "token",
    "access_token",
    "apiKey",
    "X-Api-Key",
    "Authorization",
    "jwt",
    "client_secret",
    "db.password",
  );
  const junk = fc.stringMatching(/^[a-w ]{0,12}$/);
  const planted = fc.record({
    secret,
    name: secretName,
    junk,
    list: fc.constantFrom("json", "text", "nested"),
    spaced: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(planted, async ({ secret: value, name, junk: other, list, spaced }) => {
      const json = JSON.stringify(
        { a: other, [name]: value, n: [{ deep: { [name]: [value] } }] },
        null,
        spaced ? 2 : 0,
      );
      const text = { json, text: `${other}\n${name}: ${value}\n`, nested: JSON.stringify({ data: json }) }[list];
      const given = profile({
        url: `wss://${value}:x${value}@h/${other}?q=${encodeURIComponent(other)}&${name}=${value}`,
        websocket: { ...newProfile.websocket, subprotocols: [`bearer.${value}`, other] },
        socketio: { ...newProfile.socketio, auth: json, headers: [{ name, value }] },
        heartbeat: { ...newProfile.heartbeat, message: draft(text) },
        onOpen: [draft(text), draft(writeHex(utf8(text)), "hex")],
        saved: [{ id: "s", name: other, draft: draft(json, "json") }],
        variables: [
          { name: "v", value, secret: true },
          { name, value, secret: false },
        ],
      });
      const bundle = bundleWithoutSecrets({
        folders: [],
        profiles: [{ id: null, name: "p", folder: null, profile: given }],
        environments: [{ id: null, name: "e", variables: given.variables }],
      });
      expect(bundle.profiles.flatMap((one) => findSecrets(one.profile))).toEqual([]);
      const link = await encodeLink(bundle);
      const content = inflateRawSync(Buffer.from(link.slice(2), "base64url")).toString("utf8");
      expect(content).not.toContain(value);
      expect(content).not.toContain(writeHex(utf8(value)));
      expect(withoutSecrets(given, new Set(findSecrets(given).map(({ id }) => id)))).toEqual(given);
    }),
    { numRuns: 500 },
  );
});

test("[SH39] any text is looked through, in time in proportion to its length", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const given = { ...at(text), ...message(text), ...auth(text), ...protocols(text), ...header(text, text) };
      expect(findSecrets(withoutSecrets(given, none))).toEqual([]);
    }),
    { numRuns: 2000 },
  );
  const started = performance.now();
  for (const piece of ["eyJ", "a", "a.", "token:", "{{", '{"a":', "Bearer ", "a=", '"', "sk-", "\\{{a}}", " "])
    findSecrets({ ...message(piece.repeat(60_000)), url: piece.repeat(60_000) });
  expect(performance.now() - started).toBeLessThan(15_000);
});

test("[SH39] names are told by their words", () => {
  const secret = [
    "token",
    "accessToken",
    "X-Auth-Token",
    "APIKEY",
    "apikey",
    "api_key",
    "JWT",
    "sig",
    "db_password",
    "令牌",
  ];
  const plain = [
    "",
    "room",
    "monkey",
    "author",
    "tokens",
    "assign",
    "signal",
    "EIO",
    "transport",
    "keyboard",
    "sidebar",
  ];
  expect(secret.filter((name) => !isSecretName(name))).toEqual([]);
  expect(plain.filter(isSecretName)).toEqual([]);
});
