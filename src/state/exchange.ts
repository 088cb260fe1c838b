import { emptyBundle, type Bundle, type BundledEnvironment, type BundledProfile } from "../core/profile/bundle.ts";
import type { Environment, SavedProfile } from "../core/profile/library.ts";
import { inOrder, profilesIn } from "../core/profile/place.ts";
import { applyPlan, type ImportPlan } from "../core/profile/share/plan.ts";
import { mentionedVariables } from "../core/profile/template.ts";
import { epochMs } from "../core/units/units.ts";
import type { LibraryChange, LibraryRecords } from "../storage/library.ts";
import { tabTitle } from "./connection.ts";
import { environmentOf } from "./effective.ts";
import { changeRecords, sayDone } from "./libraryStore.ts";
import { openSaved } from "./library.ts";
import { activeTab, workbench, type Shared } from "./workbench.ts";

/** Everything that could go along; what does is chosen one by one. */
export interface Offer {
  readonly name: string;
  readonly bundle: Bundle;
}

const bundledEnvironment = ({ id, name, variables }: Environment): BundledEnvironment => ({ id, name, variables });

function bundledProfile({ id, name, folder, profile }: SavedProfile): BundledProfile {
  const known = workbench().library.folders.find((one) => one.id === folder);
  return { id, name, folder: known?.name ?? null, profile };
}

/** @returns null for what is gone */
export function offerOf(what: Shared): Offer | null {
  const { folders, profiles, environments } = workbench().library;
  switch (what.is) {
    case "tab": {
      const tab = activeTab(workbench());
      const name = tabTitle(tab);
      const environment = environmentOf(tab);
      const mentioned = new Set(mentionedVariables(JSON.stringify(tab.profile)));
      const isUsed = environment?.variables.some((one) => mentioned.has(one.name)) === true;
      return {
        name,
        bundle: {
          ...emptyBundle,
          profiles: [
            { id: tab.saved?.id ?? null, name: name === "" ? "Sockwright" : name, folder: null, profile: tab.profile },
          ],
          environments: environment && isUsed ? [bundledEnvironment(environment)] : [],
        },
      };
    }
    case "profile": {
      const record = profiles.find(({ id }) => id === what.id);
      return record ? { name: record.name, bundle: { ...emptyBundle, profiles: [bundledProfile(record)] } } : null;
    }
    case "folder": {
      const folder = folders.find(({ id }) => id === what.id);
      const inside = profilesIn(workbench().library, what.id);
      return folder
        ? {
            name: folder.name,
            bundle: { ...emptyBundle, folders: [folder.name], profiles: inside.map(bundledProfile) },
          }
        : null;
    }
    case "environment": {
      const record = environments.find(({ id }) => id === what.id);
      return record
        ? { name: record.name, bundle: { ...emptyBundle, environments: [bundledEnvironment(record)] } }
        : null;
    }
    case "everything": {
      const placed = [...inOrder(folders).map(({ id }) => id), null];
      const inside = placed.flatMap((folder) => profilesIn(workbench().library, folder));
      return {
        name: "",
        bundle: {
          folders: inOrder(folders).map(({ name }) => name),
          profiles: inside.map(bundledProfile),
          environments: inOrder(environments).map(bundledEnvironment),
        },
      };
    }
  }
}

/** Adds what was confirmed, in one go; undo takes all of it back. @param opens whether the first profile is shown */
export async function addPlanned(plan: ImportPlan, opens: boolean): Promise<void> {
  const { library } = workbench();
  const { put: puts } = applyPlan(library, plan, () => crypto.randomUUID(), epochMs(Date.now()));
  const changes: LibraryChange[] = [];
  const undo: LibraryChange[] = [];
  const keep = <Store extends keyof LibraryRecords>(store: Store, records: readonly LibraryRecords[Store][]): void => {
    for (const record of records) {
      const before = library[store].find(({ id }) => id === record.id) ?? null;
      // Store and record belong together, which the union's members cannot tell.
      changes.push({ store, id: record.id, next: () => record } as unknown as LibraryChange);
      // What was changed since stays.
      const back = (current: LibraryRecords[Store] | null) =>
        current?.revision === record.revision ? before : undefined;
      undo.push({ store, id: record.id, next: back } as unknown as LibraryChange);
    }
  };
  keep("folders", puts.folders);
  keep("profiles", puts.profiles);
  keep("environments", puts.environments);
  if (changes.length === 0) return;
  await changeRecords(changes);
  const [first] = puts.profiles;
  if (opens && first) openSaved(first.id);
  const names = [...puts.profiles, ...puts.environments].map(({ name }) => name);
  sayDone(
    "imported",
    names.length > 3 ? `${names.slice(0, 3).join(", ")} + ${String(names.length - 3)}` : names.join(", "),
    () => {
      void changeRecords(undo);
    },
  );
}
