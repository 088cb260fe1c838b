import { eventLabel, type EntryDetail, type EventLabel, type Row } from "../../core/log/entry.ts";
import type { Note } from "../../core/log/note.ts";
import type { EventCount } from "../../core/log/view.ts";
import { bytes, epochMs, seq, type EpochMs, type Seq } from "../../core/units/units.ts";
import type { Budget } from "../../core/units/budget.ts";
import type { ByteSearch } from "./byteSearch.ts";
import { makeRow } from "./row.ts";
import { Segment, type NewEntry } from "./segment.ts";

export interface Place {
  readonly segment: Segment;
  readonly at: number;
}

/** Entries and octets that share a segment; a message above MESSAGE_ALONE gets one of its own. */
const SEGMENT_ENTRIES = 8192;
const SEGMENT_OCTETS = 1024 * 1024;
const MESSAGE_ALONE = SEGMENT_OCTETS / 4;
const FIRST_OCTETS = 16 * 1024;

export const noEntry = { event: 0, ackId: null, attachments: [] } as const;

/**
 * Everything that happened on one connection, in order. Entries are only added at the end and only
 * dropped from the beginning, a segment at a time, when the budget is spent; each drop is itself an entry.
 */
export class Journal {
  readonly #segments: Segment[] = [];
  #next = 1;
  /** Entries below are hidden by a clear that can still be undone. */
  #floor = 1;
  #floorBefore = 1;
  #weight = 0;
  #budget: Budget;
  readonly #labelIds = new Map<string, number>();
  readonly #labels: EventLabel[] = [eventLabel("")];
  readonly #eventCounts: number[] = [];
  dropped = 0;

  constructor(budget: Budget) {
    this.#budget = budget;
  }

  /** Numbers go on from here: a log that was read keeps those it had. Only while it is empty. */
  beginAt(first: Seq): void {
    if (this.#segments.length > 0) return;
    this.#next = first;
    this.#floor = first;
    this.#floorBefore = first;
  }

  /** The oldest entry that is kept and not hidden. */
  first(): Seq {
    return seq(Math.max(this.#floor, this.#segments[0]?.first ?? this.#next));
  }
  /** The number that the next entry will get. */
  next(): Seq {
    return seq(this.#next);
  }
  count(): number {
    return this.#next - this.first();
  }
  weight(): number {
    return this.#weight;
  }
  segments(): readonly Segment[] {
    return this.#segments;
  }

  /** A small number for an event's label; 0 when there are too many different ones to number. */
  intern(label: EventLabel): number {
    const { event, namespace, hasOffset } = label;
    const key = `${hasOffset ? "+" : "-"}${namespace}\n${event}`;
    const known = this.#labelIds.get(key);
    if (known !== undefined) return known;
    const id = this.#labels.length;
    if (id > 0xffff) return 0;
    this.#labels.push(label);
    this.#labelIds.set(key, id);
    return id;
  }
  label = (id: number): EventLabel | null => (id === 0 ? null : (this.#labels[id] ?? null));
  eventName = (id: number): string | null => this.label(id)?.event ?? null;

  /** Names of events and how often they were written, the most frequent first. */
  events(): readonly EventCount[] {
    const counts = new Map<string, number>();
    for (const [id, { event }] of this.#labels.entries()) {
      const count = this.#eventCounts[id] ?? 0;
      if (count > 0) counts.set(event, (counts.get(event) ?? 0) + count);
    }
    return [...counts].map(([event, count]) => ({ event, count })).toSorted((one, other) => other.count - one.count);
  }

  append(entry: NewEntry): Seq {
    if (entry.event > 0) this.#eventCounts[entry.event] = (this.#eventCounts[entry.event] ?? 0) + 1;
    const added = this.#add(entry);
    if (this.#isOverBudget()) this.#dropOldest(entry.time);
    return added;
  }

  note(note: Note, time: EpochMs): Seq {
    return this.append({
      ...noEntry,
      time,
      direction: "local",
      kind: note.note === "evidence" || note.note === "probed" ? "diagnosis" : "lifecycle",
      payload: "note",
      data: JSON.stringify(note),
    });
  }

  #add(entry: NewEntry): Seq {
    const last = this.#segments.at(-1);
    const before = last?.weight() ?? 0;
    const length = entry.data.length + entry.attachments.reduce((sum, part) => sum + part.length, 0);
    if (length > MESSAGE_ALONE) this.#addAlone(entry, length);
    else if (last?.add(entry)) this.#weight += last.weight() - before;
    else {
      last?.seal();
      this.#weight += (last?.weight() ?? 0) - before;
      const octets = last ? Math.min(SEGMENT_OCTETS, Math.max(FIRST_OCTETS, last.used)) : FIRST_OCTETS;
      const segment = new Segment(seq(this.#next), this.#entriesPerSegment(), SEGMENT_OCTETS, octets);
      segment.add(entry);
      this.#push(segment);
    }
    return seq(this.#next++);
  }

  #addAlone(entry: NewEntry, length: number): void {
    const last = this.#segments.at(-1);
    const before = last?.weight() ?? 0;
    last?.seal();
    this.#weight += (last?.weight() ?? 0) - before;
    const most = length * 3;
    const segment = new Segment(seq(this.#next), 1, most, typeof entry.data === "string" ? 0 : length);
    segment.add(entry);
    segment.seal();
    this.#push(segment);
  }

  #push(segment: Segment): void {
    this.#segments.push(segment);
    this.#weight += segment.weight();
  }

  /** Small budgets get small segments, so that a drop takes an eighth and not everything. */
  #entriesPerSegment(): number {
    return Math.max(64, Math.min(SEGMENT_ENTRIES, Math.ceil(this.#budget.entries / 8)));
  }

  setBudget(budget: Budget, now: EpochMs): void {
    this.#budget = budget;
    if (this.#isOverBudget()) this.#dropOldest(now);
  }

  #isOverBudget(): boolean {
    const kept = this.#next - (this.#segments[0]?.first ?? this.#next);
    return (kept > this.#budget.entries || this.#weight > this.#budget.bytes) && this.#segments.length > 1;
  }

  #dropOldest(now: EpochMs): void {
    const from = this.#segments[0]?.first ?? seq(this.#next);
    while (this.#isOverBudget()) this.#dropFirst();
    const end = this.#segments[0]?.first ?? seq(this.#next);
    this.dropped += end - from;
    if (end > this.#floor) {
      const note: Note = { note: "dropped", from, to: seq(end - 1) };
      this.#add({
        ...noEntry,
        time: now,
        direction: "local",
        kind: "lifecycle",
        payload: "note",
        data: JSON.stringify(note),
      });
    }
  }

  #dropFirst(): void {
    const first = this.#segments.shift();
    if (first) this.#weight -= first.weight();
  }

  /** Hides everything so far. */
  clear(): void {
    this.#floorBefore = this.#floor;
    this.#floor = this.#next;
  }
  /** Undoes the last clear, not those before it. */
  unclear(): void {
    this.#floor = this.#floorBefore;
  }
  /** Lets go of what is hidden. */
  forgetCleared(): void {
    for (;;) {
      const first = this.#segments[0];
      if (!first || first.first + first.count > this.#floor || this.#segments.length === 1) return;
      this.#dropFirst();
    }
  }

  /** The segment of an entry, hidden or not; null: it was dropped. */
  segmentAt = (of: Seq): Segment | null =>
    this.#segments.findLast(({ first, count }) => first <= of && of < first + count) ?? null;

  locate(of: Seq): Place | null {
    if (of < this.first() || of >= this.#next) return null;
    let low = 0;
    let high = this.#segments.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#segments[middle]?.first ?? 0) <= of) low = middle;
      else high = middle - 1;
    }
    const segment = this.#segments[low];
    return segment ? { segment, at: of - segment.first } : null;
  }

  /** The first entry from a moment on; the last one if there is none later. null: the log is empty. */
  seqAt(moment: EpochMs): Seq | null {
    let low: number = this.first();
    let high = this.#next;
    if (low === high) return null;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.timeOf(seq(middle)) ?? 0) < moment) low = middle + 1;
      else high = middle;
    }
    return seq(Math.min(low, this.#next - 1));
  }

  /** Ties two entries together, both ways: an emit and its acknowledgement, a heartbeat and its answer. */
  link(one: Seq, other: Seq): void {
    const a = this.locate(one);
    const b = this.locate(other);
    if (a && b) {
      a.segment.link(a.at, other);
      b.segment.link(b.at, one);
    }
  }

  /**
   * @param above the row shown above this one, for the time between them
   * @param looks what a filter looks for, so that the row shows it
   */
  row(of: Seq, above: Seq | null, looks?: readonly ByteSearch[]): Row | null {
    const place = this.locate(of);
    if (!place) return null;
    const before = above === null ? null : this.locate(above);
    return makeRow(this, place, before ? before.segment.time(before.at) : null, looks);
  }

  timeOf(of: Seq): EpochMs | null {
    const place = this.locate(of);
    return place ? place.segment.time(place.at) : null;
  }

  /** @returns null: dropped, hidden, or not a lifecycle entry */
  noteOf(of: Seq): Note | null {
    const what = this.row(of, null)?.what;
    return what?.type === "note" ? what.note : null;
  }

  origin(): EpochMs | null {
    return this.count() > 0 ? (this.timeOf(this.first()) ?? epochMs(0)) : null;
  }

  detail(of: Seq, limit: number | null): EntryDetail | null {
    const place = this.locate(of);
    const row = this.row(of, of > this.first() ? seq(of - 1) : null);
    if (!place || !row) return null;
    const octets = place.segment.octets(place.at);
    return {
      row,
      head: octets.slice(0, limit ?? octets.length),
      total: bytes(octets.length),
      attachments: place.segment.attachments(place.at),
    };
  }
}
