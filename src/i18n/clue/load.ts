import type { Locale } from "../index.ts";
import type { ClueTexts } from "./clueTexts.ts";

/** A line for each language; each is a chunk of its own, fetched when first needed. */
const LOADERS: Readonly<Record<Locale, () => Promise<ClueTexts>>> = {
  en: () => import("./en.ts").then(({ en }) => en),
  "zh-CN": () => import("./zh-CN.ts").then(({ zhCN }) => zhCN),
};

/** What is said around pasted lines. Rejects when the chunk cannot be fetched. */
export const loadClueTexts = (locale: Locale): Promise<ClueTexts> => LOADERS[locale]();
