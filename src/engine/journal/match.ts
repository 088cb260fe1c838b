import type { Test } from "../../core/log/filter.ts";
import { holdsJson } from "../../core/log/jsonTest.ts";
import { unreachable } from "../../core/units/result.ts";
import type { Prepared, PreparedTerm, PreparedTest } from "./prepare.ts";
import { Reader } from "./reader.ts";
import type { Segment } from "./segment.ts";

/** @returns null: 0, or a name that was not kept */
export type EventName = (id: number) => string | null;

/**
 * Calls `hit` with the position in the segment of each entry from `from` to before `until` that the
 * filter lets through.
 */
export function matchSegment(
  eventName: EventName,
  segment: Segment,
  filter: Prepared,
  from: number,
  until: number,
  hit: (at: number) => void,
): void {
  const reader = new Reader(segment, from, until);
  const lead = filter.find(
    (term): term is PreparedTerm & { test: Extract<Test, { type: "text" }> } => !term.not && term.test.type === "text",
  );
  const rest = lead && reader.isPlain() ? filter.filter((term) => term !== lead) : filter;
  const passes = (at: number): boolean =>
    rest.every(({ not, test }) => holds(eventName, segment, reader, test, at) !== not);
  if (lead && reader.isPlain()) {
    for (const at of reader.entriesWith(lead.test)) if (passes(at)) hit(at);
  } else {
    for (let at = from; at < until; at++) if (passes(at)) hit(at);
  }
}

/** Of some entries of a segment, those that the filter lets through. */
export function matchAmong(segment: Segment, filter: Prepared, candidates: Uint32Array): Uint32Array<ArrayBuffer> {
  const reader = new Reader(segment, 0, segment.count);
  const noEvent = (): null => null;
  return Uint32Array.from(
    candidates.filter((at) => filter.every(({ not, test }) => holds(noEvent, segment, reader, test, at) !== not)),
  );
}

function holds(eventName: EventName, segment: Segment, reader: Reader, test: PreparedTest, at: number): boolean {
  switch (test.type) {
    case "text":
      return test.anyCase ? reader.text(at).toLowerCase().includes(test.text) : reader.text(at).includes(test.text);
    case "regex":
      return test.regex.test(reader.text(at));
    case "json":
      return holdsJson(reader.jsonTexts(at), test);
    case "direction":
      return test.directions.includes(segment.direction(at));
    case "kind":
      return test.kinds.includes(segment.kind(at));
    case "event":
      return test.names.test(eventName(segment.event(at)) ?? "");
    case "size": {
      const size = segment.end(at) - segment.start(at);
      return size >= test.least && size <= test.most && segment.payload(at) !== "note";
    }
    case "seq":
      return segment.seqAt(at) >= test.least && segment.seqAt(at) <= test.most;
    case "span":
      return segment.time(at) >= test.from && segment.time(at) < test.until;
    default:
      return unreachable(test);
  }
}
