import { effective } from "./effective.ts";
import { engine } from "./engine.ts";
import type { Tab } from "./tab.ts";

/** Tells the engine what to connect and to fill with from now on. */
export function configure(tab: Tab): void {
  engine().tell({ type: "configure", session: tab.id, profile: effective(tab) });
}
