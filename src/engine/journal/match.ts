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
  const { leading, passes } = planned(eventName, segment, filter, from, until);
  if (leading) {
    for (const at of leading) if (passes(at)) hit(at);
  } else {
    for (let at = from; at < until; at++) if (passes(at)) hit(at);
  }
}

/** Of some entries of a segment, those that the filter lets through. */
export function matchAmong(segment: Segment, filter: Prepared, candidates: Uint32Array): Uint32Array<ArrayBuffer> {
  const { leading, passes } = planned(() => null, segment, filter, 0, segment.count);
  if (!leading) return Uint32Array.from(candidates.filter(passes));
  const wanted = new Set(candidates);
  return Uint32Array.from([...leading].filter((at) => wanted.has(at) && passes(at)));
}

interface Plan {
  /** Entries that hold what can be searched for in the whole segment at once; null: there is no such term. */
  readonly leading: Iterable<number> | null;
  /** Whether the other terms let an entry through. */
  readonly passes: (at: number) => boolean;
}

function planned(eventName: EventName, segment: Segment, filter: Prepared, from: number, until: number): Plan {
  const reader = new Reader(segment, from, until);
  const lead = longestText(reader, filter) ?? leadingPattern(reader, filter);
  const tests = filter
    .filter((term) => term !== lead)
    .map(({ not, test }) => ({ not, holds: holder(eventName, segment, reader, test) }));
  return {
    leading: lead ? entriesOf(reader, lead.test) : null,
    passes: (at) => {
      // Asked for every entry of a long log: a loop makes nothing.
      for (const { not, holds } of tests) if (holds(at) === not) return false;
      return true;
    },
  };
}

/** The text that can be looked for in all entries at once, and stands in the fewest. */
function longestText(reader: Reader, filter: Prepared): PreparedTerm | undefined {
  let longest: PreparedTerm | undefined;
  let length = 0;
  for (const term of filter) {
    const { not, test } = term;
    if (not || test.type !== "text" || !reader.canFind(test.search) || test.search.length <= length) continue;
    longest = term;
    length = test.search.length;
  }
  return longest;
}

/** Assertions, which tell the beginning of an entry from its middle; and what repeats, which runs over many entries. */
const LOOKS_AROUND = /[\^$]|\\[bB]|\(\?[=!<]/;
const RUNS_ON = /[*+]|\{\d+,\}/;

/** What is found in a row of entries wherever it is found in one of them. */
const isPlainPattern = (regex: RegExp): boolean =>
  !LOOKS_AROUND.test(regex.source) && !RUNS_ON.test(regex.source) && !regex.test("");

/** Whether a segment of ASCII can be searched for it at once. */
const canLead = ({ not, test }: PreparedTerm): boolean => !not && test.type === "regex" && isPlainPattern(test.regex);

/** Only where there is one the segment is decoded, which takes longer than all else. */
function leadingPattern(reader: Reader, filter: Prepared): PreparedTerm | undefined {
  const lead = filter.find(canLead);
  return lead !== undefined && reader.isPlain() ? lead : undefined;
}

function entriesOf(reader: Reader, test: PreparedTest): Iterable<number> | null {
  if (test.type === "text") return test.search && reader.entriesWith(test.search);
  return test.type === "regex" ? reader.entriesMatching(test.regex) : null;
}

/** Whether a term holds for an entry. */
function holder(eventName: EventName, segment: Segment, reader: Reader, test: PreparedTest): (at: number) => boolean {
  switch (test.type) {
    case "text": {
      const { text, anyCase, search } = test;
      const includes = (at: number): boolean =>
        anyCase ? reader.text(at).toLowerCase().includes(text) : reader.text(at).includes(text);
      return reader.canFind(search) ? (at) => reader.holds(search, at) : includes;
    }
    case "regex":
      return (at) => test.regex.test(reader.text(at));
    case "json":
      return (at) => holdsJson(reader.jsonTexts(at), test);
    case "direction":
      return (at) => test.directions.includes(segment.direction(at));
    case "kind":
      return (at) => test.kinds.includes(segment.kind(at));
    case "event":
      return (at) => test.names.test(eventName(segment.event(at)) ?? "");
    case "size": {
      const { least, most } = test;
      return (at) => {
        const size = segment.end(at) - segment.start(at);
        return size >= least && size <= most && segment.payload(at) !== "note";
      };
    }
    case "seq":
      return (at) => segment.seqAt(at) >= test.least && segment.seqAt(at) <= test.most;
    case "span":
      return (at) => segment.time(at) >= test.from && segment.time(at) < test.until;
    default:
      return unreachable(test);
  }
}
