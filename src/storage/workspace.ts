import { putSecretValues, readSecretValues, takeSecretValues } from "../core/profile/secretValues.ts";
import { readWorkspace, type StoredWorkspace } from "../core/profile/workspace.ts";
import { loadAll, write, type Write } from "./database.ts";
import { openPages, originalOf, pageName } from "./page.ts";

/** Workspaces of pages that are closed are kept for whoever opens the app next; older ones go. */
const KEPT = 5;

interface Saved {
  readonly savedAt: unknown;
}

function savedAt(stored: unknown): number {
  const { savedAt: at } = Object(stored) as Partial<Saved>;
  return typeof at === "number" && Number.isFinite(at) ? at : 0;
}
const secretsKey = (name: string): string => `workspace:${name}`;

/**
 * This page's own workspace or, for a page that has none, the latest of a page that is not open. One that
 * cannot be read hides no other.
 * @returns null where there is none, or none that can be read
 */
export async function loadWorkspace(unsaved?: unknown): Promise<StoredWorkspace | null> {
  const own = readWorkspace(unsaved);
  if (own) return own;
  const { workspace, secrets } = await loadAll(["workspace", "secrets"]);
  const read = (name: string, stored: unknown): StoredWorkspace | null =>
    withSecrets(readWorkspace(stored), secrets.find(([key]) => key === secretsKey(name))?.[1]);
  const name = pageName();
  const stored = workspace.find(([key]) => key === name);
  const mine = stored ? read(...stored) : null;
  if (mine) return mine;
  const copied = workspace.find(([key]) => key === originalOf());
  const copy = copied ? read(...copied) : null;
  if (copy) return copy;
  const open = await openPages();
  const free = workspace.filter(([key]) => key !== name && !open.has(key));
  free.sort(([, one], [, other]) => savedAt(other) - savedAt(one));
  await write(
    free.slice(KEPT).flatMap(([key]) => removed(key)),
    // To keep a few more than needed does no harm.
  ).catch(() => undefined);
  for (const one of free.slice(0, KEPT)) {
    const found = read(...one);
    if (!found) continue;
    // It is this page's from now on: the next new page must not take it, too.
    await saveWorkspace(found)
      .then(() => write(removed(one[0])))
      .catch(() => undefined);
    return found;
  }
  return null;
}

const removed = (key: string): readonly Write[] => [
  { store: "workspace", key, value: undefined },
  { store: "secrets", key: secretsKey(key), value: undefined },
];

/** Values of secret variables stand in a store of their own, by the tab. */
export function saveWorkspace(workspace: StoredWorkspace): Promise<void> {
  const name = pageName();
  const secrets: [string, unknown][] = [];
  const tabs = workspace.tabs.map((tab) => {
    const { open, values } = takeSecretValues(tab.profile.variables);
    if (values.length > 0) secrets.push([tab.id, values]);
    return { ...tab, profile: { ...tab.profile, variables: open } };
  });
  return write([
    { store: "workspace", key: name, value: { ...workspace, tabs, savedAt: Date.now() } },
    { store: "secrets", key: secretsKey(name), value: secrets.length > 0 ? secrets : undefined },
  ]);
}

function withSecrets(workspace: StoredWorkspace | null, stored: unknown): StoredWorkspace | null {
  if (workspace === null || !Array.isArray(stored)) return workspace;
  const byTab = new Map(stored.filter((pair): pair is [unknown, unknown] => Array.isArray(pair)));
  const tabs = workspace.tabs.map((tab) => {
    const variables = putSecretValues(tab.profile.variables, readSecretValues(byTab.get(tab.id)));
    return { ...tab, profile: { ...tab.profile, variables } };
  });
  return { ...workspace, tabs };
}
