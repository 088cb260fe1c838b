import { type Filter, type Term, type Test, escapeRegex } from "../../core/log/filter.ts";
import { unreachable } from "../../core/units/result.ts";
import { writeHex } from "../../core/units/byteText.ts";
import type { Journal } from "./journal.ts";
import type { Segment } from "./segment.ts";

/** Octets of a binary payload that are searched as hex; what reads as text in it is searched whole. */
const HEX_SEARCHED = 64 * 1024;
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/**
 * Calls `hit` with the position in the segment of each entry from `from` to before `until` that the
 * filter lets through. A segment of ASCII text is decoded once and searched as one string; measured,
 * that is three to eight times as fast as going entry by entry.
 */
export function matchSegment(
  journal: Journal,
  segment: Segment,
  filter: Filter,
  from: number,
  until: number,
  hit: (at: number) => void,
): void {
  const reader = new Reader(segment, from, until);
  const lead = filter.find(
    (term): term is Term & { test: Extract<Test, { type: "text" }> } => !term.not && term.test.type === "text",
  );
  const rest = lead && reader.isPlain() ? filter.filter((term) => term !== lead) : filter;
  const passes = (at: number): boolean =>
    rest.every(({ not, test }) => holds(journal, segment, reader, test, at) !== not);
  if (lead && reader.isPlain()) {
    for (const at of reader.entriesWith(lead.test)) if (passes(at)) hit(at);
  } else {
    for (let at = from; at < until; at++) if (passes(at)) hit(at);
  }
}

/** Decodes as much of a segment as a filter needs, once. */
class Reader {
  readonly #segment: Segment;
  readonly #from: number;
  readonly #until: number;
  #whole: string | null = null;

  constructor(segment: Segment, from: number, until: number) {
    this.#segment = segment;
    this.#from = from;
    this.#until = until;
  }

  /** One character for each octet, so that offsets in the decoded text are offsets in the segment. */
  isPlain(): boolean {
    return this.#segment.isText && this.#decoded().length === this.#size();
  }
  #begin(): number {
    return this.#segment.start(this.#from);
  }
  #size(): number {
    return this.#until === this.#from ? 0 : this.#segment.end(this.#until - 1) - this.#begin();
  }
  #decoded(): string {
    this.#whole ??= decoder.decode(this.#segment.all().subarray(this.#begin(), this.#begin() + this.#size()));
    return this.#whole;
  }

  text(at: number): string {
    const segment = this.#segment;
    if (this.isPlain())
      return this.#decoded().slice(segment.start(at) - this.#begin(), segment.end(at) - this.#begin());
    const octets = segment.octets(at);
    if (segment.payload(at) !== "binary") return decoder.decode(octets);
    return `${decoder.decode(octets)}\n${writeHex(octets.subarray(0, HEX_SEARCHED))}`;
  }

  /** Entries that hold the text, each once, in order. */
  *entriesWith({ text, anyCase }: Extract<Test, { type: "text" }>): Iterable<number> {
    const whole = this.#decoded();
    const pattern = anyCase ? new RegExp(escapeRegex(text), "gi") : null;
    let at = this.#from;
    let offset = 0;
    while (at < this.#until) {
      let found: number;
      if (pattern) {
        pattern.lastIndex = offset;
        found = pattern.exec(whole)?.index ?? -1;
      } else found = whole.indexOf(text, offset);
      if (found < 0) return;
      const place = found + this.#begin();
      while (this.#segment.end(at) <= place) at++;
      // A hit that runs over the end of its entry is none.
      if (place + text.length <= this.#segment.end(at)) {
        yield at;
        offset = this.#segment.end(at) - this.#begin();
        at++;
      } else offset = found + 1;
    }
  }
}

function holds(journal: Journal, segment: Segment, reader: Reader, test: Test, at: number): boolean {
  switch (test.type) {
    case "text":
      return test.anyCase ? reader.text(at).toLowerCase().includes(test.text) : reader.text(at).includes(test.text);
    case "regex":
      return test.regex.test(reader.text(at));
    case "direction":
      return test.directions.includes(segment.direction(at));
    case "kind":
      return test.kinds.includes(segment.kind(at));
    case "event":
      return test.names.test(journal.eventName(segment.event(at)) ?? "");
    case "size": {
      const size = segment.end(at) - segment.start(at);
      return size >= test.least && size <= test.most && segment.kind(at) !== "lifecycle";
    }
    default:
      return unreachable(test);
  }
}
