import type { Tree } from "./tree.ts";

/** The children of a node, in order. */
export function childrenOf(tree: Tree, at: number): readonly number[] {
  const children: number[] = [];
  for (let child = at + 1; child < tree.end(at); child = tree.end(child)) children.push(child);
  return children;
}
