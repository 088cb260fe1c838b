import { bytes, epochMs, type Bytes } from "../core/units/units.ts";
import { changeRecording, forgetDeleted, listRecordings, runningRecordings } from "../storage/recordings/recordings.ts";
import type { RecordingMeta } from "../storage/recordings/records.ts";
import type { Openable } from "./openLog.ts";

export type { RecordingMeta } from "../storage/recordings/records.ts";

/** A recording in the list. */
export interface Listed extends RecordingMeta {
  /** "broken": its page was closed or crashed before it ended. */
  readonly state: "running" | "whole" | "broken";
}

/** Without locks, one that was written to so lately is taken for going on, in ms. */
const LATELY = 3000;

/** Every recording, the latest first. @throws where the browser refuses its database */
export async function loadRecordings(): Promise<readonly Listed[]> {
  const now = epochMs(Date.now());
  await forgetDeleted(now);
  const [all, running] = await Promise.all([listRecordings(), runningRecordings()]);
  return all.map((one) => {
    const isRunning = running === null ? !one.isClosed && now - one.lastAt < LATELY : running.has(one.id);
    return { ...one, state: isRunning ? "running" : one.isClosed ? "whole" : "broken" };
  });
}

export const asOpenable = ({ id, name, url, protocol }: RecordingMeta): Openable => ({
  from: { is: "recording", id },
  title: name,
  url,
  protocol,
});

/** A name that somebody gave is a reason to keep it. */
export const renameRecording = (id: string, name: string): Promise<void> =>
  changeRecording(id, { name: name.slice(0, 200), isKept: true });

export const keepRecording = (id: string, isKept: boolean): Promise<void> => changeRecording(id, { isKept });

/** Gone from the list; for some seconds it can be brought back. */
export async function deleteRecordings(ids: readonly string[]): Promise<void> {
  for (const id of ids) await changeRecording(id, { deletedAt: epochMs(Date.now()) });
}

export async function bringBack(ids: readonly string[]): Promise<void> {
  for (const id of ids) await changeRecording(id, { deletedAt: null });
}

/** What the browser grants to this app. */
export interface StorageState {
  readonly used: Bytes;
  readonly quota: Bytes;
  readonly isPersisted: boolean;
}

/** null: the browser does not tell, as over plain HTTP from elsewhere. @see https://storage.spec.whatwg.org/#storagemanager */
export async function storageState(): Promise<StorageState | null> {
  const { storage } = navigator as { storage?: StorageManager };
  if (!storage) return null;
  const [{ usage = 0, quota = 0 }, isPersisted] = await Promise.all([storage.estimate(), storage.persisted()]);
  return { used: bytes(usage), quota: bytes(quota), isPersisted };
}

/** @returns whether the browser agreed */
export const askToPersist = (): Promise<boolean> => navigator.storage.persist();
