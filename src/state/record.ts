import type { SessionId } from "../core/session/session.ts";
import { tabTitle } from "./connection.ts";
import { engine } from "./engine.ts";
import { activeTab, workbench } from "./workbench.ts";

/** Keeps the log of a tab in the database from now on, with what it holds already. */
export function startRecording(session: SessionId): void {
  const { tabs, settings } = workbench();
  const tab = tabs.find(({ id }) => id === session);
  if (!tab || tab.isRecorded || tab.recording.is === "on") return;
  const { url, protocol } = tab.profile;
  const as = { id: crypto.randomUUID(), name: tabTitle(tab) || url, url, protocol, budget: settings.recordingBudget };
  engine().tell({ type: "record", session, as });
}

export function toggleRecording(): void {
  const { id, recording } = activeTab(workbench());
  if (recording.is === "on") engine().tell({ type: "record", session: id, as: null });
  else startRecording(id);
}
