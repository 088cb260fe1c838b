import { sessionId } from "../core/session/session.ts";
import type { Draft } from "../core/profile/message.ts";
import type { Settings } from "../core/profile/settings.ts";
import type { StoredWorkspace } from "../core/profile/workspace.ts";
import { loadSettings, saveSettings } from "../storage/settings.ts";
import { markOpen } from "../storage/page.ts";
import { keepUnsaved, takeUnsaved } from "../storage/unsaved.ts";
import { loadWorkspace, saveWorkspace } from "../storage/workspace.ts";
import { isEdited } from "./effective.ts";
import { engine } from "./engine.ts";
import { newTab } from "./tab.ts";
import { freshProfile } from "./tabs.ts";
import { say, setWorkbench, updateActive, useWorkbench, workbench, type Workbench } from "./workbench.ts";

/** Typing is stored when it rests for a moment. */
const REST = 300;

interface Kept {
  readonly settings: Settings;
  readonly workspace: StoredWorkspace;
}

/** Brings back what the last visit left. Where the browser refuses its database there is nothing, and storing says so. */
export async function restore(): Promise<void> {
  await markOpen();
  const unsaved = Object(takeUnsaved()) as Partial<Record<keyof Kept, unknown>>;
  try {
    const [settings, stored] = await Promise.all([loadSettings(unsaved.settings), loadWorkspace(unsaved.workspace)]);
    setWorkbench({ settings });
    if (stored) bringBack(stored);
    else updateActive(() => ({ profile: freshProfile() }));
  } catch {
    // A page without a past.
  }
}

function bringBack(stored: StoredWorkspace): void {
  const tabs = stored.tabs.map(({ id, profile, title, saved, environment, frame, event, history }) => {
    const tab = newTab(profile, sessionId(id));
    return { ...tab, title, saved, environment, composer: { ...tab.composer, frame, event, history } };
  });
  const active = tabs.find((tab) => tab.id === stored.active) ?? tabs[0];
  if (active) setWorkbench({ tabs, active: active.id });
}

/** Larger files than this are not stored with the history: a hundred of them would be written with every key typed. */
const LARGEST_FILE = 256 * 1024;

const lightened = (draft: Draft): Draft =>
  draft.parts.some(({ file }) => file !== null && file.bytes.length > LARGEST_FILE)
    ? { ...draft, parts: draft.parts.map((part) => ({ ...part, file: null })) }
    : draft;

const keptOf = ({ active, tabs, settings }: Workbench): Kept => ({
  settings,
  workspace: {
    active,
    // A log from elsewhere is opened anew.
    tabs: tabs
      .filter(({ isRecorded }) => !isRecorded)
      .map((tab) => {
        const { id, profile, title, saved, environment, composer } = tab;
        const { frame, event, history } = composer;
        const savedAs = saved && { ...saved, edited: isEdited(tab) };
        return { id, profile, title, saved: savedAs, environment, frame, event, history: history.map(lightened) };
      }),
  },
});

/** What could not be stored is tried again this much later, ms. */
const AGAIN = 10_000;

let isKeeping = true;

/** Nothing more is stored: what is being deleted must not come back with the page that goes. */
export const stopKeeping = (): void => {
  isKeeping = false;
};

/** Keeps settings and drafts stored from now on; a refusal is said once and the work goes on in memory. */
export function keepStored(): void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let isRefused = false;
  const later = (wait: number): void => {
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(store, wait);
  };
  // Another page's settings must not be overwritten by ours because a draft has changed.
  let known = workbench().settings;
  const store = (): void => {
    timer = null;
    if (!isKeeping) return;
    const { workspace, settings } = keptOf(workbench());
    Promise.all([saveWorkspace(workspace), settings === known ? undefined : saveSettings(settings)]).then(
      () => {
        isRefused = false;
        known = settings;
      },
      (error: unknown) => {
        if (!isRefused) say("storage", String(error));
        isRefused = true;
        if (timer === null) later(AGAIN);
      },
    );
  };
  store();
  useWorkbench.subscribe((state, before) => {
    if (state.tabs !== before.tabs || state.active !== before.active || state.settings !== before.settings) later(REST);
  });
  addEventListener("pagehide", () => {
    if (timer === null || !isKeeping) return;
    keepUnsaved(keptOf(workbench()));
    clearTimeout(timer);
    store();
  });
}

/** Beside the work where there is room for it, else in a drawer. */
export function toggleProfiles(): void {
  if (matchMedia("(min-width: 1200px)").matches) changeSettings({ profilesShown: !workbench().settings.profilesShown });
  else setWorkbench(({ isDrawerOpen }) => ({ isDrawerOpen: !isDrawerOpen }));
}

export function changeSettings(change: Partial<Settings>): void {
  setWorkbench(({ settings }) => ({ settings: { ...settings, ...change } }));
  if (change.probes) engine().tell({ type: "probe-policy", probes: change.probes });
  if (change.budget) engine().tell({ type: "budget", budget: change.budget });
}
