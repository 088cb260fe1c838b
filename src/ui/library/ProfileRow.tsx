import { useRef, useState, type DragEvent, type KeyboardEvent } from "react";
import { PROTOCOLS } from "../../core/protocols/index.ts";
import type { LibraryTexts } from "../../i18n/library/libraryTexts.ts";
import { shortUrl } from "../../state/connection.ts";
import { isEdited } from "../../state/effective.ts";
import { useWorkbench, workbench } from "../../state/workbench.ts";
import { Icon } from "../parts/Icon.tsx";
import { IconButton } from "../parts/IconButton.tsx";
import { useText } from "../text.ts";
import type { TreeRow } from "./treeRows.ts";

/** Where a dragged row would land: beside a row, or inside a folder. */
export type DropPlace = "before" | "after" | "into";

interface RowProps {
  readonly row: TreeRow;
  readonly texts: LibraryTexts;
  readonly isStop: boolean;
  readonly isRenaming: boolean;
  readonly drop: DropPlace | null;
  readonly onFocus: () => void;
  readonly onOpen: () => void;
  readonly onKey: (event: KeyboardEvent<HTMLElement>) => void;
  readonly onMenu: (element: Element) => void;
  /** null: the old name stays */
  readonly onRenamed: (name: string | null) => void;
  readonly onDragStart: () => void;
  readonly onDragOver: (event: DragEvent<HTMLElement>) => void;
  readonly onDragEnd: () => void;
  readonly onDrop: () => void;
}

/** One line of the tree, or the field that renames it. */
export function ProfileRow(props: RowProps) {
  const { row, texts, isStop, isRenaming, drop, onFocus, onOpen, onKey, onMenu, onRenamed } = props;
  const t = useText();
  const phase = useWorkbench(({ tabs }) => tabs.find(({ saved }) => saved?.id === row.id)?.session.phase ?? null);
  const edited = useWorkbench(({ tabs }) => tabs.some((tab) => tab.saved?.id === row.id && isEdited(tab)));
  const isCurrent = useWorkbench(({ tabs, active }) => tabs.find(({ id }) => id === active)?.saved?.id === row.id);
  if (isRenaming) return <NameField row={row} label={texts.side.nameOf(row.name)} onDone={onRenamed} />;
  const isInside = row.is === "profile" && isInFolder(row.record.folder);
  return (
    <div
      role="treeitem"
      data-id={row.id}
      aria-level={isInside ? 2 : 1}
      aria-expanded={row.is === "folder" ? row.isOpen : undefined}
      aria-selected={isCurrent}
      aria-label={edited ? `${row.name}${t.app.comma}${texts.side.edited}` : row.name}
      tabIndex={isStop ? 0 : -1}
      className={`item ${isInside ? "d1" : ""} ${drop === null ? "" : `drop-${drop}`}`}
      title={row.is === "profile" ? shortUrl(row.record.profile.url) : undefined}
      draggable
      onFocus={onFocus}
      onClick={onOpen}
      onKeyDown={onKey}
      onContextMenu={(event) => {
        event.preventDefault();
        onMenu(event.currentTarget);
      }}
      onDragStart={props.onDragStart}
      onDragOver={props.onDragOver}
      onDragEnd={props.onDragEnd}
      onDrop={props.onDrop}
    >
      {row.is === "folder" ? (
        <Icon name={row.isOpen ? "unfold" : "fold"} small />
      ) : (
        <span className="proto">{PROTOCOLS[row.record.profile.protocol].mark}</span>
      )}
      <span className="grow cut">{row.name}</span>
      {edited ? <span className="dirty" title={texts.side.edited} /> : null}
      {phase === null ? null : <span className={`mark mark-${phase}`} role="img" aria-label={t.phase[phase]} />}
      {row.is === "folder" ? <span className="count">{row.count}</span> : null}
      <IconButton
        icon="more"
        className="more"
        label={texts.side.actionsOf(row.name)}
        tabIndex={-1}
        onClick={(event) => {
          event.stopPropagation();
          onMenu(event.currentTarget);
        }}
      />
    </div>
  );
}

const isInFolder = (folder: string | null): boolean =>
  folder !== null && workbench().library.folders.some(({ id }) => id === folder);

function NameField({ row, label, onDone }: { row: TreeRow; label: string; onDone: (name: string | null) => void }) {
  const [name, setName] = useState(row.name);
  const isDone = useRef(false);
  const done = (chosen: string | null): void => {
    if (isDone.current) return;
    isDone.current = true;
    onDone(chosen === null || chosen.trim() === "" || chosen.trim() === row.name ? null : chosen.trim());
  };
  return (
    <span
      role="treeitem"
      aria-selected={false}
      aria-label={row.name}
      className={`item ${row.is === "profile" && isInFolder(row.record.folder) ? "d1" : ""}`}
    >
      <label className="field grow">
        <input
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- it takes the place of the row that had the focus
          autoFocus
          aria-label={label}
          value={name}
          maxLength={200}
          onFocus={(event) => {
            event.currentTarget.select();
          }}
          onChange={(event) => {
            setName(event.target.value);
          }}
          onBlur={() => {
            done(name);
          }}
          onKeyDown={(event) => {
            event.stopPropagation();
            if (event.key === "s" && (event.ctrlKey || event.metaKey)) event.preventDefault();
            if (event.nativeEvent.isComposing) return;
            if (event.key === "Enter") done(name);
            else if (event.key === "Escape") done(null);
          }}
        />
      </label>
    </span>
  );
}
