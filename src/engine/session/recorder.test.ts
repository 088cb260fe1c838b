import { describe, expect, test } from "vitest";
import { seq } from "../../core/units/units.ts";
import { DEFAULT_BUDGET } from "../../core/units/budget.ts";
import { noEntry } from "../journal/journal.ts";
import { Recorder } from "./recorder.ts";

const message = { ...noEntry, direction: "received", kind: "message", payload: "text", data: "你好" } as const;

describe("a recorder", () => {
  test("[JO30] counts messages and octets each way, as they are in UTF-8", () => {
    const recorder = new Recorder(DEFAULT_BUDGET);
    recorder.write(message);
    recorder.write({ ...message, direction: "sent", data: "abc" });
    expect(recorder.stats(0)).toMatchObject({
      received: { count: 1, bytes: 6 },
      sent: { count: 1, bytes: 3 },
      entries: 2,
    });
  });

  test("[JO31] while paused counts, records nothing but what happens to the connection, and says how much it missed", () => {
    const recorder = new Recorder(DEFAULT_BUDGET);
    recorder.pause(true);
    expect(recorder.write(message)).toBeNull();
    recorder.note({ note: "errored" });
    recorder.pause(false);
    expect(recorder.stats(0)).toMatchObject({ received: { count: 1, bytes: 6 }, entries: 3, paused: false });
    const [first, , last] = [1, 2, 3].map((of) => recorder.journal.row(seq(of), null)?.what);
    expect(first).toMatchObject({ note: { note: "paused" } });
    expect(last).toMatchObject({ note: { note: "resumed", missed: 1, size: 6 } });
  });

  test("[JO45] packets beside their events count as no traffic, and are nothing that was missed", () => {
    const recorder = new Recorder(DEFAULT_BUDGET);
    expect(recorder.write({ ...message, kind: "packet" })).toBe(1);
    recorder.pause(true);
    expect(recorder.write({ ...message, kind: "packet" })).toBeNull();
    recorder.pause(false);
    expect(recorder.stats(0)).toMatchObject({ received: { count: 0 }, entries: 3 });
    expect(recorder.journal.row(seq(3), null)?.what).toMatchObject({ note: { note: "resumed", missed: 0 } });
  });
});
