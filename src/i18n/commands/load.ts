import type { Locale } from "../index.ts";
import type { CommandTexts } from "./commandTexts.ts";

/** A line for each language; each is a chunk of its own. */
const LOADERS: Readonly<Record<Locale, () => Promise<CommandTexts>>> = {
  en: () => import("./en.ts").then(({ en }) => en),
  "zh-CN": () => import("./zh-CN.ts").then(({ zhCN }) => zhCN),
};

/** Rejects when the chunk cannot be fetched. */
export const loadCommandTexts = (locale: Locale): Promise<CommandTexts> => LOADERS[locale]();
