import { isTraffic } from "../core/log/entry.ts";
import { parseFilter } from "../core/log/filter.ts";
import { SeriesBuilder, type Series } from "../core/log/series.ts";
import { between, seq } from "../core/units/units.ts";
import { breathe } from "./clock.ts";
import { Filtered, Unfiltered } from "./journal/filtered.ts";
import type { Journal } from "./journal/journal.ts";
import type { Matcher } from "./journal/matcher.ts";

/** Steps that a chart of the widest window can show. */
const STEPS = 400;
const SLICE = 8;

/**
 * The traffic of a log over time, of what a filter lets through; in slices, so that sockets are served meanwhile.
 * @returns null: nothing is there
 */
export async function readSeries(journal: Journal, filter: string, matcher: Matcher): Promise<Series | null> {
  const parsed = parseFilter(filter);
  const filtered = parsed.ok && parsed.value.length > 0 ? new Filtered(journal, parsed.value, matcher) : null;
  while (filtered && !filtered.isDone()) {
    await filtered.advance(performance.now() + SLICE);
    await breathe();
  }
  const positions = filtered ?? new Unfiltered(journal);
  const [base, end] = [positions.base(), positions.base() + positions.total()];
  const [first, last] = [positions.seqAt(base), positions.seqAt(end - 1)];
  const from = first === null ? null : journal.timeOf(first);
  const to = last === null ? null : journal.timeOf(last);
  if (from === null || to === null) return null;
  const builder = new SeriesBuilder(from, to, STEPS);
  let sliceEnd = performance.now() + SLICE;
  for (let position = base; position < end; position++) {
    const of = positions.seqAt(position);
    const place = of === null ? null : journal.locate(of);
    if (of !== null && place) {
      const { segment, at } = place;
      const direction = segment.direction(at);
      const time = segment.time(at);
      if (direction !== "local" && isTraffic({ direction, kind: segment.kind(at) }))
        builder.message(direction, time, segment.end(at) - segment.start(at));
      const linked = segment.linked(at);
      const asked = linked !== null && linked < of ? journal.timeOf(seq(linked)) : null;
      if (asked !== null) builder.answer(between(asked, time));
    }
    if ((position & 1023) === 0 && performance.now() > sliceEnd) {
      await breathe();
      sliceEnd = performance.now() + SLICE;
    }
  }
  return builder.series();
}
