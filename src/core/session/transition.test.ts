import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { epochMs, ms } from "../units/units.ts";
import { retryAfter } from "./retry.ts";
import {
  handle,
  newSession,
  type Effect,
  type EndCause,
  type Negotiated,
  type SessionEvent,
  type SessionState,
} from "./session.ts";
import { transition, type Moment } from "./transition.ts";

const moment: Moment = { now: epochMs(0), chance: 0.5, connectTimeout: ms(20_000), retry: null, namespaceRetry: null };
const retrying: Moment = { ...moment, retry: { first: ms(1000), max: ms(5000), limit: 2, jitter: 0.5 } };
const negotiated: Negotiated = { subprotocol: "", extensions: "", url: "ws://h", socketio: null };
const dropped: EndCause = { kind: "close", code: 1006, reason: "", wasClean: false };
const at = (time: number, from: Moment = moment): Moment => ({ ...from, now: epochMs(time) });

/** Plays events one second apart; late timers are for the caller to send. */
function play(events: readonly SessionEvent[], from: Moment = moment): { state: SessionState; effects: Effect[] } {
  let state = newSession;
  const effects: Effect[] = [];
  for (const [index, event] of events.entries()) {
    const next = transition(state, event, at((index + 1) * 1000, from));
    state = next.state;
    effects.push(...next.effects);
  }
  return { state, effects };
}
const notes = (effects: readonly Effect[]): string[] =>
  effects.flatMap((effect) => (effect.do === "write-note" ? [effect.note.note] : []));

const first = handle(1);
const connect: SessionEvent = { type: "connect" };
const opened: SessionEvent = { type: "opened", handle: first, negotiated };
const ended: SessionEvent = { type: "ended", handle: first, cause: dropped };

describe("a connection", () => {
  test("[CS1] opens, is closed by the user, and ends clean with the code that came", () => {
    const closed: SessionEvent = {
      type: "ended",
      handle: first,
      cause: { kind: "close", code: 1000, reason: "bye", wasClean: true },
    };
    const { state, effects } = play([connect, opened, { type: "disconnect" }, closed]);
    expect(state).toMatchObject({
      phase: "closed",
      ending: { asked: true, opened: true, lasted: 2000, cause: { code: 1000, reason: "bye" } },
    });
    expect(notes(effects)).toEqual(["opened", "closing", "ended"]);
  });

  test("[CS2] that never opened is failed, one that was open is closed", () => {
    expect(play([connect, ended]).state.phase).toBe("failed");
    expect(play([connect, opened, ended]).state.phase).toBe("closed");
  });

  test("[CS3] an error without a close ends all the same", () => {
    const { state } = play([
      connect,
      { type: "errored", handle: first },
      { type: "timer", timer: "error-grace", handle: first },
    ]);
    expect(state).toMatchObject({ phase: "failed", ending: { errored: true, cause: { kind: "no-close-event" } } });
  });

  test("[CS4] an attempt without an answer ends at its timeout and lets the socket go", () => {
    const { state, effects } = play([connect, { type: "timer", timer: "connect", handle: first }]);
    expect(state).toMatchObject({ phase: "failed", ending: { cause: { kind: "connect-timeout" } } });
    expect(effects).toContainEqual({ do: "abandon", handle: first });
  });

  test("[CS5] a close that the server does not answer ends after a wait, or at once when asked again", () => {
    const closing: SessionEvent[] = [connect, opened, { type: "disconnect" }];
    expect(play([...closing, { type: "timer", timer: "close", handle: first }]).state).toMatchObject({
      phase: "closed",
      ending: { asked: true, cause: { kind: "close-unanswered" } },
    });
    expect(play([...closing, { type: "disconnect" }]).state.phase).toBe("closed");
  });

  test("[CS6] cancelling while it connects abandons the socket and never retries", () => {
    const { state, effects } = play([connect, { type: "disconnect" }], retrying);
    expect(state).toMatchObject({ phase: "failed", ending: { asked: true, cause: { kind: "cancelled" } } });
    expect(effects).toContainEqual({ do: "abandon", handle: first });
  });

  test("[CS7] connecting again replaces the old socket", () => {
    const { state, effects } = play([connect, opened, connect, ended]);
    expect(state).toMatchObject({ phase: "connecting", handle: 2 });
    expect(effects).toContainEqual({ do: "abandon", handle: first });
  });
});

describe("reconnecting", () => {
  test("[CS10] waits, tries, and gives up after the limit", () => {
    const after = (n: number): SessionEvent => ({ type: "ended", handle: handle(n), cause: dropped });
    const retry = (n: number): SessionEvent => ({ type: "timer", timer: "retry", handle: handle(n) });
    expect(play([connect, after(1)], retrying).state).toMatchObject({ phase: "waiting", retries: 0, retryAt: 3000 });
    const { state, effects } = play([connect, after(1), retry(1), after(2), retry(2), after(3)], retrying);
    expect(state.phase).toBe("failed");
    expect(notes(effects)).toEqual(["ended", "waiting", "ended", "waiting", "ended", "gave-up"]);
  });

  test("[CS11] now and stop", () => {
    expect(play([connect, ended, { type: "retry-now" }], retrying).state).toMatchObject({
      phase: "connecting",
      retries: 1,
    });
    expect(play([connect, opened, ended, { type: "disconnect" }], retrying).state).toMatchObject({ phase: "closed" });
  });

  test("[CS12] a network that is back is tried at once", () => {
    expect(play([connect, ended, { type: "network", online: true }], retrying).state.phase).toBe("connecting");
    expect(play([connect, ended, { type: "network", online: false }], retrying).state.phase).toBe("waiting");
  });

  test("[CS13] never after what trying again cannot mend", () => {
    const causes: EndCause[] = [
      { kind: "exception", name: "SyntaxError", message: "" },
      { kind: "setup", fields: ["url"] },
      { kind: "connect-error", message: "Invalid namespace", data: null, status: null, body: null, retries: false },
    ];
    for (const cause of causes)
      expect(play([connect, { type: "ended", handle: first, cause }], retrying).state.phase).toBe("failed");
  });

  test("[CS30] an unknown namespace is asked for again where that is wanted, and no other refusal is", () => {
    const wait = { first: ms(300), max: ms(300), limit: null, jitter: 0 };
    const refused = (message: string, data: string | null): SessionEvent => ({
      type: "ended",
      handle: first,
      cause: { kind: "connect-error", message, data, status: null, body: null, retries: false },
    });
    const asking: Moment = { ...moment, namespaceRetry: wait };
    for (const unknown of [refused("Invalid namespace", null), refused("", null)])
      expect(play([connect, unknown], asking).state).toMatchObject({ phase: "waiting" });
    for (const other of [refused("unauthorized", null), refused("", '{"code":401}')])
      expect(play([connect, other], asking).state.phase).toBe("failed");
    expect(play([connect, ended], asking).state.phase).toBe("failed");
  });

  test("[CS14] a server that drops every connection at once is not hammered", () => {
    const flapping = play([connect, opened, ended], retrying).state;
    expect(flapping).toMatchObject({ phase: "waiting", retries: 0 });
    const second = transition(
      { ...flapping, phase: "open", retries: 1, since: epochMs(0), errored: false, negotiated },
      ended,
      at(1000, retrying),
    );
    expect(second.state).toMatchObject({ phase: "waiting", retries: 1 });
    const stable = transition(
      { ...flapping, phase: "open", retries: 1, since: epochMs(0), errored: false, negotiated },
      ended,
      at(9000, retrying),
    );
    expect(stable.state).toMatchObject({ phase: "waiting", retries: 0 });
  });

  test("[CS15] waits grow by half, spread by half, and stay within the policy", () => {
    const policy = { first: ms(1000), max: ms(5000), limit: null, jitter: 0.5 };
    expect([1, 2, 3, 9].map((retry) => retryAfter(retry, 0.5, policy))).toEqual([1000, 1500, 2250, 5000]);
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1000 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (retry, chance) => {
          const wait = retryAfter(retry, chance, policy) ?? 0;
          expect(wait).toBeGreaterThanOrEqual(500);
          expect(wait).toBeLessThanOrEqual(5000);
        },
      ),
    );
  });
});

describe("whatever happens, in whatever order", () => {
  const anyHandle = fc.integer({ min: 0, max: 6 }).map(handle);
  const anyCause: fc.Arbitrary<EndCause> = fc.constantFrom<EndCause>(dropped, {
    kind: "exception",
    name: "E",
    message: "",
  });
  const anyEvent: fc.Arbitrary<SessionEvent> = fc.oneof(
    fc.constantFrom<SessionEvent>(connect, { type: "disconnect" }, { type: "retry-now" }),
    fc.constantFrom<SessionEvent>({ type: "network", online: true }, { type: "network", online: false }),
    fc.record({
      type: fc.constant("timer" as const),
      timer: fc.constantFrom("connect", "error-grace", "close", "retry"),
      handle: anyHandle,
    }),
    fc.record({ type: fc.constant("opened" as const), handle: anyHandle, negotiated: fc.constant(negotiated) }),
    fc.record({ type: fc.constant("errored" as const), handle: anyHandle }),
    fc.record({ type: fc.constant("heartbeat-missed" as const), handle: anyHandle, wait: fc.constant(ms(1)) }),
    fc.record({ type: fc.constant("ended" as const), handle: anyHandle, cause: anyCause }),
  );
  const anyStory = fc.array(
    fc.oneof(
      { weight: 30, arbitrary: anyEvent },
      { weight: 1, arbitrary: fc.constant<SessionEvent>({ type: "dispose" }) },
    ),
    { maxLength: 40 },
  );

  test("[CS8] nothing throws, and a disposed connection stays disposed", () => {
    fc.assert(
      fc.property(anyStory, fc.boolean(), (story, retries) => {
        let state = newSession;
        for (const event of story) {
          const before = state.phase;
          const next = transition(state, event, retries ? retrying : moment);
          state = next.state;
          if (before === "disposed") {
            expect(state.phase).toBe("disposed");
            expect(next.effects).toEqual([]);
          }
        }
      }),
      { numRuns: 2000 },
    );
  });

  test("[CS9] late events of a replaced socket change nothing", () => {
    fc.assert(
      fc.property(anyStory, anyEvent, (story, late) => {
        const { state } = play(story, retrying);
        if (!("handle" in late) || late.handle === state.handle) return;
        expect(transition(state, late, retrying)).toEqual({ state, effects: [] });
      }),
      { numRuns: 2000 },
    );
  });

  test("[CS16] one socket at a time: before the next opens, the last has ended or is abandoned", () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        let state = newSession;
        const alive = new Set<number>();
        for (const event of story) {
          if (event.type === "ended") alive.delete(event.handle);
          const next = transition(state, event, retrying);
          for (const effect of next.effects) {
            if (effect.do === "abandon") alive.delete(effect.handle);
            if (effect.do === "open") {
              expect([...alive]).toEqual([]);
              alive.add(effect.handle);
            }
          }
          state = next.state;
        }
        const holds = state.phase === "connecting" || state.phase === "open" || state.phase === "closing";
        expect(alive.size).toBeLessThanOrEqual(holds ? 1 : 0);
      }),
      { numRuns: 2000 },
    );
  });

  test("[CS17] every attempt that ends is noted exactly once", () => {
    fc.assert(
      fc.property(
        anyStory.filter((story) => story.every((event) => event.type !== "dispose")),
        (story) => {
          const { state, effects } = play(story, retrying);
          const begun = effects.filter((effect) => effect.do === "open").length;
          const live = state.phase === "connecting" || state.phase === "open" || state.phase === "closing";
          expect(notes(effects).filter((note) => note === "ended")).toHaveLength(begun - (live ? 1 : 0));
        },
      ),
      { numRuns: 2000 },
    );
  });
});
