import { type Profile, newProfile } from "../core/profile/profile.ts";
import type { SessionId } from "../core/session/session.ts";
import { engine } from "./engine.ts";
import { configure } from "./configure.ts";
import { closeScreen } from "./screen.ts";
import { isLive, newTab, type Tab } from "./tab.ts";
import { activeTab, say, setWorkbench, useLogView, workbench } from "./workbench.ts";

export function activate(id: SessionId): void {
  closeScreen();
  if (workbench().active === id) return;
  useLogView.setState({ session: null, view: null });
  setWorkbench({ active: id, panel: "log" });
}

/** What a new connection begins with: as the settings have it. */
export const freshProfile = (): Profile => ({ ...newProfile, ...workbench().settings.defaults });

/** Whether nobody has set anything: the address of a sample may then take its place. */
function isUntouched(profile: Profile): boolean {
  const fresh = freshProfile();
  return JSON.stringify({ ...profile, protocol: fresh.protocol }) === JSON.stringify(fresh);
}

/** Opens a tab, or uses the active one while nothing was done in it. */
export function openTab(profile: Profile = freshProfile(), saved: Tab["saved"] = null, title = ""): Tab {
  const current = activeTab(workbench());
  const reuses = !current.isUsed && !current.isRecorded && profile.url !== "" && isUntouched(current.profile);
  const tab = { ...(reuses ? current : newTab()), profile, saved, title, environment: current.environment };
  setWorkbench(({ tabs }) => ({
    tabs: reuses ? tabs.map((other) => (other.id === tab.id ? tab : other)) : [...tabs, tab],
  }));
  configure(tab);
  activate(tab.id);
  return tab;
}

/** Its connection ends with it; setup and drafts come back by undo. */
export function closeTab(id: SessionId): void {
  const { tabs, active } = workbench();
  const at = tabs.findIndex((tab) => tab.id === id);
  const closed = tabs[at];
  if (!closed) return;
  engine().tell({ type: "dispose", session: id });
  const left = tabs.filter((tab) => tab.id !== id);
  const rest = left.length > 0 ? left : [newTab(freshProfile())];
  const next = active === id ? (rest[Math.min(at, rest.length - 1)]?.id ?? active) : active;
  setWorkbench({ tabs: rest });
  for (const tab of rest) if (!tabs.includes(tab)) configure(tab);
  if (next !== active) activate(next);
  // A log from elsewhere is still there.
  if (closed.isRecorded || (closed.profile.url === "" && !closed.isUsed)) return;
  say("tab-closed", "", () => {
    const { title, saved, environment, composer } = closed;
    const revived = { ...newTab(closed.profile), title, saved, environment, composer };
    setWorkbench((state) => ({ tabs: [...state.tabs.slice(0, at), revived, ...state.tabs.slice(at)] }));
    configure(revived);
    activate(revived.id);
  });
}

/** The same setup once more, with the same drafts and without its connection. */
export function duplicateTab(id: SessionId): void {
  const { tabs } = workbench();
  const at = tabs.findIndex((tab) => tab.id === id);
  const of = tabs[at];
  if (!of || of.isRecorded) return;
  const { title, saved, environment, composer } = of;
  const copy = { ...newTab(of.profile), title, saved, environment, composer };
  setWorkbench({ tabs: [...tabs.slice(0, at + 1), copy, ...tabs.slice(at + 1)] });
  configure(copy);
  activate(copy.id);
}

/** Moves a tab among the others. @param by places to the right; negative: to the left */
export function moveTab(id: SessionId, by: number): void {
  const { tabs } = workbench();
  const from = tabs.findIndex((tab) => tab.id === id);
  const moved = tabs[from];
  if (!moved) return;
  const others = tabs.filter((tab) => tab.id !== id);
  const to = Math.max(0, Math.min(others.length, from + by));
  setWorkbench({ tabs: [...others.slice(0, to), moved, ...others.slice(to)] });
}

export function stepTab(by: 1 | -1): void {
  const { tabs, active } = workbench();
  const at = tabs.findIndex((tab) => tab.id === active);
  const next = tabs[(at + by + tabs.length) % tabs.length];
  if (next) activate(next.id);
}

export const liveTabs = (): number => workbench().tabs.filter(isLive).length;
