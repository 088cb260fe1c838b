import type { KeptPin } from "../../core/log/pin.ts";
import { bytes, epochMs, seq, type EpochMs } from "../../core/units/units.ts";
import { isProtocolId } from "../../core/protocols/index.ts";
import { inTransaction, settled } from "./recordingDatabase.ts";
import type { RecordedBatch, RecordingMeta } from "./records.ts";

/** Held by whoever records, so that others can tell a recording that goes on from one whose page is gone. */
export const LOCK = "sockwright.recording.";

/** What is deleted can be brought back for some seconds; what is older than this is gone for good. */
const FORGET_AFTER = 30_000;

const batchesOf = (id: string): IDBKeyRange => IDBKeyRange.bound([id, 0], [id, Number.MAX_SAFE_INTEGER]);

/** Every recording that is not deleted, the latest first; what cannot be read hides no other. */
export async function listRecordings(): Promise<readonly RecordingMeta[]> {
  const metas = await inTransaction("readonly", async (meta) => (await settled(meta.getAll())) as readonly unknown[]);
  return metas
    .flatMap((stored) => readMeta(stored) ?? [])
    .filter(({ deletedAt }) => deletedAt === null)
    .toSorted((one, other) => other.began - one.began);
}

/**
 * Writes batches and what is known of their recording, all or nothing.
 * @param change of what stands there, which may have been renamed meanwhile
 * @returns false: it was deleted, and nothing is written any more
 */
export const addBatches = (
  id: string,
  batches: readonly RecordedBatch[],
  change: (known: RecordingMeta | null) => RecordingMeta | null,
): Promise<boolean> =>
  inTransaction("readwrite", async (meta, store) => {
    const known = readMeta(await settled(meta.get(id) as IDBRequest<unknown>));
    const next = change(known);
    if (next === null || known?.deletedAt != null) return false;
    batches.forEach((batch, at) => {
      store.put(batch, [id, (known?.batches ?? 0) + at]);
    });
    meta.put({ ...next, batches: (known?.batches ?? 0) + batches.length }, id);
    return true;
  });

export const changeRecording = (id: string, change: Partial<RecordingMeta>): Promise<void> =>
  inTransaction("readwrite", async (meta) => {
    const known = readMeta(await settled(meta.get(id) as IDBRequest<unknown>));
    if (known) meta.put({ ...known, ...change }, id);
  });

export const recordingOf = (id: string): Promise<RecordingMeta | null> =>
  inTransaction("readonly", async (meta) => readMeta(await settled(meta.get(id) as IDBRequest<unknown>)));

/** One batch of a recording, by its place; null: there is none. */
export const batchOf = (id: string, at: number): Promise<unknown> =>
  inTransaction("readonly", (_, store) => settled(store.get([id, at]) as IDBRequest<unknown>));

/** Lets go of recordings with all that belongs to them. */
const forgetRecordings = (ids: readonly string[]): Promise<void> =>
  inTransaction("readwrite", (meta, batches) => {
    for (const id of ids) {
      meta.delete(id);
      batches.delete(batchesOf(id));
    }
  });

/** Lets go of what was deleted a while ago. */
export async function forgetDeleted(now: EpochMs): Promise<void> {
  const metas = await inTransaction("readonly", async (meta) => (await settled(meta.getAll())) as readonly unknown[]);
  const old = metas
    .flatMap((stored) => readMeta(stored) ?? [])
    .filter(({ deletedAt }) => deletedAt !== null && now - deletedAt > FORGET_AFTER);
  if (old.length > 0) await forgetRecordings(old.map(({ id }) => id));
}

/**
 * Makes room: the oldest go first, none that is kept on purpose, and none that is still going on.
 * @returns what went, and whether there is room now
 */
export async function makeRoom(
  budget: number,
  running: ReadonlySet<string>,
): Promise<{ readonly dropped: readonly RecordingMeta[]; readonly hasRoom: boolean }> {
  const all = await listRecordings();
  let size = all.reduce((sum, one) => sum + one.size, 0);
  const dropped: RecordingMeta[] = [];
  for (const one of all.toReversed()) {
    if (size <= budget) break;
    if (one.isKept || running.has(one.id)) continue;
    dropped.push(one);
    size -= one.size;
  }
  if (dropped.length > 0) await forgetRecordings(dropped.map(({ id }) => id));
  return { dropped, hasRoom: size <= budget };
}

/** Recordings that somebody holds, in any page. null: the browser cannot tell */
export async function runningRecordings(): Promise<ReadonlySet<string> | null> {
  const { locks } = navigator as { locks?: LockManager };
  if (!locks) return null;
  const { held = [] } = await locks.query();
  return new Set(held.flatMap(({ name = "" }) => (name.startsWith(LOCK) ? [name.slice(LOCK.length)] : [])));
}

const text = (value: unknown): string => (typeof value === "string" ? value : "");
const count = (value: unknown): number => (typeof value === "number" && Number.isFinite(value) ? value : 0);

function readMeta(stored: unknown): RecordingMeta | null {
  const one = Object(stored) as Partial<Record<keyof RecordingMeta, unknown>>;
  if (typeof one.id !== "string" || one.id === "") return null;
  const protocol = text(one.protocol);
  return {
    id: one.id,
    name: text(one.name),
    isKept: one.isKept === true,
    url: text(one.url),
    protocol: isProtocolId(protocol) ? protocol : "websocket",
    began: epochMs(count(one.began)),
    lastAt: epochMs(count(one.lastAt)),
    entries: count(one.entries),
    size: bytes(count(one.size)),
    batches: count(one.batches),
    isClosed: one.isClosed === true,
    deletedAt: typeof one.deletedAt === "number" ? epochMs(one.deletedAt) : null,
    pins: Array.isArray(one.pins) ? one.pins.flatMap((pin) => readPin(pin) ?? []) : [],
  };
}

/** Recordings of older builds have none. */
function readPin(stored: unknown): KeptPin | null {
  const one = Object(stored) as Partial<Record<keyof KeptPin, unknown>>;
  return Number.isSafeInteger(one.seq) ? { seq: seq(one.seq as number), note: text(one.note) } : null;
}
