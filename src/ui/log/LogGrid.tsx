import { useEffect, useRef, type KeyboardEvent } from "react";
import type { Row } from "../../core/log/entry.ts";
import { commandOf } from "../../core/profile/keymap.ts";
import { shortcutOf } from "../../core/profile/shortcut.ts";
import type { View } from "../../core/log/view.ts";
import type { Seq } from "../../core/units/units.ts";
import { chooseRow } from "../../state/diagnosis.ts";
import {
  copyEntry,
  editLog,
  follow,
  goTo,
  goToMatch,
  isNarrowed,
  positionOf,
  select,
  togglePin,
} from "../../state/log.ts";
import { activeTab, workbench, setWorkbench, useLogView, useTab, useWorkbench } from "../../state/workbench.ts";
import { focus } from "../focus.ts";
import { isMac } from "../keys.ts";
import { useText } from "../text.ts";
import { useMarks } from "../useMarks.ts";
import { hearLogCommands, LOG_COMMANDS, type LogCommand } from "./logCommands.ts";
import { LogHead } from "./LogHead.tsx";
import { LogRow } from "./LogRow.tsx";
import { useRowMenu } from "./RowMenu.tsx";
import { useWindow, type Range } from "./useWindow.ts";

/** The menu that has the field for it. */
const openGoTo = (): void => {
  document.querySelector<HTMLElement>(".log-view")?.click();
};

/** A second tap on a row leads to its detail where the log stands alone. */
function choose(seq: Seq): void {
  if (activeTab(workbench()).log.selected === seq) setWorkbench({ panel: "inspect" });
  else pick(seq, useLogView.getState().view);
}

/** An entry is chosen; one that belongs to an ending shows why it ended. */
function pick(seq: Seq, view: View | null): void {
  select(seq);
  const row = view?.rows.find((one) => one.seq === seq);
  if (row) chooseRow(row);
}

interface LogGridProps {
  readonly range: Range;
  readonly onRange: (range: Range) => void;
}

const rowId = (seq: number): string => `row-${String(seq)}`;

/** A million rows of one height, of which only those in sight exist. One Tab stop, moved in by keys. */
export function LogGrid({ onRange }: LogGridProps) {
  const t = useText();
  const scroller = useRef<HTMLDivElement>(null);
  const view = useLogView((state) => state.view);
  const isFollowing = useTab((tab) => tab.log.isFollowing && tab.log.held === null);
  const session = useWorkbench((state) => state.active);
  const held = useTab((tab) => tab.log.held);
  const selected = useTab((tab) => tab.log.selected);
  const shows = useTab((tab) => tab.log.shows);
  const pins = useTab((tab) => tab.log.pins);
  const hidden = useWorkbench((state) => state.settings.hidden);
  const patterns = useMarks();
  const menu = useRowMenu();
  const time = useWorkbench((state) => state.settings.time);
  const isRelative = time === "relative";
  const base = view?.base ?? 0;
  const total = held === null ? (view?.total ?? 0) : Math.max(0, Math.min(held - base, view?.total ?? 0));
  const density = useWorkbench(({ settings }) => `${settings.density} ${String(settings.zoom)}`);
  const list = useWindow({ density, identity: session, scroller, base, total, isFollowing, onFollow: follow, onRange });
  const { rows, skipped } = visibleRows(view, list.first, list.visible, base + total);
  const linked = rows.find(({ seq }) => seq === selected)?.link?.seq ?? null;
  const origin = isRelative ? (view?.stats.origin ?? null) : null;
  const cursor = useCursor(view, list.scrollTo);
  useGoal(cursor, total > 0 || base > 0);

  const context = { view, selected, cursor, page: list.visible - 2, last: base + total - 1, base };
  useEffect(() =>
    hearLogCommands((id) => {
      keyAction(id, context)?.();
    }),
  );
  const onKeyDown = (event: KeyboardEvent): void => {
    const command = commandAt(event.nativeEvent);
    if (command === null && (event.ctrlKey || event.metaKey || event.altKey)) return;
    const act = keyAction(command ?? event.key, context);
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };

  return (
    <div
      ref={scroller}
      className={`log ${time === "dated" ? "is-dated" : ""} ${hidden.map((column) => `no-${column}`).join(" ")}`}
      role="grid"
      aria-label={t.log.label}
      aria-rowcount={total}
      aria-readonly="true"
      tabIndex={0}
      aria-activedescendant={selected === null ? undefined : rowId(selected)}
      onScroll={list.onScroll}
      onKeyDown={onKeyDown}
      onContextMenu={menu.onContextMenu}
    >
      <LogHead />
      <div role="presentation" style={{ height: list.spacer }}>
        <div role="presentation" className="rows" style={{ height: Math.min(list.viewport, list.spacer) }}>
          <div
            role="presentation"
            style={{ transform: `translateY(${String(-list.offset + skipped * list.rowHeight)}px)` }}
          >
            {/* Keys are places in a ring: a scroll by one row changes one row, and a flood changes texts, not elements. */}
            {rows.map((row, at) => (
              <LogRow
                key={(list.first + skipped + at) % (list.visible + 1)}
                id={rowId(row.seq)}
                row={row}
                index={list.first + skipped + at - base + 1}
                origin={origin}
                isDated={time === "dated"}
                isSelected={row.seq === selected}
                isLinked={row.seq === linked}
                isMatch={shows === "all" && (view?.hits.includes(row.seq) ?? false)}
                isPinned={pins.some((pin) => pin.row.seq === row.seq)}
                run={view?.runs.get(row.seq) ?? null}
                patterns={patterns}
                onSelect={choose}
              />
            ))}
          </div>
        </div>
      </div>
      {menu.shown}
    </div>
  );
}

/** Goes where somebody wished to go; where the filter hides that entry, everything is shown with the matches marked. */
function useGoal(cursor: Cursor, hasRows: boolean): void {
  const goal = useTab((tab) => tab.log.goal);
  const reached = useRef(goal?.turn ?? 0);
  useEffect(() => {
    if (goal === null || !hasRows || goal.turn <= reached.current) return;
    reached.current = goal.turn;
    const isHidden = isNarrowed(activeTab(workbench()));
    void positionOf(goal.seq).then((position) => {
      if (position !== null) cursor.goTo(position);
      else if (isHidden) {
        editLog({ shows: "all" });
        goTo(goal.seq);
      }
    });
    // oxlint-disable-next-line react/exhaustive-deps -- a wish is carried out once
  }, [goal, hasRows]);
}

/** Of the pushed rows those in sight; `skipped` rows at the top have not arrived yet. */
function visibleRows(
  view: View | null,
  first: number,
  count: number,
  end: number,
): { readonly rows: readonly Row[]; readonly skipped: number } {
  if (!view) return { rows: [], skipped: 0 };
  const from = Math.max(0, first - view.from);
  const until = Math.max(0, Math.min(first + count, end) - view.from);
  return { rows: view.rows.slice(from, until), skipped: Math.max(0, view.from - first) };
}

interface Cursor {
  /** Selects the row at a position, as soon as it is there. */
  goTo(position: number): void;
}

function useCursor(view: View | null, scrollTo: (position: number) => void): Cursor {
  const wanted = useRef<number | null>(null);
  const take = (): void => {
    if (wanted.current === null || !view) return;
    const row = view.rows[wanted.current - view.from];
    if (!row) return;
    wanted.current = null;
    pick(row.seq, view);
  };
  useEffect(take);
  return {
    goTo: (position) => {
      follow(false);
      wanted.current = position;
      scrollTo(position);
      take();
    },
  };
}

interface KeyContext {
  readonly view: View | null;
  readonly selected: number | null;
  readonly cursor: Cursor;
  readonly page: number;
  readonly base: number;
  readonly last: number;
}

/** A key that somebody may have changed, by what it does here; null: it is none, or a fixed one. */
function commandAt(event: globalThis.KeyboardEvent): LogCommand | null {
  const shortcut = shortcutOf(event, isMac);
  const { letterKeys, keys } = workbench().settings;
  if (shortcut === null || !letterKeys) return null;
  const id = commandOf(shortcut, "log", keys);
  return LOG_COMMANDS.find((one) => one === id) ?? null;
}

function keyAction(key: string, { view, selected, cursor, page, base, last }: KeyContext): (() => void) | null {
  if (!view || last < base) return null;
  const at = view.rows.findIndex(({ seq }) => seq === selected);
  const row = view.rows[at];
  const position = at < 0 ? null : view.from + at;
  const step = (by: number) => () => {
    cursor.goTo(Math.max(base, Math.min(last, position === null ? last : position + by)));
  };
  switch (key) {
    case "ArrowDown":
    case "row-next":
      return step(1);
    case "ArrowUp":
    case "row-previous":
      return step(-1);
    case "PageDown":
      return step(page);
    case "PageUp":
      return step(-page);
    case "Home":
      return () => {
        cursor.goTo(base);
      };
    case "End":
      return () => {
        editLog({ held: null, selected: null });
        follow(true);
      };
    case "Enter":
      return () => {
        setWorkbench({ panel: "inspect" });
        focus('[data-focus="inspector"], [data-focus="diagnosis"]');
      };
    case "Escape":
      return () => {
        select(null);
      };
    case "copy-row":
      return row ? () => void copyEntry(row) : null;
    case "linked-row": {
      const link = row?.link;
      return link
        ? () => {
            goTo(link.seq);
          }
        : null;
    }
    case "pin-row":
      return row
        ? () => {
            togglePin(row);
          }
        : null;
    case "match-next":
      return () => void goToMatch(1);
    case "match-previous":
      return () => void goToMatch(-1);
    case "go-to":
      return openGoTo;
    default:
      return null;
  }
}
