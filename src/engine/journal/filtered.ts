import type { Filter } from "../../core/log/filter.ts";
import { seq, type Seq } from "../../core/units/units.ts";
import { now } from "../clock.ts";
import type { ByteSearch } from "./byteSearch.ts";
import type { Journal } from "./journal.ts";
import { matchSegment } from "./match.ts";
import type { Matcher } from "./matcher.ts";
import { forerunners, isSlow, looksOf, prepare, type Prepared } from "./prepare.ts";
import type { Segment } from "./segment.ts";

/** Segments that the matcher is given at once, so that it need not wait for the next. */
const AHEAD = 4;

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

/** Heartbeats in a row, up to the last. */
interface Run {
  count: number;
  until: Seq;
}

interface Aside {
  readonly matcher: Matcher;
  readonly terms: Prepared;
}

/** The entries that a filter lets through, found in slices and kept up with the log. */
export class Filtered implements Positions {
  readonly #journal: Journal;
  readonly #filter: Prepared;
  /** Numbers of the hits from position `base` on; those before `#head` were dropped from the log. */
  #hits = new Float64Array(1024);
  #count = 0;
  #head = 0;
  #shifted = 0;
  /** The next entry to look at. */
  #next: number;
  readonly #began: number;

  /** The slow terms, and where they run; null: there are none, or they run here. */
  readonly #aside: Aside | null;
  /** What its matches hold, to be shown where it stands. */
  readonly looks: readonly ByteSearch[];

  /** A term took too long and was stopped: what was found so far is all there will be. */
  isStuck = false;

  /** Runs of heartbeats by their first, which alone is a hit; null: each is one. */
  readonly #runs: Map<number, Run> | null;
  #run: Run | null = null;

  /**
   * @param matcher runs the terms that may take long; null: all run here
   * @param groups whether heartbeats with nothing between them count as one
   */
  constructor(journal: Journal, filter: Filter, matcher: Matcher | null = null, groups = false) {
    this.#runs = groups ? new Map() : null;
    const prepared = prepare(filter, journal.origin() ?? now(), now());
    const terms = prepared.filter(isSlow);
    this.#journal = journal;
    this.looks = looksOf(prepared);
    this.#aside = matcher === null || terms.length === 0 ? null : { matcher, terms };
    this.#filter = [...forerunners(terms), ...(this.#aside ? prepared.filter((term) => !isSlow(term)) : prepared)];
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
    return this.isStuck || this.#next >= this.#journal.next();
  }
  scanned(): number {
    const whole = this.#journal.next() - this.#began;
    return whole === 0 ? 1 : Math.min(1, (this.#next - this.#began) / whole);
  }

  /** Looks at entries until all are seen or `until` (performance.now) is past. */
  async advance(until: number): Promise<void> {
    if (!this.#aside) this.#scan(until);
    else {
      do await this.#scanAside(this.#aside, until);
      while (!this.isDone() && performance.now() < until);
    }
  }

  /** The entries of one segment that were not looked at yet, those that pass the quick terms; null: no more. */
  #step(): { readonly found: readonly number[]; readonly at: number; readonly segment: Segment } | null {
    this.#next = Math.max(this.#next, this.#journal.first());
    const place = this.#journal.locate(seq(this.#next));
    if (!place) return null;
    const { segment, at } = place;
    const found: number[] = [];
    matchSegment(this.#journal.eventName, segment, this.#filter, at, segment.count, (hit) => found.push(hit));
    this.#next = segment.first + segment.count;
    return { found, at, segment };
  }

  #scan(until: number): void {
    do {
      const step = this.#step();
      if (!step) return;
      for (const hit of step.found) this.#add(step.segment, hit);
    } while (performance.now() < until);
  }

  async #scanAside({ matcher, terms }: Aside, until: number): Promise<void> {
    const asked: Promise<(() => void) | null>[] = [];
    while (asked.length < AHEAD) {
      const step = this.#step();
      if (!step) break;
      const { found, at, segment } = step;
      if (found.length === 0) {
        if (performance.now() < until) continue;
        break;
      }
      const candidates = Uint32Array.from(found, (hit) => hit - at);
      const matched = matcher.match({ cut: segment.cut(at, segment.count), isText: segment.isText }, terms, candidates);
      asked.push(
        matched.then(
          (hits) =>
            hits &&
            (() => {
              for (const hit of hits) this.#add(segment, at + hit);
            }),
        ),
      );
    }
    for (const add of await Promise.all(asked)) {
      if (add === null) this.isStuck = true;
      else add();
    }
  }

  #add(segment: Segment, at: number): void {
    const found = segment.seqAt(at);
    if (this.#runs) {
      const isPing = segment.kind(at) === "ping";
      if (isPing && this.#run) {
        this.#run.count++;
        this.#run.until = found;
        return;
      }
      this.#run = isPing ? { count: 1, until: found } : null;
      if (this.#run) this.#runs.set(found, this.#run);
    }
    this.#put(found);
  }

  #put(found: Seq): void {
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
    while (this.#head < this.#count && (this.#hits[this.#head] ?? 0) < this.#journal.first()) {
      this.#runs?.delete(this.#hits[this.#head] ?? 0);
      this.#head++;
    }
  }

  seqAt(position: number): Seq | null {
    const at = position - this.#shifted;
    return at >= this.#head && at < this.#count ? seq(this.#hits[at] ?? 0) : null;
  }

  positionOf(of: Seq): number | null {
    const at = this.#firstFrom(of);
    if (this.#hits[at] === of && at < this.#count) return at + this.#shifted;
    const before = this.#hits[at - 1];
    const isInside = at > this.#head && before !== undefined && (this.#runs?.get(before)?.until ?? 0) >= of;
    return isInside ? at - 1 + this.#shifted : null;
  }

  /** The run of heartbeats that an entry stands for; null: it stands for itself. */
  runAt(of: Seq): Run | null {
    const run = this.#runs?.get(of);
    return run && run.count > 1 ? run : null;
  }

  /** The hit nearest to an entry, after (1) or before it (-1). */
  neighbour(of: Seq, step: 1 | -1): Seq | null {
    this.#forget();
    const at = step === 1 ? this.#firstFrom(of + 1) : this.#firstFrom(of) - 1;
    return this.seqAt(at + this.#shifted);
  }

  /** Where the first hit from a number on stands, or would stand. */
  #firstFrom(of: number): number {
    let low = this.#head;
    let high = this.#count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#hits[middle] ?? 0) < of) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
