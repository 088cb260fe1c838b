import * as v from "valibot";
import { newProfile, type Profile } from "./profile.ts";
import { waysSchema } from "./schema.ts";
import type { KeyChanges } from "./keymap.ts";
import { PROBE_POLICIES, type ProbePolicy } from "../units/probePolicy.ts";
import { bytes, type Bytes } from "../units/units.ts";
import { DEFAULT_BUDGET, type Budget } from "../units/budget.ts";

export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];
/** "auto" follows the browser. */
export const LANGUAGES = ["auto", "en", "zh-CN"] as const;
export type LanguageChoice = (typeof LANGUAGES)[number];

export const DENSITIES = ["compact", "normal", "roomy"] as const;
export type Density = (typeof DENSITIES)[number];
/** How the log stands to what is written: above it, to its right, below it. */
export const LAYOUTS = ["standard", "right", "below"] as const;
export type Layout = (typeof LAYOUTS)[number];

export const TIMES = ["absolute", "dated", "relative"] as const;
/** How moments are shown in the log: time of day, with the date, or since the first entry. */
export type TimeFormat = (typeof TIMES)[number];

/** Bounds of the size of everything on the page, as a share of the normal size. */
export const ZOOM = { min: 0.8, max: 2, step: 0.1 } as const;

/** What a new connection begins with. */
export type ConnectionDefaults = Pick<Profile, "reconnect" | "heartbeat">;

/** Columns of the log that can be left out. */
export const COLUMNS = ["seq", "delta", "size"] as const;
export type Column = (typeof COLUMNS)[number];

export interface SavedFilter {
  readonly name: string;
  readonly filter: string;
}

export interface Settings {
  readonly theme: Theme;
  readonly language: LanguageChoice;
  readonly budget: Budget;
  /** Whether single letters are commands outside text fields. */
  readonly letterKeys: boolean;
  readonly keys: KeyChanges;
  readonly time: TimeFormat;
  readonly zoom: number;
  /** Families that come before the system's; empty: none. */
  readonly uiFont: string;
  readonly wireFont: string;
  readonly layout: Layout;
  /** Whether one panel has the whole work area, as in a narrow window. */
  readonly onePanel: boolean;
  readonly defaults: ConnectionDefaults;
  /** Whether the browser tells of connections that end while the page is hidden. */
  readonly notifies: boolean;
  /** When probes run by themselves after a failure. */
  readonly probes: ProbePolicy;
  /** Whether the list of profiles is shown beside the work; a narrow window has it in a drawer. */
  readonly profilesShown: boolean;
  /** Columns of the log that are left out. */
  readonly hidden: readonly Column[];
  readonly density: Density;
  readonly filters: readonly SavedFilter[];
  /** Panel sizes in px, by panel. */
  readonly sizes: Readonly<Record<string, number>>;
  /** Whether each connection is kept in the database from its beginning. */
  readonly recordEvery: boolean;
  /** What all recordings together may take. */
  readonly recordingBudget: Bytes;
}

/** 1 GiB: some seven million messages of 120 B. */
const DEFAULT_RECORDING_BUDGET: Bytes = bytes(1024 ** 3);

export const defaultSettings: Settings = {
  theme: "system",
  language: "auto",
  budget: DEFAULT_BUDGET,
  letterKeys: true,
  keys: {},
  time: "absolute",
  zoom: 1,
  uiFont: "",
  wireFont: "",
  layout: "standard",
  onePanel: false,
  defaults: { reconnect: newProfile.reconnect, heartbeat: newProfile.heartbeat },
  notifies: false,
  probes: "loopback",
  profilesShown: true,
  hidden: [],
  density: "normal",
  filters: [],
  sizes: {},
  recordEvery: false,
  recordingBudget: DEFAULT_RECORDING_BUDGET,
};

const schema = v.object({
  theme: v.fallback(v.picklist(THEMES), "system"),
  language: v.fallback(v.picklist(LANGUAGES), "auto"),
  budget: v.fallback(
    v.object({
      entries: v.pipe(v.number(), v.minValue(1000)),
      bytes: v.pipe(v.number(), v.minValue(1_000_000), v.transform(bytes)),
    }),
    DEFAULT_BUDGET,
  ),
  letterKeys: v.fallback(v.boolean(), true),
  keys: v.fallback(v.record(v.string(), v.string()), {}),
  time: v.fallback(v.picklist(TIMES), "absolute"),
  zoom: v.fallback(v.pipe(v.number(), v.minValue(ZOOM.min), v.maxValue(ZOOM.max)), 1),
  uiFont: v.fallback(v.string(), ""),
  wireFont: v.fallback(v.string(), ""),
  layout: v.fallback(v.picklist(LAYOUTS), "standard"),
  onePanel: v.fallback(v.boolean(), false),
  defaults: v.fallback(waysSchema as v.GenericSchema<unknown, ConnectionDefaults>, defaultSettings.defaults),
  notifies: v.fallback(v.boolean(), false),
  probes: v.fallback(v.picklist(PROBE_POLICIES), "loopback"),
  profilesShown: v.fallback(v.boolean(), true),
  hidden: v.fallback(v.array(v.picklist(COLUMNS)), []),
  density: v.fallback(v.picklist(DENSITIES), "normal"),
  filters: v.fallback(v.array(v.object({ name: v.string(), filter: v.string() })), []),
  sizes: v.fallback(v.record(v.string(), v.number()), {}),
  recordEvery: v.fallback(v.boolean(), false),
  recordingBudget: v.fallback(v.pipe(v.number(), v.minValue(1_000_000), v.transform(bytes)), DEFAULT_RECORDING_BUDGET),
});

/** Anything missing or wrong falls back to its default. */
export function readSettings(stored: unknown): Settings {
  const parsed = v.safeParse(schema, stored ?? {});
  return parsed.success ? parsed.output : defaultSettings;
}
