import { readFileSync } from "node:fs";
import { inflateRawSync } from "node:zlib";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ms, type Ms } from "../../units/units.ts";
import { emptyBundle, type Bundle, type BundledProfile } from "../bundle.ts";
import { FORMATS, type Body, type Draft } from "../message.ts";
import { emptyDraft, newProfile, SOCKETIO_PARSERS, SOCKETIO_TRANSPORTS, type Profile } from "../profile.ts";
import { defaultSettings } from "../settings.ts";
import type { Variable } from "../template.ts";
import { isSameSetup } from "./diff.ts";
import { readFile, writeFile } from "./file.ts";
import { decodeLink, encodeLink } from "./link.ts";

/** Any text that a person may write: Chinese, emoji, quotes, templates, lone surrogates, nothing. */
const text = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 30 }),
  fc.string({ unit: "binary", maxLength: 10 }),
  fc.constantFrom("", "你好，世界", "👩‍👩‍👧 emoji", "{{token}}", '{"a":1}', "half \ud83d", "\udc00"),
);
const name = fc.string({ unit: "grapheme", maxLength: 20 });
const span = fc.integer({ min: 10, max: 86_400_000 }).map(ms);
const octets = fc.uint8Array({ maxLength: 40 }).map((found) => Uint8Array.from(found));
const body: fc.Arbitrary<Body> = fc.record({
  format: fc.constantFrom(...FORMATS),
  text,
  file: fc.option(fc.record({ name, bytes: octets })),
});
const draft: fc.Arbitrary<Draft> = fc
  .record({
    event: text,
    ack: fc.option(span),
    parts: fc.array(body, { maxLength: 3 }),
  })
  .chain((plain) =>
    fc.constantFrom(plain, { ...plain, namespace: "/chat" }, { ...plain, namespace: "/a", volatile: true }),
  );
const variable: fc.Arbitrary<Variable> = fc.record({ name, value: text, secret: fc.boolean() });
const profile: fc.Arbitrary<Profile> = fc.record({
  protocol: fc.constantFrom("websocket", "socketio"),
  url: fc.oneof(
    fc.constantFrom("", "{{base}}/x", "localhost:8080"),
    fc.webUrl(),
    text.map((end) => `wss://h/${end}`),
  ),
  websocket: fc.record({
    subprotocols: fc.array(text, { maxLength: 3 }),
    closing: fc.record({ code: fc.option(fc.integer({ min: 1000, max: 4999 })), reason: text }),
  }),
  socketio: fc.record({
    clientVersion: fc.constantFrom("4", "2"),
    namespace: text,
    path: text,
    auth: text,
    transports: fc.subarray([...SOCKETIO_TRANSPORTS]),
    headers: fc.array(fc.record({ name, value: text }), { maxLength: 3 }),
    withCredentials: fc.boolean(),
    tryAllTransports: fc.boolean(),
    upgrade: fc.boolean(),
    parser: fc.constantFrom(...SOCKETIO_PARSERS),
    namespaces: fc.array(fc.record({ name: text, auth: text, forceNew: fc.boolean() }), { maxLength: 2 }),
    retryNamespace: fc.option(span),
    retries: fc.integer({ min: 0, max: 9 }),
    ackTimeout: span,
    answers: fc.array(fc.record({ event: text, args: text }), { maxLength: 2 }),
    packets: fc.boolean(),
  }),
  connectTimeout: span,
  reconnect: fc.record({
    on: fc.boolean(),
    first: span,
    max: span,
    limit: fc.option(fc.integer({ min: 1, max: 99 })),
    jitter: fc.double({ min: 0, max: 1, noNaN: true }).map(Math.abs),
  }),
  heartbeat: fc.record({
    on: fc.boolean(),
    message: draft,
    every: span,
    expect: text,
    within: span,
    onMiss: fc.constantFrom("note", "close"),
  }),
  onOpen: fc.array(draft, { maxLength: 2 }),
  saved: fc
    .array(fc.record({ id: fc.uuid(), name, draft }), { maxLength: 3 })
    .map((list) => list.filter(({ id }, at) => list.findIndex((one) => one.id === id) === at)),
  variables: fc.array(variable, { maxLength: 3 }),
  notes: text,
  system: fc.option(name),
});
const bundle: fc.Arbitrary<Bundle> = fc.record({
  folders: fc.array(name, { maxLength: 2 }),
  profiles: fc.array(fc.record({ id: fc.option(fc.uuid()), name, folder: fc.option(name), profile }), {
    minLength: 1,
    maxLength: 3,
  }),
  environments: fc.array(
    fc.record({ id: fc.option(fc.uuid()), name, variables: fc.array(variable, { maxLength: 3 }) }),
    { maxLength: 2 },
  ),
});

/** As it arrives: whole characters, names and addresses without what is not seen. */
function tidy(value: unknown, key = ""): unknown {
  if (typeof value === "string") {
    const whole = value.toWellFormed();
    const isLine = ["name", "folder", "url", "system", "folders"].includes(key);
    return isLine ? whole.replace(/[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu, "") : whole;
  }
  if (typeof value !== "object" || value === null || value instanceof Uint8Array) return value;
  if (Array.isArray(value)) return value.map((one) => tidy(one, key));
  return Object.fromEntries(Object.entries(value).map(([at, one]) => [at, tidy(one, at)]));
}

const withIds = (given: Bundle): Bundle => ({
  ...given,
  profiles: given.profiles.map((one) => ({
    ...one,
    profile: { ...one.profile, saved: one.profile.saved.map((saved, at) => ({ ...saved, id: `m${String(at + 1)}` })) },
  })),
});

const one = (setup: Partial<Profile>, more: Partial<BundledProfile> = {}): Bundle => ({
  ...emptyBundle,
  profiles: [{ id: null, name: "A", folder: null, profile: { ...newProfile, ...setup }, ...more }],
});

const schema: unknown = JSON.parse(
  readFileSync(new URL("../../../../public/schema/sockwright-1.schema.json", import.meta.url), "utf8"),
);
const ajv = new Ajv2020({ strict: true, strictTypes: false, allErrors: true, formats: { "date-time": true } });
const validate = ajv.compile(schema as object);
const exportedAt = "2026-11-20T22:00:00.000Z";

describe("a link", () => {
  test("[SH1] gives back any of 300 bundles: Chinese, emoji, files; half characters become whole", async () => {
    await fc.assert(
      fc.asyncProperty(bundle, async (given) => {
        expect(await decodeLink(await encodeLink(given), null)).toEqual({ ok: true, value: tidy(withIds(given)) });
      }),
      { numRuns: 300 },
    );
  });

  test("[SH2] holds what differs, in readable keys, and is made of base64url", async () => {
    const given = one({ url: "wss://echo.example/你好", variables: [{ name: "token", value: "", secret: true }] });
    const link = await encodeLink(given);
    expect(link).toMatch(/^1\.[\w-]+$/);
    expect(link.length).toBeLessThan(160);
    expect(JSON.parse(inflateRawSync(Buffer.from(link.slice(2), "base64url")).toString("utf8"))).toEqual({
      profiles: [{ name: "A", url: "wss://echo.example/你好", variables: [{ name: "token", secret: true }] }],
    });
    expect(await decodeLink(` https://sockwright.example/#/p/${link}\n`, null)).toEqual({ ok: true, value: given });
  });
});

describe("a file", () => {
  test("[SH20] gives back any of 300 bundles and fits the published schema", () => {
    fc.assert(
      fc.property(bundle, fc.boolean(), (given, all) => {
        const written = writeFile(given, exportedAt, all ? defaultSettings : null);
        expect(validate(JSON.parse(written)) ? [] : validate.errors).toEqual([]);
        expect(readFile(written)).toEqual({
          ok: true,
          value: { bundle: tidy(given), settings: all ? defaultSettings : null },
        });
      }),
      { numRuns: 300 },
    );
  });

  test("[SH21] of a new setup names every field, and so does the schema", () => {
    const known = (schema as { $defs: Record<string, { properties: object }> }).$defs;
    const fields = Object.keys(known["profile"]?.properties ?? {});
    expect(fields.toSorted()).toEqual(["id", "name", "folder", ...Object.keys(newProfile)].toSorted());
    const written = JSON.parse(writeFile(one({}), exportedAt, null)) as { profiles: object[] };
    expect(Object.keys(written.profiles[0] ?? {}).toSorted()).toEqual(fields.toSorted());
    for (const [part, shape] of Object.entries({
      websocket: newProfile.websocket,
      socketio: newProfile.socketio,
      reconnect: newProfile.reconnect,
      heartbeat: newProfile.heartbeat,
      draft: { ...emptyDraft, namespace: "", volatile: false },
      body: emptyDraft.parts[0] ?? {},
    }))
      expect(Object.keys(known[part]?.properties ?? {}).toSorted()).toEqual(Object.keys(shape).toSorted());
  });

  test("[SH22] written by hand needs little: what is missing has its default, what is unknown is passed over", () => {
    const read = readFile('\ufeff{"sockwright":1,"profiles":[{"url":"wss://h","colour":"red"}],"mine":[]}');
    expect(read).toEqual({ ok: true, value: { bundle: one({ url: "wss://h" }, { name: "" }), settings: null } });
    expect(validate({ sockwright: 1, profiles: [{ url: "wss://h", colour: "red" }], mine: [] })).toBe(true);
  });

  const wrongFiles: readonly (readonly [string, unknown, string])[] = [
    ["a text for a number", { connectTimeout: "20" }, "profiles[0].connectTimeout"],
    ["a time out of range", { connectTimeout: 1 }, "profiles[0].connectTimeout"],
    ["an unknown protocol", { protocol: "mqtt" }, "profiles[0].protocol"],
    ["a script for an address", { url: "javascript:alert(1)" }, "profiles[0].url"],
    ["null for an address", { url: null }, "profiles[0].url"],
    ["a list for an object", { socketio: [] }, "profiles[0].socketio"],
    ["a number among subprotocols", { websocket: { subprotocols: ["a", 1] } }, "profiles[0].websocket.subprotocols[1]"],
    ["an unknown transport", { socketio: { transports: ["sse"] } }, "profiles[0].socketio.transports[0]"],
    ["a message that is a text", { onOpen: ["hi"] }, "profiles[0].onOpen[0]"],
    ["a format nobody knows", { onOpen: [{ parts: [{ format: "xml" }] }] }, "profiles[0].onOpen[0].parts[0].format"],
    [
      "octets that are no Base64",
      { onOpen: [{ parts: [{ file: { base64: "!" } }] }] },
      "profiles[0].onOpen[0].parts[0].file.base64",
    ],
    ["yes for true", { variables: [{ name: "a", secret: "yes" }] }, "profiles[0].variables[0].secret"],
    ["half an attempt", { reconnect: { limit: 1.5 } }, "profiles[0].reconnect.limit"],
  ];

  test.each(wrongFiles)("[SH23] with %s is refused at its place, by the schema too", (_, fields, path) => {
    const content = { sockwright: 1, profiles: [fields] };
    expect(readFile(JSON.stringify(content))).toMatchObject({ ok: false, fault: { kind: "wrong-content", path } });
    expect(validate(content)).toBe(false);
  });

  test("[SH24] says where it is no JSON, whose it is not, and how new it is", () => {
    expect(readFile('{\n  "sockwright": 1,\n  "profiles": [,]\n}')).toEqual({
      ok: false,
      fault: { kind: "syntax", line: 3, column: 16, problem: "value-expected" },
    });
    expect(readFile("")).toEqual({ ok: false, fault: { kind: "syntax", line: 1, column: 1, problem: "empty" } });
    for (const other of ["[]", "1", "null", '{"info":{}}', '{"sockwright":"1"}', '{"sockwright":0}'])
      expect(readFile(other)).toEqual({ ok: false, fault: { kind: "not-ours" } });
    expect(readFile('{"sockwright":2,"profiles":7}')).toEqual({ ok: false, fault: { kind: "newer", version: 2 } });
    expect(readFile(" ".repeat(20_000_001))).toEqual({ ok: false, fault: { kind: "too-large", path: "" } });
  });
});

describe("two setups", () => {
  test("[SH70] are the same or not, to the last octet, whatever object they are", () => {
    fc.assert(
      fc.property(profile, (given) => {
        expect(isSameSetup(given, structuredClone(given))).toBe(true);
        expect(isSameSetup(given, { ...given, notes: `${given.notes}.` })).toBe(false);
        const file = (last: number): Profile => ({
          ...given,
          onOpen: [
            {
              ...emptyDraft,
              parts: [{ format: "file", text: "", file: { name: "f", bytes: Uint8Array.of(1, last) } }],
            },
          ],
        });
        expect(isSameSetup(file(1), file(1))).toBe(true);
        expect(isSameSetup(file(1), file(2))).toBe(false);
        expect(isSameSetup(given, { ...given, connectTimeout: (given.connectTimeout + 1) as Ms })).toBe(false);
      }),
    );
  });
});
