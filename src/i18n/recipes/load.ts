import type { Locale } from "../index.ts";
import type { RecipeTexts } from "./texts.ts";

/** Fetched with the first diagnosis: nobody needs them before. */
const LOADERS: Readonly<Record<Locale, () => Promise<RecipeTexts>>> = {
  en: () => import("./en.ts").then(({ en }) => en),
  "zh-CN": () => import("./zh-CN.ts").then(({ zhCN }) => zhCN),
};

export const loadRecipeTexts = (locale: Locale): Promise<RecipeTexts> => LOADERS[locale]();
