import { useRef, useState, type DragEvent, type KeyboardEvent } from "react";
import type { LibraryTexts } from "../../i18n/library/libraryTexts.ts";
import {
  deleteFolder,
  deleteProfile,
  duplicateProfile,
  moveFolder,
  moveProfile,
  openSaved,
  rename,
} from "../../state/library.ts";
import { setWorkbench, useWorkbench } from "../../state/workbench.ts";
import { Menu } from "../parts/Menu.tsx";
import { ProfileRow, type DropPlace } from "./ProfileRow.tsx";
import { rowGroups } from "./rowMenu.ts";
import { placeAfter, placeBefore } from "./step.ts";
import { treeRows, type TreeRow } from "./treeRows.ts";

interface ProfileTreeProps {
  readonly texts: LibraryTexts;
  readonly query: string;
  /** Row whose name is being edited. */
  readonly renaming: string | null;
  readonly onRename: (id: string | null) => void;
}

interface Drop {
  readonly row: string;
  readonly where: DropPlace;
}

/** Folders and profiles. @see https://www.w3.org/WAI/ARIA/apg/patterns/treeview/ */
export function ProfileTree({ texts, query, renaming, onRename }: ProfileTreeProps) {
  const library = useWorkbench((state) => state.library);
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [focused, setFocused] = useState<string | null>(null);
  const [menu, setMenu] = useState<{ readonly row: TreeRow; readonly at: { x: number; y: number } } | null>(null);
  const [drop, setDrop] = useState<Drop | null>(null);
  const dragged = useRef<TreeRow | null>(null);
  const rows = treeRows(library, closed, query);
  const stop = rows.some(({ id }) => id === focused) ? focused : (rows[0]?.id ?? null);

  const focus = (id: string | undefined): void => {
    if (id === undefined) return;
    setFocused(id);
    document.querySelector<HTMLElement>(`.side-tree [data-id="${CSS.escape(id)}"]`)?.focus();
  };
  const fold = (id: string, isOpen: boolean): void => {
    setClosed((before) => new Set(isOpen ? [...before].filter((one) => one !== id) : [...before, id]));
  };
  const open = (row: TreeRow): void => {
    if (row.is === "folder") fold(row.id, !row.isOpen);
    else openSaved(row.id);
  };
  const remove = (row: TreeRow): void => {
    const at = rows.indexOf(row);
    const next = rows[at + 1] ?? rows[at - 1];
    if (next) focus(next.id);
    else document.querySelector<HTMLElement>('.side input[type="search"]')?.focus();
    void (row.is === "folder" ? deleteFolder(row.id) : deleteProfile(row.id));
  };
  const showMenu = (row: TreeRow, element: Element): void => {
    const { left, bottom } = element.getBoundingClientRect();
    setMenu({ row, at: { x: left, y: bottom } });
  };

  const onKey = (event: KeyboardEvent<HTMLElement>, row: TreeRow): void => {
    if (event.target !== event.currentTarget) return;
    const at = rows.indexOf(row);
    const act = keyAct();
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();

    function keyAct(): (() => void) | null {
      if (event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown"))
        return () => void (event.key === "ArrowUp" ? placeBefore(library, row) : placeAfter(library, row));
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "d" && row.is === "profile")
        return () => void duplicateProfile(row.id);
      if (event.ctrlKey || event.metaKey || event.altKey) return null;
      switch (event.key) {
        case "ArrowDown":
          return () => focus(rows[at + 1]?.id);
        case "ArrowUp":
          return () => focus(rows[at - 1]?.id);
        case "Home":
          return () => focus(rows[0]?.id);
        case "End":
          return () => focus(rows.at(-1)?.id);
        case "ArrowRight":
          return row.is !== "folder" ? null : row.isOpen ? () => focus(rows[at + 1]?.id) : () => fold(row.id, true);
        case "ArrowLeft":
          return row.is === "folder"
            ? () => fold(row.id, false)
            : () => focus(rows.slice(0, at).findLast(({ is }) => is === "folder")?.id);
        case "Enter":
        case " ":
          return () => open(row);
        case "F2":
          return () => onRename(row.id);
        case "Delete":
          return () => remove(row);
        case "ContextMenu":
        case "F10":
          return event.key === "F10" && !event.shiftKey ? null : () => showMenu(row, event.currentTarget);
        default:
          return null;
      }
    }
  };

  const dropOn = (row: TreeRow): void => {
    const moved = dragged.current;
    if (!moved || !drop || moved.id === row.id) return;
    const next = rows[rows.indexOf(row) + 1];
    if (moved.is === "folder") {
      const folders = rows.filter(({ is }) => is === "folder");
      const before = drop.where === "before" ? row.id : (folders[folders.indexOf(row) + 1]?.id ?? null);
      if (row.is === "folder" && before !== moved.id) void moveFolder(moved.id, before);
    } else if (row.is === "folder") void moveProfile(moved.id, row.id, null);
    else {
      const { folder } = row.record;
      const after = next?.is === "profile" && next.record.folder === folder ? next.id : null;
      const before = drop.where === "before" ? row.id : after;
      if (before !== moved.id) void moveProfile(moved.id, folder, before);
    }
  };
  const dragOver = (event: DragEvent<HTMLElement>, row: TreeRow): void => {
    const moved = dragged.current;
    if (!moved || moved.id === row.id || (moved.is === "folder" && row.is !== "folder")) return;
    event.preventDefault();
    const { top, height } = event.currentTarget.getBoundingClientRect();
    const isUpper = event.clientY < top + height / 2;
    const where = moved.is === "profile" && row.is === "folder" ? "into" : isUpper ? "before" : "after";
    if (drop?.row !== row.id || drop.where !== where) setDrop({ row: row.id, where });
  };

  if (rows.length === 0)
    return <p className="hint px-3 py-1">{query.trim() === "" ? texts.side.empty : texts.side.nothingFound}</p>;
  return (
    <>
      <div role="tree" aria-label={texts.side.profiles} className="side-tree">
        {rows.map((row) => (
          <ProfileRow
            key={row.id}
            row={row}
            texts={texts}
            isStop={row.id === stop}
            isRenaming={row.id === renaming}
            drop={drop?.row === row.id ? drop.where : null}
            onFocus={() => {
              setFocused(row.id);
            }}
            onOpen={() => {
              open(row);
            }}
            onKey={(event) => {
              onKey(event, row);
            }}
            onMenu={(element) => {
              showMenu(row, element);
            }}
            onRenamed={(name) => {
              onRename(null);
              if (name !== null) void rename(row.is === "folder" ? "folders" : "profiles", row.id, name);
              requestAnimationFrame(() => {
                focus(row.id);
              });
            }}
            onDragStart={() => {
              dragged.current = row;
            }}
            onDragOver={(event) => {
              dragOver(event, row);
            }}
            onDragEnd={() => {
              dragged.current = null;
              setDrop(null);
            }}
            onDrop={() => {
              dropOn(row);
              dragged.current = null;
              setDrop(null);
            }}
          />
        ))}
      </div>
      {menu === null ? null : (
        <Menu
          label={texts.side.actionsOf(menu.row.name)}
          at={menu.at}
          groups={rowGroups(texts, library, menu.row, {
            open: () => {
              open(menu.row);
            },
            rename: () => {
              onRename(menu.row.id);
            },
            remove: () => {
              remove(menu.row);
            },
            share: () => {
              setWorkbench({ dialog: { is: "share", what: { is: menu.row.is, id: menu.row.id } } });
            },
          })}
          onClose={() => {
            setMenu(null);
          }}
        />
      )}
    </>
  );
}
