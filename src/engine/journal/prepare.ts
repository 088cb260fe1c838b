import type { Filter, Test } from "../../core/log/filter.ts";
import { literalOf } from "../../core/log/literal.ts";
import type { TimePoint } from "../../core/log/timePoint.ts";
import { epochMs, type EpochMs } from "../../core/units/units.ts";
import { ByteSearch } from "./byteSearch.ts";

/** A filter with its moments on the clock of the log. */
export type Prepared = readonly PreparedTerm[];

export interface PreparedTerm {
  readonly not: boolean;
  readonly test: PreparedTest;
}

export type PreparedTest =
  | Exclude<Test, { readonly type: "time" | "text" }>
  /** @property search for octets of UTF-8; null: letters beyond ASCII of any case */
  | { readonly type: "text"; readonly text: string; readonly anyCase: boolean; readonly search: ByteSearch | null }
  /** From a moment on, until just before another. */
  | { readonly type: "span"; readonly from: EpochMs; readonly until: EpochMs };

/** Terms that look into payloads with a pattern or as JSON: they may take long, and run where they can be stopped. */
export const isSlow = ({ test }: PreparedTerm): boolean => test.type === "regex" || test.type === "json";

/**
 * @param origin time of the log's first entry
 * @param now of the latest that may be in it
 */
export function prepare(filter: Filter, origin: EpochMs, now: EpochMs): Prepared {
  return filter.map(({ not, test }): PreparedTerm => {
    if (test.type === "text") return { not, test: textTest(test.text, test.anyCase) };
    if (test.type !== "time") return { not, test };
    const moment = momentOf(test.point, origin, now);
    const isAfter = test.sense === "after";
    const span = isAfter
      ? { from: moment, until: epochMs(Number.POSITIVE_INFINITY) }
      : { from: epochMs(Number.NEGATIVE_INFINITY), until: moment };
    return { not, test: { type: "span", ...span } };
  });
}

const textTest = (text: string, anyCase: boolean): PreparedTest => ({
  type: "text",
  text,
  anyCase,
  search: ByteSearch.of(text, anyCase),
});

/** Quick terms that hold wherever these slow ones do: what they leave is all that the slow ones need look at. */
export const forerunners = (slow: Prepared): Prepared =>
  slow.flatMap(({ not, test }): PreparedTerm[] => {
    const literal = not || test.type !== "regex" ? null : literalOf(test.regex);
    if (literal === null || test.type !== "regex") return [];
    const anyCase = test.regex.flags.includes("i");
    return [{ not: false, test: textTest(anyCase ? literal.toLowerCase() : literal, anyCase) }];
  });

/** Texts that every match holds, as far as they can be found in octets: where they stand is worth being shown. */
export const looksOf = (prepared: Prepared): readonly ByteSearch[] =>
  [...prepared, ...forerunners(prepared)].flatMap(({ not, test }) =>
    not || test.type !== "text" || test.search === null ? [] : [test.search],
  );

/**
 * On the clock of whoever reads the log. Of a time of day in a log over several days, the latest within the
 * log is meant; one outside of it belongs to the day on which the log began.
 */
export function momentOf(point: TimePoint, origin: EpochMs, now: EpochMs): EpochMs {
  switch (point.at) {
    case "since":
      return epochMs(origin + point.span);
    case "date":
      return epochMs(new Date(point.year, point.month - 1, point.day, point.hour, point.minute).getTime() + point.rest);
    case "clock": {
      const on = (of: EpochMs, back: number): EpochMs => {
        const day = new Date(of);
        day.setDate(day.getDate() - back);
        return epochMs(day.setHours(point.hour, point.minute, 0, 0) + point.rest);
      };
      const candidates = [on(now, 0), on(now, 1)];
      return candidates.find((moment) => moment >= origin && moment <= now) ?? on(origin, 0);
    }
  }
}
