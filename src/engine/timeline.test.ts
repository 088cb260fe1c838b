import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sessionId } from "../core/session/session.ts";
import { bytes, epochMs } from "../core/units/units.ts";
import { Journal, noEntry } from "./journal/journal.ts";
import { Timeline } from "./timeline.ts";

const writes = fc.array(fc.record({ which: fc.nat(2), wait: fc.nat(3), grows: fc.boolean() }), { maxLength: 200 });

describe("a timeline of several connections", () => {
  test("[TL1] has every entry once, in the order of time, however it grew", async () => {
    await fc.assert(
      fc.asyncProperty(writes, async (entries) => {
        const journals = [0, 1, 2].map(() => new Journal({ entries: 10_000, bytes: bytes(1e9) }));
        const sources = journals.map((journal, at) => ({ session: sessionId(String(at)), journal }));
        const timeline = new Timeline(sources, "", null);
        let time = 0;
        for (const [at, { which, wait, grows }] of entries.entries()) {
          time += wait;
          journals[which]?.append({
            ...noEntry,
            time: epochMs(time),
            direction: "received",
            kind: "message",
            payload: "text",
            data: String(at),
          });
          if (grows) await timeline.grow();
        }
        await timeline.grow();
        const { total, rows } = timeline.view(0, 1000);
        expect(total).toBe(entries.length);
        const times = rows.map(({ row }) => row.time);
        expect(times).toEqual(times.toSorted((one, other) => one - other));
        expect(new Set(rows.map(({ session, row }) => `${session} ${String(row.seq)}`)).size).toBe(entries.length);
      }),
    );
  });

  test("[TL2] holds what the filter lets through, and leaves out what was dropped meanwhile", async () => {
    const journal = new Journal({ entries: 100, bytes: bytes(1e9) });
    const other = new Journal({ entries: 100, bytes: bytes(1e9) });
    const timeline = new Timeline(
      [
        { session: sessionId("a"), journal },
        { session: sessionId("b"), journal: other },
      ],
      "even",
      null,
    );
    for (let n = 0; n < 50; n++)
      journal.append({
        ...noEntry,
        time: epochMs(n),
        direction: "received",
        kind: "message",
        payload: "text",
        data: n % 2 === 0 ? "even" : "odd",
      });
    await timeline.grow();
    expect(timeline.view(0, 100).total).toBe(25);
    for (let n = 0; n < 500; n++)
      journal.append({
        ...noEntry,
        time: epochMs(100 + n),
        direction: "received",
        kind: "message",
        payload: "text",
        data: "odd",
      });
    await timeline.grow();
    expect(timeline.view(0, 100)).toEqual({ total: 25, rows: [] });
  });
});
