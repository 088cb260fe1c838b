import type { Tree } from "../../core/units/tree.ts";

/** What is open: everything, nothing but the root, or by a rule; and what was changed by hand since. */
export interface Openness {
  readonly mode: "usual" | "all" | "none";
  readonly toggled: ReadonlyMap<Tree, ReadonlyMap<number, boolean>>;
}

export const usualOpenness: Openness = { mode: "usual", toggled: new Map() };

/** A payload of no more nodes is open whole. */
const SMALL = 100;
/** Of a larger one, a list longer than this is closed at first, but for the payload itself. */
const OPEN_CHILDREN = 50;
const OPEN_DEPTH = 2;
/** Of a list still longer, what stands in it is closed too: its elements are to be looked over. */
const OPEN_BELOW = 1000;

export const isOpen = ({ mode, toggled }: Openness, tree: Tree, at: number): boolean =>
  toggled.get(tree)?.get(at) ?? isOpenAtFirst(mode, tree, at);

function isOpenAtFirst(mode: Openness["mode"], tree: Tree, at: number): boolean {
  if (mode !== "usual") return mode === "all" || at === 0;
  if (at === 0 || tree.size() <= SMALL) return true;
  const isShort = tree.depth(at) < OPEN_DEPTH && tree.count(at) <= OPEN_CHILDREN;
  return isShort && tree.count(tree.parent(at)) <= OPEN_BELOW;
}

export function toggle(openness: Openness, tree: Tree, at: number, open: boolean): Openness {
  const nodes = new Map(openness.toggled.get(tree)).set(at, open);
  return { ...openness, toggled: new Map(openness.toggled).set(tree, nodes) };
}

/** Decoded values that stand under the node they were found in. */
export type Grafts = ReadonlyMap<Tree, ReadonlyMap<number, Tree>>;

/** One line for each node in sight. */
export interface Rows {
  readonly length: number;
  tree(row: number): Tree;
  at(row: number): number;
  depth(row: number): number;
}

/** The rows of what is open. A closed branch is skipped whole, so this takes as long as what is seen of a tree. */
export function rowsOf(root: Tree, openness: Openness, grafts: Grafts): Rows {
  const trees: Tree[] = [root];
  const numbers = new Map<Tree, number>([[root, 0]]);
  // A list of many that is open is seen whole, or to a good part.
  let capacity = Math.max(256, root.count(0) + 64);
  let [which, nodes, depths] = [new Uint16Array(capacity), new Int32Array(capacity), new Int32Array(capacity)];
  let length = 0;
  // Looked up once a tree: this goes over every line that is seen of a long list.
  const walkOf = (tree: Tree, base: number) => ({
    tree,
    at: 0,
    base,
    changed: openness.toggled.get(tree),
    grafted: grafts.get(tree),
  });
  const walks = [walkOf(root, 0)];
  while (walks.length > 0) {
    const walk = walks.at(-1);
    if (walk === undefined || walk.at >= walk.tree.size()) {
      walks.pop();
      continue;
    }
    const { tree, at, base, changed, grafted } = walk;
    if (length === capacity) {
      capacity *= 2;
      which = grow(which, new Uint16Array(capacity));
      nodes = grow(nodes, new Int32Array(capacity));
      depths = grow(depths, new Int32Array(capacity));
    }
    which[length] = numbers.get(tree) ?? 0;
    nodes[length] = at;
    depths[length++] = base + tree.depth(at);
    const isWalked = tree.count(at) > 0 && (changed?.get(at) ?? isOpenAtFirst(openness.mode, tree, at));
    walk.at = isWalked ? at + 1 : tree.end(at);
    const graft = grafted?.get(at);
    if (graft === undefined) continue;
    if (!numbers.has(graft)) numbers.set(graft, trees.push(graft) - 1);
    walks.push(walkOf(graft, base + tree.depth(at) + 1));
  }
  return {
    length,
    tree: (row) => trees[which[row] ?? 0] ?? root,
    at: (row) => nodes[row] ?? 0,
    depth: (row) => depths[row] ?? 0,
  };
}

function grow<Numbers extends Uint16Array<ArrayBuffer> | Int32Array<ArrayBuffer>>(from: Numbers, to: Numbers): Numbers {
  to.set(from);
  return to;
}

/** The row of a node; −1 while it is not in sight. */
export function rowOf(rows: Rows, tree: Tree, at: number): number {
  for (let row = 0; row < rows.length; row++) if (rows.at(row) === at && rows.tree(row) === tree) return row;
  return -1;
}
