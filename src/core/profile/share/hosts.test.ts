import fc from "fast-check";
import { expect, test } from "vitest";
import { emptyBundle, type Bundle } from "../bundle.ts";
import { newProfile, type Profile } from "../profile.ts";
import { hostsOf, lookAlike } from "./hosts.ts";
import { readLabel } from "./punycode.ts";

const bundle = (...setups: Partial<Profile>[]): Bundle => ({
  ...emptyBundle,
  profiles: setups.map((setup) => ({ id: null, name: "", folder: null, profile: { ...newProfile, ...setup } })),
});

test("[SH60] says where each setup would connect, by its variables and those of the environment", () => {
  const variables = [{ name: "host", value: "own.example", secret: false }];
  const given = bundle(
    { url: "wss://{{host}}:8443/x", variables },
    { url: "ws://{{host}}/x?token={{token}}" },
    { url: "me:pw@h", protocol: "socketio" },
    { url: "" },
    { url: "gopher://h" },
  );
  const found = hostsOf(given, [{ name: "token", value: "t", secret: false }]);
  expect(found).toEqual([
    { kind: "host", host: "own.example", port: 8443, isSecure: true, look: null },
    { kind: "template", template: "ws://{{host}}" },
    { kind: "host", host: "h", port: 80, isSecure: false, look: null },
    { kind: "none", typed: "" },
    { kind: "none", typed: "gopher://h" },
  ]);
});

test.each([
  ["ws://example.com", null],
  ["example.com:80", null],
  ["ws://10.0.0.1:80/", null],
  ["ws://[::1]:80/", null],
  ["ws://user:pass@example.com", null],
  ["ws://{{host}}", null],
  ["", null],
  ["ws://例子.测试/x", { kind: "punycode", shown: "例子.测试 (xn--fsqu00a.xn--0zwm56d)" }],
  ["xn--fsqu00a.example", { kind: "punycode", shown: "例子.example (xn--fsqu00a.example)" }],
  ["wss://bücher.example", { kind: "punycode", shown: "bücher.example (xn--bcher-kva.example)" }],
  ["wss://web例子.example", { kind: "punycode" }],
  ["wss://ex\u0430mple.com", { kind: "mixed-script", shown: "ex\u0430mple.com (xn--exmple-4nf.com)" }],
  ["wss://g\u03bfogle.com", { kind: "mixed-script" }],
  [
    "wss://xn--80ak6aa92e.com",
    { kind: "confusable", shown: "\u0430\u0440\u0440\u04cf\u0435.com (xn--80ak6aa92e.com)" },
  ],
  ["wss://пример.рф", { kind: "punycode" }],
  ["ws://0x7f.1", { kind: "ip-number", shown: "127.0.0.1" }],
  ["2130706433:80", { kind: "ip-number", shown: "127.0.0.1" }],
  ["ws://017700000001/", { kind: "ip-number", shown: "127.0.0.1" }],
  ["ws://example.com@evil.test/", { kind: "userinfo", shown: "evil.test" }],
  ["ws://example.com:443%2Fx@evil.test", { kind: "userinfo", shown: "evil.test" }],
  ["ws://localhost:x@evil.test", { kind: "userinfo", shown: "evil.test" }],
])("[SH61] %s", (address, look) => {
  if (look === null) expect(lookAlike(address)).toBeNull();
  else expect(lookAlike(address)).toMatchObject(look);
});

test("[SH62] any host in any script is read back from Punycode as URL made it; nothing throws", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-zа-яα-ω一-龥ぁ-ん가-힣é]{1,20}$/u), (label) => {
      if (!URL.canParse(`http://${label}.example`)) return;
      const [first = ""] = new URL(`http://${label}.example`).hostname.split(".");
      expect(readLabel(first)).toBe(first.startsWith("xn--") ? readLabel(first) : first);
      expect(new URL(`http://${readLabel(first)}.example`).hostname).toBe(`${first}.example`);
    }),
    { numRuns: 1000 },
  );
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      lookAlike(text);
      readLabel(`xn--${text}`);
      hostsOf(bundle({ url: text }));
    }),
    { numRuns: 1000 },
  );
});
