import type { Library, SavedProfile } from "../../core/profile/library.ts";
import { inOrder, profilesIn } from "../../core/profile/place.ts";

/** One line of the tree. */
export type TreeRow =
  | {
      readonly is: "folder";
      readonly id: string;
      readonly name: string;
      readonly count: number;
      readonly isOpen: boolean;
    }
  | { readonly is: "profile"; readonly id: string; readonly name: string; readonly record: SavedProfile };

const holds = ({ name, profile }: SavedProfile, words: readonly string[]): boolean => {
  const text =
    `${name}\n${profile.url}\n${profile.notes}\n${profile.saved.map((one) => one.name).join("\n")}`.toLowerCase();
  return words.every((word) => text.includes(word));
};

/**
 * The lines of the tree, folders first. A search opens the folders that hold something, and hides what it
 * does not find; the name of a folder finds everything in it.
 */
export function treeRows(library: Library, closed: ReadonlySet<string>, query: string): readonly TreeRow[] {
  const words = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  const line = (record: SavedProfile): TreeRow => ({
    is: "profile",
    id: record.id,
    name: record.name.trim() || record.profile.url || "–",
    record,
  });
  const folders = inOrder(library.folders).flatMap(({ id, name }): readonly TreeRow[] => {
    const all = profilesIn(library, id);
    const isNamed = words.every((word) => name.toLowerCase().includes(word));
    const found = words.length === 0 || isNamed ? all : all.filter((record) => holds(record, words));
    if (words.length > 0 && found.length === 0 && !isNamed) return [];
    const isOpen = words.length > 0 || !closed.has(id);
    return [{ is: "folder", id, name, count: all.length, isOpen }, ...(isOpen ? found.map(line) : [])];
  });
  return [
    ...folders,
    ...profilesIn(library, null)
      .filter((record) => holds(record, words))
      .map(line),
  ];
}
