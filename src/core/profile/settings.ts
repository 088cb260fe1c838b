import * as v from "valibot";
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
  readonly time: "absolute" | "relative";
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
  time: "absolute",
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
  time: v.fallback(v.picklist(["absolute", "relative"]), "absolute"),
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
