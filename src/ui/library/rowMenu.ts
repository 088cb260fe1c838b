import type { Library } from "../../core/profile/library.ts";
import type { SessionId } from "../../core/session/session.ts";
import { inOrder } from "../../core/profile/place.ts";
import type { LibraryTexts } from "../../i18n/library/libraryTexts.ts";
import { isEdited } from "../../state/effective.ts";
import { duplicateProfile, moveProfile, revertTab } from "../../state/library.ts";
import { workbench } from "../../state/workbench.ts";
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

/** Tabs that show a profile otherwise than it is saved. */
const editedTabs = ({ is, id }: TreeRow): readonly SessionId[] =>
  is === "folder"
    ? []
    : workbench()
        .tabs.filter((tab) => tab.saved?.id === id && isEdited(tab))
        .map((tab) => tab.id);

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
      ...editedTabs(row).map((id) => ({ text: menu.revert, act: () => revertTab(id) })),
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
