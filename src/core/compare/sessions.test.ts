import { describe, expect, test } from "vitest";
import type { LogEntry } from "../log/logEntry.ts";
import { parseJsonPath } from "../units/jsonPath.ts";
import { bytes, epochMs, seq } from "../units/units.ts";
import type { CompareChoice } from "./canonical.ts";
import { compareSessions, type Difference } from "./sessions.ts";

const log = (...texts: readonly string[]): readonly LogEntry[] =>
  texts.map((text, at) => ({
    seq: seq(at * 2 + 1),
    time: epochMs(Math.random()),
    direction: text.startsWith(">") ? "sent" : text.startsWith("*") ? "local" : "received",
    kind: text.startsWith("[") ? "message" : "control",
    event: null,
    ackId: null,
    linked: null,
    size: bytes(0),
    body: text.startsWith("[")
      ? { type: "event", text, attachments: [] }
      : { type: "text", text: text.replace(/^[>*]/, "") },
  }));

const choice = (keyOrder: boolean, ...ignore: readonly string[]): CompareChoice => ({
  keyOrder,
  ignore: ignore.map(parseJsonPath).flatMap((path) => (path.ok ? [path.value] : [])),
});

function compared(one: readonly LogEntry[], other: readonly LogEntry[], how = choice(false)): Difference | null {
  const steps = compareSessions(one, other, how);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

describe("two sessions", () => {
  test("[CM1] are the same whatever their times are, and what only happened here", () => {
    expect(compared(log("a", "*connecting", ">b"), log("*x", "a", ">b", "*y"))).toBeNull();
  });

  test("[CM2] differ at the first message of another direction or payload, or where one ends", () => {
    expect(compared(log("a", "b"), log("a", ">b"))).toEqual({ at: 2, one: 3, other: 3 });
    expect(compared(log("a", "*note", "b"), log("a", "c"))).toEqual({ at: 2, one: 5, other: 3 });
    expect(compared(log("a"), log("a", "b"))).toEqual({ at: 2, one: null, other: 3 });
  });

  test("[CM3] JSON is compared by what it means; the order of keys counts where that is wished", () => {
    const [one, other] = [log('{"a":1,"b":[1,{"c":"x"}]}'), log('{ "b": [1, {"c":"\\u0078"}], "a": 1 }')];
    expect(compared(one, other)).toBeNull();
    expect(compared(one, other, choice(true))).toMatchObject({ at: 1 });
    expect(compared(log('{"a":1}'), log('{"a":1.0}'))).toMatchObject({ at: 1 });
  });

  test("[CM4] what paths name does not count; to them `$` is each argument of an event", () => {
    expect(compared(log('{"id":1,"x":2}'), log('{"id":9,"x":2}'), choice(false, "$.id"))).toBeNull();
    expect(compared(log('["e",{"id":1}]'), log('["e",{"id":2}]'), choice(false, "$.id"))).toBeNull();
    expect(compared(log('["e",{"id":1}]'), log('["f",{"id":1}]'), choice(false, "$.id"))).toMatchObject({ at: 1 });
  });
});
