import type { Environment } from "../core/profile/library.ts";
import { afterLast, freeName } from "../core/profile/place.ts";
import type { Variable } from "../core/profile/template.ts";
import { epochMs } from "../core/units/units.ts";
import { isSameValue } from "../core/profile/share/diff.ts";
import { keepUnsavedEnvironments, takeUnsavedEnvironments } from "../storage/unsaved.ts";
import { configure } from "./configure.ts";
import { changeRecords, hold, keptBoth, release, sayDone } from "./libraryStore.ts";
import { activeTab, updateActive, workbench } from "./workbench.ts";

/** Typing is stored when it rests for a moment; it holds at once. */
const REST = 300;

/** What was typed into an environment and is not stored yet, and the revision it was typed over. */
const typed = new Map<string, { readonly base: string; timer: ReturnType<typeof setTimeout> }>();

const environment = (id: string): Environment | null =>
  workbench().library.environments.find((one) => one.id === id) ?? null;

export function chooseEnvironment(id: string | null): void {
  updateActive(() => ({ environment: id }));
  configure(activeTab(workbench()));
}

/** A record of its own, after all others. */
function made(name: string, variables: readonly Variable[]): Environment {
  const { environments } = workbench().library;
  return {
    id: crypto.randomUUID(),
    revision: crypto.randomUUID(),
    changedAt: epochMs(Date.now()),
    name: freeName(
      name,
      environments.map((one) => one.name),
    ),
    order: afterLast(environments),
    variables,
  };
}

/** @returns its id */
export async function newEnvironment(name: string, variables: readonly Variable[] = []): Promise<string> {
  const record = made(name, variables);
  await changeRecords([{ store: "environments", id: record.id, next: () => record }]);
  return record.id;
}

/** Open tabs have the new values at once. */
export function editEnvironment(id: string, change: Partial<Pick<Environment, "name" | "variables">>): void {
  const before = environment(id);
  if (!before) return;
  const pending = typed.get(id);
  if (pending) clearTimeout(pending.timer);
  hold({ ...before, ...change });
  typed.set(id, { base: pending?.base ?? before.revision, timer: setTimeout(() => void storeTyped(id), REST) });
}

/** Where another page has changed the same environment, both are kept, and the user is told. */
async function storeTyped(id: string): Promise<void> {
  const pending = typed.get(id);
  const mine = environment(id);
  if (!pending || !mine) return;
  clearTimeout(pending.timer);
  typed.delete(id);
  const stored = { ...mine, revision: crypto.randomUUID(), changedAt: epochMs(Date.now()) };
  const copy = made(mine.name, mine.variables);
  const tell = keptBoth(mine.name);
  let theirs: Environment | null = null;
  // What is typed while it is being stored rests on this, and not on what it replaces.
  hold(stored);
  await changeRecords([
    {
      store: "environments",
      id,
      next: (current) => {
        release(id, stored);
        const isOurs = current === null || [pending.base, stored.revision].includes(current.revision);
        theirs = isOurs ? null : current;
        return isOurs ? stored : undefined;
      },
    },
    // Also where it could not be stored at once, and another page was faster.
    {
      store: "environments",
      id: copy.id,
      next: () => {
        if (theirs === null) return undefined;
        tell();
        const others = workbench().library.environments.filter((one) => one.id !== id && one.id !== copy.id);
        return {
          ...copy,
          name: freeName(
            mine.name,
            [theirs, ...others].map(({ name }) => name),
          ),
        };
      },
    },
  ]);
}

/** Stores what was typed at once: a field or a dialog is left. */
export const storeAllTyped = (): Promise<unknown> => Promise.all([...typed.keys()].map(storeTyped));

/** The page goes, and a database that must be read before it is written may not come to an end. */
export function keepTyped(): void {
  if (typed.size === 0) return;
  keepUnsavedEnvironments(
    [...typed].flatMap(([id, { base }]) => {
      const record = environment(id);
      return record ? [{ base, record }] : [];
    }),
  );
  void storeAllTyped();
}

/** What the last visit of this page had typed and could not store. */
export async function bringBackTyped(): Promise<void> {
  for (const { base, record } of takeUnsavedEnvironments()) {
    const now = environment(record.id);
    if (now !== null && isSameValue(now.variables, record.variables) && now.name === record.name) continue;
    hold(record);
    typed.set(record.id, { base, timer: setTimeout(() => undefined, 0) });
  }
  await storeAllTyped();
}

export async function deleteEnvironment(id: string): Promise<void> {
  const record = environment(id);
  if (!record) return;
  const pending = typed.get(id);
  if (pending) clearTimeout(pending.timer);
  typed.delete(id);
  release(id);
  await changeRecords([{ store: "environments", id, next: () => null }]);
  sayDone("deleted", record.name, () => void changeRecords([{ store: "environments", id, next: () => record }]));
}
