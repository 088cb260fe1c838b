import type { Environment, Folder, Library, SavedProfile } from "../core/profile/library.ts";
import { readEnvironment, readFolder, readSavedProfile } from "../core/profile/libraryRecords.ts";
import { putSecretValues, readSecretValues, takeSecretValues } from "../core/profile/secretValues.ts";
import { change, loadAll, type Rows, type Write } from "./database.ts";

/** Names of the stores, and what a record of each is. */
export interface LibraryRecords {
  readonly folders: Folder;
  readonly profiles: SavedProfile;
  readonly environments: Environment;
}

export type LibraryStore = keyof LibraryRecords;
const STORES = ["folders", "profiles", "environments"] as const;

/**
 * One change of one record.
 * @property next the record as it shall be, made from what stands there now (null: nothing);
 * null: it goes; undefined: it stays
 */
export type LibraryChange = {
  readonly [Store in LibraryStore]: {
    readonly store: Store;
    readonly id: string;
    readonly next: (current: LibraryRecords[Store] | null) => LibraryRecords[Store] | null | undefined;
  };
}[LibraryStore];

const secretsKey = (store: LibraryStore, id: string): string => `${store}:${id}`;

/** A record with the values of its secrets. Its place in the store is its id, whatever a damaged one says. */
function readRecord(
  store: LibraryStore,
  id: string,
  stored: unknown,
  secrets: unknown,
): Folder | SavedProfile | Environment | null {
  const values = readSecretValues(secrets);
  switch (store) {
    case "folders": {
      const record = readFolder(stored);
      return record && { ...record, id };
    }
    case "profiles": {
      const record = readSavedProfile(stored);
      const variables = putSecretValues(record?.profile.variables ?? [], values);
      return record && { ...record, id, profile: { ...record.profile, variables } };
    }
    case "environments": {
      const record = readEnvironment(stored);
      return record && { ...record, id, variables: putSecretValues(record.variables, values) };
    }
  }
}

/** The other way: what is written, the values of its secrets apart. */
function writesOf(store: LibraryStore, record: Folder | SavedProfile | Environment): readonly Write[] {
  const variables = "profile" in record ? record.profile.variables : "variables" in record ? record.variables : [];
  const { open, values } = takeSecretValues(variables);
  const value =
    "profile" in record
      ? { ...record, profile: { ...record.profile, variables: open } }
      : "variables" in record
        ? { ...record, variables: open }
        : record;
  return [
    { store, key: record.id, value },
    { store: "secrets", key: secretsKey(store, record.id), value: values.length > 0 ? values : undefined },
  ];
}

/** @throws where the browser refuses its database */
export async function loadLibrary(): Promise<Library> {
  const rows = await loadAll([...STORES, "secrets"]);
  const secrets = new Map(rows.secrets);
  const records = <Store extends LibraryStore>(store: Store, found: Rows): readonly LibraryRecords[Store][] =>
    found.flatMap(([key, stored]) => {
      const record = readRecord(store, key, stored, secrets.get(secretsKey(store, key)));
      return record ? [record as LibraryRecords[Store]] : [];
    });
  return {
    folders: records("folders", rows.folders),
    profiles: records("profiles", rows.profiles),
    environments: records("environments", rows.environments),
  };
}

/** Changes records in one go, each made from what stands in the database at that moment, or what the one before left. */
export async function changeLibrary(changes: readonly LibraryChange[]): Promise<void> {
  const wanted = changes.flatMap(({ store, id }) => [
    { store, key: id } as const,
    { store: "secrets", key: secretsKey(store, id) } as const,
  ]);
  await change([...STORES, "secrets"], wanted, (found) => {
    const made = new Map<string, ReturnType<typeof readRecord>>();
    return changes.flatMap((one, at): readonly Write[] => {
      const key = secretsKey(one.store, one.id);
      const stored =
        found[2 * at] === undefined ? null : readRecord(one.store, one.id, found[2 * at], found[2 * at + 1]);
      const current = made.get(key) ?? (made.has(key) ? null : stored);
      // The store names the type of the record, which the union's members cannot tell together.
      const next = (one.next as (record: typeof current) => typeof current | undefined)(current);
      if (next === undefined) return [];
      made.set(key, next);
      if (next !== null) return writesOf(one.store, next);
      return [
        { store: one.store, key: one.id, value: undefined },
        { store: "secrets", key, value: undefined },
      ];
    });
  });
}
