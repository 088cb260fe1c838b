import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { epochMs, ms } from "../units/units.ts";
import { histogram, quantile, SeriesBuilder } from "./series.ts";

describe("a series", () => {
  test("[LG20] counts every message in its step, whatever the times", () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ time: fc.nat(1_000_000), size: fc.nat(1000), isSent: fc.boolean() }), { minLength: 1 }),
        (messages) => {
          const times = messages.map(({ time }) => time);
          const [from, to] = [Math.min(...times), Math.max(...times)];
          const builder = new SeriesBuilder(epochMs(from), epochMs(to), 300);
          for (const { time, size, isSent } of messages)
            builder.message(isSent ? "sent" : "received", epochMs(time), size);
          const { sent, received, width } = builder.series();
          const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
          expect(sum(sent.count) + sum(received.count)).toBe(messages.length);
          expect(sum(sent.bytes) + sum(received.bytes)).toBe(messages.reduce((total, { size }) => total + size, 0));
          expect(sent.count.length).toBeLessThanOrEqual(301);
          expect((to - from) / width).toBeLessThan(sent.count.length);
        },
      ),
    );
  });

  test("[LG20] has steps of 1, 2 or 5 times a power of ten", () => {
    const width = (span: number): number => new SeriesBuilder(epochMs(0), epochMs(span), 300).series().width;
    expect([0, 5000, 5001, 60_000, 600_000, 3_600_000].map(width)).toEqual([100, 100, 1000, 1000, 2000, 20_000]);
  });

  test("[LG21] round trips are sorted, quantiles are values that occurred", () => {
    const builder = new SeriesBuilder(epochMs(0), epochMs(1), 300);
    for (let n = 1000; n >= 1; n--) builder.answer(ms(n));
    const { roundTrips } = builder.series();
    expect([0.5, 0.95, 0.99, 1].map((share) => quantile(roundTrips, share))).toEqual([500, 950, 990, 1000]);
    expect(quantile(new Float64Array(0), 0.5)).toBeNaN();
  });

  test("[LG21] bars hold every value once, without empty ones at the ends", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1e9, noNaN: true })), (values) => {
        const bars = histogram(Float64Array.from(values).toSorted());
        expect(bars.reduce((sum, { count }) => sum + count, 0)).toBe(values.length);
        for (const bar of [bars[0], bars.at(-1)]) if (bar) expect(bar.count).toBeGreaterThan(0);
      }),
    );
    expect(histogram(Float64Array.of(0.3, 1.5, 1.7, 9))).toEqual([
      { from: 0.2, to: 0.5, count: 1 },
      { from: 0.5, to: 1, count: 0 },
      { from: 1, to: 2, count: 2 },
      { from: 2, to: 5, count: 0 },
      { from: 5, to: 10, count: 1 },
    ]);
  });
});
