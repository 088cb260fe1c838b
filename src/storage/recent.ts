import { readProfile } from "../core/profile/schema.ts";
import type { Profile } from "../core/profile/profile.ts";
import { putSecretValues, readSecretValues, takeSecretValues } from "../core/profile/secretValues.ts";
import { loadAll, write } from "./database.ts";

/** A setup that was connected with, saved or not. */
export interface Recent {
  readonly profile: Profile;
  /** Whether it opened, the last time. */
  readonly opened: boolean;
}

const KEY = "all";

/** The latest first. */
export async function loadRecent(): Promise<readonly Recent[]> {
  const { recent, secrets } = await loadAll(["recent", "secrets"]);
  const stored: unknown = recent.find(([key]) => key === KEY)?.[1];
  const values: unknown = secrets.find(([key]) => key === `recent:${KEY}`)?.[1];
  const apart = Array.isArray(values) ? (values as readonly unknown[]) : [];
  if (!Array.isArray(stored)) return [];
  return stored.flatMap((one: unknown, at) => {
    const { profile, opened } = Object(one) as Partial<Record<keyof Recent, unknown>>;
    const read = readProfile(profile);
    if (read === null) return [];
    const variables = putSecretValues(read.variables, readSecretValues(apart[at]));
    return [{ profile: { ...read, variables }, opened: opened === true }];
  });
}

export function saveRecent(recent: readonly Recent[]): Promise<void> {
  const apart = recent.map(({ profile }) => takeSecretValues(profile.variables));
  const value = recent.map((one, at) => ({
    ...one,
    profile: { ...one.profile, variables: apart[at]?.open ?? [] },
  }));
  return write([
    { store: "recent", key: KEY, value },
    { store: "secrets", key: `recent:${KEY}`, value: apart.map(({ values }) => values) },
  ]);
}
