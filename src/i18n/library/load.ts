import type { Locale } from "../index.ts";
import type { LibraryTexts } from "./libraryTexts.ts";

/** A line for each language; each is a chunk of its own, fetched when first needed. */
const LOADERS: Readonly<Record<Locale, () => Promise<LibraryTexts>>> = {
  en: () => import("./en.ts").then(({ en }) => en),
  "zh-CN": () => import("./zh-CN.ts").then(({ zhCN }) => zhCN),
};

/** Texts of profiles, environments, links and files. Rejects when the chunk cannot be fetched. */
export const loadLibraryTexts = (locale: Locale): Promise<LibraryTexts> => LOADERS[locale]();
