import type { Shortcut } from "./shortcut.ts";

/** Where a key acts: everywhere on the page, on the rows of the log, or in the inspector. */
export type KeyScope = "page" | "log" | "inspector";

interface KeyDefault {
  /** Empty: it has none until somebody gives it one. */
  readonly keys: Shortcut;
  readonly scope?: KeyScope;
}

/** Every command that can have a key, and the key that it has unless somebody changes it. */
export const KEYMAP = {
  palette: { keys: "Mod+K" },
  settings: { keys: "Mod+," },
  keys: { keys: "?" },
  regions: { keys: "F6" },
  "regions-back": { keys: "Shift+F6" },
  connect: { keys: "" },
  disconnect: { keys: "Mod+." },
  "retry-now": { keys: "" },
  "new-tab": { keys: "N" },
  "close-tab": { keys: "" },
  "duplicate-tab": { keys: "" },
  "previous-tab": { keys: "[" },
  "next-tab": { keys: "]" },
  save: { keys: "Mod+S" },
  share: { keys: "S" },
  "copy-as": { keys: "" },
  url: { keys: "U" },
  filter: { keys: "/" },
  message: { keys: "M" },
  log: { keys: "L" },
  diagnosis: { keys: "D" },
  profiles: { keys: "P" },
  "search-profiles": { keys: "" },
  environment: { keys: "" },
  hold: { keys: "H" },
  pause: { keys: "" },
  "clear-log": { keys: "" },
  "export-log": { keys: "" },
  record: { keys: "" },
  group: { keys: "" },
  charts: { keys: "" },
  timeline: { keys: "" },
  "open-log": { keys: "" },
  recordings: { keys: "" },
  "layout-standard": { keys: "" },
  "layout-right": { keys: "" },
  "layout-below": { keys: "" },
  "focus-log": { keys: "F" },
  "zoom-in": { keys: "+" },
  "zoom-out": { keys: "-" },
  "zoom-reset": { keys: "0" },
  theme: { keys: "" },
  language: { keys: "" },
  lab: { keys: "" },
  clue: { keys: "" },
  codes: { keys: "" },
  environments: { keys: "" },
  import: { keys: "" },
  templates: { keys: "" },
  detect: { keys: "" },
  events: { keys: "" },
  admin: { keys: "" },
  "back-up": { keys: "" },
  about: { keys: "" },
  "row-next": { keys: "J", scope: "log" },
  "row-previous": { keys: "K", scope: "log" },
  "match-next": { keys: ".", scope: "log" },
  "match-previous": { keys: ",", scope: "log" },
  "copy-row": { keys: "C", scope: "log" },
  "linked-row": { keys: "A", scope: "log" },
  "pin-row": { keys: "B", scope: "log" },
  "go-to": { keys: "G", scope: "log" },
  "view-pretty": { keys: "1", scope: "inspector" },
  "view-raw": { keys: "2", scope: "inspector" },
  "view-hex": { keys: "3", scope: "inspector" },
  "view-decoded": { keys: "4", scope: "inspector" },
} as const satisfies Readonly<Record<string, KeyDefault>>;

export type CommandId = keyof typeof KEYMAP;

/** What somebody changed: a shortcut by command; empty: none. Names of no command mean nothing. */
export type KeyChanges = Readonly<Record<string, Shortcut>>;

export const COMMAND_IDS = Object.keys(KEYMAP) as readonly CommandId[];

export const scopeOf = (id: CommandId): KeyScope => {
  const entry: KeyDefault = KEYMAP[id];
  return entry.scope ?? "page";
};

/** @returns empty where the command has none */
export const keysOf = (id: CommandId, changes: KeyChanges): Shortcut =>
  Object.hasOwn(changes, id) ? (changes[id] ?? "") : KEYMAP[id].keys;

/** The command of a shortcut in one scope; null: none. */
export const commandOf = (shortcut: Shortcut, scope: KeyScope, changes: KeyChanges): CommandId | null =>
  COMMAND_IDS.find((id) => scopeOf(id) === scope && keysOf(id, changes) === shortcut) ?? null;

/** Commands that a shortcut would reach as well: those of the same scope, and those of the whole page, which it would hide. */
export const rivalsOf = (id: CommandId, shortcut: Shortcut, changes: KeyChanges): readonly CommandId[] =>
  shortcut === ""
    ? []
    : COMMAND_IDS.filter((other) => {
        const [one, two] = [scopeOf(id), scopeOf(other)];
        return other !== id && keysOf(other, changes) === shortcut && (one === two || one === "page" || two === "page");
      });
