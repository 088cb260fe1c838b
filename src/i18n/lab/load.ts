import type { Locale } from "../index.ts";
import type { LabTexts } from "./labTexts.ts";

/** A line for each language; each is a chunk of its own, fetched when first needed. */
const LOADERS: Readonly<Record<Locale, () => Promise<LabTexts>>> = {
  en: () => import("./en.ts").then(({ en }) => en),
  "zh-CN": () => import("./zh-CN.ts").then(({ zhCN }) => zhCN),
};

/** Texts of the policy lab. Rejects when the chunk cannot be fetched. */
export const loadLabTexts = (locale: Locale): Promise<LabTexts> => LOADERS[locale]();
