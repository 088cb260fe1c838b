import type { Bundle } from "../../core/profile/bundle.ts";
import { PART_KINDS, partsOf, withParts, type PartKind } from "../../core/profile/share/parts.ts";
import {
  findSecrets,
  findVariableSecrets,
  variablesWithoutSecrets,
  withoutSecrets,
  type Secret,
} from "../../core/profile/share/secrets.ts";

/** What the sender has ticked, by keys. */
export interface Choice {
  /** Profiles that stay behind, by their place. */
  readonly dropped: ReadonlySet<string>;
  /** Parts of a single profile that stay behind. */
  readonly withoutParts: ReadonlySet<PartKind>;
  /** Environments whose values go along; the others send names alone. */
  readonly withValues: ReadonlySet<string>;
  /** Secrets that go along. */
  readonly secrets: ReadonlySet<string>;
}

export const nothingChosen: Choice = {
  dropped: new Set(),
  withoutParts: new Set(),
  withValues: new Set(),
  secrets: new Set(),
};

export const profileKey = (at: number): string => `p${String(at)}`;
export const environmentKey = (at: number): string => `e${String(at)}`;

export interface OfferedSecret extends Secret {
  readonly key: string;
  /** Of the profile or environment. */
  readonly owner: string;
}

const keyOf = (owner: string, { id }: Secret): string => `${owner} ${id}`;

/** Secrets in what would go along as it is chosen: of parts and environments that stay behind there are none. */
export function secretsIn(bundle: Bundle, choice: Choice): readonly OfferedSecret[] {
  const chosen = withChoice(bundle, { ...choice, secrets: new Set() }, false);
  const offered = (owner: string, name: string, found: readonly Secret[]): readonly OfferedSecret[] =>
    found.map((secret) => ({ ...secret, key: keyOf(owner, secret), owner: name }));
  return [
    ...chosen.profiles.flatMap(({ name, profile, key }) => offered(key, name, findSecrets(profile))),
    ...chosen.environments.flatMap(({ name, variables, key }) => offered(key, name, findVariableSecrets(variables))),
  ];
}

/** The bundle that leaves: no part, value or secret that is not ticked. */
export function chosenBundle(bundle: Bundle, choice: Choice): Bundle {
  const { folders, profiles, environments } = withChoice(bundle, choice, true);
  return {
    folders,
    profiles: profiles.map(({ id, name, folder, profile }) => ({ id, name, folder, profile })),
    environments: environments.map(({ id, name, variables }) => ({ id, name, variables })),
  };
}

function withChoice(bundle: Bundle, choice: Choice, cutsSecrets: boolean) {
  const kept = new Set(PART_KINDS.filter((kind) => !choice.withoutParts.has(kind)));
  const ids = (owner: string): ReadonlySet<string> =>
    new Set([...choice.secrets].flatMap((key) => (key.startsWith(`${owner} `) ? [key.slice(owner.length + 1)] : [])));
  const isAlone = bundle.profiles.length === 1;
  const isDropped = (folder: string): boolean => {
    const keys = bundle.profiles.flatMap((one, at) => (one.folder === folder ? [profileKey(at)] : []));
    return keys.length > 0 && keys.every((key) => choice.dropped.has(key));
  };
  return {
    // The name of a folder tells of what was in it.
    folders: bundle.folders.filter((folder) => !isDropped(folder)),
    profiles: bundle.profiles.flatMap((one, at) => {
      const key = profileKey(at);
      if (choice.dropped.has(key)) return [];
      const whole = cutsSecrets ? withoutSecrets(one.profile, ids(key)) : one.profile;
      return [{ ...one, key, profile: isAlone ? withParts(whole, kept) : whole }];
    }),
    environments: bundle.environments.flatMap((one, at) => {
      const key = environmentKey(at);
      if (choice.dropped.has(key)) return [];
      const open = choice.withValues.has(key)
        ? one.variables
        : one.variables.map((variable) => ({ ...variable, value: "" }));
      return [{ ...one, key, variables: cutsSecrets ? variablesWithoutSecrets(open, ids(key)) : open }];
    }),
  };
}

/** What of a single profile can be left out. */
export const partsIn = ({ profiles }: Bundle): ReturnType<typeof partsOf> =>
  profiles.length === 1 && profiles[0] ? partsOf(profiles[0].profile) : [];
