import "fake-indexeddb/auto";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { KeptPin } from "../../core/log/pin.ts";
import type { LogEntry } from "../../core/log/logEntry.ts";
import { DEFAULT_BUDGET } from "../../core/units/budget.ts";
import { bytes, epochMs, seq, type Seq } from "../../core/units/units.ts";
import type { SessionId } from "../../core/session/session.ts";
import type { JobId } from "../../link/exchange.ts";
import type { RecordingState } from "../../link/recording.ts";
import { inTransaction } from "../../storage/recordings/recordingDatabase.ts";
import {
  changeRecording,
  forgetDeleted,
  listRecordings,
  makeRoom,
  recordingOf,
} from "../../storage/recordings/recordings.ts";
import { entryOf } from "../exchange/entryOf.ts";
import { Job } from "../exchange/jobs.ts";
import { Loader } from "../exchange/loader.ts";
import { readLog } from "../exchange/readLog.ts";
import { readRecording } from "../exchange/readRecording.ts";
import { Journal, noEntry } from "../journal/journal.ts";
import { Recorders } from "./recorders.ts";
import { RecordingWriter } from "./recordingWriter.ts";
import { makeSession } from "../testing.ts";

const nothing = (): void => undefined;
const noPins: readonly KeptPin[] = [];
const notes = { evidence: () => null, probe: () => null };
let ids = 0;

beforeEach(() => {
  vi.stubGlobal("navigator", {});
});
afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  await inTransaction("readwrite", (meta, batches) => {
    meta.clear();
    batches.clear();
  });
});

function write(journal: Journal, text: string, time = 1000): Seq {
  return journal.append({
    ...noEntry,
    time: epochMs(time),
    direction: "received",
    kind: "message",
    payload: "text",
    data: text,
  });
}

function record(journal: Journal, budget = 1e9, pins: () => readonly KeptPin[] = () => noPins) {
  const id = `r${String(++ids)}`;
  const states: RecordingState[] = [];
  const as = { id, name: `Name ${id}`, url: "ws://x.test", protocol: "websocket" as const, budget: bytes(budget) };
  const writer = new RecordingWriter(journal, as, pins, (state) => {
    states.push(state);
  });
  writer.start();
  return { id, states, writer };
}

const entriesOf = (journal: Journal): readonly (LogEntry | null)[] =>
  Array.from({ length: journal.count() }, (_, at) => entryOf(journal, seq(journal.first() + at)));

async function readBack(id: string) {
  const session = makeSession();
  const bad: number[] = [];
  const loader = new Loader(session);
  const read = await readRecording(id, loader, notes, new Job(1 as JobId, nothing), (at) => {
    bad.push(at);
  });
  loader.finish();
  return { entries: entriesOf(session.recorder.journal), bad, read };
}

/** Three texts, each in a batch of its own. */
async function writeOneByOne(journal: Journal, writer: RecordingWriter, id: string): Promise<void> {
  for (const text of ["one", "two", "three"]) {
    write(journal, text);
    writer.wrote();
    const entries = journal.count();
    await vi.waitFor(async () => {
      expect(await recordingOf(id)).toMatchObject({ entries });
    });
  }
}

/** Waits until what was begun is written. */
const settle = (): Promise<void> =>
  vi.waitFor(async () => {
    expect(await listRecordings()).not.toEqual([]);
  });

describe("a session that is recorded", () => {
  test("[RC1] is in the database as it was in the log, whatever it held", async () => {
    const octets = fc.uint8Array({ maxLength: 30 }).map((value) => new Uint8Array(value));
    const message = fc.record({
      text: fc.string({ unit: "grapheme" }),
      event: fc.option(fc.constantFrom("chat", "tick")),
      attachments: fc.array(octets, { maxLength: 2 }),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(message, { maxLength: 30 }),
        fc.array(message, { maxLength: 30 }),
        async (one, other) => {
          const journal = new Journal(DEFAULT_BUDGET);
          const add = ({ text, event, attachments }: (typeof one)[number]): Seq =>
            journal.append({
              time: epochMs(1000.25 + journal.count()),
              direction: "sent",
              kind: "message",
              payload: event === null ? "text" : "event",
              data: text,
              event:
                event === null
                  ? 0
                  : journal.intern({ event, namespace: event.length > 3 ? "/chat" : "", hasOffset: false }),
              ackId: event === null ? null : 4,
              attachments: event === null ? [] : attachments,
            });
          const first = one.map(add);
          const { id, writer } = record(journal);
          const last = other.map(add);
          const [asked, answered] = [first[0], last[0]];
          if (asked !== undefined && answered !== undefined) journal.link(asked, answered);
          await writer.stop();
          const { entries, bad } = await readBack(id);
          expect(bad).toEqual([]);
          expect(entries).toEqual(entriesOf(journal));
          expect(await recordingOf(id)).toMatchObject({ entries: one.length + other.length, isClosed: true });
        },
      ),
      { numRuns: 40 },
    );
  });

  test("[RC2] a page that is gone leaves what was written by then, without an end", async () => {
    const journal = new Journal(DEFAULT_BUDGET);
    write(journal, "before");
    const { id, writer } = record(journal);
    await settle();
    write(journal, "after");
    writer.wrote();
    await vi.waitFor(async () => {
      expect(await recordingOf(id)).toMatchObject({ entries: 2, isClosed: false });
    });
    const { entries } = await readBack(id);
    expect(entries.map((entry) => entry?.body)).toEqual([
      { type: "text", text: "before" },
      { type: "text", text: "after" },
    ]);
    await writer.stop();
  });

  test("[RC3] where the browser refuses, that is told once, and the log is untouched", async () => {
    const journal = new Journal(DEFAULT_BUDGET);
    const { id, states, writer } = record(journal);
    await settle();
    vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
      throw new DOMException("The quota has been exceeded.", "QuotaExceededError");
    });
    write(journal, "not kept");
    writer.wrote();
    await vi.waitFor(() => {
      expect(states.at(-1)).toMatchObject({ is: "stopped", why: "refused" });
    });
    write(journal, "goes on");
    writer.wrote();
    await writer.stop();
    expect(states.filter(({ is }) => is === "stopped")).toHaveLength(1);
    expect(journal.count()).toBe(2);
    expect(await recordingOf(id)).toMatchObject({ entries: 0, isClosed: false });
  });

  test("[RC4] one that is deleted meanwhile does not begin anew in the middle", async () => {
    const journal = new Journal(DEFAULT_BUDGET);
    const { id, states, writer } = record(journal);
    await settle();
    await changeRecording(id, { deletedAt: epochMs(1) });
    await forgetDeleted(epochMs(Date.now()));
    write(journal, "too late");
    await writer.stop();
    expect(states.at(-1)).toEqual({ is: "off" });
    expect(await recordingOf(id)).toBeNull();
  });

  test("[RC5] beyond the limit the oldest go, but none that is kept and none that goes on", async () => {
    const made = async (name: string): Promise<string> => {
      const journal = new Journal(DEFAULT_BUDGET);
      write(journal, "x".repeat(1000), 1000 + ids);
      const { id, writer } = record(journal);
      await writer.stop();
      await changeRecording(id, { name });
      return id;
    };
    const [kept, oldest, going, latest] = [
      await made("kept"),
      await made("oldest"),
      await made("on"),
      await made("latest"),
    ];
    await changeRecording(kept, { isKept: true });
    const { dropped, hasRoom } = await makeRoom(3500, new Set([going]));
    expect(dropped.map(({ id }) => id)).toEqual([oldest]);
    expect(hasRoom).toBe(true);
    expect(await makeRoom(10, new Set([going, latest]))).toMatchObject({ dropped: [], hasRoom: false });
    const { entries } = await readBack(oldest);
    expect(entries).toEqual([]);
    const journal = new Journal(DEFAULT_BUDGET);
    const { states } = record(journal, 10);
    await vi.waitFor(() => {
      expect(states.at(-1)).toMatchObject({ is: "stopped", why: "full" });
    });
  });

  test("[RC6] what is damaged is left out, and hides nothing else", async () => {
    const journal = new Journal(DEFAULT_BUDGET);
    const { id, writer } = record(journal);
    await settle();
    await writeOneByOne(journal, writer, id);
    await inTransaction("readwrite", (meta, batches) => {
      batches.put({ version: 1, octets: "damaged" }, [id, 1]);
      meta.put({ id: 7, name: [] }, "broken");
    });
    const { entries, bad } = await readBack(id);
    expect(bad).toEqual([2]);
    expect(entries.map((entry) => entry?.body)).toEqual([
      { type: "text", text: "one" },
      { type: "text", text: "three" },
    ]);
    expect(await listRecordings()).toHaveLength(1);
    await writer.stop();
  });

  test("[RC7] what was marked in it is marked there, also after it ended and beside a part that is lost", async () => {
    const session = makeSession();
    const { journal } = session.recorder;
    const { id, writer } = record(journal, 1e9, () => session.pins);
    await writeOneByOne(journal, writer, id);
    session.pins = [{ seq: seq(journal.next() - 1), note: "here" }];
    writer.wrote();
    await vi.waitFor(async () => {
      expect(await recordingOf(id)).toMatchObject({ pins: session.pins });
    });
    await writer.stop();
    await inTransaction("readwrite", (_, batches) => {
      batches.put("damaged", [id, 1]);
    });

    const opened = makeSession();
    const about = { job: 1 as JobId, session: "s" as SessionId, from: { is: "recording", id } } as const;
    const { pins } = await readLog(opened, about, new Job(1 as JobId, nothing), nothing);
    expect(pins.map(({ note }) => note)).toEqual(["here"]);
    const [pin] = pins;
    expect(pin && entryOf(opened.recorder.journal, pin.seq)?.body).toEqual({ type: "text", text: "three" });

    const states: RecordingState[] = [];
    const recorders = new Recorders((_, state) => {
      states.push(state);
    });
    opened.pins = pins.map((one) => ({ ...one, note: "there" }));
    recorders.pinned("s" as SessionId, opened);
    await vi.waitFor(async () => {
      expect(await recordingOf(id)).toMatchObject({ pins: [{ seq: journal.next() - 1, note: "there" }] });
    });
    await changeRecording(id, { pins: [{ seq: seq(1), note: "x" }, "damaged" as unknown as KeptPin] });
    expect((await recordingOf(id))?.pins).toEqual([{ seq: 1, note: "x" }]);
    expect(states).toEqual([]);
    vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
      throw new DOMException("The quota has been exceeded.", "QuotaExceededError");
    });
    recorders.pinned("s" as SessionId, opened);
    await vi.waitFor(() => {
      expect(states).toMatchObject([{ is: "stopped", why: "refused" }]);
    });
    recorders.pinned("s" as SessionId, opened);
    await new Promise((resolve) => setTimeout(resolve));
    expect(states).toHaveLength(1);
  });
});
