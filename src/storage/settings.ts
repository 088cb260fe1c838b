import { readSettings, type Settings } from "../core/profile/settings.ts";
import { load, save } from "./database.ts";

export const loadSettings = async (): Promise<Settings> => readSettings(await load("settings", "all"));

export const saveSettings = (settings: Settings): Promise<void> => save("settings", "all", settings);
