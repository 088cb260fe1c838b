import { useMemo, useRef, useState } from "react";
import { hiddenIn, openHidden, type Hidden } from "../../core/decode/inside.ts";
import { pathOf, type Tree } from "../../core/units/tree.ts";
import type { DecodeTexts } from "../../i18n/decode/decodeTexts.ts";
import { copyText } from "../../state/clipboard.ts";
import { keepOpenness, keptOpenness } from "./keptOpenness.ts";
import { isOpen, rowOf, rowsOf, toggle, type Openness, type Rows } from "./rows.ts";
import { copyOf } from "./copyOf.ts";
import type { RowAction } from "./TreeRow.tsx";

interface Graft {
  readonly tree: Tree;
  readonly steps: readonly Hidden[];
}
type Opened = ReadonlyMap<Tree, ReadonlyMap<number, Graft>>;

export interface TreeState {
  readonly rows: Rows;
  readonly active: number;
  /** Of the active row, from the payload's root; in a decoded value, from that value's. */
  readonly path: string;
  readonly goTo: (row: number) => void;
  readonly parentOf: (row: number) => number;
  /** null: a scalar */
  readonly isOpen: (row: number) => boolean | null;
  readonly hiddenIn: (row: number) => Hidden | null;
  readonly openedAs: (row: number, texts: DecodeTexts) => string | null;
  /** @param action null: the row is only made the active one */
  readonly act: (row: number, action: RowAction | null) => void;
  readonly setAll: (mode: "all" | "none") => void;
}

/**
 * What is open in a tree, what was decoded in place, and where one is.
 * @param name of the payload and how it is read: what is open in it is as it was left
 */
export function useTreeState(tree: Tree, name: string): TreeState {
  const [openness, change] = useState<Openness>(() => keptOpenness(name, tree));
  const setOpenness = (changed: Openness): void => {
    change(changed);
    keepOpenness(name, tree, changed);
  };
  const [opened, setOpened] = useState<Opened>(new Map());
  const [active, setActive] = useState(0);
  const seen = useRef(new Map<Tree, Map<number, Hidden | null>>());
  const rows = useMemo(() => {
    const grafts = new Map(
      [...opened].map(([of, nodes]) => [of, new Map([...nodes].map(([at, graft]) => [at, graft.tree]))]),
    );
    return rowsOf(tree, openness, grafts);
  }, [tree, openness, opened]);

  const hidden = (row: number): Hidden | null => {
    const [of, at] = [rows.tree(row), rows.at(row)];
    const known = seen.current.get(of) ?? new Map<number, Hidden | null>();
    seen.current.set(of, known);
    const before = known.get(at);
    if (before !== undefined) return before;
    const found = hiddenIn(of, at);
    known.set(at, found);
    return found;
  };
  const open = (row: number): boolean | null =>
    rows.tree(row).count(rows.at(row)) === 0 ? null : isOpen(openness, rows.tree(row), rows.at(row));

  const decode = (row: number): void => {
    const [of, at] = [rows.tree(row), rows.at(row)];
    if (hidden(row) === null) return;
    const nodes = new Map(opened.get(of));
    const found = nodes.has(at) ? null : openHidden(of, at);
    if (found === null) nodes.delete(at);
    else nodes.set(at, found);
    setOpened(new Map(opened).set(of, nodes));
  };
  const setAll = (mode: "all" | "none"): void => {
    const next: Openness = { mode, toggled: new Map() };
    setOpenness(next);
    if (mode === "none") setActive(0);
    else setActive(rowOf(rowsOf(tree, next, new Map()), rows.tree(active), rows.at(active)));
  };
  /** A branch with everything under it. */
  const openBelow = (row: number): void => {
    const [of, from] = [rows.tree(row), rows.at(row)];
    const nodes = new Map(openness.toggled.get(of));
    for (let at = from; at < of.end(from); at++) if (of.count(at) > 0) nodes.set(at, true);
    setOpenness({ ...openness, toggled: new Map(openness.toggled).set(of, nodes) });
  };
  return {
    rows,
    active: Math.max(0, Math.min(active, rows.length - 1)),
    path: pathOf(rows.tree(active), rows.at(active)),
    goTo: setActive,
    parentOf: (row) => {
      const depth = rows.depth(row);
      for (let above = row - 1; above >= 0; above--) if (rows.depth(above) < depth) return above;
      return row;
    },
    isOpen: open,
    hiddenIn: hidden,
    openedAs: (row, texts) => {
      const steps = opened.get(rows.tree(row))?.get(rows.at(row))?.steps;
      return steps === undefined ? null : steps.map((step) => texts.hidden[step]).join(" › ");
    },
    act: (row, action) => {
      const [of, at] = [rows.tree(row), rows.at(row)];
      setActive(row);
      switch (action) {
        case "toggle": {
          const is = open(row);
          if (is !== null) setOpenness(toggle(openness, of, at, !is));
          return;
        }
        case "decode":
          decode(row);
          return;
        case "value":
          void copyText(copyOf(of, at));
          return;
        case "key": {
          const key = of.key(at);
          if (key !== null) void copyText(key);
          return;
        }
        case "path":
          void copyText(pathOf(of, at));
          return;
        case "all":
          openBelow(row);
          break;
        case null:
          break;
      }
    },
    setAll,
  };
}
