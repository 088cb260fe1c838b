import { sessionId } from "../core/session/session.ts";
import type { Settings } from "../core/profile/settings.ts";
import { loadSettings, saveSettings } from "../storage/settings.ts";
import { loadWorkspace, saveWorkspace } from "../storage/workspace.ts";
import { engine } from "./engine.ts";
import { newTab } from "./tab.ts";
import { say, setWorkbench, useWorkbench, workbench, type Workbench } from "./workbench.ts";

/** Typing is stored when it rests for a moment. */
const REST = 300;

/** Brings back what the last visit left. @returns false where the browser refuses its database */
export async function restore(): Promise<boolean> {
  try {
    const [settings, stored] = await Promise.all([loadSettings(), loadWorkspace()]);
    setWorkbench({ settings });
    if (stored) {
      const tabs = stored.tabs.map(({ id, profile, frame, event, history }) => {
        const tab = newTab(profile, sessionId(id));
        return { ...tab, composer: { ...tab.composer, frame, event, history } };
      });
      const active = tabs.find((tab) => tab.id === stored.active) ?? tabs[0];
      if (active) setWorkbench({ tabs, active: active.id });
    }
    return true;
  } catch {
    return false;
  }
}

/** Keeps settings and drafts stored from now on; a refusal is said once and the work goes on in memory. */
export function keepStored(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isRefused = false;
  const store = (state: Workbench): void => {
    const workspace = {
      active: state.active,
      tabs: state.tabs.map(({ id, profile, composer: { frame, event, history } }) => ({
        id,
        profile,
        frame,
        event,
        history,
      })),
    };
    Promise.all([saveWorkspace(workspace), saveSettings(state.settings)]).catch((error: unknown) => {
      if (!isRefused) say("storage", String(error));
      isRefused = true;
    });
  };
  useWorkbench.subscribe((state, before) => {
    if (state.tabs === before.tabs && state.active === before.active && state.settings === before.settings) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      store(state);
    }, REST);
  });
  addEventListener("pagehide", () => {
    clearTimeout(timer);
    store(workbench());
  });
}

export function changeSettings(change: Partial<Settings>): void {
  setWorkbench(({ settings }) => ({ settings: { ...settings, ...change } }));
  if (change.budget) engine().tell({ type: "budget", budget: change.budget });
}
