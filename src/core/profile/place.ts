import type { Library, SavedProfile } from "./library.ts";

/** Something in a list that can be moved. */
interface Placed {
  readonly id: string;
  readonly order: number;
}

/** By order; equal orders, which two pages may give at the same moment, by id. */
export const inOrder = <One extends Placed>(list: readonly One[]): readonly One[] =>
  list.toSorted((one, other) => one.order - other.order || (one.id < other.id ? -1 : 1));

/** What is in a folder, in its order; those whose folder is gone stand in none (null). */
export function profilesIn({ folders, profiles }: Library, folder: string | null): readonly SavedProfile[] {
  const known = new Set(folders.map(({ id }) => id));
  return inOrder(
    profiles.filter((one) => (one.folder !== null && known.has(one.folder) ? one.folder : null) === folder),
  );
}

export const afterLast = (list: readonly Placed[]): number =>
  list.reduce((last, { order }) => Math.max(last, order), 0) + 1;

/**
 * Orders for a list in which `moved` stands before `before` (null: at the end), for those whose order changes:
 * mostly the moved one alone, all of them where halving has used up the room between two neighbours.
 */
export function ordersAfterMove(
  list: readonly Placed[],
  moved: string,
  before: string | null,
): ReadonlyMap<string, number> {
  const others = inOrder(list).filter(({ id }) => id !== moved);
  const found = before === null ? -1 : others.findIndex(({ id }) => id === before);
  const at = found < 0 ? others.length : found;
  const below = others[at - 1]?.order ?? (others[0]?.order ?? 1) - 2;
  const above = others[at]?.order ?? below + 2;
  const middle = (below + above) / 2;
  if (middle > below && middle < above) return new Map([[moved, middle]]);
  const ids = others.map(({ id }) => id);
  return new Map([...ids.slice(0, at), moved, ...ids.slice(at)].map((id, index) => [id, index + 1]));
}

export const namesOf = (list: readonly { readonly name: string }[]): readonly string[] => list.map(({ name }) => name);

/** @returns the name, or the name with a number where it is taken */
export function freeName(name: string, taken: readonly string[]): string {
  const known = new Set(taken);
  const bare = name.replace(/ \(\d+\)$/, "");
  let free = name;
  for (let count = 2; known.has(free); count++) free = `${bare} (${String(count)})`;
  return free;
}
