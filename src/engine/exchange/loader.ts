import type { ReadEntry } from "../../core/formats/log/reading/logReading.ts";
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
  readonly #numbers = new SeqMap();
  readonly #links: [here: Seq, there: number][] = [];
  entries = 0;
  began: EpochMs | null = null;

  constructor(session: LiveSession) {
    this.#session = session;
    session.recorder.journal.setBudget({ entries: MOST_ENTRIES * 2, bytes: bytes(MOST_OCTETS * 2) }, never);
  }

  isFull = (): boolean => this.entries >= MOST_ENTRIES || this.#session.recorder.journal.weight() > MOST_OCTETS;

  add(entry: ReadEntry): void {
    const { journal } = this.#session.recorder;
    if (this.entries === 0 && entry.seq !== null && entry.seq > 0 && entry.seq <= LARGEST_FIRST)
      journal.beginAt(seq(entry.seq));
    const here = this.#session.recorder.load(this.#made(entry));
    this.entries++;
    this.began ??= entry.time;
    if (entry.seq !== null) this.#numbers.add(entry.seq, here);
    if (entry.linked !== null) this.#links.push([here, entry.linked]);
    const { body } = entry;
    if (body.type === "note" && body.note.note === "evidence") {
      const of = this.#numbers.get(body.note.of);
      if (of !== null) this.#session.examiner.knows(of, here);
    }
  }

  /** Links may lead forward, so that they are tied when everything is in. */
  finish(): void {
    for (const [here, there] of this.#links) {
      const to = this.#numbers.get(there);
      if (to !== null) this.#session.recorder.journal.link(here, to);
    }
  }

  #made({ time, direction, kind, event, ackId, body }: ReadEntry): NewEntry {
    const { payload, data, attachments } = this.#content(body);
    const id = event === null ? 0 : this.#session.recorder.journal.intern(event);
    return { time, direction, kind, payload, data, event: id, ackId, attachments };
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
    const of = this.#numbers.get(note.of);
    return of === null || of === note.of ? note : { ...note, of };
  }
}

/** Nothing is dropped by a budget that grows, so that no entry gets this time. */
const never = epochMs(0);
