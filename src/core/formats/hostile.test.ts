import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Format } from "./format.ts";
import { FORMATS } from "./index.ts";
import { LEFT_OUT } from "./leftOut.ts";
import { readAny } from "./readAny.ts";
import { samples } from "./samples.ts";

const formats: readonly Format[] = FORMATS;
const readers = formats.flatMap(({ id, read }) => (read ? [{ id, ...read }] : []));
const texts = Object.values(samples);
const RUNS = 120;

/** Reads it with every reader, recognised or not. */
function readByAll(text: string): void {
  for (const { recognises, read } of readers) {
    expect(typeof recognises(text)).toBe("boolean");
    const result = read(text);
    if (!result.ok) continue;
    expect(result.value.bundle.profiles.length).toBeLessThanOrEqual(2000);
    expect(result.value.left.length).toBeLessThanOrEqual(2001);
    for (const { kind } of result.value.left) expect(LEFT_OUT).toContain(kind);
    for (const { profile, folder } of result.value.bundle.profiles) {
      expect(["websocket", "socketio"]).toContain(profile.protocol);
      expect(typeof profile.url).toBe("string");
      if (folder !== null) expect(result.value.bundle.folders).toContain(folder);
    }
  }
}

const words = fc.constantFrom(
  ..."{ } [ ] ' \" \\ ^ $ $' ` & * ! | > - : , # \n \t ; --- ... << ? @ %".split(" "),
  ..."__proto__ constructor $ref toString item request url collection resources servers channels websocket".split(" "),
  ..."curl wscat websocat ws:// https:// socket.io EIO=4 {{ }} {% &a *a null 1e999 asyncapi".split(" "),
);

describe("[FM5] no reader throws", () => {
  test(`on ${String(RUNS)} arbitrary texts`, () => {
    const arbitrary = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(words).map((parts) => parts.join(" ")),
      fc.array(words).map((parts) => parts.join("")),
      fc.json(),
    );
    fc.assert(fc.property(arbitrary, readByAll), { numRuns: RUNS });
  });

  test(`on ${String(RUNS)} damaged files`, () => {
    const cut = fc.tuple(
      fc.constantFrom(...texts),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.nat(40),
      fc.array(words, { maxLength: 3 }),
    );
    fc.assert(
      fc.property(cut, ([text, where, length, inserted]) => {
        const from = Math.floor(text.length * where);
        readByAll(text.slice(0, from) + inserted.join("") + text.slice(from + length));
      }),
      { numRuns: RUNS },
    );
  });

  test(`on ${String(RUNS)} files with other values in their places`, () => {
    const value = fc.oneof(
      fc.constantFrom(null, [], {}, "", 0, true, [[]], [null], { $ref: "#/channels" }, { $ref: "#" }),
      fc.jsonValue(),
    );
    const json = [samples.postman, samples.postmanEnvironment, samples.asyncapi3];
    fc.assert(
      fc.property(fc.constantFrom(...json), fc.nat(), value, (text, which, other) => {
        let at = 0;
        const count = (text.match(/[:,[]/g) ?? []).length;
        const changed: unknown = JSON.parse(text, (_key, one: unknown) => (at++ === which % count ? other : one));
        readByAll(JSON.stringify(changed) ?? "");
      }),
      { numRuns: RUNS },
    );
  });
});

describe("[FM6] nor touches a prototype", () => {
  test("whatever keys a file has", () => {
    const before = Reflect.ownKeys(Object.prototype).length;
    for (const text of texts) {
      for (const key of ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty"]) {
        readByAll(text.replace(/\b(?:name|item|channels|resources|websocket|data|properties)\b/g, key));
        readByAll(text.replace(/\b(?:h|join|rooms|public|onJoin|chat|json)\b/gi, key));
      }
    }
    expect(Reflect.ownKeys(Object.prototype)).toHaveLength(before);
    const inherited: Record<string, unknown> = {};
    expect(inherited["polluted"]).toBe(undefined);
    expect(
      readAny(
        '{"asyncapi":"3.0.0","channels":{"__proto__":{"address":"/x"}},"servers":{"__proto__":{"host":"h","protocol":"ws"}}}',
      ),
    ).toMatchObject({
      ok: true,
      value: { bundle: { profiles: [{ name: "__proto__", profile: { url: "ws://h/x" } }] } },
    });
  });
});

describe("[FM7] nor hangs", () => {
  const many = 20_000;
  const bombs: Readonly<Record<string, string>> = {
    "aliases of aliases": `asyncapi: 2.0.0\na: &a [x,x,x,x,x,x,x,x,x]\n${"bcdefgh"
      .split("")
      .map((key, index) => `${key}: &${key} [${`*${"abcdefg"[index] ?? ""},`.repeat(9)}]\n`)
      .join("")}`,
    "an alias of itself": "asyncapi: 2.0.0\nchannels: &a {x: *a}\n",
    "a reference to itself":
      '{"asyncapi":"3.0.0","servers":{"a":{"$ref":"#/servers/a"}},"channels":{"b":{"$ref":"#/channels/b"}}}',
    "many aliases": `asyncapi: 2.0.0\na: &a 1\nb: [${"*a,".repeat(many)}]`,
    "many keys": `asyncapi: 2.0.0\n${Array.from({ length: many / 4 }, (_, at) => `k${String(at)}: 1\n`).join("")}`,
    "deep brackets": `asyncapi: 2.0.0\na: ${"[".repeat(many)}`,
    "deep braces": `{"asyncapi":"3.0.0","a":${'{"a":'.repeat(many)}`,
    "deep lists": `asyncapi: 2.0.0\na:\n  ${"- ".repeat(many / 4)}`,
    "many servers and channels": `{"asyncapi":"3.0.0","servers":{${Array.from({ length: 3000 }, (_, at) => `"s${String(at)}":{"host":"h","protocol":"ws"}`).join(",")}},"channels":{${Array.from({ length: 3000 }, (_, at) => `"c${String(at)}":{}`).join(",")}}}`,
    "deep folders": `{"info":{"schema":"schema.getpostman.com"},"item":[${'{"name":"a","item":['.repeat(5000)}${"]}".repeat(5000)}]}`,
    "many requests": `{"info":{"schema":"schema.getpostman.com"},"item":[${'{"request":"ws://h"},'.repeat(many)}{}]}`,
    "many words": `wscat -c ws://h ${"-H a:b ".repeat(many)}`,
    "many addresses and headers": `curl ${"ws://h ".repeat(many)}${"-H a:b ".repeat(many)}`,
    "many quotes": `wscat -c ${`'"'"`.repeat(many)}`,
    "many carets": `curl ^"${"^".repeat(many)}`,
    "many backslashes": `curl ^"${"\\".repeat(many)}`,
    "many commands": "curl ws://h;".repeat(many),
    "many lines": "ws://h\n".repeat(many),
    spaces: `wscat${" ".repeat(many)}x`,
    "braces in an address": `wscat -c ws://${"{{".repeat(many)}`,
    "blanks in a template": `__export_format: 4\n_type: export\nresources: [{_type: websocket_request, url: "${"{{ ".repeat(many / 4)}"}]`,
  };

  test.each(Object.entries(bombs))("on %s", (_name, text) => {
    const start = performance.now();
    readAny(text);
    expect(performance.now() - start).toBeLessThan(4000);
  });

  test("on what is too large", () => {
    const large = `ws://h/${"x".repeat(5_000_000)}`;
    for (const { read } of readers) expect(read(large)).toEqual({ ok: false, fault: { kind: "too-large" } });
    expect(readAny(large)).toEqual({ ok: false, fault: { kind: "too-large" } });
  });

  test("2,000 setups are taken, and the rest is counted", () => {
    const result = readAny("ws://h\n".repeat(2500));
    expect(result).toMatchObject({ ok: true, value: { left: [{ kind: "too-many", of: "", detail: "500" }] } });
    expect(result.ok && result.value.bundle.profiles.length).toBe(2000);
  });
});

test("[FM8] a file is recognised by its own format and by no other", () => {
  const expected: Readonly<Record<string, string>> = { insomnia4: "insomnia", insomnia5: "insomnia", cmd: "curl" };
  for (const [name, text] of Object.entries(samples)) {
    const by = readers.filter(({ recognises }) => recognises(text)).map(({ id }) => id);
    expect(by).toEqual([expected[name] ?? name.replace(/\d|Environment/g, "")]);
  }
  expect(readers.filter(({ recognises }) => recognises("hello") || recognises("") || recognises('{"a":1}'))).toEqual(
    [],
  );
});

test("[FM8] every format has an id of its own", () => {
  expect(new Set(formats.map(({ id }) => id)).size).toBe(formats.length);
  for (const { read, write } of formats) expect(read ?? write).not.toBe(null);
});
