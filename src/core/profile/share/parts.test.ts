import { expect, test } from "vitest";
import { seconds } from "../../units/units.ts";
import { emptyDraft, newProfile, type Profile } from "../profile.ts";
import { PART_KINDS, partsOf, withParts } from "./parts.ts";

const draft = { ...emptyDraft, parts: [{ format: "text" as const, text: "ping", file: null }] };
const everything: Profile = {
  protocol: "socketio",
  url: "https://u:p@h/?token=abc",
  websocket: { subprotocols: ["a", "b"], closing: { code: null, reason: "bye" } },
  socketio: { ...newProfile.socketio, clientVersion: "2", namespace: "/chat", auth: '{"token":"abc"}' },
  connectTimeout: seconds(5),
  reconnect: { ...newProfile.reconnect, on: true, limit: 3 },
  heartbeat: { ...newProfile.heartbeat, on: true, message: draft },
  onOpen: [draft],
  saved: [{ id: "1", name: "Join", draft }],
  variables: [{ name: "room", value: "1", secret: false }],
  notes: "two\nlines",
  system: "pusher",
};

test("[SH40] what differs from a new setup is listed, with values that are no secrets", () => {
  expect(partsOf(newProfile)).toEqual([{ kind: "address", detail: "" }]);
  expect(partsOf(everything)).toEqual([
    { kind: "address", detail: "https://h/?token=" },
    { kind: "options", detail: 'v2 · /chat · {"token":""}' },
    { kind: "subprotocols", detail: "a, b" },
    { kind: "heartbeat", detail: "25 s · ping" },
    { kind: "reconnect", detail: "1 s – 5 s · × 3" },
    { kind: "timeout", detail: "5 s" },
    { kind: "closing", detail: "– · bye" },
    { kind: "onOpen", detail: "ping" },
    { kind: "saved", detail: "Join" },
    { kind: "variables", detail: "room" },
    { kind: "notes", detail: "two lines" },
    { kind: "system", detail: "pusher" },
  ]);
});

test("[SH41] what is not kept is as in a new setup, but for the address; all parts together are the whole", () => {
  expect(withParts(everything, new Set(PART_KINDS))).toEqual(everything);
  const bare = { ...newProfile, protocol: everything.protocol, url: everything.url };
  expect(withParts(everything, new Set())).toEqual(bare);
  for (const kind of PART_KINDS)
    expect(partsOf(withParts(everything, new Set([kind]))).map((part) => part.kind)).toEqual(
      kind === "address" ? ["address"] : ["address", kind],
    );
});
