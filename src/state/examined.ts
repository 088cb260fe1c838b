import type { Ending, SessionId } from "../core/session/session.ts";
import type { Examined } from "./tab.ts";
import { setWorkbench, updateTab, workbench } from "./workbench.ts";

/** A normal end is no failure: it is explained on request, and does not ask for attention. */
export function isFailure({ evidence: { ending } }: Examined): boolean {
  const { cause } = ending;
  return !ending.asked && !(cause.kind === "close" && cause.wasClean && (cause.code === 1000 || cause.code === 1001));
}

/** Retries that fail, and flapping connections, do not ask for attention again and again. */
const isLasting = ({ opened, lasted }: Ending): boolean => opened && lasted >= STABLE;
const STABLE = 5000;

/**
 * What the engine found out so far. The panel opens itself once for each failure, and not again for
 * the attempts that follow in the same row.
 */
export function examined(session: SessionId, examination: Examined): void {
  const tab = workbench().tabs.find(({ id }) => id === session);
  if (!tab) return;
  const { evidence, of } = examination;
  // An older ending is looked at once more: the latest stays the latest.
  if (tab.examined && of < tab.examined.of) {
    if (tab.shown?.of === of) updateTab(session, () => ({ shown: examination }));
    return;
  }
  const isNew = tab.examined?.of !== of;
  const opens = isNew && isFailure(examination) && (evidence.retry === 0 || isLasting(evidence.ending));
  // Who reads an older one is left to it; else a connection that was open is news, and a failed retry is none.
  const isNews = opens || (evidence.ending.opened && !tab.isChosen) || tab.shown === null;
  const shown = tab.shown?.of === of || (isNew && isNews) ? examination : tab.shown;
  updateTab(session, ({ log }) => ({
    examined: examination,
    shown,
    isChosen: opens ? false : tab.isChosen,
    log: opens ? { ...log, side: "diagnosis" } : log,
  }));
  if (opens && session === workbench().active) setWorkbench({ panel: "inspect" });
}
