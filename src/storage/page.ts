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

/** Holds this page's lock for as long as it is open. */
export function markOpen(): void {
  void locks()?.request(LOCK + pageName(), () => new Promise(() => undefined));
}

/** Names of the pages that are open now. */
export async function openPages(): Promise<ReadonlySet<string>> {
  const { held = [] } = (await locks()?.query()) ?? {};
  return new Set(held.map(({ name = "" }) => name.slice(LOCK.length)));
}
