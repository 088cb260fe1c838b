import { parseFilter } from "../core/log/filter.ts";
import type { TimelineView, TimelineRow } from "../core/log/view.ts";
import type { SessionId } from "../core/session/session.ts";
import { between, seq } from "../core/units/units.ts";
import { breathe, now } from "./clock.ts";
import { Filtered } from "./journal/filtered.ts";
import type { Journal } from "./journal/journal.ts";
import type { Matcher } from "./journal/matcher.ts";

const SLICE = 8;

interface Source {
  readonly session: SessionId;
  readonly journal: Journal;
  readonly filtered: Filtered;
  /** The next of its hits that has no place yet. */
  next: number;
}

/**
 * Entries of several connections in one order of time. Only ever grows at its end: all journals are written
 * by one clock, so what comes later belongs behind what is there.
 */
export class Timeline {
  readonly #sources: readonly Source[];
  /** For each place its source, and the entry's number there. */
  #which = new Uint8Array(1024);
  #seqs = new Float64Array(1024);
  #count = 0;

  constructor(
    sources: readonly { readonly session: SessionId; readonly journal: Journal }[],
    filter: string,
    matcher: Matcher | null,
  ) {
    const parsed = parseFilter(filter);
    this.#sources = sources.map(({ session, journal }): Source => {
      const filtered = new Filtered(journal, parsed.ok ? parsed.value : [], matcher);
      return { session, journal, filtered, next: filtered.base() };
    });
  }

  /** Takes in what was written since, in slices. */
  async grow(): Promise<void> {
    // What comes while the journals are read one after the other is left to the next time, or it would overtake.
    const until = now();
    for (const { filtered } of this.#sources) {
      while (!filtered.isDone()) {
        await filtered.advance(performance.now() + SLICE);
        await breathe();
      }
    }
    for (;;) {
      let first: { readonly source: Source; readonly at: number; readonly of: number; readonly time: number } | null =
        null;
      for (const [at, source] of this.#sources.entries()) {
        const { filtered, journal } = source;
        source.next = Math.max(source.next, filtered.base());
        const of = filtered.seqAt(source.next);
        const time = of === null ? null : journal.timeOf(of);
        if (of !== null && time !== null && time <= until && (first === null || time < first.time))
          first = { source, at, of, time };
      }
      if (first === null) return;
      first.source.next++;
      this.#put(first.at, first.of);
    }
  }

  #put(which: number, of: number): void {
    if (this.#count === this.#which.length) {
      const [moreWhich, moreSeqs] = [new Uint8Array(this.#count * 2), new Float64Array(this.#count * 2)];
      moreWhich.set(this.#which);
      moreSeqs.set(this.#seqs);
      this.#which = moreWhich;
      this.#seqs = moreSeqs;
    }
    this.#which[this.#count] = which;
    this.#seqs[this.#count++] = of;
  }

  /** Entries that were dropped from their log since are left out of the rows; their places stay. */
  view(from: number, count: number): TimelineView {
    const start = Math.max(0, Math.min(from, this.#count - count));
    const rows: TimelineRow[] = [];
    let above = this.#timeAt(start - 1);
    for (let place = start; place < Math.min(this.#count, start + count); place++) {
      const source = this.#sources[this.#which[place] ?? 0];
      const row = source?.journal.row(seq(this.#seqs[place] ?? 0), null);
      if (!source || !row) continue;
      rows.push({
        place,
        session: source.session,
        row: { ...row, delta: above === null ? null : between(above, row.time) },
      });
      above = row.time;
    }
    return { total: this.#count, rows };
  }

  #timeAt(place: number) {
    const source = this.#sources[this.#which[place] ?? 0];
    return place < 0 || !source ? null : source.journal.timeOf(seq(this.#seqs[place] ?? 0));
  }
}
