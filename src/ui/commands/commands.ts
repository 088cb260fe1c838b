import type { CommandId } from "../../core/profile/keymap.ts";
import { ZOOM } from "../../core/profile/settings.ts";
import { openCodes } from "../../state/codes.ts";
import { connect, disconnect, retryNow } from "../../state/connection.ts";
import { toggleDiagnosis } from "../../state/diagnosis.ts";
import { LOCALES, type Locale } from "../../i18n/index.ts";
import { clearLog, editLog, exportLog, toggleHold, togglePause } from "../../state/log.ts";
import { changeSettings, toggleProfiles } from "../../state/persist.ts";
import { saveTab } from "../../state/save.ts";
import { closeScreen, openClue, showLab } from "../../state/screen.ts";
import { isLive, type InspectorView } from "../../state/tab.ts";
import { closeTab, duplicateTab, openTab, stepTab } from "../../state/tabs.ts";
import { activeTab, setWorkbench, workbench, type LibraryDialog } from "../../state/workbench.ts";
import { chosenLocale } from "../locale.ts";
import { runInLog, type LogCommand } from "../log/logCommands.ts";
import { focus, focusNext } from "../focus.ts";
import { walkRegions } from "./regions.ts";

export const GROUPS = ["connection", "go", "log", "view", "tools"] as const;
export type CommandGroup = (typeof GROUPS)[number];

export interface Command {
  readonly group: CommandGroup;
  readonly run: () => void;
  /** Where it has nothing to do it is not offered. */
  readonly canRun?: () => boolean;
}

const tab = () => activeTab(workbench());
const isIdle = (): boolean => !isLive(tab()) && !tab().isRecorded;
const isRunning = (): boolean => isLive(tab());
const hasLog = (): boolean => tab().isUsed;
const isOwn = (): boolean => !tab().isRecorded;
const isSocketIo = (): boolean => isOwn() && tab().profile.protocol === "socketio";

const open = (dialog: LibraryDialog) => (): void => {
  setWorkbench({ dialog });
};

const keepOn = (panel: "log" | "compose" | "inspect", selector: string) => (): void => {
  setWorkbench({ panel });
  focus(selector);
};

const inLog = (id: LogCommand) => (): void => {
  keepOn("log", ".log")();
  runInLog(id);
};

const show = (view: InspectorView) => (): void => {
  editLog({ inspector: view });
  setWorkbench({ panel: "inspect" });
};

const zoomTo = (change: (zoom: number) => number) => (): void => {
  const wanted = Math.round(change(workbench().settings.zoom) * 10) / 10;
  changeSettings({ zoom: Math.max(ZOOM.min, Math.min(ZOOM.max, wanted)) });
};

const nextOf = <Value>(values: readonly Value[], value: Value): Value =>
  values[(values.indexOf(value) + 1) % values.length] ?? value;

/** What every command does; its words are in `i18n/commands`, its keys in `core/profile/keymap.ts`. */
export const COMMANDS: Readonly<Record<CommandId, Command>> = {
  palette: { group: "go", run: open({ is: "palette" }) },
  settings: { group: "tools", run: open({ is: "settings", at: null, field: null }) },
  keys: { group: "tools", run: open({ is: "settings", at: "keys", field: null }) },
  regions: {
    group: "go",
    run: () => {
      walkRegions(1);
    },
  },
  "regions-back": {
    group: "go",
    run: () => {
      walkRegions(-1);
    },
  },
  connect: { group: "connection", run: () => void connect(), canRun: isIdle },
  disconnect: { group: "connection", run: disconnect, canRun: isRunning },
  "retry-now": { group: "connection", run: retryNow, canRun: () => tab().session.phase === "waiting" },
  "new-tab": {
    group: "connection",
    run: () => {
      openTab();
      focus('[data-focus="url"]');
    },
  },
  "close-tab": {
    group: "connection",
    run: () => {
      closeTab(tab().id);
    },
  },
  "duplicate-tab": {
    group: "connection",
    run: () => {
      duplicateTab(tab().id);
    },
    canRun: isOwn,
  },
  "previous-tab": {
    group: "connection",
    run: () => {
      stepTab(-1);
    },
  },
  "next-tab": {
    group: "connection",
    run: () => {
      stepTab(1);
    },
  },
  save: { group: "connection", run: saveTab, canRun: isOwn },
  share: { group: "connection", run: open({ is: "share", what: { is: "tab" } }), canRun: isOwn },
  "copy-as": { group: "connection", run: open({ is: "copy-as" }), canRun: isOwn },
  url: {
    group: "go",
    run: () => {
      closeScreen();
      focus('[data-focus="url"]');
    },
  },
  filter: { group: "go", run: keepOn("log", '[data-focus="filter"]'), canRun: hasLog },
  message: {
    group: "go",
    run: keepOn("compose", ".editor textarea, .editor [role='textbox']"),
    canRun: () => hasLog() && isOwn(),
  },
  log: { group: "go", run: keepOn("log", ".log"), canRun: hasLog },
  diagnosis: {
    group: "go",
    run: () => {
      toggleDiagnosis();
      focusNext('[data-focus="diagnosis"], [data-focus="inspector"]');
    },
    canRun: hasLog,
  },
  profiles: { group: "view", run: toggleProfiles },
  "search-profiles": {
    group: "go",
    run: () => {
      if (document.querySelector(".side") === null) toggleProfiles();
      focus('.side [type="search"]');
    },
  },
  environment: {
    group: "go",
    run: () => {
      if (document.querySelector(".side") === null) toggleProfiles();
      focus(".side select");
    },
  },
  hold: { group: "log", run: toggleHold, canRun: hasLog },
  pause: { group: "log", run: togglePause, canRun: () => hasLog() && isOwn() },
  "clear-log": { group: "log", run: clearLog, canRun: () => hasLog() && isOwn() },
  "export-log": { group: "log", run: exportLog, canRun: hasLog },
  record: {
    group: "log",
    run: () => void import("../../state/record.ts").then(({ toggleRecording }) => toggleRecording()),
    canRun: () => hasLog() && isOwn(),
  },
  group: {
    group: "log",
    run: () => {
      editLog({ isGrouped: !tab().log.isGrouped, held: null });
    },
    canRun: hasLog,
  },
  charts: { group: "log", run: open({ is: "charts" }), canRun: hasLog },
  timeline: { group: "log", run: open({ is: "timeline" }), canRun: hasLog },
  "open-log": { group: "log", run: open({ is: "open-log", files: [] }) },
  recordings: { group: "log", run: open({ is: "recordings" }) },
  "layout-standard": {
    group: "view",
    run: () => {
      changeSettings({ layout: "standard", onePanel: false });
    },
  },
  "layout-right": {
    group: "view",
    run: () => {
      changeSettings({ layout: "right", onePanel: false });
    },
  },
  "layout-below": {
    group: "view",
    run: () => {
      changeSettings({ layout: "below", onePanel: false });
    },
  },
  "focus-log": {
    group: "view",
    run: () => {
      changeSettings({ onePanel: !workbench().settings.onePanel });
      setWorkbench({ panel: "log" });
    },
  },
  "zoom-in": { group: "view", run: zoomTo((zoom) => zoom + ZOOM.step) },
  "zoom-out": { group: "view", run: zoomTo((zoom) => zoom - ZOOM.step) },
  "zoom-reset": { group: "view", run: zoomTo(() => 1) },
  theme: {
    group: "view",
    run: () => {
      const isDark = getComputedStyle(document.documentElement).colorScheme === "dark";
      changeSettings({ theme: isDark ? "light" : "dark" });
    },
  },
  language: {
    group: "view",
    run: () => {
      changeSettings({ language: nextOf(Object.keys(LOCALES) as Locale[], chosenLocale()) });
    },
  },
  lab: {
    group: "tools",
    run: () => {
      showLab("");
    },
  },
  clue: { group: "tools", run: openClue },
  codes: {
    group: "tools",
    run: () => {
      openCodes("");
    },
  },
  environments: { group: "tools", run: open({ is: "environments", id: null }) },
  import: { group: "tools", run: open({ is: "import", files: [] }) },
  templates: { group: "tools", run: open({ is: "templates" }) },
  detect: { group: "tools", run: open({ is: "detect" }), canRun: isSocketIo },
  events: { group: "log", run: open({ is: "events" }), canRun: () => hasLog() && isSocketIo() },
  admin: { group: "tools", run: open({ is: "admin" }), canRun: isSocketIo },
  "back-up": { group: "tools", run: open({ is: "share", what: { is: "everything" } }) },
  about: { group: "connection", run: open({ is: "about" }), canRun: isOwn },
  "row-next": { group: "log", run: inLog("row-next"), canRun: hasLog },
  "row-previous": { group: "log", run: inLog("row-previous"), canRun: hasLog },
  "match-next": { group: "log", run: inLog("match-next"), canRun: hasLog },
  "match-previous": { group: "log", run: inLog("match-previous"), canRun: hasLog },
  "copy-row": { group: "log", run: inLog("copy-row"), canRun: () => tab().log.selected !== null },
  "linked-row": { group: "log", run: inLog("linked-row"), canRun: () => tab().log.selected !== null },
  "pin-row": { group: "log", run: inLog("pin-row"), canRun: () => tab().log.selected !== null },
  "go-to": { group: "log", run: inLog("go-to"), canRun: hasLog },
  "view-pretty": { group: "view", run: show("pretty"), canRun: hasLog },
  "view-raw": { group: "view", run: show("raw"), canRun: hasLog },
  "view-hex": { group: "view", run: show("hex"), canRun: hasLog },
  "view-decoded": { group: "view", run: show("decoded"), canRun: hasLog },
};

/** Does what a command does, where it can. */
export function runCommand(id: CommandId): void {
  const { run, canRun } = COMMANDS[id];
  if (canRun === undefined || canRun()) run();
}
