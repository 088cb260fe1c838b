import type { Library } from "../../core/profile/library.ts";
import { inOrder } from "../../core/profile/place.ts";
import type { LibraryTexts } from "../../i18n/library/libraryTexts.ts";
import { duplicateProfile, moveProfile } from "../../state/library.ts";
import type { MenuItem } from "../parts/Menu.tsx";
import { placeAfter, placeBefore } from "./step.ts";
import type { TreeRow } from "./treeRows.ts";

/** What can be done with a row beyond its menu, which knows only the library. */
interface RowActs {
  readonly open: () => void;
  readonly rename: () => void;
  readonly remove: () => void;
  readonly share: () => void;
}

export function rowGroups(
  { menu }: LibraryTexts,
  library: Library,
  row: TreeRow,
  acts: RowActs,
): readonly (readonly MenuItem[])[] {
  const folders = row.is === "folder" ? [] : inOrder(library.folders).filter(({ id }) => id !== row.record.folder);
  const isInFolder = row.is === "profile" && row.record.folder !== null;
  return [
    [
      ...(row.is === "profile" ? [{ text: menu.open, keys: "Enter", act: acts.open }] : []),
      { text: menu.rename, keys: "F2", act: acts.rename },
      ...(row.is === "profile"
        ? [{ text: menu.duplicate, keys: "Ctrl D", act: () => void duplicateProfile(row.id) }]
        : []),
      { text: menu.share, act: acts.share },
    ],
    [
      { text: menu.up, keys: "Alt ↑", act: () => void placeBefore(library, row) },
      { text: menu.down, keys: "Alt ↓", act: () => void placeAfter(library, row) },
      ...folders.map(({ id, name }) => ({ text: menu.moveTo(name), act: () => void moveProfile(row.id, id, null) })),
      ...(isInFolder ? [{ text: menu.moveOut, act: () => void moveProfile(row.id, null, null) }] : []),
    ],
    [{ text: menu.remove, keys: "Del", isDangerous: true, act: acts.remove }],
  ];
}
