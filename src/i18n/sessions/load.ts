import type { Locale } from "../index.ts";
import type { SessionTexts } from "./sessionTexts.ts";

/** A line for each language; each is a chunk of its own, fetched when first needed. */
const LOADERS: Readonly<Record<Locale, () => Promise<SessionTexts>>> = {
  en: () => import("./en.ts").then(({ en }) => en),
  "zh-CN": () => import("./zh-CN.ts").then(({ zhCN }) => zhCN),
};

/** Texts of exported, opened and recorded logs. Rejects when the chunk cannot be fetched. */
export const loadSessionTexts = (locale: Locale): Promise<SessionTexts> => LOADERS[locale]();
