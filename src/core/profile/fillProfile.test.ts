import { expect, test } from "vitest";
import { fillProfile } from "./fillProfile.ts";
import { newProfile, type Profile } from "./profile.ts";

const generators = { now: () => 0, chance: () => 0, count: () => 1 };
const profile: Profile = {
  ...newProfile,
  url: "wss://{{host}}/ws?access_token={{token}}&room={{room}}",
  websocket: { ...newProfile.websocket, subprotocols: ["v{{major}}", "\\{{kept}}"] },
  onOpen: [{ event: "", ack: null, parts: [{ format: "json", text: '{"token":"{{token}}"}', file: null }] }],
  variables: [
    { name: "host", value: "example.com", secret: false },
    { name: "major", value: "2", secret: false },
    { name: "token", value: "s3cret", secret: true },
  ],
};

test("[PF42] variables are filled; one without a value keeps its braces", () => {
  const filled = fillProfile(profile, generators, true);
  expect(filled.url).toBe("wss://example.com/ws?access_token=s3cret&room={{room}}");
  expect(filled.websocket.subprotocols).toEqual(["v2", "{{kept}}"]);
  expect(filled.onOpen[0]?.parts[0]?.text).toBe('{"token":"s3cret"}');
  expect(filled.variables).toEqual([]);
});

test("[PF42] secrets stay names unless they are asked for", () => {
  const filled = fillProfile(profile, generators, false);
  expect(JSON.stringify(filled)).not.toContain("s3cret");
  expect(filled.url).toBe("wss://example.com/ws?access_token={{token}}&room={{room}}");
});
