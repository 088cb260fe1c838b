import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { encodeDraft } from "../message.ts";
import { resolveProfile } from "../resolve.ts";
import { filler } from "../template.ts";
import { PROTOCOLS } from "../../protocols/index.ts";
import { judgeRoute } from "./route.ts";
import { checklistOf, TEMPLATES } from "./templates.ts";

describe("a template", () => {
  test.each(TEMPLATES.map((template) => [template.name, template] as const))(
    "[TM1] %s connects and sends once its empty variables are filled",
    (_, { profile }) => {
      const variables = profile.variables.map((one) => ({ ...one, value: one.value || "7" }));
      const fill = filler(variables, { now: () => 1_700_000_000_000, chance: () => 0.5, count: () => 1 });
      expect(resolveProfile(profile, fill, false)).toMatchObject({ ok: true });
      const drafts = [...profile.onOpen, ...profile.saved.map(({ draft }) => draft)];
      if (profile.heartbeat.on) drafts.push(profile.heartbeat.message);
      for (const draft of drafts)
        expect({ draft, encoded: encodeDraft(draft, PROTOCOLS[profile.protocol].message, fill) }).toMatchObject({
          encoded: { ok: true },
        });
    },
  );

  test("[TM1] has an id of its own, and no secret that is real", () => {
    expect(new Set(TEMPLATES.map(({ id }) => id)).size).toBe(TEMPLATES.length);
  });

  test("[TM2] MQTT's packets are as long as they say", () => {
    const [profile] = TEMPLATES.filter(({ id }) => id === "mqtt").map((template) => template.profile);
    for (const draft of [...(profile?.onOpen ?? []), ...(profile?.saved ?? []).map((one) => one.draft)]) {
      const hex = (draft.parts[0]?.text ?? "").replaceAll(" ", "");
      expect({ hex, length: parseInt(hex.slice(2, 4), 16) }).toEqual({ hex, length: hex.length / 2 - 2 });
    }
  });

  test("[TM3] a product's checklist is found by its system", () => {
    expect(checklistOf("evolutionapi")).toBe("evolutionapi");
    expect(checklistOf("wukongim-v3")).toBe("wukongim");
    expect(checklistOf("discord-gateway")).toBe(null);
    expect(checklistOf(null)).toBe(null);
  });
});

describe("an answer of WuKongIM's /route", () => {
  const asked = "http://im.example.com:5001/route?uid=alice";
  test.each([
    ["ws://im.example.com:5200", asked, false, null],
    ["wss://im.example.com:5200", asked, true, null],
    ["ws://im.example.com:5200", asked, true, "mixed-content"],
    ["ws://127.0.0.1:5200", asked, false, "loopback"],
    ["ws://localhost:5200", asked, false, "loopback"],
    ["ws://127.0.0.1:5200", "http://localhost:5001/route", true, null],
    ["ws://:5200", asked, false, "empty-host"],
    ["ws://", asked, false, "empty-host"],
    ["ws://0.0.0.0:5200", asked, false, "wildcard"],
    ["ws://172.18.0.3:5200", asked, false, "container"],
    ["ws://172.18.0.3:5200", "http://172.18.0.3:5001/route", false, null],
    ["ws://192.168.1.7:5200", asked, false, "private"],
    ["ws://10.0.0.5:5200", "http://10.0.0.9:5001/route", false, null],
    ["im.example.com:5200", asked, false, "bad-address"],
    ["ws://h:99999", asked, false, "bad-address"],
  ] as const)("[TM4] %s from %s, secure page %s: %s", (address, from, secure, fault) => {
    const [found] = judgeRoute(JSON.stringify({ tcp_addr: "x", ws_addr: address, wss_addr: "" }), from, secure);
    expect(found).toMatchObject({ name: "ws_addr", url: address, fault });
  });

  test("[TM4] without an address, and what is no such answer", () => {
    expect(judgeRoute('{"tcp_addr":"10.0.0.5:5100","ws_addr":"","wss_addr":""}', asked, false)).toMatchObject([
      { fault: "no-address" },
    ]);
    for (const text of ["", "<html>", "[]", "null", '{"status":404}'])
      expect(judgeRoute(text, asked, false)).toMatchObject([{ fault: "not-route" }]);
  });

  test("[TM4] no answer throws", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), fc.string(), fc.boolean(), (text, from, secure) => {
        expect(judgeRoute(text, from, secure).length).toBeGreaterThan(0);
      }),
    );
  });
});
