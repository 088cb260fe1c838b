import type { Environment, Library } from "../core/profile/library.ts";
import {
  changeLibrary,
  loadLibrary,
  type LibraryChange,
  type LibraryRecords,
  type LibraryStore,
} from "../storage/library.ts";
import { hearOthers, tellOthers } from "../storage/channel.ts";
import { configure } from "./configure.ts";
import { isSameSetup } from "../core/profile/share/diff.ts";
import { say, setWorkbench, updateTab, workbench, type Notice } from "./workbench.ts";

/** Changes that the database has not taken yet. They hold in memory, and are tried again with the next one. */
let waiting: readonly LibraryChange[] = [];
/** Why not. */
let refusal = "";
/** Whether the database was read: from then on, what appears in the library was elsewhere before. */
let isRead = false;
/** Environments as they are being typed: what the database still holds of them must not come back. */
const held = new Map<string, Environment>();

export function hold(record: Environment): void {
  held.set(record.id, record);
  const { library } = workbench();
  show(withHeld(library));
}

/** @param record lets go of this state of it alone: it may have been typed on since */
export function release(id: string, record = held.get(id)): void {
  if (held.get(id) === record) held.delete(id);
}

/** One that another page has deleted stays, too, as long as it is being typed in here. */
const withHeld = (library: Library): Library =>
  held.size === 0
    ? library
    : { ...library, environments: [...library.environments.filter(({ id }) => !held.has(id)), ...held.values()] };

/** Changes are made one after another: each is made from what the last one left. */
let last: Promise<void> = Promise.resolve();

/** Reads the library, and follows what other pages change in it from now on. */
export async function startLibrary(): Promise<void> {
  hearOthers((changed) => {
    if (changed === "library") void follow();
  });
  await follow();
}

/** What the database holds, and what it has not taken yet. @returns false where it cannot be read: whoever stores first says so */
async function follow(): Promise<boolean> {
  const library = await loadLibrary().catch(() => null);
  if (library === null) return false;
  show(withHeld(applied(library, waiting)));
  isRead = true;
  return true;
}

/** Changes the library here, in the database and in every other page. */
export function changeRecords(changes: readonly LibraryChange[]): Promise<void> {
  const made = last.then(() => make(changes));
  // A mistake in one of them must not be in the way of all that follow.
  last = made.catch(() => undefined);
  return made;
}

async function make(changes: readonly LibraryChange[]): Promise<void> {
  const all = [...waiting, ...changes];
  try {
    await changeLibrary(all);
  } catch (error) {
    // First: a change that cannot be made at all must not wait with the others.
    const library = applied(workbench().library, changes);
    waiting = all;
    refusal = String(error);
    show(withHeld(library));
    say("storage", refusal);
    return;
  }
  waiting = [];
  tellOthers("library");
  if (!(await follow())) show(withHeld(applied(workbench().library, changes)));
}

export const hasUnstored = (): boolean => waiting.length > 0;

/** Says what was done, with the way back; where it could not be stored, that is what has to be said. */
export function sayDone(kind: Notice["kind"], detail: string, undo: Notice["undo"] = null): void {
  if (hasUnstored()) say("storage", refusal, undo);
  else say(kind, detail, undo);
}

/** @returns what says, once, that two pages changed a record, and that each version is kept */
export function keptBoth(name: string): () => void {
  let isTold = false;
  return () => {
    if (!isTold) say("kept-both", name);
    isTold = true;
  };
}

function applied(library: Library, changes: readonly LibraryChange[]): Library {
  return changes.reduce((made, change) => ({ ...made, [change.store]: appliedTo(made, change) }), library);
}

function appliedTo(library: Library, { store, id, next }: LibraryChange): Library[LibraryStore] {
  type AnyRecord = LibraryRecords[LibraryStore];
  const records: readonly AnyRecord[] = library[store];
  const current = records.find((record) => record.id === id) ?? null;
  // The store names the type of the record, which the union's members cannot tell together.
  const made = (next as (record: AnyRecord | null) => AnyRecord | null | undefined)(current);
  if (made === undefined) return library[store];
  const others = records.filter((record) => record.id !== id);
  return made === null ? others : [...others, made];
}

/**
 * Shows a library: tabs of a profile that was saved elsewhere follow it, unless they have edits of
 * their own, and the engine hears of new values.
 */
function show(library: Library): void {
  const before = workbench().library;
  setWorkbench({ library });
  for (const { id, title, saved, profile, environment } of workbench().tabs) {
    const now = library.profiles.find((one) => one.id === saved?.id);
    // One that is deleted keeps its name in the tabs that show it.
    if (now && now.name !== title) updateTab(id, () => ({ title: now.name }));
    if (saved !== null && now && now.revision !== saved.revision) {
      const shown = before.profiles.find((one) => one.id === saved.id);
      const isClean = shown ? isSameSetup(shown.profile, profile) : !isRead && !saved.edited;
      if (isClean || isSameSetup(now.profile, profile))
        updateTab(id, () => ({ profile: now.profile, saved: { id: now.id, revision: now.revision, edited: false } }));
    }
    const was = before.environments.find((one) => one.id === environment)?.variables;
    const is = library.environments.find((one) => one.id === environment)?.variables;
    const tab = workbench().tabs.find((one) => one.id === id);
    if (tab && (tab.profile !== profile || was !== is)) configure(tab);
  }
}
