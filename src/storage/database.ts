import { openDB, type IDBPDatabase, type IDBPTransaction } from "idb";

/** Everything that outlives the page. Raise the version with a new step in `upgrade`, and never change an old one. */
export const DATABASE = "sockwright";
const VERSION = 2;

export type StoreName = "settings" | "workspace" | "folders" | "profiles" | "environments" | "secrets" | "recent";

/** 2000 ms: a page of this build lets go at once, after its last write; an older one may never. */
const PATIENCE = 2000;

/** Rejected for as long as another page does not let go of an older version. */
let opening: Promise<IDBPDatabase> | null = null;

function open(): Promise<IDBPDatabase> {
  opening ??= new Promise((resolve, reject) => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    const stopWaiting = (): void => {
      if (timer !== null) clearTimeout(timer);
    };
    start(() => {
      timer = setTimeout(() => {
        reject(new Error("an older version of this app is open in another tab"));
      }, PATIENCE);
    }).then(
      (database) => {
        stopWaiting();
        resolve(database);
        opening = Promise.resolve(database);
      },
      (error: unknown) => {
        stopWaiting();
        opening = null;
        reject(error instanceof Error ? error : new Error(String(error)));
      },
    );
  });
  return opening;
}

// Async: where even asking throws, that is a refusal like any other.
async function start(blocked: () => void): Promise<IDBPDatabase> {
  return openDB(DATABASE, VERSION, {
    upgrade(database, from) {
      if (from < 1) {
        database.createObjectStore("settings");
        database.createObjectStore("workspace");
      }
      // Records of version 1 stay as they are: what they lack is read as its default.
      if (from < 2) {
        for (const store of ["folders", "profiles", "environments", "secrets", "recent"] as const)
          database.createObjectStore(store);
      }
    },
    blocked,
    // A newer build in another tab wants to raise the version: it must not wait for this page.
    blocking(_, __, event) {
      (event.target as IDBDatabase | null)?.close();
      opening = null;
    },
    terminated() {
      opening = null;
    },
  });
}

/** @returns undefined where nothing is stored. @throws where the browser refuses its database */
export const load = async (store: StoreName, key: string): Promise<unknown> =>
  (await open()).get(store, key) as Promise<unknown>;

export type Rows = readonly (readonly [key: string, value: unknown])[];

/** Everything in these stores as of one moment, by key. */
export async function loadAll<const Name extends StoreName>(
  stores: readonly Name[],
): Promise<Readonly<Record<Name, Rows>>> {
  const transaction = (await open()).transaction(stores);
  const rows = await Promise.all(
    stores.map(async (name) => {
      const store = transaction.objectStore(name);
      const [keys, values] = await Promise.all([store.getAllKeys(), store.getAll()]);
      return [name, keys.map((key, at) => [typeof key === "string" ? key : "", values[at]] as const)] as const;
    }),
  );
  return Object.fromEntries(rows) as unknown as Readonly<Record<Name, Rows>>;
}

/** @property value undefined: the record goes */
export interface Write {
  readonly store: StoreName;
  readonly key: string;
  readonly value: unknown;
}

/** All or nothing. */
export async function write(writes: readonly Write[]): Promise<void> {
  if (writes.length === 0) return;
  const transaction = (await open()).transaction([...new Set(writes.map(({ store }) => store))], "readwrite");
  await complete(transaction, () => writes);
}

/** Commits at once: a page that is being left has no time for the usual success event. */
async function complete(
  transaction: IDBPTransaction<unknown, string[], "readwrite">,
  make: () => readonly Write[],
): Promise<void> {
  const written: Promise<unknown>[] = [transaction.done];
  try {
    for (const { store, key, value } of make()) {
      const target = transaction.objectStore(store);
      written.push(value === undefined ? target.delete(key) : target.put(value, key));
    }
  } catch (error) {
    // A value that cannot be stored would leave the ones before it written.
    const settled = Promise.allSettled(written);
    try {
      transaction.abort();
    } catch {
      // The browser was faster.
    }
    await settled;
    throw error;
  }
  transaction.commit();
  await Promise.all(written);
}

/**
 * Reads records and writes what `change` makes of them, with nobody in between.
 * @param change must answer at once: a transaction does not wait
 */
export async function change(
  stores: readonly StoreName[],
  wanted: readonly { readonly store: StoreName; readonly key: string }[],
  make: (found: readonly unknown[]) => readonly Write[],
): Promise<void> {
  const transaction = (await open()).transaction(stores, "readwrite");
  const found: readonly unknown[] = await Promise.all(
    wanted.map(({ store, key }) => transaction.objectStore(store).get(key) as Promise<unknown>),
  );
  await complete(transaction, () => make(found));
}

/** Takes a whole database away: every page that has it open lets go of it. Rejects with what the browser says. */
export function deleteDatabase(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.addEventListener("success", () => {
      resolve();
    });
    request.addEventListener("error", () => {
      reject(request.error ?? new Error("the browser refuses to delete its database"));
    });
    request.addEventListener("blocked", () => {
      setTimeout(() => {
        reject(new Error("another tab holds it open"));
      }, PATIENCE);
    });
  });
}
