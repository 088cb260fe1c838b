import { describe, expect, test } from "vitest";
import { parseTimePoint } from "../../core/log/timePoint.ts";
import { epochMs, type EpochMs } from "../../core/units/units.ts";
import { momentOf } from "./prepare.ts";

const at = (day: number, hour: number, minute: number): EpochMs =>
  epochMs(new Date(2026, 10, day, hour, minute).getTime());

function moment(text: string, origin: EpochMs, now: EpochMs): EpochMs {
  const point = parseTimePoint(text);
  if (!point) throw new Error(text);
  return momentOf(point, origin, now);
}

describe("a moment that is typed", () => {
  test("[LG10] a time of day is that of the log's own day, also outside of the log", () => {
    const [from, until] = [at(28, 10, 30), at(28, 10, 45)];
    expect(moment("10:32", from, until)).toBe(at(28, 10, 32));
    expect(moment("10:00", from, until)).toBe(at(28, 10, 0));
    expect(moment("11:00:01.5", from, until)).toBe(at(28, 11, 0) + 1500);
  });

  test("[LG10] in a log over midnight it is the one within the log", () => {
    const [from, until] = [at(28, 23, 50), at(29, 0, 30)];
    expect(moment("00:05", from, until)).toBe(at(29, 0, 5));
    expect(moment("23:55", from, until)).toBe(at(28, 23, 55));
  });

  test("[LG10] dates are local, spans count from the first entry", () => {
    const [from, until] = [at(28, 10, 30), at(28, 10, 45)];
    expect(moment("2026-11-27T08:15", from, until)).toBe(at(27, 8, 15));
    expect(moment("2026-11-27", from, until)).toBe(at(27, 0, 0));
    expect(moment("+90s", from, until)).toBe(from + 90_000);
    expect(moment("+250ms", from, until)).toBe(from + 250);
  });
});
