import { create } from "zustand";
import type { EngineDown } from "../link/client.ts";
import type { SessionId } from "../core/session/session.ts";
import type { View } from "../core/log/view.ts";
import { defaultSettings, type Settings } from "../core/profile/settings.ts";
import { emptyLibrary, type Library, type SavedProfile } from "../core/profile/library.ts";
import type { Recent } from "../storage/recent.ts";
import { newTab, type Tab } from "./tab.ts";

export type EngineStatus =
  | { readonly is: "starting" }
  | { readonly is: "ready" }
  | { readonly is: "down"; readonly why: EngineDown };

/** Something that can be said once and undone for a while. */
export interface Notice {
  readonly id: number;
  readonly kind:
    | "cleared"
    | "tab-closed"
    | "storage"
    | "mistake"
    | "copied"
    | "not-copied"
    | "no-evidence"
    | "saved"
    | "reverted"
    | "kept-both"
    | "deleted"
    | "imported"
    | "recording"
    /** Something whose text comes from elsewhere: `detail` is the sentence. */
    | "told";
  readonly detail: string;
  readonly undo: (() => void) | null;
}

/** A dialog of the library, one at a time; what opens one says what it is about. */
export type LibraryDialog =
  | { readonly is: "save" }
  | { readonly is: "share"; readonly what: Shared }
  | { readonly is: "import"; readonly files: readonly File[] }
  | { readonly is: "link"; readonly text: string }
  | { readonly is: "copy-as" }
  | { readonly is: "about" }
  | { readonly is: "environments"; readonly id: string | null }
  | { readonly is: "templates" }
  | { readonly is: "route" }
  | { readonly is: "detect" }
  | { readonly is: "admin" }
  | { readonly is: "events" }
  | { readonly is: "charts" }
  | { readonly is: "timeline" }
  /** Another page saved the same profile in the meantime. */
  | { readonly is: "conflict"; readonly tab: SessionId; readonly theirs: SavedProfile }
  | { readonly is: "export-log" }
  /** @property files logs of any known kind */
  | { readonly is: "open-log"; readonly files: readonly File[] }
  | { readonly is: "recordings" }
  | { readonly is: "compare" }
  | { readonly is: "palette" }
  /** @property at the section that is asked for; null: the first. @property field the setting in it; null: the first */
  | { readonly is: "settings"; readonly at: SettingsSection | null; readonly field: string | null };

export type SettingsSection = "look" | "log" | "connections" | "keys" | "data";

/** A screen with an address of its own. @property code what stands behind `#/lab` */
export type Screen = { readonly is: "clue" } | { readonly is: "lab"; readonly code: string };

/** What a link or a file is made of. */
export type Shared =
  | { readonly is: "tab" }
  | { readonly is: "profile"; readonly id: string }
  | { readonly is: "folder"; readonly id: string }
  | { readonly is: "environment"; readonly id: string }
  | { readonly is: "everything" };

export interface Workbench {
  readonly tabs: readonly Tab[];
  readonly active: SessionId;
  readonly engine: EngineStatus;
  readonly settings: Settings;
  readonly notice: Notice | null;
  /** Whether our own server brings the playground. */
  readonly playground: "asking" | "here" | "none";
  readonly library: Library;
  /** Setups that were connected with, the latest first. */
  readonly recent: readonly Recent[];
  readonly dialog: LibraryDialog | null;
  /** Whether the drawer with the profiles is open in a window that has no room for them. */
  readonly isDrawerOpen: boolean;
  /** In a narrow window one panel is shown at a time. */
  readonly panel: "log" | "compose" | "inspect";
  /** What the reference of close codes is asked for; null: it is not open. */
  readonly codes: string | null;
  /** What stands in the place of the connections; null: they do. */
  readonly screen: Screen | null;
}

const first = newTab();

export const useWorkbench = create<Workbench>(() => ({
  tabs: [first],
  active: first.id,
  engine: { is: "starting" },
  settings: defaultSettings,
  notice: null,
  playground: "asking",
  library: emptyLibrary,
  recent: [],
  dialog: null,
  isDrawerOpen: false,
  panel: "log",
  codes: null,
  screen: null,
}));

/** The pushed window of the active log: apart from the rest, because it changes up to sixty times a second. */
export const useLogView = create<{ readonly session: SessionId | null; readonly view: View | null }>(() => ({
  session: null,
  view: null,
}));

export const activeTab = ({ tabs, active }: Workbench): Tab => {
  const tab = tabs.find(({ id }) => id === active) ?? tabs[0];
  if (!tab) throw new Error("there is always a tab");
  return tab;
};

/** The active tab, or a part of it; selectors return primitives or stable references. */
export const useTab = <Part>(select: (tab: Tab) => Part): Part => useWorkbench((state) => select(activeTab(state)));

export const { getState: workbench, setState: setWorkbench } = useWorkbench;

export function updateTab(id: SessionId, change: (tab: Tab) => Partial<Tab>): void {
  setWorkbench(({ tabs }) => ({ tabs: tabs.map((tab) => (tab.id === id ? { ...tab, ...change(tab) } : tab)) }));
}

export const updateActive = (change: (tab: Tab) => Partial<Tab>): void => {
  updateTab(workbench().active, change);
};

let notices = 0;
/** Shown until it is dismissed, replaced, or ten seconds old. */
export function say(kind: Notice["kind"], detail = "", undo: Notice["undo"] = null): void {
  setWorkbench({ notice: { id: ++notices, kind, detail, undo } });
}
