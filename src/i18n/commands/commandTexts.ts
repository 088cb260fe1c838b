import type { CommandId } from "../../core/profile/keymap.ts";

/** Texts of the commands: their names, the palette, and the list of keys. */
export interface CommandTexts {
  readonly names: Readonly<Record<CommandId, string>>;
  /** Other words for what a command does, by which it is looked for; its id finds it too. */
  readonly words: Readonly<Partial<Record<CommandId, string>>>;
  readonly groups: Readonly<Record<"connection" | "go" | "log" | "view" | "tools", string>>;
  readonly palette: {
    readonly title: string;
    readonly field: string;
    readonly placeholder: string;
    readonly none: string;
    readonly tabs: string;
    readonly profiles: string;
    readonly recent: string;
    readonly environments: string;
    readonly saved: string;
    readonly events: string;
    readonly settings: string;
    readonly noEnvironment: string;
    readonly onlyEvent: (name: string) => string;
    readonly hint: string;
  };
  readonly keys: {
    readonly fixed: string;
    readonly fixedRows: {
      readonly submit: string;
      readonly inspect: string;
      readonly ends: string;
      readonly rows: string;
      readonly menu: string;
      readonly tabs: string;
      readonly splitter: string;
      readonly history: string;
      readonly undo: string;
    };
    readonly scopes: Readonly<Record<"page" | "log" | "inspector", string>>;
    readonly change: (name: string, keys: string) => string;
    readonly none: string;
    readonly press: string;
    readonly pressHint: string;
    readonly taken: (keys: string) => string;
    readonly rival: (keys: string, name: string) => string;
    readonly reset: (name: string) => string;
    readonly resetAll: string;
    readonly search: string;
    readonly nothing: string;
  };
  /** What can be done with one tab, beside the commands. */
  readonly tab: {
    readonly menu: (name: string) => string;
    readonly close: string;
    readonly closeOthers: string;
    readonly left: string;
    readonly right: string;
    readonly copyUrl: string;
  };
  /** Short names for the start screen, where two keys may stand for a pair. */
  readonly start: Readonly<Record<"submit" | "rows" | "tabs" | "inspect" | "views" | "all", string>>;
}
