import type { Row } from "../core/log/entry.ts";
import { parseFilter } from "../core/log/filter.ts";
import type { Seq } from "../core/units/units.ts";
import type { HeartbeatRun, View } from "../core/log/view.ts";
import type { Watch } from "../link/protocol.ts";
import { breathe } from "./clock.ts";
import { Filtered, Unfiltered, type Positions } from "./journal/filtered.ts";
import type { Matcher } from "./journal/matcher.ts";
import type { LiveSession } from "./session/liveSession.ts";

/** A calm log is shown every frame; a busy one ten times a second, which costs a tenth of the receive rate instead of a quarter. */
const CALM = 16;
const BUSY = 100;
/** On a machine that takes long to draw, drawing gets no more than a share of the time: the log would starve its own source. */
const DRAWING_SHARE = 6;
const SLOWEST = 300;
/** Messages a second from which a log counts as busy, and half-busy; and octets a second, of few large ones. */
const MANY = 2000;
const SOME = 300;
const HEAVY = 8 * 1024 * 1024;
/** What a search found so far is shown this often: a short one has ended by then, and drawing takes from it. */
const SEARCHING = 150;
/** After the last message the rate must still fall to zero on the screen. */
const SETTLE = 1100;
/** A slice of searching, in ms: short enough for a message to wait behind; where none come, for a keystroke. */
const SLICE = 6;
const CALM_SLICE = 25;

/**
 * Pushes the visible window of one session to the page: from the receive loop, so that a flood
 * cannot starve a timer, and one at a time, so that a page that paints nothing gets nothing.
 */
export class Watcher {
  readonly session: LiveSession;
  readonly #push: (view: View) => void;
  readonly #matcher: Matcher;
  #watch: Watch;
  #positions: Positions;
  #filtered: Filtered | null = null;
  #isScanning = false;
  /** When the log began to be searched for a new filter; null: it was seen whole, and is kept up with. */
  #searchFrom: number | null = null;
  #isDirty = true;
  #isPainted = true;
  #pushedAt = Number.NEGATIVE_INFINITY;
  /** From the last push until it was painted, in ms. */
  #drawing = 0;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #settle: ReturnType<typeof setTimeout> | null = null;

  constructor(session: LiveSession, watch: Watch, matcher: Matcher, push: (view: View) => void) {
    this.session = session;
    this.#watch = watch;
    this.#matcher = matcher;
    this.#push = push;
    this.#positions = new Unfiltered(session.recorder.journal);
    this.restart();
  }

  /** The page scrolled, followed, or changed its filter: it waits for the answer, so none is held back. */
  look(watch: Watch): void {
    const isOther = watch.generation !== this.#watch.generation;
    this.#watch = watch;
    if (isOther) this.restart();
    this.#isPainted = true;
    this.#isDirty = true;
    if (this.#searchFrom === null) this.#pushNow();
    else this.#pushIfDue();
  }

  /** The log was cleared, or the filter is new: what was found counts no more. */
  restart(): void {
    const { journal } = this.session.recorder;
    const parsed = parseFilter(this.#watch.filter);
    const filter = parsed.ok ? parsed.value : [];
    const { shows } = this.#watch;
    const groups = this.#watch.groups && shows === "matches";
    this.#filtered = filter.length > 0 || groups ? new Filtered(journal, filter, this.#matcher, groups) : null;
    this.#positions = (shows === "matches" ? this.#filtered : null) ?? new Unfiltered(journal);
    this.#searchFrom = this.#filtered === null ? null : performance.now();
    this.wrote();
  }

  /** Something was written to the log. */
  wrote(): void {
    this.#isDirty = true;
    if (this.#filtered && !this.#isScanning && !this.#filtered.isStuck) void this.#scan(this.#filtered);
    this.#pushIfDue();
  }

  async #scan(filtered: Filtered): Promise<void> {
    this.#isScanning = true;
    // One slice at once: a short log is found before the next frame.
    await filtered.advance(performance.now() + this.#slice());
    while (!filtered.isDone() && this.#filtered === filtered) {
      await breathe();
      await filtered.advance(performance.now() + this.#slice());
      this.#isDirty = true;
      this.#pushIfDue();
    }
    this.#isScanning = false;
    this.#isDirty = true;
    if (this.#filtered === filtered && this.#searchFrom !== null) {
      this.#searchFrom = null;
      // Set for the search's next part: what was found is due sooner.
      clearTimeout(this.#timer ?? undefined);
      this.#timer = null;
    }
    this.#pushIfDue();
    if (this.#filtered && this.#filtered !== filtered) void this.#scan(this.#filtered);
  }

  readonly #slice = (): number => (this.session.recorder.rate() > 0 ? SLICE : CALM_SLICE);

  painted(): void {
    this.#isPainted = true;
    this.#drawing = performance.now() - this.#pushedAt;
    this.#pushIfDue();
  }

  stop(): void {
    clearTimeout(this.#timer ?? undefined);
    clearTimeout(this.#settle ?? undefined);
    this.#isPainted = false;
    this.#filtered = null;
  }

  #pushIfDue(): void {
    if (!this.#isDirty || !this.#isPainted) return;
    const due =
      this.#searchFrom === null
        ? this.#pushedAt + this.#period()
        : Math.max(this.#searchFrom, this.#pushedAt) + SEARCHING;
    const wait = due - performance.now();
    if (wait <= 0) this.#pushNow();
    else
      this.#timer ??= setTimeout(() => {
        this.#timer = null;
        this.#pushIfDue();
      }, wait);
  }

  /** Asked for every message: it makes nothing. */
  #period(): number {
    const { recorder } = this.session;
    const rate = recorder.rate();
    if (rate > MANY || recorder.byteRate() > HEAVY)
      return Math.min(SLOWEST, Math.max(BUSY, this.#drawing * DRAWING_SHARE));
    return rate > SOME ? BUSY / 2 : CALM;
  }

  #pushNow(): void {
    clearTimeout(this.#timer ?? undefined);
    this.#timer = null;
    this.#isDirty = false;
    this.#isPainted = false;
    this.#pushedAt = performance.now();
    this.#push(this.#view());
    clearTimeout(this.#settle ?? undefined);
    this.#settle = setTimeout(() => {
      this.#isDirty = this.session.recorder.rate() > 0;
      this.#pushIfDue();
    }, SETTLE);
  }

  #view(): View {
    const { generation, from, count, follow } = this.#watch;
    const base = this.#positions.base();
    const total = this.#positions.total();
    const filtered = this.#filtered;
    const last = base + total;
    const first = Math.max(base, follow ? last - count : Math.min(from, last));
    const rows: Row[] = [];
    const runs = new Map<Seq, HeartbeatRun>();
    let above: Seq | null = this.#positions.seqAt(first - 1);
    for (let position = first; position < Math.min(last, first + count); position++) {
      const of = this.#positions.seqAt(position);
      const row = of === null ? null : this.session.recorder.journal.row(of, above, filtered?.looks);
      if (row) rows.push(row);
      const run = of === null ? null : (filtered?.runAt(of) ?? null);
      if (of !== null && run) runs.set(of, { ...run });
      above = of;
    }
    return {
      generation,
      from: first,
      rows,
      base,
      total,
      scanned: filtered?.scanned() ?? 1,
      matches: filtered?.total() ?? null,
      hits:
        filtered && this.#watch.shows === "all"
          ? rows.map((row) => row.seq).filter((of) => filtered.positionOf(of) !== null)
          : [],
      runs,
      isStuck: filtered?.isStuck ?? false,
      stats: this.session.recorder.stats(this.session.buffered()),
    };
  }

  positionOf = (of: Seq): number | null => this.#positions.positionOf(of);

  /** The next match after an entry, or the last before it; waits while there may be more. */
  async nextMatch(from: Seq, step: 1 | -1): Promise<Seq | null> {
    const filtered = this.#filtered;
    for (;;) {
      const found = filtered?.neighbour(from, step) ?? null;
      if (found !== null || !filtered || filtered.isDone() || this.#filtered !== filtered) return found;
      await breathe();
    }
  }
}
