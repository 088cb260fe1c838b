import type { Library, SavedProfile } from "../core/profile/library.ts";
import type { Profile } from "../core/profile/profile.ts";
import { afterLast, freeName, ordersAfterMove, profilesIn } from "../core/profile/place.ts";
import { isSameSetup } from "../core/profile/share/diff.ts";
import type { SavedAs } from "../core/profile/workspace.ts";
import type { SessionId } from "../core/session/session.ts";
import { epochMs } from "../core/units/units.ts";
import type { LibraryChange } from "../storage/library.ts";
import { configure } from "./configure.ts";
import { savedOf } from "./effective.ts";
import { changeRecords, hasUnstored, keptBoth, sayDone } from "./libraryStore.ts";
import type { Tab } from "./tab.ts";
import { activate, freshProfile, openTab } from "./tabs.ts";
import { activeTab, say, setWorkbench, updateTab, workbench } from "./workbench.ts";

const library = (): Library => workbench().library;
const now = () => epochMs(Date.now());

/** A new record's place in the database. */
const fresh = () => ({ id: crypto.randomUUID(), revision: crypto.randomUUID(), changedAt: now() });
const changed = () => ({ revision: crypto.randomUUID(), changedAt: now() });

const put = (record: SavedProfile): LibraryChange => ({ store: "profiles", id: record.id, next: () => record });

const siblings = (folder: string | null): readonly SavedProfile[] => profilesIn(library(), folder);

const savedAs = ({ id, revision }: SavedProfile): SavedAs => ({ id, revision, edited: false });

async function addProfile(name: string, folder: string | null, profile: Profile): Promise<SavedProfile> {
  const record = { ...fresh(), name, folder, order: afterLast(siblings(folder)), profile };
  await changeRecords([put(record)]);
  return record;
}

/** Saves the setup of a tab under a name of its own. */
export async function saveAs(id: SessionId, name: string, folder: string | null): Promise<void> {
  const tab = workbench().tabs.find((one) => one.id === id);
  if (!tab) return;
  const record = await addProfile(name, folder, tab.profile);
  updateTab(id, () => ({ saved: savedAs(record) }));
  sayDone("saved", name);
}

/** Saves the active tab's edits; one that was never saved is asked for a name first. */
export async function saveTab(): Promise<void> {
  const tab = activeTab(workbench());
  const record = savedOf(tab);
  if (record === null || tab.saved === null) setWorkbench({ dialog: { is: "save" } });
  else await saveOver(tab, record, tab.saved.revision);
}

/**
 * @param base the revision that may be replaced; where another page has saved a later one, nothing is
 * written, and the user is told
 */
async function saveOver(tab: Tab, record: SavedProfile, base: string): Promise<void> {
  const { profile } = tab;
  let theirs: SavedProfile | null = null;
  let isWaiting = false;
  const mark = changed();
  const { name, folder } = record;
  const tell = keptBoth(name);
  const copy = {
    ...record,
    ...fresh(),
    name: freeName(name, namesIn(folder)),
    order: afterLast(siblings(folder)),
    profile,
  };
  await changeRecords([
    {
      store: "profiles",
      id: record.id,
      next: (current) => {
        theirs = current && current.revision !== base && !isSameSetup(current.profile, profile) ? current : null;
        return theirs ? undefined : { ...(current ?? record), ...mark, profile };
      },
    },
    {
      store: "profiles",
      id: copy.id,
      // It was said to hold, and can be stored only now that another page has saved: both are kept.
      next: () => {
        if (!isWaiting || theirs === null) return undefined;
        tell();
        return copy;
      },
    },
  ]);
  isWaiting = hasUnstored();
  if (theirs !== null) {
    setWorkbench({ dialog: { is: "conflict", tab: tab.id, theirs } });
    return;
  }
  updateTab(tab.id, () => ({ saved: { id: record.id, revision: mark.revision, edited: false } }));
  sayDone("saved", record.name);
}

/** What becomes of a profile that two pages have changed. */
export async function settle(id: SessionId, theirs: SavedProfile, choice: "both" | "mine" | "theirs"): Promise<void> {
  setWorkbench({ dialog: null });
  const tab = workbench().tabs.find((one) => one.id === id);
  if (!tab) return;
  switch (choice) {
    case "both":
      await saveAs(id, freeName(theirs.name, namesIn(theirs.folder)), theirs.folder);
      break;
    case "mine":
      await saveOver(tab, theirs, theirs.revision);
      break;
    case "theirs":
      takeSetup(tab, theirs);
      break;
  }
}

const namesIn = (folder: string | null): readonly string[] => siblings(folder).map(({ name }) => name);

function takeSetup(tab: Tab, record: SavedProfile): void {
  const { profile, saved } = tab;
  const set = (change: Pick<Tab, "profile" | "saved">): void => {
    updateTab(tab.id, () => change);
    const made = workbench().tabs.find(({ id }) => id === tab.id);
    if (made) configure(made);
  };
  set({ profile: record.profile, saved: savedAs(record) });
  say("reverted", record.name, () => {
    set({ profile, saved });
  });
}

/** The tab's setup as it was saved. */
export function revertTab(id: SessionId = workbench().active): void {
  const tab = workbench().tabs.find((one) => one.id === id);
  if (!tab) return;
  const record = savedOf(tab);
  if (record) takeSetup(tab, record);
}

/** Shows a saved profile: in the tab that has it, or in a new one. */
export function openSaved(id: string): void {
  setWorkbench({ isDrawerOpen: false });
  const shown = workbench().tabs.find(({ saved }) => saved?.id === id);
  if (shown) {
    activate(shown.id);
    return;
  }
  const record = library().profiles.find((one) => one.id === id);
  if (record) openTab(record.profile, savedAs(record));
}

/** @returns its id */
export async function newSavedProfile(name: string, folder: string | null): Promise<string> {
  const record = await addProfile(freeName(name, namesIn(folder)), folder, freshProfile());
  openSaved(record.id);
  return record.id;
}

export async function duplicateProfile(id: string): Promise<void> {
  const record = library().profiles.find((one) => one.id === id);
  if (!record) return;
  const following = siblings(record.folder);
  const next = following[following.findIndex((one) => one.id === id) + 1]?.id ?? null;
  const copy = await addProfile(freeName(record.name, namesIn(record.folder)), record.folder, record.profile);
  await moveProfile(copy.id, record.folder, next);
  openSaved(copy.id);
}

/** A name is no part of the setup: the revision stays, and edits in a tab are not in its way. */
export function rename(store: "profiles" | "folders", id: string, name: string): Promise<void> {
  return changeRecords([
    store === "profiles"
      ? { store, id, next: (current) => current && { ...current, name } }
      : { store, id, next: (current) => current && { ...current, name } },
  ]);
}

export async function newFolder(name: string): Promise<string> {
  const folders = library().folders;
  const record = {
    ...fresh(),
    name: freeName(
      name,
      folders.map((one) => one.name),
    ),
    order: afterLast(folders),
  };
  await changeRecords([{ store: "folders", id: record.id, next: () => record }]);
  return record.id;
}

/** Puts a profile into a folder, before one of its profiles or at the end. */
export function moveProfile(id: string, folder: string | null, before: string | null): Promise<void> {
  const list = siblings(folder);
  const moved = library().profiles.find((one) => one.id === id);
  if (!moved) return Promise.resolve();
  const orders = ordersAfterMove(list.some((one) => one.id === id) ? list : [...list, moved], id, before);
  return changeRecords(
    [...orders].map(([one, order]) => ({
      store: "profiles",
      id: one,
      // Its place is no part of the setup: the revision stays.
      next: (current) => current && { ...current, order, folder: one === id ? folder : current.folder },
    })),
  );
}

export function moveFolder(id: string, before: string | null): Promise<void> {
  return changeRecords(
    [...ordersAfterMove(library().folders, id, before)].map(([one, order]) => ({
      store: "folders",
      id: one,
      next: (current) => current && { ...current, order },
    })),
  );
}

export async function deleteProfile(id: string): Promise<void> {
  const record = library().profiles.find((one) => one.id === id);
  if (!record) return;
  await changeRecords([{ store: "profiles", id, next: () => null }]);
  sayDone("deleted", record.name, () => void changeRecords([put(record)]));
}

/** With everything in it; undo brings all of it back. */
export async function deleteFolder(id: string): Promise<void> {
  const record = library().folders.find((one) => one.id === id);
  if (!record) return;
  const inside = siblings(id);
  await changeRecords([
    { store: "folders", id, next: () => null },
    ...inside.map((one): LibraryChange => ({ store: "profiles", id: one.id, next: () => null })),
  ]);
  sayDone("deleted", record.name, () => {
    void changeRecords([{ store: "folders", id, next: () => record }, ...inside.map(put)]);
  });
}
