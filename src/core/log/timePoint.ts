import { ms, type Ms } from "../units/units.ts";

/**
 * A moment as it is typed, before anybody knows the day and the time zone: a time of day on the clock of
 * the reader, a date with one, or a span since the log began.
 */
export type TimePoint =
  | { readonly at: "clock"; readonly hour: number; readonly minute: number; readonly rest: Ms }
  | {
      readonly at: "date";
      readonly year: number;
      /** 1 to 12. */
      readonly month: number;
      readonly day: number;
      readonly hour: number;
      readonly minute: number;
      readonly rest: Ms;
    }
  | { readonly at: "since"; readonly span: Ms };

const CLOCK = /^(?:(\d{4})-(\d{1,2})-(\d{1,2})(?:T|$))?(?:(\d{1,2}):(\d{2})(?::(\d{2}(?:\.\d{1,6})?))?)?$/iu;
const SINCE = /^\+(\d+(?:\.\d+)?)(ms|s|m|h)?$/iu;
const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };

/** `10:32`, `10:32:05.250`, `2026-11-28T10:32`, `+12.5s` since the first entry. @returns null for anything else */
export function parseTimePoint(text: string): TimePoint | null {
  const since = SINCE.exec(text);
  if (since) return { at: "since", span: ms(Number(since[1]) * (UNITS[since[2]?.toLowerCase() ?? "s"] ?? 1000)) };
  const match = text === "" ? null : CLOCK.exec(text);
  if (!match) return null;
  const [, year, month, day, hour = "0", minute = "0", second = "0"] = match;
  const time = { hour: Number(hour), minute: Number(minute), rest: ms(Math.round(Number(second) * 1000)) };
  if (time.hour > 23 || time.minute > 59 || time.rest >= 60_000) return null;
  if (year === undefined) return { at: "clock", ...time };
  const date = { year: Number(year), month: Number(month), day: Number(day) };
  if (date.month < 1 || date.month > 12 || date.day < 1 || date.day > 31) return null;
  return { at: "date", ...date, ...time };
}
