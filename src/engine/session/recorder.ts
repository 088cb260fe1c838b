import { isTraffic } from "../../core/log/entry.ts";
import type { Note } from "../../core/log/note.ts";
import { bytes, type EpochMs, type Seq } from "../../core/units/units.ts";
import { utf8Length } from "../../core/units/utf8.ts";
import type { Stats, Traffic } from "../../core/log/view.ts";
import type { Budget } from "../../core/units/budget.ts";
import { now } from "../clock.ts";
import { Journal } from "../journal/journal.ts";
import type { NewEntry } from "../journal/segment.ts";

/** Rates are taken over this many milliseconds, short enough to follow and long enough to read. */
const RATE_SPAN = 1000;

/** A journal with its counters: what goes in is timed, counted, and left out while capture is paused. */
export class Recorder {
  readonly journal: Journal;
  #sent: Traffic = { count: 0, bytes: bytes(0) };
  #received: Traffic = { count: 0, bytes: bytes(0) };
  #missed: { count: number; bytes: number } | null = null;
  #rate = 0;
  #byteRate = 0;
  #rateFrom = { time: 0, count: 0, octets: 0 };
  roundTrip: number | null = null;
  /** Whoever watches the traffic of the connection: told of every frame, recorded or not. */
  watchFrame: (entry: Omit<NewEntry, "time">, size: number, at: EpochMs) => void = () => undefined;

  constructor(budget: Budget) {
    this.journal = new Journal(budget);
  }

  /** @returns the number it got; null while capture is paused */
  write(entry: Omit<NewEntry, "time">): Seq | null {
    const time = now();
    const counts = isTraffic(entry);
    if (this.#missed) {
      if (!counts) return null;
      const attached = entry.attachments.reduce((sum, part) => sum + part.length, 0);
      const size = attached + (typeof entry.data === "string" ? utf8Length(entry.data) : entry.data.length);
      this.#count(entry, size, time);
      this.#missed.count++;
      this.#missed.bytes += size;
      return null;
    }
    const before = this.journal.next();
    const written = this.journal.append({ ...entry, time });
    if (counts) this.#count(entry, this.#writtenSize(before), time);
    return written;
  }

  #writtenSize(of: Seq): number {
    const place = this.journal.locate(of);
    return place ? place.segment.end(place.at) - place.segment.start(place.at) : 0;
  }

  #count(entry: Omit<NewEntry, "time">, size: number, time: EpochMs): void {
    const { direction } = entry;
    this.watchFrame(entry, size, time);
    const add = (traffic: Traffic): Traffic => ({ count: traffic.count + 1, bytes: bytes(traffic.bytes + size) });
    if (direction === "sent") this.#sent = add(this.#sent);
    else if (direction === "received") this.#received = add(this.#received);
  }

  /** An entry of a log that is read: its time is that of the file, and it makes no rate. */
  load(entry: NewEntry): Seq {
    const before = this.journal.next();
    const written = this.journal.append(entry);
    if (!isTraffic(entry)) return written;
    const size = bytes(this.#writtenSize(before));
    const add = (traffic: Traffic): Traffic => ({ count: traffic.count + 1, bytes: bytes(traffic.bytes + size) });
    if (entry.direction === "sent") this.#sent = add(this.#sent);
    else if (entry.direction === "received") this.#received = add(this.#received);
    this.#rateFrom.count = this.#sent.count + this.#received.count;
    this.#rateFrom.octets = this.#sent.bytes + this.#received.bytes;
    return written;
  }

  note = (note: Note): Seq => this.journal.note(note, now());

  link(asked: Seq, answered: Seq): void {
    this.journal.link(asked, answered);
    const from = this.journal.timeOf(asked);
    const to = this.journal.timeOf(answered);
    if (from !== null && to !== null) this.roundTrip = to - from;
  }

  /** What happens to the connection is written all the same: an ending is never lost. */
  pause(paused: boolean): void {
    if (paused === (this.#missed !== null)) return;
    if (this.#missed) this.note({ note: "resumed", missed: this.#missed.count, size: bytes(this.#missed.bytes) });
    else this.note({ note: "paused" });
    this.#missed = paused ? { count: 0, bytes: 0 } : null;
  }

  /** Messages a second, both ways, over the last second or so. */
  rate(): number {
    const time = performance.now();
    const count = this.#sent.count + this.#received.count;
    const span = time - this.#rateFrom.time;
    if (span >= RATE_SPAN) {
      const octets = this.#sent.bytes + this.#received.bytes;
      this.#rate = ((count - this.#rateFrom.count) * 1000) / span;
      this.#byteRate = ((octets - this.#rateFrom.octets) * 1000) / span;
      this.#rateFrom = { time, count, octets };
    }
    return this.#rate;
  }

  /** Octets a second, when the rate was last taken. */
  byteRate = (): number => this.#byteRate;

  stats(buffered: number): Stats {
    const { journal } = this;
    return {
      entries: journal.count(),
      sent: this.#sent,
      received: this.#received,
      rate: this.rate(),
      buffered: bytes(buffered),
      kept: bytes(journal.weight()),
      dropped: journal.dropped,
      paused: this.#missed !== null,
      origin: journal.origin(),
      roundTrip: this.roundTrip,
    };
  }
}
