import { openDB, type IDBPDatabase } from "idb";

/** Everything that outlives the page. Raise the version with a new step in `upgrade`, and never change an old one. */
const NAME = "sockwright";
const VERSION = 1;

export type StoreName = "settings" | "workspace";

let opening: Promise<IDBPDatabase> | null = null;

function open(): Promise<IDBPDatabase> {
  opening ??= openDB(NAME, VERSION, {
    upgrade(database, from) {
      if (from < 1) {
        database.createObjectStore("settings");
        database.createObjectStore("workspace");
      }
    },
    terminated() {
      opening = null;
    },
  }).catch((error: unknown) => {
    opening = null;
    throw error;
  });
  return opening;
}

/** @returns undefined where nothing is stored. @throws where the browser refuses its database */
export const load = async (store: StoreName, key: string): Promise<unknown> =>
  (await open()).get(store, key) as Promise<unknown>;

/** Everything in a store, by key. */
export async function loadAll(store: StoreName): Promise<readonly (readonly [string, unknown])[]> {
  const transaction = (await open()).transaction(store);
  const [keys, values] = await Promise.all([transaction.store.getAllKeys(), transaction.store.getAll()]);
  return keys.map((key, at) => [typeof key === "string" ? key : "", values[at]] as const);
}

export async function remove(store: StoreName, key: string): Promise<void> {
  await (await open()).delete(store, key);
}

/** Commits at once: a page that is being left has no time for the usual success event. */
export async function save(store: StoreName, key: string, value: unknown): Promise<void> {
  const transaction = (await open()).transaction(store, "readwrite");
  const written = transaction.store.put(value, key);
  transaction.commit();
  await Promise.all([written, transaction.done]);
}
