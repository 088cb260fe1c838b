import type { Locale } from "../index.ts";
import type { CodeTexts } from "./codeTexts.ts";

/** A line for each language; each is a chunk of its own, fetched when first needed. */
const LOADERS: Readonly<Record<Locale, () => Promise<CodeTexts>>> = {
  en: () => import("./en.ts").then(({ en }) => en),
  "zh-CN": () => import("./zh-CN.ts").then(({ zhCN }) => zhCN),
};

/** The texts about close codes and idle limits. Rejects when the chunk cannot be fetched. */
export const loadCodeTexts = (locale: Locale): Promise<CodeTexts> => LOADERS[locale]();
