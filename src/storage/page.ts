/**
 * Which page this is, among several browser tabs of the app: each keeps a workspace of its own, so that
 * none overwrites another's. The name outlives a reload, and a lock tells that the page is open.
 * @see https://w3c.github.io/web-locks/
 */
const KEY = "sockwright.page";
const LOCK = "sockwright.page.";

export function pageName(): string {
  try {
    const known = sessionStorage.getItem(KEY);
    if (known !== null) return known;
    const made = crypto.randomUUID();
    sessionStorage.setItem(KEY, made);
    return made;
  } catch {
    return "page";
  }
}

/** Over plain HTTP from another host there are no locks: then no page counts as open. */
const locks = (): LockManager | undefined => (navigator as { locks?: LockManager }).locks;

/** The page that this one is a copy of: a duplicated tab has its session storage. null: of none */
let original: string | null = null;
export const originalOf = (): string | null => original;

const forEver = (): Promise<never> => new Promise(() => undefined);

/**
 * Holds this page's lock for as long as it is open. A duplicated tab finds it held, and becomes a page of
 * its own: two pages of one name would overwrite each other's drafts.
 */
export async function markOpen(): Promise<void> {
  const manager = locks();
  if (!manager) return;
  const isFree = await new Promise<boolean>((resolve) => {
    void manager.request(LOCK + pageName(), { ifAvailable: true }, (lock) => {
      resolve(lock !== null);
      return lock === null ? undefined : forEver();
    });
  });
  if (isFree) return;
  original = pageName();
  try {
    sessionStorage.setItem(KEY, crypto.randomUUID());
  } catch {
    // Without a session storage nothing was copied either.
  }
  void manager.request(LOCK + pageName(), forEver);
}

/** Names of the pages that are open now. */
export async function openPages(): Promise<ReadonlySet<string>> {
  const { held = [] } = (await locks()?.query()) ?? {};
  return new Set(held.map(({ name = "" }) => name.slice(LOCK.length)));
}
