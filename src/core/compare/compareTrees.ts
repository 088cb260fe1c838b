import { childrenOf, memberOf, pathOf, unquote, type Tree } from "../units/tree.ts";
import { align } from "./align.ts";

/** One place where two trees differ. Paths are those of the tree that has it; of a change, of the first. */
export type Change =
  | { readonly is: "added"; readonly path: string; readonly after: number }
  | { readonly is: "removed"; readonly path: string; readonly before: number }
  | { readonly is: "changed"; readonly path: string; readonly before: number; readonly after: number };

export interface TreeDiff {
  readonly changes: readonly Change[];
  /** There are more than were looked for. */
  readonly isCut: boolean;
  /** Some list was too different to be aligned. */
  readonly isCoarse: boolean;
}

export const MOST_CHANGES = 2000;
/** Nodes of both trees together: comparing more would hold the page up. */
export const MOST_NODES = 400_000;
const MOST_LIST_EDITS = 300;

/**
 * What was added, removed and changed between two payloads: objects by key, lists by their members in order.
 * Values are equal when they read alike: `1` and `1`, `"a"` and its escaped spelling, but not `1` and `1.0`.
 */
export function compareTrees(first: Tree, second: Tree): TreeDiff {
  const [a, b] = hashes(first, second);
  const changes: Change[] = [];
  let isCoarse = false;
  const pending: (readonly [number, number])[] = [[0, 0]];
  const isSame = (x: number, y: number): boolean => a[x] === b[y];
  while (pending.length > 0 && changes.length < MOST_CHANGES) {
    const [x, y] = pending.pop() ?? [0, 0];
    if (isSame(x, y)) continue;
    const kind = first.kind(x);
    if (kind !== second.kind(y) || (kind !== "object" && kind !== "array")) {
      changes.push({ is: "changed", path: pathOf(first, x), before: x, after: y });
      continue;
    }
    // Last in, first out: what is met first must be looked at first.
    const later: (readonly [number, number])[] = [];
    if (kind === "array" || hasDuplicates(first, x) || hasDuplicates(second, y)) {
      isCoarse = compareLists(x, y, later) || isCoarse;
    } else compareObjects(x, y, later);
    pending.push(...later.toReversed());
  }
  // Roughly as one reads: an addition has no place in the first tree, its place in the second is near enough.
  const place = (change: Change): number => (change.is === "added" ? change.after : change.before);
  changes.sort((one, other) => place(one) - place(other));
  return { changes: changes.slice(0, MOST_CHANGES), isCut: changes.length >= MOST_CHANGES, isCoarse };

  function compareObjects(x: number, y: number, later: (readonly [number, number])[]): void {
    for (const before of childrenOf(first, x)) {
      const after = memberOf(second, y, first.key(before) ?? "");
      if (after === null) changes.push({ is: "removed", path: pathOf(first, before), before });
      else later.push([before, after]);
    }
    for (const after of childrenOf(second, y)) {
      if (memberOf(first, x, second.key(after) ?? "") === null)
        changes.push({ is: "added", path: pathOf(second, after), after });
    }
  }

  function compareLists(x: number, y: number, later: (readonly [number, number])[]): boolean {
    const [before, after] = [childrenOf(first, x), childrenOf(second, y)];
    const aligned = align(
      before.length,
      after.length,
      (from, to) =>
        first.key(before[from] ?? 0) === second.key(after[to] ?? 0) && isSame(before[from] ?? 0, after[to] ?? 0),
      MOST_LIST_EDITS,
    );
    const { runs } = aligned;
    for (const [at, { is, from, to, count }] of runs.entries()) {
      if (is === "same") continue;
      // Members that took each other's place are compared with each other.
      const [previous, next] = [runs[at - 1], runs[at + 1]];
      const pairs = is === "removed" && next?.is === "added" ? Math.min(count, next.count) : 0;
      const taken = is === "added" && previous?.is === "removed" ? Math.min(count, previous.count) : 0;
      for (let step = 0; step < count && changes.length < MOST_CHANGES; step++) {
        if (step < taken) continue;
        if (step < pairs) later.push([before[from + step] ?? 0, after[(next?.to ?? 0) + step] ?? 0]);
        else if (is === "removed") {
          const node = before[from + step] ?? 0;
          changes.push({ is, path: pathOf(first, node), before: node });
        } else {
          const node = after[to + step] ?? 0;
          changes.push({ is: "added", path: pathOf(second, node), after: node });
        }
      }
    }
    return aligned.isCoarse;
  }
}

function hasDuplicates(tree: Tree, of: number): boolean {
  const keys = new Set<string | null>();
  for (let at = of + 1; at < tree.end(of); at = tree.end(at)) keys.add(tree.key(at));
  return keys.size < tree.count(of);
}

/** A number for each subtree: equal ones have the same in both trees. From the last node to the first, without recursion. */
function hashes(first: Tree, second: Tree): readonly [Int32Array, Int32Array] {
  const known = new Map<string, number>();
  const number = (tree: Tree): Int32Array => {
    const numbers = new Int32Array(tree.size());
    for (let at = tree.size() - 1; at >= 0; at--) {
      const kind = tree.kind(at);
      let text: string = kind;
      if (kind === "object" || kind === "array") {
        const parts = childrenOf(tree, at).map(
          (child) => `${JSON.stringify(tree.key(child))}:${String(numbers[child])}`,
        );
        // The order of keys means nothing, that of members does.
        text += (kind === "object" ? parts.toSorted() : parts).join(",");
      } else if (kind === "bytes") text += tree.octets(at)?.join(" ") ?? "";
      else text += kind === "string" ? unquote(tree.text(at)) : tree.text(at);
      const before = known.get(text);
      if (before === undefined) known.set(text, known.size + 1);
      numbers[at] = before ?? known.size;
    }
    return numbers;
  };
  return [number(first), number(second)];
}
