import { isSameSetup } from "../core/profile/share/diff.ts";
import { emptyLibrary, type Environment, type SavedProfile } from "../core/profile/library.ts";
import type { Profile } from "../core/profile/profile.ts";
import type { Variable } from "../core/profile/template.ts";
import type { Tab } from "./tab.ts";
import { workbench } from "./workbench.ts";

const NONE: readonly Variable[] = [];

export const environmentOf = ({ environment }: Pick<Tab, "environment">): Environment | null =>
  environment === null ? null : (workbench().library.environments.find(({ id }) => id === environment) ?? null);

/** One result for each setup and set of variables, so that selectors that return it are stable. */
const known = new WeakMap<Profile, { readonly shared: readonly Variable[]; readonly made: Profile }>();

/** The setup as it works in its tab: its own variables stand before those of the environment. */
export function effective(tab: Pick<Tab, "profile" | "environment">): Profile {
  const { profile } = tab;
  const shared = environmentOf(tab)?.variables ?? NONE;
  if (shared.length === 0) return profile;
  const before = known.get(profile);
  if (before?.shared === shared) return before.made;
  const made = { ...profile, variables: [...profile.variables, ...shared] };
  known.set(profile, { shared, made });
  return made;
}

/** The saved profile that a tab shows; null: none, or it was deleted. */
export const savedOf = ({ saved }: Pick<Tab, "saved">): SavedProfile | null =>
  saved === null ? null : (workbench().library.profiles.find(({ id }) => id === saved.id) ?? null);

/** Whether a tab shows a saved profile otherwise than it is saved, or one that was deleted meanwhile. */
export function isEdited(tab: Tab): boolean {
  const saved = savedOf(tab);
  if (saved === null) return tab.saved !== null && workbench().library !== emptyLibrary;
  return saved.profile !== tab.profile && !isSameSetup(saved.profile, tab.profile);
}
