import type { Tree } from "../../core/units/tree.ts";
import { usualOpenness, type Openness } from "./rows.ts";

/** What somebody opened and closed in one payload; decoded values in it begin anew. */
interface Kept {
  readonly mode: Openness["mode"];
  readonly nodes: ReadonlyMap<number, boolean>;
}

/** Payloads that are remembered, the last looked at. */
const MOST = 200;
const kept = new Map<string, Kept>();

/** @param key names the payload and how it is read */
export function keepOpenness(key: string, tree: Tree, { mode, toggled }: Openness): void {
  kept.delete(key);
  kept.set(key, { mode, nodes: toggled.get(tree) ?? new Map() });
  const [oldest] = kept.keys();
  if (kept.size > MOST && oldest !== undefined) kept.delete(oldest);
}

/** As it was left; of a payload that was not touched, as usual. */
export function keptOpenness(key: string, tree: Tree): Openness {
  const found = kept.get(key);
  return found ? { mode: found.mode, toggled: new Map([[tree, found.nodes]]) } : usualOpenness;
}
