import type { Filter } from "../../core/log/filter.ts";
import { seq, type Seq } from "../../core/units/units.ts";
import type { Journal } from "./journal.ts";
import { matchSegment } from "./match.ts";

/** Positions of a log under a filter: `base` is the first that still exists. */
export interface Positions {
  base(): number;
  total(): number;
  seqAt(position: number): Seq | null;
  positionOf(of: Seq): number | null;
  /** 0 to 1. */
  scanned(): number;
}

/** Every entry: the position is the number, less one. */
export class Unfiltered implements Positions {
  readonly #journal: Journal;
  scanned = (): number => 1;
  constructor(journal: Journal) {
    this.#journal = journal;
  }
  base(): number {
    return this.#journal.first() - 1;
  }
  total(): number {
    return this.#journal.count();
  }
  seqAt = (position: number): Seq | null =>
    position >= this.base() && position < this.base() + this.total() ? seq(position + 1) : null;
  positionOf = (of: Seq): number | null => (this.seqAt(of - 1) === null ? null : of - 1);
}

/** The entries that a filter lets through, found in slices and kept up with the log. */
export class Filtered implements Positions {
  readonly #journal: Journal;
  readonly #filter: Filter;
  /** Numbers of the hits from position `base` on; those before `#head` were dropped from the log. */
  #hits = new Float64Array(1024);
  #count = 0;
  #head = 0;
  #shifted = 0;
  /** The next entry to look at. */
  #next: number;
  readonly #began: number;

  constructor(journal: Journal, filter: Filter) {
    this.#journal = journal;
    this.#filter = filter;
    this.#next = journal.first();
    this.#began = journal.first();
  }

  base(): number {
    this.#forget();
    return this.#shifted + this.#head;
  }
  total(): number {
    this.#forget();
    return this.#count - this.#head;
  }
  isDone(): boolean {
    return this.#next >= this.#journal.next();
  }
  scanned(): number {
    const whole = this.#journal.next() - this.#began;
    return whole === 0 ? 1 : Math.min(1, (this.#next - this.#began) / whole);
  }

  /** Looks at entries until all are seen or `until` (performance.now) is past. */
  scan(until: number): void {
    do {
      this.#next = Math.max(this.#next, this.#journal.first());
      const place = this.#journal.locate(seq(this.#next));
      if (!place) return;
      const { segment, at } = place;
      matchSegment(this.#journal, segment, this.#filter, at, segment.count, (hit) => this.#add(segment.seqAt(hit)));
      this.#next = segment.first + segment.count;
    } while (performance.now() < until);
  }

  #add(found: Seq): void {
    if (this.#count === this.#hits.length) {
      const kept = this.#hits.subarray(this.#head, this.#count);
      const grown = new Float64Array(Math.max(1024, kept.length * 2));
      grown.set(kept);
      this.#hits = grown;
      this.#shifted += this.#head;
      this.#count -= this.#head;
      this.#head = 0;
    }
    this.#hits[this.#count++] = found;
  }

  #forget(): void {
    while (this.#head < this.#count && (this.#hits[this.#head] ?? 0) < this.#journal.first()) this.#head++;
  }

  seqAt(position: number): Seq | null {
    const at = position - this.#shifted;
    return at >= this.#head && at < this.#count ? seq(this.#hits[at] ?? 0) : null;
  }

  positionOf(of: Seq): number | null {
    let low = this.#head;
    let high = this.#count - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const found = this.#hits[middle] ?? 0;
      if (found === of) return middle + this.#shifted;
      if (found < of) low = middle + 1;
      else high = middle - 1;
    }
    return null;
  }
}
