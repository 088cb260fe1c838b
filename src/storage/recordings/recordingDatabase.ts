/**
 * A database of its own, and not a store of the main one: the worker holds it open while it records, so that
 * raising the main one's version would have to wait for every recording in every tab; what fills the disk
 * here must not be in the way of a profile; and all of it can be deleted as one.
 */
export const RECORDINGS_DATABASE = "sockwright-recordings";
const VERSION = 1;

const META = "meta";
const BATCHES = "batches";

let opening: Promise<IDBDatabase> | null = null;

/** @throws where the browser refuses its database */
function openRecordings(): Promise<IDBDatabase> {
  opening ??= connect().catch((error: unknown) => {
    opening = null;
    throw error;
  });
  return opening;
}

// Async: where even asking throws, that is a refusal like any other.
async function connect(): Promise<IDBDatabase> {
  const request = indexedDB.open(RECORDINGS_DATABASE, VERSION);
  request.addEventListener("upgradeneeded", () => {
    const { result } = request;
    // Of later versions: steps that are never changed, as in storage/database.ts.
    result.createObjectStore(META);
    result.createObjectStore(BATCHES);
  });
  const database = await settled(request);
  const forget = (): void => {
    opening = null;
  };
  // A newer build, or whoever deletes it, must not wait for this page.
  database.addEventListener("versionchange", () => {
    database.close();
    forget();
  });
  database.addEventListener("close", forget);
  return database;
}

export function settled<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.addEventListener("success", () => {
      resolve(request.result);
    });
    request.addEventListener("error", () => {
      reject(request.error ?? new Error("the browser refuses its database"));
    });
  });
}

/** Runs `act` in a transaction. @returns what it gives, once all of it is written */
export async function inTransaction<Value>(
  mode: "readonly" | "readwrite",
  act: (meta: IDBObjectStore, batches: IDBObjectStore) => Promise<Value> | Value,
): Promise<Value> {
  const transaction = (await openRecordings()).transaction([META, BATCHES], mode);
  const done = new Promise<void>((resolve, reject) => {
    transaction.addEventListener("complete", () => {
      resolve();
    });
    transaction.addEventListener("abort", () => {
      reject(transaction.error ?? new Error("the browser refuses to write"));
    });
  });
  try {
    const value = await act(transaction.objectStore(META), transaction.objectStore(BATCHES));
    // A page that crashes in the next moment has it all the same.
    if (mode === "readwrite") transaction.commit();
    await done;
    return value;
  } catch (error) {
    done.catch(() => undefined);
    try {
      transaction.abort();
    } catch {
      // The browser was faster.
    }
    throw error;
  }
}
