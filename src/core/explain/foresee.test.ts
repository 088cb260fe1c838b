import { describe, expect, test } from "vitest";
import type { Engine } from "../session/evidence.ts";
import { hostKind } from "../units/host.ts";
import { readBrowser } from "./browser.ts";
import { readEngineIo } from "./engineIoAnswer.ts";
import { isBadPort, isSocketUrl, needsLocalNetwork } from "../csp/network.ts";
import { foresee } from "./foresee.ts";

const ENGINES = ["chromium", "firefox", "webkit"] as const satisfies readonly Engine[];
const blockedIn = (origin: string, url: string): readonly string[] =>
  ENGINES.filter((engine) => foresee({ engine, origin, url }) === "mixed-content");

describe("before connecting", () => {
  test.each([
    ["ws://a.example/", ["chromium", "firefox", "webkit"]],
    ["http://a.example/", ["chromium", "firefox", "webkit"]],
    ["wss://a.example/", []],
    ["ws://localhost:8080/", ["webkit"]],
    ["ws://foo.localhost/", ["webkit"]],
    ["ws://127.0.0.9/", ["webkit"]],
    ["ws://[::1]:80/", ["webkit"]],
    ["ws://192.168.1.7/", ["firefox", "webkit"]],
    ["ws://printer.local/", ["firefox", "webkit"]],
  ])("[EX50] from an HTTPS page, %s is mixed content in %j", (url, engines) => {
    expect(blockedIn("https://page.example", url)).toEqual(engines);
    expect(blockedIn("http://page.example", url)).toEqual([]);
  });

  test("[EX51] blocked ports and 0.0.0.0 are known", () => {
    expect(foresee({ engine: "chromium", origin: "http://localhost", url: "ws://localhost:6000" })).toBe(
      "blocked-port",
    );
    expect([0, 1, 22, 25, 5060, 6667, 10080].every(isBadPort)).toBe(true);
    expect([80, 443, 3000, 8080, 65535].some(isBadPort)).toBe(false);
    expect(ENGINES.map((engine) => foresee({ engine, origin: "http://localhost", url: "ws://0.0.0.0:8080" }))).toEqual([
      null,
      "wildcard-address",
      "wildcard-address",
    ]);
  });

  test("[EX52] an address of the local network from a page elsewhere needs leave", () => {
    const asks = (origin: string, url: string): string | null => needsLocalNetwork({ engine: "chromium", origin, url });
    expect(asks("https://a.example", "ws://localhost:1")).toBe("loopback");
    expect(asks("https://a.example", "ws://192.168.0.1")).toBe("local");
    expect(asks("https://a.example", "ws://b.example")).toBeNull();
    expect(asks("http://localhost:4173", "ws://127.0.0.1:1")).toBeNull();
    expect(asks("http://192.168.0.2", "ws://192.168.0.1")).toBeNull();
  });

  test("[EX53] a fragment, even an empty one, and other schemes are no socket address", () => {
    expect(["ws://a/#", "ftp://a", "a", ""].some(isSocketUrl)).toBe(false);
    expect(["ws://a", "wss://a", "http://a", "https://a"].every(isSocketUrl)).toBe(true);
  });
});

test.each([
  ["127.0.0.1", "loopback"],
  ["127.9.9.9", "loopback"],
  ["::1", "loopback"],
  ["[::1]", "loopback"],
  ["::ffff:7f00:1", "loopback"],
  ["localhost", "localhost"],
  ["foo.localhost.", "localhost"],
  ["0.0.0.0", "wildcard"],
  ["::", "wildcard"],
  ["10.1.2.3", "private"],
  ["172.31.0.1", "private"],
  ["172.32.0.1", "public"],
  ["fd00::1", "private"],
  ["2001:db8::1", "public"],
  ["printer.local", "local-name"],
  ["backend", "short-name"],
  ["127.0.0.1.example", "name"],
  ["300.1.1.1", "name"],
] as const)("[EX54] %s is %s", (host, kind) => {
  expect(hostKind(host)).toBe(kind);
});

test.each([
  [
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36",
    "chromium",
    156,
  ],
  [
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/156.0.0.0 Safari/537.36",
    "chromium",
    156,
  ],
  ["Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0", "firefox", 153],
  ["Mozilla/5.0 (Macintosh) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.1 Safari/605.1.15", "webkit", 26],
  ["curl/8", "unknown", null],
] as const)("[EX55] the browser is known: %s", (agent, engine, version) => {
  expect(readBrowser(agent)).toEqual({ engine, version });
});

test.each([
  [
    '0{"sid":"a","upgrades":["websocket"],"pingInterval":25000}',
    { kind: "open", server: "3+", upgrades: ["websocket"] },
  ],
  ['97:0{"sid":"a","upgrades":[]}2:40', { kind: "open", server: "2", upgrades: [] }],
  ['{"code":4,"message":"apiKey is required"}', { kind: "error", code: 4, message: "apiKey is required" }],
  ['"Invalid session abc"', { kind: "error", code: 1, message: "Invalid session abc" }],
  [
    '"http://a is not an accepted origin."',
    { kind: "error", code: null, message: "http://a is not an accepted origin." },
  ],
  ["<!doctype html>", { kind: "html" }],
  ['{"status":404}', null],
  ["", null],
])("[EX56] an answer to Engine.IO's handshake is read: %s", (body, answer) => {
  expect(readEngineIo(body)).toEqual(answer);
});
