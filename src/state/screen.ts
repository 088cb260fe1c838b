import { setWorkbench, workbench, type Screen } from "./workbench.ts";

/** Addresses of the screens; behind that of the lab stands its case. */
const CLUE = "#/clue";
const LAB = "#/lab";

/** A screen stands in the place of the connections, and has an address: the browser's Back leaves it. */
export function openClue(): void {
  location.hash = CLUE;
}

/** Opens the policy lab with what stands behind its address; in it, the address follows the case. */
export function showLab(code: string): void {
  const address = location.pathname + location.search + LAB + code;
  if (workbench().screen?.is === "lab") history.replaceState(null, "", address);
  else history.pushState(null, "", address);
  setWorkbench({ screen: { is: "lab", code } });
}

/** What the address says is shown. */
export function followHash(hash: string): void {
  setWorkbench({ screen: screenAt(hash) });
}

function screenAt(hash: string): Screen | null {
  if (hash === CLUE) return { is: "clue" };
  return hash.startsWith(LAB) ? { is: "lab", code: hash.slice(LAB.length) } : null;
}

/** Back to the connections. */
export function closeScreen(): void {
  if (workbench().screen === null) return;
  setWorkbench({ screen: null });
  if (screenAt(location.hash) !== null) history.replaceState(null, "", location.pathname + location.search);
}
