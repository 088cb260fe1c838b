import { readSettings, type Settings } from "../core/profile/settings.ts";
import { load, write } from "./database.ts";

export const loadSettings = async (unsaved?: unknown): Promise<Settings> =>
  readSettings(unsaved ?? (await load("settings", "all")));

export const saveSettings = (settings: Settings): Promise<void> =>
  write([{ store: "settings", key: "all", value: settings }]);
