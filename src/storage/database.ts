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
export const load = async (store: StoreName, key: string): Promise<unknown> => (await open()).get(store, key) as Promise<unknown>;

export async function save(store: StoreName, key: string, value: unknown): Promise<void> {
  await (await open()).put(store, value, key);
}
