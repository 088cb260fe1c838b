import { describe, expect, test } from "vitest";
import { newProfile, type Profile } from "./profile.ts";
import { resolveProfile, unfilledDrafts } from "./resolve.ts";
import { filler } from "./template.ts";

const fill = filler([{ name: "host", value: "example.com", secret: false }], {
  now: () => 0,
  chance: () => 0,
  count: () => 1,
});
const resolve = (profile: Partial<Profile>) => resolveProfile({ ...newProfile, ...profile }, fill, false);

describe("a setup", () => {
  test("[PF20] is filled and mended", () => {
    expect(resolve({ url: "{{host}}/a?b=1" })).toMatchObject({
      ok: true,
      value: { protocol: "websocket", url: "ws://example.com/a?b=1" },
    });
  });

  test("[PF21] every fault is told at once, each with its field", () => {
    const websocket = { subprotocols: ["a b", "x", "x", "{{no}}"], closing: { code: 1001, reason: "字".repeat(42) } };
    expect(resolve({ url: "", websocket })).toEqual({
      ok: false,
      fault: [
        { field: "url", fault: { kind: "empty-url" } },
        { field: "subprotocols", fault: { kind: "subprotocol-token", subprotocol: "a b" } },
        { field: "subprotocols", fault: { kind: "subprotocol-twice", subprotocol: "x" } },
        { field: "subprotocols", fault: { kind: "unresolved", name: "no", offset: 0, length: 6 } },
        { field: "closing", fault: { kind: "close-code", code: 1001 } },
        { field: "closing", fault: { kind: "close-reason", length: 126 } },
      ],
    });
  });

  test("[PF22] of Socket.IO: origin, query, path and namespace part company", () => {
    const socketio = { ...newProfile.socketio, namespace: "chat", path: "io", auth: '{"h": "{{host}}"}' };
    expect(resolve({ protocol: "socketio", url: "ws://{{host}}:3000/?a=1&b=2", socketio })).toMatchObject({
      ok: true,
      value: {
        url: "http://example.com:3000",
        query: [
          { name: "a", value: "1" },
          { name: "b", value: "2" },
        ],
        namespace: "/chat",
        path: "/io",
        auth: '{"h": "example.com"}',
      },
    });
  });

  test("[PF23] auth must be a JSON object, a header name a token, and one transport chosen", () => {
    const socketio = { ...newProfile.socketio, auth: "[1]", headers: [{ name: "a b", value: "" }], transports: [] };
    const resolved = resolve({ protocol: "socketio", url: "h", socketio });
    expect(!resolved.ok && resolved.fault.map(({ fault }) => fault.kind)).toEqual([
      "no-transport",
      "header-name",
      "not-an-object",
    ]);
  });

  test("[PF23] client v2 sends no auth, so nothing is wrong with it", () => {
    const socketio = { ...newProfile.socketio, clientVersion: "2", auth: "{{nobody}}" } as const;
    expect(resolve({ protocol: "socketio", url: "h", socketio })).toMatchObject({
      ok: true,
      value: { clientVersion: "2", auth: null },
    });
  });
});

test("[PF24] a message that goes out by itself and cannot be filled is a fault before anything is sent", () => {
  const draft = (text: string) => ({ event: "", ack: null, parts: [{ format: "json" as const, text, file: null }] });
  const profile: Profile = {
    ...newProfile,
    onOpen: [draft('{"host":"{{host}}"}'), draft('{"token":"{{token}}"}')],
    heartbeat: { ...newProfile.heartbeat, on: true, message: draft("{{ping}}") },
  };
  expect(unfilledDrafts(profile, fill)).toMatchObject([
    { field: "onOpen", fault: { kind: "draft", index: 1, fault: { kind: "part", fault: { name: "token" } } } },
    { field: "heartbeat", fault: { kind: "draft", index: 0, fault: { kind: "part", fault: { name: "ping" } } } },
  ]);
  expect(unfilledDrafts({ ...profile, onOpen: [], heartbeat: newProfile.heartbeat }, fill)).toEqual([]);
});

test("[PF25] a variable that is not closed is a fault at its field, and is not sent as it stands", () => {
  for (const url of ["ws://{{host", "ws://h/?a={{token&b=1", "ws://{{host}}/{{x y"])
    expect(resolve({ url })).toMatchObject({
      ok: false,
      fault: [{ field: "url", fault: { kind: "unclosed-variable" } }],
    });
  expect(resolve({ url: "ws://{{host}}/}}" })).toMatchObject({ ok: true });
});
