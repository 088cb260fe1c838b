import type { Library, SavedProfile } from "../../core/profile/library.ts";
import { inOrder, profilesIn } from "../../core/profile/place.ts";
import { moveFolder, moveProfile } from "../../state/library.ts";
import type { TreeRow } from "./treeRows.ts";

/** One place up among its siblings; from the first, a profile goes to the end of the folder above. */
export function placeBefore(library: Library, row: TreeRow): Promise<void> {
  if (row.is === "folder") return stepFolder(library, row.id, -1);
  const folder = folderOf(library, row.record);
  const list = profilesIn(library, folder);
  const at = list.findIndex(({ id }) => id === row.id);
  if (at > 0) return moveProfile(row.id, folder, list[at - 1]?.id ?? null);
  const folders = inOrder(library.folders);
  const above = folder === null ? folders.at(-1) : folders[folders.findIndex(({ id }) => id === folder) - 1];
  return above ? moveProfile(row.id, above.id, null) : Promise.resolve();
}

/** One place down; from the last, a profile goes to the beginning of the folder below, and at last out of all folders. */
export function placeAfter(library: Library, row: TreeRow): Promise<void> {
  if (row.is === "folder") return stepFolder(library, row.id, 1);
  const folder = folderOf(library, row.record);
  const list = profilesIn(library, folder);
  const at = list.findIndex(({ id }) => id === row.id);
  if (at < list.length - 1) return moveProfile(row.id, folder, list[at + 2]?.id ?? null);
  if (folder === null) return Promise.resolve();
  const folders = inOrder(library.folders);
  const below = folders[folders.findIndex(({ id }) => id === folder) + 1]?.id ?? null;
  const [first] = profilesIn(library, below);
  return moveProfile(row.id, below, first?.id ?? null);
}

/** Where the tree shows it: one whose folder is gone stands in none. */
const folderOf = ({ folders }: Library, { folder }: SavedProfile): string | null =>
  folders.some(({ id }) => id === folder) ? folder : null;

function stepFolder(library: Library, id: string, by: 1 | -1): Promise<void> {
  const list = inOrder(library.folders);
  const at = list.findIndex((one) => one.id === id);
  const to = at + by;
  if (to < 0 || to >= list.length) return Promise.resolve();
  return moveFolder(id, (by === -1 ? list[to] : list[to + 1])?.id ?? null);
}
