import type { KeptPin } from "../../core/log/pin.ts";
import { bytes, epochMs, seq } from "../../core/units/units.ts";
import type { RecordAs, RecordingState } from "../../link/recording.ts";
import { addBatches, LOCK, makeRoom, runningRecordings } from "../../storage/recordings/recordings.ts";
import type { RecordedBatch, RecordingMeta } from "../../storage/recordings/records.ts";
import { now } from "../clock.ts";
import type { Journal } from "../journal/journal.ts";

/** What came is written this often, in ms: a page that is gone loses no more, and what a write takes. */
const WRITE_EVERY = 500;
/** Octets that go in one transaction, so that a flood does not stand twice in memory. */
const MOST_AT_ONCE = 16 * 1024 * 1024;
/** Room is looked for after this many octets. */
const LOOK_EVERY = 16 * 1024 * 1024;

/**
 * Keeps a log in the database as it grows, in batches of what the journal holds. Where the browser refuses,
 * that is told and the recording ends; the log itself knows nothing of it.
 */
export class RecordingWriter {
  readonly #journal: Journal;
  readonly #as: RecordAs;
  readonly #pins: () => readonly KeptPin[];
  #pinsWritten: readonly KeptPin[] = [];
  readonly #tell: (state: RecordingState) => void;
  #next: number;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #writing: Promise<void> = Promise.resolve();
  #isOver = false;
  #hasBegun = false;
  #sinceLook = LOOK_EVERY;
  #release: () => void = () => undefined;

  /** @param pins what is marked in the log; another list after every change */
  constructor(journal: Journal, as: RecordAs, pins: () => readonly KeptPin[], tell: (state: RecordingState) => void) {
    this.#journal = journal;
    this.#as = as;
    this.#pins = pins;
    this.#tell = tell;
    this.#next = journal.first();
  }

  start(): void {
    // Missing where a page is neither HTTPS nor on this machine.
    const { locks } = navigator as { locks?: LockManager };
    const held = new Promise<void>((resolve) => {
      this.#release = resolve;
    });
    void locks?.request(LOCK + this.#as.id, () => held);
    this.#tell({ is: "on", id: this.#as.id, dropped: [] });
    this.#write(false);
  }

  /** Something was written to the log, or marked in it. */
  wrote(): void {
    if (this.#isOver) return;
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      this.#write(false);
    }, WRITE_EVERY);
  }

  /** Writes what is left, and that it ended on purpose. */
  async stop(): Promise<void> {
    if (this.#isOver) return;
    clearTimeout(this.#timer ?? undefined);
    this.#write(true);
    await this.#writing;
    this.#end({ is: "off" });
  }

  #end(state: RecordingState): void {
    if (this.#isOver) return;
    this.#isOver = true;
    clearTimeout(this.#timer ?? undefined);
    this.#release();
    this.#tell(state);
  }

  /** One write after another: their places in the database are their order. */
  #write(closes: boolean): void {
    this.#writing = this.#writing
      .then(() => this.#writeAll(closes))
      .catch((error: unknown) => {
        this.#end({ is: "stopped", why: "refused", detail: String(error) });
      });
  }

  async #writeAll(closes: boolean): Promise<void> {
    do {
      if (this.#isOver) return;
      if (this.#sinceLook >= LOOK_EVERY && !(await this.#hasRoom())) {
        this.#end({ is: "stopped", why: "full", detail: "" });
        return;
      }
      const batches = this.#cut();
      const size = batches.reduce((sum, batch) => sum + sizeOf(batch), 0);
      const entries = batches.reduce((sum, { times }) => sum + times.length, 0);
      const isLast = this.#next >= this.#journal.next();
      const pins = this.#pins();
      if (batches.length === 0 && !closes && this.#hasBegun && pins === this.#pinsWritten) return;
      const isThere = await addBatches(this.#as.id, batches, (known) =>
        this.#meta(known, { entries, size, isClosed: closes && isLast, pins }),
      );
      if (!isThere) {
        this.#end({ is: "off" });
        return;
      }
      this.#hasBegun = true;
      this.#pinsWritten = pins;
      this.#sinceLook += size;
    } while (this.#next < this.#journal.next());
  }

  /** Batches of what was written to the log since the last; what was dropped from it before is not there. */
  #cut(): readonly RecordedBatch[] {
    const journal = this.#journal;
    const batches: RecordedBatch[] = [];
    let size = 0;
    this.#next = Math.max(this.#next, journal.segments()[0]?.first ?? this.#next);
    while (this.#next < journal.next() && size < MOST_AT_ONCE) {
      const segment = journal.segmentAt(seq(this.#next));
      if (!segment) break;
      const cut = segment.cut(this.#next - segment.first, segment.count);
      const ids = new Set(cut.relations?.events);
      const names = [...ids].flatMap((id) => {
        const label = journal.label(id);
        return label === null ? [] : [[id, label.event, label.namespace, label.hasOffset] as const];
      });
      const batch: RecordedBatch = { version: 1, first: this.#next, names, ...cut };
      batches.push(batch);
      size += sizeOf(batch);
      this.#next = segment.first + segment.count;
    }
    return batches;
  }

  #meta(
    known: RecordingMeta | null,
    added: {
      readonly entries: number;
      readonly size: number;
      readonly isClosed: boolean;
      readonly pins: readonly KeptPin[];
    },
  ): RecordingMeta | null {
    const { id, name, url, protocol } = this.#as;
    // It was deleted meanwhile: what is gone does not begin anew in the middle.
    if (known === null && this.#hasBegun) return null;
    const before = known ?? {
      id,
      name,
      url,
      protocol,
      isKept: false,
      began: epochMs(this.#journal.origin() ?? now()),
      lastAt: now(),
      entries: 0,
      size: bytes(0),
      batches: 0,
      isClosed: false,
      deletedAt: null,
      pins: [],
    };
    return {
      ...before,
      lastAt: now(),
      entries: before.entries + added.entries,
      size: bytes(before.size + added.size),
      isClosed: added.isClosed,
      pins: added.pins,
    };
  }

  async #hasRoom(): Promise<boolean> {
    const running = new Set(await runningRecordings());
    running.add(this.#as.id);
    const { dropped, hasRoom } = await makeRoom(this.#as.budget, running);
    if (dropped.length > 0) this.#tell({ is: "on", id: this.#as.id, dropped: dropped.map(({ name }) => name) });
    this.#sinceLook = 0;
    return hasRoom;
  }
}

const sizeOf = ({ octets, times, relations }: RecordedBatch): number =>
  octets.length + times.length * 13 + (relations === null ? 0 : times.length * 14);
