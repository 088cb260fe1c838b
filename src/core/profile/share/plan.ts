import type { EpochMs } from "../../units/units.ts";
import type { Bundle, BundledEnvironment, BundledProfile } from "../bundle.ts";
import type { Environment, Folder, Library, SavedProfile } from "../library.ts";
import { afterLast, freeName, namesOf } from "../place.ts";
import type { Profile } from "../profile.ts";
import type { Variable } from "../template.ts";
import { isSameSetup, isSameValue } from "./diff.ts";
import { destinationOf, type Destination } from "./hosts.ts";
import { keepStoredSecrets, keepStoredValues } from "./keepStored.ts";
import { findSecrets, withoutSecrets } from "./secrets.ts";
import { writeSetup } from "./wire.ts";

export type PlanAction = "add" | "skip" | "keep-both" | "replace";

/** What an import would do with one profile or environment. */
export interface PlanItem {
  readonly kind: "profile" | "environment";
  /** In the bundle's list of its kind. */
  readonly index: number;
  readonly name: string;
  readonly folder: string | null;
  readonly state: "new" | "same" | "changed";
  /** Id of the one that is here already; null: there is none. */
  readonly existing: string | null;
  /** What can be chosen. */
  readonly actions: readonly PlanAction[];
  readonly action: PlanAction;
  /**
   * Replacing would send secrets that are stored here to another server than before, so it is not offered:
   * whoever made the link would only have to know the name.
   */
  readonly moves: { readonly from: Destination; readonly to: Destination } | null;
}

export interface ImportPlan {
  readonly bundle: Bundle;
  readonly items: readonly PlanItem[];
}

/** What an import would do, profiles first, each as the bundle has them; nothing is decided yet. */
export function planImport(library: Library, bundle: Bundle): ImportPlan {
  // Every setup is looked through once: comparing each with each would take minutes for a full link.
  const twins = new Map<string, SavedProfile[]>();
  for (const one of library.profiles) {
    const key = fingerprint(one.profile);
    twins.set(key, [...(twins.get(key) ?? []), one]);
  }
  const profiles = bundle.profiles.map((one, index) =>
    planProfile(library, one, index, twins.get(fingerprint(one.profile)) ?? []),
  );
  const environments = bundle.environments.map((one, index) => planEnvironment(library, one, index));
  return { bundle, items: [...profiles, ...environments] };
}

const ACTIONS: Readonly<Record<PlanItem["state"], readonly PlanAction[]>> = {
  new: ["add", "skip"],
  same: ["skip", "keep-both"],
  changed: ["keep-both", "replace", "skip"],
};

function item(
  state: PlanItem["state"],
  existing: string | null,
  about: Pick<PlanItem, "kind" | "index" | "name" | "folder">,
  moves: PlanItem["moves"] = null,
): PlanItem {
  const actions = ACTIONS[state].filter((action) => action !== "replace" || moves === null);
  return { ...about, state, existing, actions, action: actions[0] ?? "skip", moves };
}

/** Equal for setups that are the same but for secrets and ids. */
const fingerprint = (profile: Profile): string => {
  const bare = withoutSecrets(profile, new Set());
  const variables = bare.variables.map((one) => ({ ...one, secret: false }));
  return JSON.stringify(writeSetup({ ...bare, variables }));
};

/** @param twins those of the library that may be the same */
function planProfile(
  library: Library,
  arrived: BundledProfile,
  index: number,
  twins: readonly SavedProfile[],
): PlanItem {
  const { id, name, folder, profile } = arrived;
  const about = { kind: "profile", index, name, folder } as const;
  const sameId = library.profiles.find((one) => one.id === id);
  const isSame = (one: SavedProfile): boolean => twins.includes(one) && isSameContent(one.profile, profile);
  if (sameId && isSame(sameId)) return item("same", sameId.id, about);
  const sameName = library.profiles.find((one) => one.name === name && folderName(library, one) === folder);
  const twin = sameName && isSame(sameName) ? sameName : twins.find(isSame);
  if (!sameId && twin) return item("same", twin.id, about);
  const known = sameId ?? sameName;
  return known ? item("changed", known.id, about, movesOf(known.profile, profile)) : item("new", null, about);
}

/** The same but for ids of messages, and for secrets that were emptied on the way. */
const isSameContent = (stored: Profile, arrived: Profile): boolean =>
  isSameSetup(withoutIds(stored), withoutIds(keepStoredSecrets(arrived, stored)));

const withoutIds = (profile: Profile): Profile => ({
  ...profile,
  saved: profile.saved.map((message) => ({ ...message, id: "" })),
});

function movesOf(stored: Profile, arrived: Profile): PlanItem["moves"] {
  const [from, to] = [destinationOf(stored), destinationOf(arrived)];
  const isElsewhere =
    from.kind !== to.kind ||
    (from.kind === "host" &&
      to.kind === "host" &&
      (from.host !== to.host || from.port !== to.port || (from.isSecure && !to.isSecure))) ||
    (from.kind === "template" && to.kind === "template" && from.template !== to.template);
  if (!isElsewhere) return null;
  const merged = findSecrets(keepStoredSecrets(arrived, stored));
  const given = new Set(findSecrets(arrived).map(({ value }) => value));
  return merged.some(({ value }) => !given.has(value)) ? { from, to } : null;
}

const folderName = (library: Library, { folder }: SavedProfile): string | null =>
  library.folders.find(({ id }) => id === folder)?.name ?? null;

function planEnvironment(library: Library, arrived: BundledEnvironment, index: number): PlanItem {
  const { id, name, variables } = arrived;
  const about = { kind: "environment", index, name, folder: null } as const;
  const sameId = library.environments.find((one) => one.id === id);
  const isSame = (one: Environment): boolean => isSameValue(keepStoredValues(variables, one.variables), one.variables);
  if (sameId && isSame(sameId)) return item("same", sameId.id, about);
  const sameName = library.environments.find((one) => one.name === name);
  const twin = sameName && isSame(sameName) ? sameName : library.environments.find(isSame);
  if (!sameId && twin) return item("same", twin.id, about);
  const known = sameId ?? sameName;
  if (!known) return item("new", null, about);
  const changed = item("changed", known.id, about);
  // Another host beside a stored token would get the token.
  return keepsSecrets(variables, known.variables) && changesValues(variables, known.variables)
    ? { ...changed, actions: changed.actions.filter((one) => one !== "replace") }
    : changed;
}

/** Whether a secret that is stored here would stay, because it arrives empty. */
const keepsSecrets = (arrived: readonly Variable[], stored: readonly Variable[]): boolean =>
  !isSameValue(keepStoredValues(arrived, stored), arrived);

/** Whether a value that is here would become another one; a new variable leads nothing elsewhere. */
const changesValues = (arrived: readonly Variable[], stored: readonly Variable[]): boolean =>
  arrived.some(({ name, value }) => {
    const before = stored.find((one) => one.name === name)?.value ?? "";
    return value !== "" && before !== "" && before !== value;
  });

/** Records to write; nothing else of the library changes. */
export interface Puts {
  readonly folders: readonly Folder[];
  readonly profiles: readonly SavedProfile[];
  readonly environments: readonly Environment[];
}

/**
 * @param plan with the actions that were chosen; one that is not offered counts as "skip"
 * @param ids a new one with every call
 */
export function applyPlan(
  library: Library,
  { bundle, items }: ImportPlan,
  ids: () => string,
  now: EpochMs,
): { readonly put: Puts } {
  const folders = [...library.folders];
  const profiles = [...library.profiles];
  const environments = [...library.environments];
  const fresh = (): { readonly revision: string; readonly changedAt: EpochMs } => ({ revision: ids(), changedAt: now });
  const freeId = (id: string | null, taken: readonly { readonly id: string }[]): string =>
    id === null || taken.some((one) => one.id === id) ? ids() : id;

  const chosen = items.filter(({ action, actions }) => action !== "skip" && actions.includes(action));
  const needed = new Set(chosen.flatMap(({ folder }) => (folder === null ? [] : [folder])));
  for (const name of [...bundle.folders.filter((one) => needed.has(one)), ...needed]) {
    if (folders.every((one) => one.name !== name))
      folders.push({ id: ids(), name, order: afterLast(folders), ...fresh() });
  }

  for (const { kind, index, existing, action } of chosen) {
    const [profile, environment] = [bundle.profiles[index], bundle.environments[index]];
    if (kind === "profile" && profile) {
      const folder = folders.find(({ name }) => name === profile.folder)?.id ?? null;
      const at = profiles.findIndex(({ id }) => id === existing);
      const stored = action === "replace" ? profiles[at] : undefined;
      const siblings = profiles.filter((one) => one.folder === folder && one !== stored);
      const name = freeName(nameOf(profile), namesOf(siblings));
      if (stored) {
        const order = stored.folder === folder ? stored.order : afterLast(siblings);
        const kept = keepStoredSecrets(profile.profile, stored.profile);
        profiles[at] = { ...stored, name, folder, order, profile: kept, ...fresh() };
      } else {
        const id = freeId(profile.id, profiles);
        profiles.push({ id, name, folder, order: afterLast(siblings), profile: profile.profile, ...fresh() });
      }
    }
    if (kind === "environment" && environment) {
      const at = environments.findIndex(({ id }) => id === existing);
      const stored = action === "replace" ? environments[at] : undefined;
      const siblings = environments.filter((one) => one !== stored);
      const name = freeName(environment.name === "" ? "env" : environment.name, namesOf(siblings));
      if (stored) {
        const variables = keepStoredValues(environment.variables, stored.variables);
        environments[at] = { ...stored, name, variables, ...fresh() };
      } else {
        const { variables } = environment;
        const id = freeId(environment.id, environments);
        environments.push({ id, name, variables, order: afterLast(environments), ...fresh() });
      }
    }
  }
  return {
    put: {
      folders: folders.filter((one) => !library.folders.includes(one)),
      profiles: profiles.filter((one) => !library.profiles.includes(one)),
      environments: environments.filter((one) => !library.environments.includes(one)),
    },
  };
}

/** What came without a name is called after its server. */
function nameOf({ name, profile }: BundledProfile): string {
  if (name !== "") return name;
  const to = destinationOf(profile);
  if (to.kind === "host") return to.host;
  return to.kind === "template" ? to.template : profile.protocol;
}
