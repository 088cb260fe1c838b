import { en } from "./en.ts";
import type { Messages } from "./messages.ts";

export type { Messages } from "./messages.ts";

/** Every language: its own name, and how its texts are loaded. To add one: a file, and a line here. */
export const LOCALES = {
  en: { name: "English", load: (): Promise<Messages> => Promise.resolve(en) },
  "zh-CN": { name: "简体中文", load: (): Promise<Messages> => import("./zh-CN.ts").then(({ zhCN }) => zhCN) },
} as const;

export type Locale = keyof typeof LOCALES;

/** @returns the best language for a browser that asks for these, in order */
export function pickLocale(wanted: readonly string[]): Locale {
  for (const tag of wanted) {
    if (/^zh\b/i.test(tag)) return "zh-CN";
    if (/^en\b/i.test(tag)) return "en";
  }
  return "en";
}
