import type { ReadEntry } from "../../core/formats/log/reading/logReading.ts";
import type { EventLabel } from "../../core/log/entry.ts";
import type { EntryBody } from "../../core/log/logEntry.ts";
import type { Note } from "../../core/log/note.ts";
import { bytes, epochMs, seq, type EpochMs, type Seq } from "../../core/units/units.ts";
import type { NewEntry, PayloadKind } from "../journal/segment.ts";
import type { LiveSession } from "../session/liveSession.ts";
import { SeqMap } from "./seqMap.ts";

/** What a log that is only looked at may take: it is not dropped from, so reading ends there. */
const MOST_ENTRIES = 10_000_000;
const MOST_OCTETS = 3 * 1024 ** 3;

/** A log that counts from farther on would leave the whole numbers that can be told apart. */
const LARGEST_FIRST = 1e15;

/** Puts entries from elsewhere into a session's journal, and ties again what belonged together. */
export class Loader {
  readonly #session: LiveSession;
  readonly numbers = new SeqMap();
  readonly #links: [here: Seq, there: number][] = [];
  entries = 0;
  began: EpochMs | null = null;

  constructor(session: LiveSession) {
    this.#session = session;
    session.recorder.journal.setBudget({ entries: MOST_ENTRIES * 2, bytes: bytes(MOST_OCTETS * 2) }, never);
  }

  isFull = (): boolean => this.entries >= MOST_ENTRIES || this.#session.recorder.journal.weight() > MOST_OCTETS;

  add(entry: ReadEntry): void {
    const { time, direction, kind, event, namespace = "", ackId, body } = entry;
    const label = event === null ? null : { event, namespace, hasOffset: false };
    const here = this.put({ time, direction, kind, ackId, ...this.#content(body) }, label, entry);
    if (body.type === "note" && body.note.note === "evidence") {
      const of = this.numbers.here(body.note.of);
      if (of !== null) this.#session.examiner.knows(of, here);
    }
  }

  /** An entry as a journal holds it. */
  put(
    entry: Omit<NewEntry, "event">,
    label: EventLabel | null,
    { seq: there, linked }: Pick<ReadEntry, "seq" | "linked">,
  ): Seq {
    const { recorder } = this.#session;
    if (this.entries === 0 && there !== null && there > 0 && there <= LARGEST_FIRST)
      recorder.journal.beginAt(seq(there));
    const here = recorder.load({ ...entry, event: label === null ? 0 : recorder.journal.intern(label) });
    this.entries++;
    this.began ??= entry.time;
    if (there !== null) this.numbers.add(there, here);
    if (linked !== null) this.#links.push([here, linked]);
    return here;
  }

  /** Links may lead forward, so that they are tied when everything is in. */
  finish(): void {
    for (const [here, there] of this.#links) {
      const to = this.numbers.here(there);
      if (to !== null) this.#session.recorder.journal.link(here, to);
    }
  }

  #content(body: EntryBody): Pick<NewEntry, "data" | "attachments"> & { readonly payload: PayloadKind } {
    switch (body.type) {
      case "text":
        return { payload: "text", data: body.text, attachments: [] };
      case "binary":
        return { payload: "binary", data: body.octets, attachments: [] };
      case "event":
        return { payload: "event", data: body.text, attachments: body.attachments };
      case "note":
        return { payload: "note", data: JSON.stringify(this.#renumbered(body.note)), attachments: [] };
    }
  }

  /** A part of a log has other numbers here than it had there. */
  #renumbered(note: Note): Note {
    if (!("of" in note)) return note;
    const of = this.numbers.here(note.of);
    return of === null || of === note.of ? note : { ...note, of };
  }
}

/** Nothing is dropped by a budget that grows, so that no entry gets this time. */
const never = epochMs(0);
