import { useId, useRef, useState, type KeyboardEvent } from "react";
import { readable, type Tree } from "../../core/units/tree.ts";
import type { DecodeTexts } from "../../i18n/decode/decodeTexts.ts";
import { Menu } from "../parts/Menu.tsx";
import { useText } from "../text.ts";
import { visible, visibleLines } from "../visible.ts";
import { Marked } from "../Marked.tsx";
import { noteText } from "./nodeNote.ts";
import { TreeRow } from "./TreeRow.tsx";
import { useTreeState } from "./useTreeState.ts";
import { useVirtual } from "./useVirtual.ts";

interface TreeViewProps {
  readonly tree: Tree;
  /** Names the payload and how it is read. */
  readonly name: string;
  readonly texts: DecodeTexts;
  readonly marks: readonly RegExp[];
  /** Of the entry: what expires is measured by it. */
  readonly time: number;
  /** A name for a node without a key; null: its index. */
  readonly labelOf?: (tree: Tree, at: number) => string | null;
}

/** A value longer than a row shows is told in full below the tree, as far as anybody reads. */
const ROW_TEXT = 40;
const ROW_NOTE = 20;
const BOX_TEXT = 20_000;

/**
 * A payload as a tree: only the rows in sight are drawn, whatever its size.
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/treeview/
 */
export function TreeView({ tree, name, texts, marks, time, labelOf }: TreeViewProps) {
  const t = useText();
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [hovered, setHovered] = useState(-1);
  const [menu, setMenu] = useState<{ readonly x: number; readonly y: number } | null>(null);
  const state = useTreeState(tree, name);
  const { rows, active } = state;
  const list = useVirtual(scroller, rows.length);
  const go = (row: number): void => {
    const to = Math.max(0, Math.min(rows.length - 1, row));
    state.goTo(to);
    list.scrollTo(to);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const keys: Readonly<Record<string, () => void>> = {
      ArrowDown: () => go(active + 1),
      ArrowUp: () => go(active - 1),
      PageDown: () => go(active + list.page - 1),
      PageUp: () => go(active - list.page + 1),
      Home: () => go(0),
      End: () => go(rows.length - 1),
      ArrowRight: () =>
        state.isOpen(active) === false
          ? state.act(active, "toggle")
          : state.isOpen(active)
            ? go(active + 1)
            : undefined,
      ArrowLeft: () =>
        state.isOpen(active) && rows.tree(active).count(rows.at(active)) > 0
          ? state.act(active, "toggle")
          : go(state.parentOf(active)),
      Enter: () => state.act(active, state.isOpen(active) === null ? "decode" : "toggle"),
      " ": () => state.act(active, state.isOpen(active) === null ? "decode" : "toggle"),
      "*": () => state.act(active, "all"),
      c: () => state.act(active, "value"),
      k: () => state.act(active, "key"),
      p: () => state.act(active, "path"),
    };
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  const [activeTree, activeAt] = [rows.tree(active), rows.at(active)];
  const whole = activeTree.count(activeAt) === 0 ? readable(activeTree, activeAt) : "";
  const known = activeTree.note(activeAt);
  const note = known === null ? "" : noteText(texts, known, time);
  const shown = Array.from({ length: list.count }, (_, at) => list.first + at);
  return (
    <>
      <div className="view-bar">
        <span className="mono cut grow" title={state.path}>
          {state.path}
        </span>
        <button type="button" className="btn" onClick={() => state.setAll("all")}>
          {texts.tree.expandAll}
        </button>
        <button type="button" className="btn" onClick={() => state.setAll("none")}>
          {texts.tree.collapseAll}
        </button>
      </div>
      <div
        ref={scroller}
        className="payload tree-box"
        role="tree"
        aria-label={t.inspector.tree}
        aria-activedescendant={`${id}-${String(active)}`}
        tabIndex={0}
        data-focus="inspector"
        onScroll={list.onScroll}
        onKeyDown={onKeyDown}
        onMouseLeave={() => {
          setHovered(-1);
        }}
        onContextMenu={(event) => {
          event.preventDefault();
          const box = event.currentTarget.querySelector(".is-active")?.getBoundingClientRect();
          // From the keyboard there is no pointer to open it at.
          setMenu(
            event.clientX > 0
              ? { x: event.clientX, y: event.clientY }
              : { x: (box?.left ?? 0) + 40, y: box?.bottom ?? 0 },
          );
        }}
      >
        <div role="presentation" style={{ height: list.height }}>
          <div role="presentation" className="tree-rows" style={{ transform: `translateY(${String(list.top)}px)` }}>
            {shown.map((row) => {
              const [of, at] = [rows.tree(row), rows.at(row)];
              return (
                <TreeRow
                  key={row}
                  id={`${id}-${String(row)}`}
                  row={row}
                  tree={of}
                  at={at}
                  depth={rows.depth(row)}
                  label={of === tree && labelOf ? labelOf(of, at) : null}
                  isOpen={state.isOpen(row)}
                  isActive={row === active}
                  isHovered={row === hovered}
                  hidden={state.hiddenIn(row)}
                  opened={state.openedAs(row, texts)}
                  time={time}
                  texts={texts}
                  marks={marks}
                  onAct={state.act}
                  onHover={setHovered}
                />
              );
            })}
          </div>
        </div>
      </div>
      {whole.length > ROW_TEXT || note.length > ROW_NOTE ? (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable by keyboard
        <div className="value-box" role="region" aria-label={texts.tree.value} tabIndex={0}>
          <pre className="raw">
            <Marked text={whole.slice(0, BOX_TEXT)} marks={marks} write={visibleLines} />
            {whole.length > BOX_TEXT ? "…" : ""}
          </pre>
          {note === "" ? null : <p className="value-note">{visible(note)}</p>}
        </div>
      ) : null}
      {menu === null ? null : (
        <Menu
          label={texts.tree.actions}
          at={menu}
          onClose={() => {
            setMenu(null);
            scroller.current?.focus();
          }}
          groups={[
            [
              { text: texts.tree.copyValue, keys: "C", act: () => state.act(active, "value") },
              {
                text: texts.tree.copyKey,
                keys: "K",
                isDisabled: rows.tree(active).key(rows.at(active)) === null,
                act: () => state.act(active, "key"),
              },
              { text: texts.tree.copyPath, keys: "P", act: () => state.act(active, "path") },
            ],
            [
              {
                text: texts.tree.decode,
                keys: "Enter",
                isDisabled: state.hiddenIn(active) === null,
                act: () => state.act(active, "decode"),
              },
              { text: texts.tree.expandAll, keys: "*", act: () => state.act(active, "all") },
            ],
          ]}
        />
      )}
    </>
  );
}
