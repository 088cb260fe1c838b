import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PROTOCOLS } from "./index.ts";
import { readUrl, type UrlRules } from "./readUrl.ts";

const raw: UrlRules = { ...PROTOCOLS.websocket, securePage: false };
const rawSecure: UrlRules = { ...raw, securePage: true };
const io: UrlRules = { ...PROTOCOLS.socketio, securePage: false };

const fixed = (typed: string, rules = raw): string | null => {
  const reading = readUrl(typed, rules);
  return reading.type === "ok" ? reading.url : null;
};
const kinds = (typed: string, rules = raw): string[] => {
  const reading = readUrl(typed, rules);
  if (reading.type === "empty") return ["empty"];
  return reading.type === "ok" ? reading.fixes.map((fix) => fix.kind) : [`fault:${reading.fault.kind}`];
};

describe("[PR1] an address is fixed visibly", () => {
  test.each([
    ["ws://localhost:3000/a?b=c", "ws://localhost:3000/a?b=c", []],
    ["localhost:3000", "ws://localhost:3000", ["scheme-added"]],
    ["host/path", "ws://host/path", ["scheme-added"]],
    ["//host/path", "ws://host/path", ["scheme-added"]],
    ["ws.example.com", "ws://ws.example.com", ["scheme-added"]],
    ["ws:8080/x", "ws://ws:8080/x", ["scheme-added"]],
    ["127.0.0.1:9", "ws://127.0.0.1:9", ["scheme-added"]],
    ["[::1]:9", "ws://[::1]:9", ["scheme-added"]],
    ["user:pw@host", "ws://user:pw@host", ["scheme-added"]],
    ["ws//host", "ws://host", ["slashes"]],
    ["ws:host", "ws://host", ["slashes"]],
    ["ws:/host", "ws://host", ["slashes"]],
    ["wss:\\\\host\\a", "wss://host/a", ["slashes"]],
    ["WS://Host", "ws://Host", []],
    ["http://host", "ws://host", ["scheme-changed"]],
    ["https://host/a", "wss://host/a", ["scheme-changed"]],
    ["  ws://host ", "ws://host", ["trimmed"]],
    ['"ws://host",', "ws://host", ["trimmed"]],
    ["\u200bws://host", "ws://host", ["trimmed"]],
    ["ws：／／example。com/路径。", "ws://example.com/路径。", ["full-width"]],
    ["ws://host/a b?c=d e", "ws://host/a%20b?c=d%20e", ["spaces-encoded"]],
    ["ws://host/#top", "ws://host/", ["fragment-removed"]],
    ["ws://host#", "ws://host", ["fragment-removed"]],
  ])("%s", (typed, url, fixes) => {
    expect(fixed(typed)).toBe(url);
    expect(kinds(typed)).toEqual(fixes);
  });

  test("[PR2] a secure page adds wss, but ws for this machine", () => {
    expect(fixed("example.com", rawSecure)).toBe("wss://example.com");
    expect(fixed("localhost:1", rawSecure)).toBe("ws://localhost:1");
    expect(fixed("[::1]:1", rawSecure)).toBe("ws://[::1]:1");
  });

  test("[PR3] Socket.IO takes http and rewrites ws", () => {
    expect(fixed("ws://host:1", io)).toBe("http://host:1");
    expect(fixed("wss://host/?a=1", io)).toBe("https://host/?a=1");
    expect(fixed("host:1", io)).toBe("http://host:1");
  });
});

describe("[PR4] an address that cannot be used is explained", () => {
  test.each([
    ["", "empty"],
    ["   ", "empty"],
    ["/path", "fault:no-host"],
    ["?a=1", "fault:no-host"],
    ["#x", "fault:no-host"],
    ["ws://", "fault:no-host"],
    ["ws:///", "fault:no-host"],
    ["ws://:80", "fault:no-host"],
    ["wsss://host", "fault:unknown-scheme"],
    ["ftp://host", "fault:unknown-scheme"],
    ["javascript:alert(1)", "fault:unknown-scheme"],
    ["ws://a b/", "fault:space-in-host"],
    ["ws://::1:80/", "fault:ipv6-brackets"],
    ["::1", "fault:ipv6-brackets"],
    ["ws://host:99999", "fault:port"],
    ["ws://host:8o80", "fault:port"],
    ["ws://ho<st", "fault:host"],
  ])("%s", (typed, outcome) => {
    expect(kinds(typed)).toEqual([outcome]);
  });

  test("[PR5] and what was probably meant is offered", () => {
    expect(readUrl("ws://::1:8080/x", raw)).toMatchObject({ suggestion: "ws://[::1]:8080/x" });
    expect(readUrl("wsss://host/a", raw)).toMatchObject({ suggestion: "ws://host/a" });
    expect(readUrl("ws://exam ple.com", raw)).toMatchObject({ suggestion: "ws://example.com" });
    for (const typed of ["hello world", "curl 'wss://a.example/ws' -H 'A: b'", "ws://a b.example c"])
      expect(readUrl(typed, raw)).toMatchObject({ fault: { kind: "space-in-host" }, suggestion: null });
    expect(readUrl("http://host/chat?a=1", io)).toMatchObject({
      fault: { kind: "path-in-url", path: "/chat", looksLike: "namespace" },
      suggestion: "http://host?a=1",
    });
    expect(readUrl("http://host/socket.io/", io)).toMatchObject({ fault: { looksLike: "path" } });
  });
});

test("[PR6] whatever is typed: never a throw, never a relative address, and a fixed one needs no more fixing", () => {
  const piece = fc.constantFrom(
    "ws",
    "wss",
    "http",
    ":",
    "/",
    "//",
    "@",
    "[",
    "]",
    "::1",
    "host",
    ".",
    " ",
    "#",
    "?",
    "\\",
    "80",
    "：",
    "{{h}}",
    "%",
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(piece).map((parts) => parts.join("")),
      ),
      fc.boolean(),
      (typed, isIo) => {
        const rules = isIo ? io : raw;
        const reading = readUrl(typed, rules);
        if (reading.type !== "ok") return;
        const parsed = new URL(reading.url, "https://own.example/");
        expect(parsed.protocol).toMatch(isIo ? /^https?:$/ : /^wss?:$/);
        expect(new URL(reading.url).href).toBe(parsed.href);
        expect(readUrl(reading.url, rules)).toEqual({ ...reading, fixes: [] });
      },
    ),
    { numRuns: 2000 },
  );
});
