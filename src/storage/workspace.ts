import { readWorkspace, type StoredWorkspace } from "../core/profile/workspace.ts";
import { load, loadAll, remove, save } from "./database.ts";
import { openPages, pageName } from "./page.ts";

/** Workspaces of pages that are closed are kept for whoever opens the app next; older ones go. */
const KEPT = 5;

interface Saved {
  readonly savedAt: number;
}

const savedAt = (stored: unknown): number => Number((Object(stored) as Partial<Saved>).savedAt ?? 0);

/**
 * This page's own workspace or, for a page that has none, the latest of a page that is not open.
 * @returns null where there is none, or none that can be read
 */
export async function loadWorkspace(unsaved?: unknown): Promise<StoredWorkspace | null> {
  const own = readWorkspace(unsaved) ?? readWorkspace(await load("workspace", pageName()));
  if (own) return own;
  const open = await openPages();
  const free = (await loadAll("workspace")).filter(([name]) => !open.has(name));
  free.sort(([, one], [, other]) => savedAt(other) - savedAt(one));
  await Promise.all(free.slice(KEPT).map(([name]) => remove("workspace", name)));
  return readWorkspace(free[0]?.[1]);
}

export const saveWorkspace = (workspace: StoredWorkspace): Promise<void> =>
  save("workspace", pageName(), { ...workspace, savedAt: Date.now() });
