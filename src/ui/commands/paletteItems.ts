import { COMMAND_IDS, keysOf, type CommandId } from "../../core/profile/keymap.ts";
import type { Shortcut } from "../../core/profile/shortcut.ts";
import type { EventCount } from "../../core/log/view.ts";
import type { CommandTexts } from "../../i18n/commands/commandTexts.ts";
import { formatCount } from "../../i18n/format.ts";
import type { Messages } from "../../i18n/index.ts";
import type { SettingTexts } from "../../i18n/settings/settingTexts.ts";
import { loadDraft } from "../../state/composer.ts";
import { shortUrl, tabTitle } from "../../state/connection.ts";
import { chooseEnvironment } from "../../state/environments.ts";
import { openSaved } from "../../state/library.ts";
import { addTerm } from "../../state/log.ts";
import { activate, openTab } from "../../state/tabs.ts";
import { activeTab, setWorkbench, workbench, type SettingsSection } from "../../state/workbench.ts";
import { draftSummary } from "../draftSummary.ts";
import { COMMANDS, GROUPS } from "./commands.ts";

export interface PaletteItem {
  readonly id: string;
  readonly name: string;
  readonly detail: string;
  readonly isMono: boolean;
  readonly keys: Shortcut;
  /** Other words that find it. */
  readonly words: readonly string[];
  readonly run: () => void;
}

export interface PaletteGroup {
  readonly name: string;
  readonly items: readonly PaletteItem[];
}

interface PaletteInput {
  readonly t: Messages;
  readonly texts: CommandTexts;
  readonly settings: SettingTexts;
  readonly events: readonly EventCount[];
}

const item = (
  id: string,
  name: string,
  run: () => void,
  more: Partial<Omit<PaletteItem, "id" | "name" | "run">> = {},
): PaletteItem => ({ id, name, run, detail: "", isMono: false, keys: "", words: [], ...more });

/** What the palette offers as of this moment: commands, and what can be gone to. Empty groups are left out. */
export function paletteGroups({ t, texts, settings, events }: PaletteInput): readonly PaletteGroup[] {
  const { palette } = texts;
  const groups = [
    ...GROUPS.map((group) => ({ name: texts.groups[group], items: commandsIn(group, texts) })),
    { name: palette.tabs, items: tabs(t) },
    { name: palette.profiles, items: profiles() },
    { name: palette.recent, items: recent() },
    { name: palette.environments, items: environments(palette.noEnvironment) },
    { name: palette.saved, items: saved() },
    { name: palette.events, items: events.map((event) => eventItem(event, palette.onlyEvent)) },
    { name: palette.settings, items: settingItems(settings) },
  ];
  return groups.filter(({ items }) => items.length > 0);
}

const commandsIn = (group: (typeof GROUPS)[number], { names, words }: CommandTexts): readonly PaletteItem[] =>
  COMMAND_IDS.filter((id) => id !== "palette" && COMMANDS[id].group === group)
    .filter((id) => COMMANDS[id].canRun?.() ?? true)
    .map((id) => commandItem(id, names[id], words[id] ?? ""));

const commandItem = (id: CommandId, name: string, words: string): PaletteItem =>
  item(`command ${id}`, name, COMMANDS[id].run, { keys: keysOf(id, workbench().settings.keys), words: [id, words] });

const tabs = (t: Messages): readonly PaletteItem[] =>
  workbench()
    .tabs.filter(({ id }) => id !== workbench().active)
    .map((tab) =>
      item(
        `tab ${tab.id}`,
        tabTitle(tab) || t.tabs.untitled,
        () => {
          activate(tab.id);
        },
        { detail: t.phase[tab.session.phase], words: [tab.profile.url] },
      ),
    );

function profiles(): readonly PaletteItem[] {
  const { library } = workbench();
  return library.profiles.map(({ id, name, folder, profile }) =>
    item(
      `profile ${id}`,
      name,
      () => {
        openSaved(id);
      },
      {
        detail: [library.folders.find((one) => one.id === folder)?.name ?? "", shortUrl(profile.url)]
          .filter((part) => part !== "")
          .join(" · "),
        words: [profile.url],
      },
    ),
  );
}

const recent = (): readonly PaletteItem[] =>
  workbench().recent.map(({ profile }, at) =>
    item(
      `recent ${String(at)}`,
      shortUrl(profile.url),
      () => {
        openTab(profile);
      },
      { isMono: true, words: [profile.url] },
    ),
  );

function environments(none: string): readonly PaletteItem[] {
  const { library } = workbench();
  const { environment } = activeTab(workbench());
  const choices = [{ id: null, name: none }, ...library.environments];
  return library.environments.length === 0
    ? []
    : choices
        .filter(({ id }) => id !== environment)
        .map(({ id, name }) =>
          item(`environment ${String(id)}`, name, () => {
            chooseEnvironment(id);
          }),
        );
}

const saved = (): readonly PaletteItem[] =>
  activeTab(workbench()).profile.saved.map(({ id, name, draft }) =>
    item(
      `message ${id}`,
      name,
      () => {
        loadDraft(draft);
        setWorkbench({ panel: "compose" });
      },
      { detail: draftSummary(draft) },
    ),
  );

function eventItem({ event, count }: EventCount, only: (name: string) => string): PaletteItem {
  const quoted = /[\s"*]/.test(event) ? `"${event.replaceAll('"', String.raw`\"`)}"` : event;
  return item(
    `event ${event}`,
    only(event),
    () => {
      addTerm(`event:${quoted}`);
    },
    { detail: formatCount(count) },
  );
}

/** Every setting by its name, and where it stands. */
function settingItems(texts: SettingTexts): readonly PaletteItem[] {
  const fields: Readonly<Record<SettingsSection, readonly (readonly [field: string, name: string])[]>> = {
    look: [
      ["language", texts.language],
      ["theme", texts.theme],
      ["layout", texts.layout],
      ["onePanel", texts.onePanel],
      ["profilesShown", texts.profilesShown],
      ["zoom", texts.zoom],
      ["uiFont", texts.uiFont],
      ["wireFont", texts.wireFont],
      ["sizes", texts.sizes],
      ["notifies", texts.notifies],
    ],
    log: [
      ["density", texts.density],
      ["time", texts.time],
      ["hidden", texts.columns],
      ["budget", texts.budgetEntries],
      ["recordEvery", texts.recordEvery],
      ["recordingBudget", texts.recordingBudget],
    ],
    connections: [
      ["probes", texts.probes],
      ["defaults", texts.defaults],
    ],
    keys: [["letterKeys", texts.letterKeys]],
    data: [],
  };
  const sections = Object.keys(fields) as SettingsSection[];
  return sections.flatMap((at) => [
    ...fields[at].map(([field, name]) =>
      item(
        `setting ${field}`,
        name,
        () => {
          setWorkbench({ dialog: { is: "settings", at, field } });
        },
        { detail: texts.sections[at] },
      ),
    ),
    ...(at === "data"
      ? [
          item("setting data", texts.sections.data, () => {
            setWorkbench({ dialog: { is: "settings", at, field: null } });
          }),
        ]
      : []),
  ]);
}
