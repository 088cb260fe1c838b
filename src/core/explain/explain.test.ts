// Above 300 lines: one evidence, changed case by case, is what all of these tests speak of.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Evidence } from "../session/evidence.ts";
import type { ProbeResult } from "../session/probe.ts";
import { bytes, epochMs, ms, seconds } from "../units/units.ts";
import { actionsFor } from "./actions.ts";
import { CAUSES } from "./cause.ts";
import { explain } from "./explain.ts";
import { isProbedByItself, mayRaisePrompt, nextProbe } from "./probing.ts";
import { readEvidence } from "./readEvidence.ts";
import { RULES } from "./rules/index.ts";
import { targetOf } from "./targetOf.ts";

const blank = readEvidence({
  browser: { engine: "chromium", version: 156 },
  page: { origin: "http://localhost:4173", isSecureContext: true },
  url: "ws://127.0.0.1:8080/",
  onLine: true,
  ending: {
    cause: { kind: "close", code: 1006, reason: "", wasClean: false },
    opened: false,
    errored: true,
    lasted: 3,
  },
});
if (!blank) throw new Error("an ending is all it takes");
const given = (change: Partial<Evidence>): Evidence => ({ ...blank, ...change });
const ended = (change: Partial<Evidence["ending"]>): Evidence["ending"] => ({ ...blank.ending, ...change });
const top = (evidence: Evidence): string => {
  const [{ cause, certainty }] = explain(evidence).findings;
  return `${cause} ${certainty}`;
};
const closed = (code: number, reason = "", lasted = 60_000): Evidence["ending"] =>
  ended({
    cause: { kind: "close", code, reason, wasClean: code !== 1006 },
    opened: true,
    errored: false,
    lasted: ms(lasted),
  });
const flow = (count: number, before: number, size = 10): Evidence["sent"] => ({
  count,
  size: bytes(size * count),
  last: count === 0 ? null : { size: bytes(size), before: ms(before) },
});
const probe = (id: ProbeResult["id"], outcome: ProbeResult["outcome"]): ProbeResult => ({
  id,
  by: "fetch",
  url: "http://127.0.0.1:8080/",
  mode: "no-cors",
  subprotocols: [],
  at: epochMs(0),
  took: ms(3),
  outcome,
});

/** Anything that has the outer shape of evidence, most of it nonsense. */
const nonsense = fc.record(
  {
    url: fc.oneof(fc.webUrl(), fc.string(), fc.constantFrom("ws://[::1]:80", "wss://localhost", "ws://0.0.0.0", "")),
    usedUrl: fc.option(fc.string()),
    browser: fc.record({
      engine: fc.constantFrom("chromium", "firefox", "webkit", "unknown", 7),
      version: fc.anything(),
    }),
    page: fc.record({ origin: fc.oneof(fc.webUrl(), fc.string()), isSecureContext: fc.boolean() }),
    protocol: fc.constantFrom("websocket", "socketio", "smoke"),
    subprotocols: fc.array(fc.oneof(fc.string(), fc.integer())),
    socketio: fc.option(
      fc.record({ client: fc.string(), namespace: fc.string(), path: fc.string(), transports: fc.array(fc.string()) }),
    ),
    ending: fc.record({
      cause: fc.oneof(
        fc.record({ kind: fc.constant("close"), code: fc.integer(), reason: fc.string(), wasClean: fc.boolean() }),
        fc.record({ kind: fc.constant("exception"), name: fc.string(), message: fc.string() }),
        fc.record({
          kind: fc.constant("connect-error"),
          message: fc.string(),
          status: fc.option(fc.integer()),
          body: fc.option(fc.string()),
        }),
        fc.record({ kind: fc.constant("disconnect"), why: fc.string(), code: fc.option(fc.integer()) }),
        fc.record({ kind: fc.constantFrom("no-close-event", "cancelled", "replaced", "connect-timeout", "heartbeat") }),
      ),
      opened: fc.boolean(),
      errored: fc.boolean(),
      asked: fc.boolean(),
      lasted: fc.oneof(fc.integer(), fc.constant(Number.NaN)),
    }),
    probes: fc.array(
      fc.record({
        id: fc.constantFrom("http", "polling", "ipv4", "other-scheme", "raw-socketio", "nothing"),
        url: fc.oneof(fc.webUrl(), fc.string()),
        outcome: fc.oneof(
          fc.record({ kind: fc.constantFrom("rejected", "timeout", "blocked", "opened") }),
          fc.record({ kind: fc.constant("answered"), status: fc.option(fc.integer()), body: fc.option(fc.string()) }),
        ),
      }),
    ),
    violations: fc.array(fc.anything()),
    steps: fc.array(fc.anything()),
    sent: fc.anything(),
    earlier: fc.anything(),
  },
  { requiredKeys: ["ending"] },
);

describe("any evidence", () => {
  test("[EX4] is explained: no throw, always a finding, and nothing is both found and ruled out first", () => {
    fc.assert(
      fc.property(nonsense, (value) => {
        const evidence = readEvidence(value);
        expect(evidence).not.toBeNull();
        if (!evidence) return;
        const { findings, ruledOut } = explain(evidence);
        expect(ruledOut).not.toContain(findings[0].cause);
        for (const { cause } of findings)
          for (const action of actionsFor(cause, evidence)) expect(action.do).not.toBe("");
        expect(targetOf(evidence).port).toBeTypeOf("number");
      }),
      { numRuns: 2000 },
    );
  });

  test("[EX5] from a broken or older file is read as far as it goes; without an ending there is nothing", () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(() => readEvidence(value)).not.toThrow();
      }),
      { numRuns: 2000 },
    );
    expect(readEvidence({ version: 99, url: "ws://a" })).toBeNull();
    expect(
      readEvidence({
        ending: { cause: { kind: "close", code: 4000 } },
        steps: [1, { at: 2, what: "open" }],
        probes: "x",
      }),
    ).toMatchObject({
      steps: [{ at: 2, what: "open", detail: "" }],
      probes: [],
      ending: { opened: false, cause: { code: 4000, reason: "" } },
    });
    expect(readEvidence(JSON.parse(JSON.stringify(blank)))).toEqual(blank);
  });

  test("[EX6] a rule speaks of its own cause, and every cause but the hints has one", () => {
    const ruled = RULES.map(({ cause }) => cause);
    expect(new Set(ruled).size).toBe(RULES.length);
    const hints = ["polling-only", "upgraded-to-wss", "engineio-frames-on-raw", "silent"];
    expect(CAUSES.filter((cause) => !ruled.includes(cause))).toEqual(hints);
  });
});

describe("probes", () => {
  const outcomes = fc.constantFrom<ProbeResult["outcome"]>(
    { kind: "answered", status: null, body: null },
    { kind: "answered", status: 200, body: '0{"sid":"a","upgrades":[]}' },
    { kind: "rejected", name: "TypeError" },
    { kind: "timeout" },
    { kind: "blocked" },
    { kind: "opened", subprotocol: "", first: null },
    { kind: "not-opened", code: 1006 },
  );

  test("[EX10] come to an end, ask nothing twice, and never carry user and password", () => {
    fc.assert(
      fc.property(
        fc.array(outcomes, { minLength: 12, maxLength: 12 }),
        fc.constantFrom(
          "ws://me:secret@localhost:8080/x?t=1",
          "wss://[::1]/",
          "http://127.0.0.1:3000",
          "ws://a.example",
        ),
        fc.constantFrom("chromium" as const, "firefox" as const, "webkit" as const),
        (answers, url, engine) => {
          let evidence = given({ url, browser: { engine, version: 1 }, subprotocols: ["chat"] });
          for (const outcome of answers) {
            const next = nextProbe(evidence);
            if (!next) break;
            expect(next.url).not.toContain("secret");
            expect(evidence.probes.map(({ id }) => id)).not.toContain(next.id);
            evidence = { ...evidence, probes: [...evidence.probes, { ...next, at: epochMs(0), took: ms(1), outcome }] };
          }
          expect(nextProbe(evidence)).toBeNull();
        },
      ),
    );
  });

  test("[EX11] run by themselves as the setting says, once for each row of retries, never after what was asked for", () => {
    const far = given({ url: "ws://a.example/" });
    expect(isProbedByItself(blank, "loopback")).toBe(true);
    expect(isProbedByItself(far, "loopback")).toBe(false);
    expect(isProbedByItself(far, "always")).toBe(true);
    expect(isProbedByItself(blank, "never")).toBe(false);
    expect(isProbedByItself({ ...blank, retry: 1 }, "always")).toBe(false);
    expect(isProbedByItself(given({ ending: ended({ asked: true }) }), "always")).toBe(false);
  });

  test("[EX12] do not raise the browser's question for the local network unasked", () => {
    const page = { origin: "https://sockwright.example", isSecureContext: true };
    expect(mayRaisePrompt(given({ page }))).toBe(true);
    expect(isProbedByItself(given({ page }), "always")).toBe(false);
    const granted = given({ page, permissions: { loopback: "granted", local: null } });
    expect(isProbedByItself(granted, "always")).toBe(true);
  });

  test("[EX13] are not sent where the browser itself stopped the attempt", () => {
    expect(nextProbe(given({ ending: ended({ cause: { kind: "no-close-event" } }) }))).toBeNull();
    expect(nextProbe(given({ url: "ws://localhost:6000/" }))).toBeNull();
    expect(
      nextProbe(given({ page: { origin: "https://a.example", isSecureContext: true }, url: "ws://b.example/" })),
    ).toBeNull();
  });

  test("[EX14] that the browser blocked say nothing of the server", () => {
    expect(top(given({ probes: [probe("http", { kind: "blocked" })] }))).toBe("unreachable possible");
    const secure = given({
      page: { origin: "https://a.example", isSecureContext: true },
      url: "wss://b.example/",
      probes: [{ ...probe("other-scheme", { kind: "rejected", name: "TypeError" }), url: "http://b.example/" }],
    });
    expect(explain(secure).ruledOut).not.toContain("wrong-scheme");
  });
});

describe("after it was open", () => {
  test("[EX20] a code is certain; what it means to a client that is turned away is likely", () => {
    expect(top(given({ ending: closed(1001) }))).toBe("close-code certain");
    expect(top(given({ ending: closed(4999, "") }))).toBe("close-code certain");
    expect(top(given({ ending: closed(4401) }))).toBe("auth-after-open likely");
    expect(top(given({ ending: closed(4000, "invalid token") }))).toBe("auth-after-open likely");
    expect(top(given({ ending: closed(4000, "replaced by another connection") }))).toBe("replaced likely");
    expect(top(given({ ending: closed(1009) }))).toBe("payload-too-big certain");
    // The same number, by the system that the setup names.
    expect(top(given({ ending: closed(4003), system: "twitch-eventsub" }))).toBe("close-code certain");
    expect(top(given({ ending: closed(4004), system: "discord-gateway" }))).toBe("auth-after-open likely");
  });

  test("[EX21] right after a message of ours, it was that message", () => {
    expect(top(given({ ending: closed(1003), sent: flow(3, 20) }))).toBe("message-rejected likely");
    expect(top(given({ ending: closed(1011), sent: flow(3, 20_000) }))).toBe("close-code certain");
    expect(top(given({ ending: closed(1006), sent: flow(1, 50, 2_000_000) }))).toBe("payload-too-big likely");
  });

  test("[EX22] a silence that ends it again and again is a limit; once, only where a known limit is met", () => {
    const idle = (gap: number, earlier: readonly number[], more: Partial<Evidence> = {}): Evidence =>
      given({
        ending: closed(1006, "", gap + 5000),
        sent: flow(1, gap),
        received: flow(1, gap),
        earlier: earlier.map((silence) => ({ opened: true, code: 1006, lasted: ms(silence), silence: ms(silence) })),
        ...more,
      });
    expect(top(idle(60_050, []))).toBe("idle-timeout likely");
    expect(top(idle(1510, [1500, 1505]))).toBe("idle-timeout likely");
    expect(top(idle(1510, []))).toBe("dropped certain");
    expect(top(idle(47_321, []))).toBe("dropped certain");
    expect(explain(idle(47_321, [])).findings.map(({ cause }) => cause)).toContain("idle-timeout");
    // A process that ended answers no HTTP any more, a proxy does.
    const gone = idle(60_050, [], { probes: [probe("alive", { kind: "rejected", name: "TypeError" })] });
    expect(top(gone)).toBe("dropped certain");
    expect(actionsFor("idle-timeout", idle(60_050, []))).toEqual([{ do: "heartbeat", every: seconds(30) }]);
  });

  test("[EX23] cut off within moments, after our first message and without an answer: turned away", () => {
    expect(top(given({ ending: closed(1006, "", 1200), sent: flow(1, 1100) }))).toBe("auth-after-open likely");
    expect(top(given({ ending: closed(1006, "", 1200) }))).toBe("dropped certain");
    expect(top(given({ ending: closed(1006, "", 1200), sent: flow(1, 1100), received: flow(1, 500) }))).toBe(
      "dropped certain",
    );
  });

  test("[EX24] an error before the close is the server's breach of the protocol, or a reset", () => {
    const broken = given({ ending: { ...closed(1006), errored: true } });
    expect(top(broken)).toBe("protocol-violation likely");
    const passedOn = ended({
      cause: { kind: "close", code: 1006, reason: "", wasClean: true },
      opened: true,
      errored: false,
    });
    expect(top(given({ ending: passedOn, browser: { engine: "firefox", version: 153 } }))).toBe(
      "protocol-violation certain",
    );
  });

  test("[EX25] what was asked for is no failure", () => {
    expect(top(given({ ending: { ...closed(1000), asked: true } }))).toBe("client-closed certain");
    expect(top(given({ ending: ended({ cause: { kind: "cancelled" }, asked: true }) }))).toBe("client-closed certain");
  });

  test("[EX26] heartbeats unanswered are certain, the user's own and Engine.IO's", () => {
    const own = ended({ cause: { kind: "heartbeat", wait: ms(500) }, opened: true });
    expect(top(given({ ending: own }))).toBe("heartbeat-timeout certain");
  });
});

describe("before it opened", () => {
  test("[EX30] one address family that opens where the other did not is certain", () => {
    const evidence = given({
      url: "ws://[::1]:8080/",
      probes: [
        probe("http", { kind: "rejected", name: "TypeError" }),
        probe("other-scheme", { kind: "rejected", name: "TypeError" }),
        { ...probe("ipv4", { kind: "opened", subprotocol: "", first: null }), url: "ws://127.0.0.1:8080/" },
      ],
    });
    // Until the failed spelling has failed again, the server may merely have come back.
    expect(top(evidence)).toBe("localhost-family likely");
    expect(nextProbe(evidence)?.id).toBe("same");
    const again = (outcome: ProbeResult["outcome"]): Evidence => ({
      ...evidence,
      probes: [...evidence.probes, probe("same", outcome)],
    });
    expect(top(again({ kind: "not-opened", code: 1006 }))).toBe("localhost-family certain");
    expect(top(again({ kind: "opened", subprotocol: "", first: null }))).toBe("recovered likely");
    expect(actionsFor("localhost-family", evidence)).toEqual([{ do: "use-url", url: "ws://127.0.0.1:8080/" }]);
  });

  test("[EX30] the control asks for the same subprotocols, or it would open where they were the matter", () => {
    const evidence = given({
      subprotocols: ["chat"],
      probes: [
        { ...probe("http", { kind: "answered", status: null, body: null }), at: epochMs(60_000) },
        probe("http-readable", { kind: "rejected", name: "TypeError" }),
        probe("polling", { kind: "rejected", name: "TypeError" }),
        probe("without-subprotocols", { kind: "opened", subprotocol: "", first: null }),
        probe("other-scheme", { kind: "rejected", name: "TypeError" }),
      ],
    });
    expect(nextProbe(evidence)).toMatchObject({ id: "same", subprotocols: ["chat"] });
  });

  test("[EX31] an HTTP answer is certain in Chromium; in Firefox any answer counts as HTTP", () => {
    const probes = [probe("http", { kind: "answered", status: null, body: null })];
    expect(top(given({ probes }))).toBe("http-answer certain");
    expect(top(given({ probes, browser: { engine: "firefox", version: 153 } }))).toBe("http-answer likely");
  });

  test("[EX32] an hour-glass of one second is Engine.IO's, and its polling answer proves it", () => {
    const slow = ended({ lasted: ms(1007) });
    expect(top(given({ ending: slow }))).toBe("socketio-behind-raw likely");
    const polling = probe("polling", { kind: "answered", status: 200, body: '0{"sid":"x","upgrades":["websocket"]}' });
    expect(top(given({ ending: slow, probes: [polling] }))).toBe("socketio-behind-raw certain");
    expect(
      actionsFor(
        "socketio-behind-raw",
        given({ url: "ws://localhost:8080/socket.io/?EIO=4&apikey=k&transport=websocket" }),
      ),
    ).toEqual([{ do: "use-socketio", url: "http://localhost:8080?apikey=k", path: "/socket.io/" }]);
  });

  test("[EX33] the browser's permission is only suspected where the page comes from elsewhere", () => {
    const page = { origin: "https://sockwright.example", isSecureContext: true };
    const wait = ended({ cause: { kind: "connect-timeout", wait: seconds(20) }, lasted: seconds(20) });
    expect(top(given({ page, ending: wait }))).toBe("local-network-access likely");
    expect(top(given({ ending: wait }))).toBe("no-answer certain");
    expect(explain(blank).ruledOut).toContain("local-network-access");
  });

  test("[EX34] WuKongIM's port, or its name in the setup, puts the announced address first", () => {
    const first = explain(given({ url: "ws://127.0.0.1:5200/" })).findings.filter(({ isClass }) => !isClass)[0];
    expect(first?.cause).toBe("loopback-address");
    const named = explain(given({ system: "wukongim-v2" })).findings.filter(({ isClass }) => !isClass);
    expect(named[0]?.cause).toBe("loopback-address");
  });
});
