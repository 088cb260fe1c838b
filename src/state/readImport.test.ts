import { expect, test } from "vitest";
import { emptyBundle, type Bundle } from "../core/profile/bundle.ts";
import { newProfile } from "../core/profile/profile.ts";
import { defaultSettings } from "../core/profile/settings.ts";
import { writeFile } from "../core/profile/share/file.ts";
import { linkIn, READABLE, readTexts } from "./readImport.ts";

const named = (name: string): Bundle => ({
  folders: [`${name}s`],
  profiles: [{ id: null, name, folder: `${name}s`, profile: { ...newProfile, url: `ws://${name}` } }],
  environments: [{ id: null, name, variables: [{ name: "a", value: "1", secret: true }] }],
});
const ours = (bundle: Bundle, settings = false): string =>
  writeFile(bundle, "2026-01-01T00:00:00Z", settings ? { ...defaultSettings, theme: "dark" } : null);

test("[ST34] our own file is read as it was written, also behind a byte order mark, with its settings", () => {
  const read = readTexts([{ name: "a.json", text: `\ufeff${ours(named("shop"), true)}` }]);
  expect(read).toMatchObject({ bundle: named("shop"), formats: ["Sockwright"], unread: [], left: [] });
  expect(read.settings).toMatchObject({ theme: "dark" });
});

test("[ST34] several files are read together; each that cannot be read is named, and hides no other", () => {
  const read = readTexts([
    { name: "one.json", text: ours(named("one"), true) },
    { name: "broken.json", text: '{"sockwright": 1,' },
    { name: "newer.json", text: ours(emptyBundle).replace('"sockwright": 1', '"sockwright": 99') },
    { name: "noise.txt", text: "no address at all" },
    { name: "two.json", text: ours(named("two")) },
    { name: "command.sh", text: "wscat -c ws://three/x" },
  ]);
  expect(read.bundle.profiles.map(({ profile }) => profile.url)).toEqual(["ws://one", "ws://two", "ws://three/x"]);
  expect(read.bundle.folders).toEqual(["ones", "twos"]);
  expect(read.bundle.environments.map(({ name }) => name)).toEqual(["one", "two"]);
  expect(read.settings).toMatchObject({ theme: "dark" });
  expect(read.formats).toEqual(["Sockwright", "Sockwright", expect.stringContaining("wscat")]);
  expect(read.unread).toMatchObject([
    { name: "broken.json", fault: { of: "file", fault: { kind: "syntax" } } },
    { name: "newer.json", fault: { of: "file", fault: { kind: "newer", version: 99 } } },
    { name: "noise.txt", fault: { of: "format" } },
  ]);
});

test("[ST34] another tool's file that mentions our name is that tool's", () => {
  const text = JSON.stringify({
    info: { name: "sockwright", schema: "https://schema.getpostman.com/json/collection/v2.1.0/collection.json" },
    item: [{ name: "Echo", request: { url: "ws://echo" } }],
    sockwright: "no version",
    name: "sockwright",
  });
  const read = readTexts([{ name: "", text }]);
  expect(read.unread).toEqual([]);
  expect(read.bundle.profiles.map(({ profile }) => profile.url)).toEqual(["ws://echo"]);
});

test("[ST34] nothing gives nothing", () => {
  expect(readTexts([])).toEqual({ bundle: emptyBundle, left: [], formats: [], settings: null, unread: [] });
  expect(readTexts([{ name: "", text: "" }]).unread).toHaveLength(1);
  expect(READABLE.length).toBeGreaterThan(3);
});

test.each([
  ["https://h.example/app/#/p/1.abc", "1.abc"],
  ["  #/p/1.abc\n", "1.abc"],
  ["see https://h/#/p/1.abc", null],
  ["https://h/#/p/", null],
  ["ws://h", null],
])("[ST35] the share link in %j", (text, fragment) => {
  expect(linkIn(text)).toBe(fragment);
});

test("[ST36] several command lines are read one by one; a continued one stays whole", () => {
  const read = readTexts([
    {
      name: "",
      text: "wscat -c ws://one.test \\\n  -s a\nnpx wscat -c ws://two.test\ncurl 'https://three.test' -H 'Upgrade: websocket'",
    },
  ]);
  expect(read.bundle.profiles.map(({ profile }) => profile.url)).toEqual([
    "ws://one.test",
    "ws://two.test",
    "wss://three.test",
  ]);
  expect(read.bundle.profiles[0]?.profile.websocket.subprotocols).toEqual(["a"]);
  expect(read.unread).toEqual([]);
});
