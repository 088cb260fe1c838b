import type { Locale } from "../index.ts";
import type { LogTexts } from "./logTexts.ts";

/** A line for each language; each is a chunk of its own, fetched with the work area. */
const LOADERS: Readonly<Record<Locale, () => Promise<LogTexts>>> = {
  en: () => import("./en.ts").then(({ en }) => en),
  "zh-CN": () => import("./zh-CN.ts").then(({ zhCN }) => zhCN),
};

/** Texts around the log. Rejects when the chunk cannot be fetched. */
export const loadLogTexts = (locale: Locale): Promise<LogTexts> => LOADERS[locale]();
