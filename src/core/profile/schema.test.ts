import fc from "fast-check";
import { expect, test } from "vitest";
import { newProfile } from "./profile.ts";
import { readProfile } from "./schema.ts";

test("[PF30] a setup is read back as it was stored", () => {
  const file = { name: "a.bin", bytes: Uint8Array.of(1, 2) };
  const profile = {
    ...newProfile,
    url: "ws://h",
    onOpen: [{ event: "", ack: null, parts: [{ format: "file" as const, text: "t", file }] }],
  };
  expect(readProfile(structuredClone(profile))).toEqual(profile);
});

test("[PF31] a damaged field falls back alone; what is no setup is refused; nothing throws", () => {
  expect(readProfile({ ...newProfile, url: 7, protocol: "gopher", connectTimeout: -1 })).toEqual(newProfile);
  expect(readProfile({ url: "ws://h" })).toEqual({ ...newProfile, url: "ws://h" });
  expect(readProfile("no")).toBeNull();
  fc.assert(fc.property(fc.anything(), (stored) => void readProfile(stored)));
});
