import type { ProbePolicy } from "../../core/units/probePolicy.ts";
import type { Density, Layout, Theme, TimeFormat } from "../../core/profile/settings.ts";

/** Texts of the settings; each field has its name and, where it needs one, a hint. */
export interface SettingTexts {
  readonly sections: Readonly<Record<"look" | "log" | "connections" | "keys" | "data", string>>;
  readonly reset: (name: string) => string;
  readonly language: string;
  readonly languageAuto: string;
  readonly theme: string;
  readonly themes: Readonly<Record<Theme, string>>;
  readonly zoom: string;
  readonly uiFont: string;
  readonly wireFont: string;
  readonly fontHint: string;
  readonly systemFont: string;
  readonly layout: string;
  readonly layouts: Readonly<Record<Layout, string>>;
  readonly onePanel: string;
  readonly sizes: string;
  readonly sizesReset: string;
  readonly profilesShown: string;
  readonly notifies: string;
  readonly notifiesRefused: string;
  readonly density: string;
  readonly densities: Readonly<Record<Density, string>>;
  readonly time: string;
  readonly times: Readonly<Record<TimeFormat, string>>;
  readonly columns: string;
  readonly budgetEntries: string;
  readonly budgetSize: string;
  readonly budgetHint: string;
  readonly recordEvery: string;
  readonly recordingBudget: string;
  readonly probes: string;
  readonly probeChoices: Readonly<Record<ProbePolicy, string>>;
  readonly probesHint: string;
  readonly defaults: string;
  readonly letterKeys: string;
  readonly data: {
    readonly kept: string;
    readonly profiles: string;
    readonly environments: string;
    readonly recent: string;
    readonly recordings: string;
    readonly used: string;
    readonly unknown: string;
    readonly of: (used: string, quota: string) => string;
    readonly resetAll: string;
    readonly resetHint: string;
    readonly deleteAll: string;
    readonly deleteHint: string;
    readonly deleteSure: string;
    readonly deleteKeep: string;
    readonly deleteFailed: (why: string) => string;
    readonly version: string;
    readonly privacy: string;
  };
}
