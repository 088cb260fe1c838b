import { deflateRawSync, constants } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { emptyBundle, type Bundle } from "../bundle.ts";
import { newProfile } from "../profile.ts";
import { readFile, writeFile } from "./file.ts";
import { decodeLink, encodeLink, encodeSealed, isSealed, LONGEST_LINK } from "./link.ts";
import { foreignScheme } from "./texts.ts";

const linkOf = (json: string | Uint8Array): string => `1.${deflateRawSync(json).toString("base64url")}`;
const decodeJson = (content: unknown) => decodeLink(linkOf(JSON.stringify(content)), null);
const draft = {
  event: "e",
  ack: null,
  parts: [{ format: "file" as const, text: "t", file: { name: "f", bytes: Uint8Array.of(1, 2, 3) } }],
};
const bundle: Bundle = {
  folders: ["Team"],
  profiles: [
    {
      id: "p1",
      name: "回声 👋",
      folder: "Team",
      profile: {
        ...newProfile,
        url: "wss://echo.example/?a={{a}}",
        onOpen: [draft],
        saved: [{ id: "s", name: "n", draft }],
        variables: [{ name: "a", value: "1", secret: false }],
        heartbeat: { ...newProfile.heartbeat, on: true, message: draft },
      },
    },
  ],
  environments: [{ id: "e1", name: "Staging", variables: [{ name: "b", value: "2", secret: true }] }],
};
const full = (): unknown => JSON.parse(writeFile(bundle, "2026-11-20T22:00:00.000Z", null));

/** 10 MB of zeros as blocks that can be put one after another. */
const zeros = deflateRawSync(Buffer.alloc(10_000_000), { level: 9, finishFlush: constants.Z_FULL_FLUSH });
const bomb = (times: number): Buffer =>
  Buffer.concat([...Array.from({ length: times }, () => zeros), deflateRawSync(Buffer.alloc(0))]);

interface Step {
  readonly holder: Record<string, unknown>;
  readonly key: string;
}
/** Every place in parsed JSON. */
function places(value: unknown): Step[] {
  if (typeof value !== "object" || value === null) return [];
  const holder = value as Record<string, unknown>;
  return Object.keys(holder).flatMap((key) => [{ holder, key }, ...places(holder[key])]);
}

const kinds = new Set([
  "broken",
  "newer",
  "too-large",
  "needs-passphrase",
  "wrong-passphrase",
  "wrong-content",
  "nothing",
  "no-cipher",
]);

describe("a hostile link", () => {
  test("[SH3] of 3,000 random texts none throws, and each is refused for a kind of reason", async () => {
    const garbage = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.base64String().map((code) => `1.${code}`),
      fc
        .tuple(fc.nat(12), fc.constantFrom("", "e", "x"), fc.base64String())
        .map(([n, e, c]) => `${String(n)}${e}.${c}`),
      fc.uint8Array({ minLength: 44, maxLength: 60 }).map((o) => `1e.${Buffer.from(o).toString("base64url")}`),
    );
    await fc.assert(
      fc.asyncProperty(garbage, async (text) => {
        const read = await decodeLink(text, null);
        expect(read.ok ? "read" : kinds.has(read.fault.kind)).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  test("[SH3] of 1,500 links with changed, lost or added characters none throws", async () => {
    const link = await encodeLink(bundle);
    await fc.assert(
      fc.asyncProperty(fc.nat(link.length), fc.nat(5), fc.base64String({ maxLength: 8 }), async (at, cut, put) => {
        const read = await decodeLink(link.slice(0, at) + put + link.slice(at + cut), null);
        expect(read.ok || kinds.has(read.fault.kind)).toBe(true);
      }),
      { numRuns: 1500 },
    );
  });

  test("[SH4] with a wrong type at any place is refused at that place, in links and files; 1,500 of them", async () => {
    const count = places(full()).length;
    await fc.assert(
      fc.asyncProperty(fc.nat(count - 1), fc.anything({ maxDepth: 1 }), async (at, junk) => {
        const content = full();
        const step = places(content)[at];
        if (step) step.holder[step.key] = junk;
        const text = JSON.stringify(content);
        const [link, file] = [await decodeLink(linkOf(text), null), readFile(text)];
        for (const read of [link, file]) if (!read.ok) expect(read.fault).toHaveProperty("kind");
        if (!link.ok && link.fault.kind === "wrong-content") expect(link.fault.path).not.toBe("");
      }),
      { numRuns: 1500 },
    );
  });

  test.each(["__proto__", "constructor", "prototype"])("[SH5] with a key %s anywhere is refused", async (key) => {
    const count = places(full()).length;
    for (let at = 0; at < count; at++) {
      const content = full();
      const holder = places(content)[at]?.holder ?? {};
      if (Array.isArray(holder)) continue;
      Object.defineProperty(holder, key, { value: { polluted: 1 }, enumerable: true });
      const text = JSON.stringify(content);
      const fault = { kind: "wrong-content", problem: { kind: "forbidden-key" } };
      expect(await decodeLink(linkOf(text), null)).toMatchObject({ ok: false, fault });
      expect(readFile(text)).toMatchObject({ ok: false, fault });
    }
    expect(readFile(`{"sockwright":1,"unknown":[[{"${key}":1}]]}`)).toMatchObject({
      fault: { path: `unknown[0][0].${key}` },
    });
    expect("polluted" in {}).toBe(false);
  });

  test("[SH6] that inflates to a gigabyte, or to 140 MB from as many characters as are allowed, is refused at once", async () => {
    const [long, dense] = [bomb(100), bomb(14)].map((octets) => `1.${octets.toString("base64url")}`);
    expect(dense?.length).toBeLessThan(LONGEST_LINK);
    for (const text of [long ?? "", dense ?? ""]) {
      const before = performance.now();
      expect(await decodeLink(text, null)).toEqual({ ok: false, fault: { kind: "too-large", path: "" } });
      expect(performance.now() - before).toBeLessThan(2000);
    }
  });

  test("[SH6] nested 200,000 levels deep is refused and overflows nothing", async () => {
    const deep = `{"profiles":${"[".repeat(200_000)}${"]".repeat(200_000)}}`;
    expect(await decodeLink(linkOf(deep), null)).toMatchObject({ ok: false });
    expect(readFile(`{"sockwright":1,${deep.slice(1)}`)).toMatchObject({ ok: false });
  });

  test("[SH7] with too many or too long of anything says of what", async () => {
    const many = (count: number, one: unknown = {}): unknown[] => Array.from({ length: count }, () => one);
    for (const [content, path] of [
      [{ profiles: many(501) }, "profiles"],
      [{ environments: many(101) }, "environments"],
      [{ profiles: [{ variables: many(501) }] }, "profiles[0].variables"],
      [{ profiles: [{ saved: many(501) }] }, "profiles[0].saved"],
      [{ profiles: [{ name: "n".repeat(201) }] }, "profiles[0].name"],
    ] as const)
      expect(await decodeJson(content)).toEqual({ ok: false, fault: { kind: "too-large", path } });
    expect(await decodeJson({ profiles: many(500), environments: many(100) })).toMatchObject({ ok: true });
  });

  test("[SH8] whose names hide or turn text is read without that", async () => {
    const read = await decodeJson({ profiles: [{ name: "a\u202egnp.exe\u0000\u2066b", url: "wss://h/\u202ex" }] });
    expect(read).toMatchObject({ value: { profiles: [{ name: "agnp.exeb", profile: { url: "wss://h/x" } }] } });
  });

  test.each([
    "javascript:alert(1)",
    "JaVaScRiPt://h/%0aalert(1)",
    "java\tscript:alert(1)",
    " javascript:1/alert(1)",
    "javascript:{{x}}",
    "javascript:alert(1)@h",
    "data:text/html,x",
    "file:///etc/passwd",
    "ftp://h",
    "blob:https://h/1",
  ])("[SH9] to %j is refused", async (url) => {
    expect(await decodeJson({ profiles: [{ url }] })).toMatchObject({
      fault: { kind: "wrong-content", path: "profiles[0].url", problem: { kind: "scheme" } },
    });
  });

  test.each([
    "",
    "ws://h",
    "WSS://h",
    "http:h",
    "host:8080/x",
    "data:8080",
    "h:{{port}}/x",
    "u:pw@h",
    "::1",
    "fe80::1",
    "{{base}}/x",
    "{{s}}://h",
  ])("[SH9] to %j is an address", (url) => {
    expect(foreignScheme(url)).toBeNull();
  });

  test("[SH10] of a later version, without content, or cut off says so", async () => {
    const link = await encodeLink(bundle);
    expect(await decodeLink(link.replace("1.", "2."), null)).toEqual({
      ok: false,
      fault: { kind: "newer", version: 2 },
    });
    expect(await decodeLink("17z.!!", null)).toEqual({ ok: false, fault: { kind: "newer", version: 17 } });
    for (const nothing of ["", "#/p/", await encodeLink(emptyBundle), linkOf('{"folders":["a"]}')])
      expect(await decodeLink(nothing, null)).toEqual({ ok: false, fault: { kind: "nothing" } });
    for (let cut = 2; cut < link.length; cut += 7)
      expect(await decodeLink(link.slice(0, cut), null)).toEqual({ ok: false, fault: { kind: "broken" } });
  });
});

describe("a sealed link", () => {
  const salt = Uint8Array.from({ length: 16 }, (_, at) => at);
  const iv = Uint8Array.from({ length: 12 }, (_, at) => at);

  test("[SH12] opens with its passphrase, typed on any keyboard, and with no other; a changed one counts as another", async () => {
    const link = await encodeSealed(bundle, "caf\u00e9 密语", salt, iv);
    expect(link).toMatch(/^1e\.[\w-]+$/);
    expect(isSealed(`https://h/#/p/${link}`)).toBe(true);
    expect(Buffer.from(link.slice(3), "base64url").subarray(0, 28)).toEqual(Buffer.from([...salt, ...iv]));
    const { profiles } = { ...bundle };
    expect(await decodeLink(link, "cafe\u0301 密语")).toMatchObject({
      ok: true,
      value: { profiles: [{ id: profiles[0]?.id }] },
    });
    expect(await decodeLink(link, "other")).toEqual({ ok: false, fault: { kind: "wrong-passphrase" } });
    const changed = `${link.slice(0, -3)}${link.at(-3) === "A" ? "B" : "A"}${link.slice(-2)}`;
    expect(await decodeLink(changed, "caf\u00e9 密语")).toEqual({ ok: false, fault: { kind: "wrong-passphrase" } });
    for (const none of [null, ""])
      expect(await decodeLink(link, none)).toEqual({ ok: false, fault: { kind: "needs-passphrase" } });
    expect(await decodeLink("1e.AAAA", "x")).toEqual({ ok: false, fault: { kind: "broken" } });
  });
});
