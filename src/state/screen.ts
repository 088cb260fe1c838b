import { setWorkbench, workbench } from "./workbench.ts";

/** The address of the screen that reads pasted lines. */
const CLUE = "#/clue";

/** A screen stands in the place of the connections, and has an address: the browser's Back leaves it. */
export function openClue(): void {
  location.hash = CLUE;
}

/** What the address says is shown. */
export function followHash(hash: string): void {
  setWorkbench({ screen: hash === CLUE ? "clue" : null });
}

/** Back to the connections. */
export function closeScreen(): void {
  if (workbench().screen === null) return;
  setWorkbench({ screen: null });
  if (location.hash === CLUE) history.replaceState(null, "", location.pathname + location.search);
}
