import { readNote, type NoteReaders } from "../../core/log/readNote.ts";
import { epochMs } from "../../core/units/units.ts";
import { batchOf, recordingOf } from "../../storage/recordings/recordings.ts";
import type { RecordedBatch, RecordingMeta } from "../../storage/recordings/records.ts";
import { unpack } from "../journal/segment.ts";
import type { Job } from "./jobs.ts";
import type { Loader } from "./loader.ts";

export interface RecordingRead {
  readonly meta: RecordingMeta | null;
  readonly stopped: "cancelled" | "too-many" | null;
}

/**
 * Reads a recording batch by batch, as far as it goes.
 * @param bad is called with the number of a batch or an entry that is damaged; the others stay
 */
export async function readRecording(
  id: string,
  loader: Loader,
  notes: NoteReaders,
  job: Job,
  bad: (at: number) => void,
): Promise<RecordingRead> {
  const meta = await recordingOf(id);
  for (let at = 0; at < (meta?.batches ?? 0); at++) {
    const batch = readBatch(await batchOf(id, at));
    if (batch === null) bad(at + 1);
    else if (loader.isFull()) return { meta, stopped: "too-many" };
    else
      addBatch(batch, loader, notes, () => {
        bad(at + 1);
      });
    const isOn = await job.rest({ done: (at + 1) / (meta?.batches ?? 1), entries: loader.entries });
    if (!isOn) return { meta, stopped: "cancelled" };
  }
  return { meta, stopped: null };
}

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

function addBatch(batch: RecordedBatch, loader: Loader, notes: NoteReaders, bad: () => void): void {
  const { first, octets, times, ends, flags, relations } = batch;
  const labels = new Map(
    batch.names.map(([id, event, namespace = "", hasOffset = false]) => [id, { event, namespace, hasOffset }]),
  );
  const attached = new Map(batch.attachments);
  for (let at = 0; at < times.length; at++) {
    const whole = octets.subarray(at === 0 ? 0 : ends[at - 1], ends[at]);
    const { direction, kind, payload } = unpack(flags[at] ?? 0);
    const time = epochMs(times[at] ?? 0);
    const linked = relations?.links[at] ?? 0;
    const about = { seq: first + at, linked: linked === 0 ? null : linked };
    if (payload === "note") {
      const note = readNote(parsed(decoder.decode(whole)), notes);
      if (note === null) bad();
      else loader.add({ ...about, time, direction, kind, event: null, ackId: null, body: { type: "note", note } });
      continue;
    }
    const lengths = attached.get(at) ?? [];
    let from = whole.length - lengths.reduce((sum, length) => sum + length, 0);
    const data = whole.subarray(0, Math.max(0, from));
    const attachments = lengths.map((length) => whole.subarray(from, (from += length)));
    const ackId = relations?.ackIds[at] ?? -1;
    const label = labels.get(relations?.events[at] ?? 0) ?? null;
    loader.put({ time, direction, kind, payload, data, ackId: ackId < 0 ? null : ackId, attachments }, label, about);
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** What was stored may be damaged, or newer: then it is left out. */
function readBatch(stored: unknown): RecordedBatch | null {
  const one = Object(stored) as Partial<Record<keyof RecordedBatch, unknown>>;
  const { version, first, octets, times, ends, flags, names, attachments } = one;
  const isWhole =
    version === 1 &&
    typeof first === "number" &&
    octets instanceof Uint8Array &&
    times instanceof Float64Array &&
    ends instanceof Uint32Array &&
    flags instanceof Uint8Array &&
    ends.length === times.length &&
    flags.length === times.length &&
    (ends.at(-1) ?? 0) <= octets.length &&
    Array.isArray(names) &&
    Array.isArray(attachments);
  return isWhole ? (stored as RecordedBatch) : null;
}
