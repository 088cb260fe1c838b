import type { Locale } from "../index.ts";
import type { DecodeTexts } from "./decodeTexts.ts";

/** A line for each language; each is a chunk of its own, fetched when first needed. */
const LOADERS: Readonly<Record<Locale, () => Promise<DecodeTexts>>> = {
  en: () => import("./en.ts").then(({ en }) => en),
  "zh-CN": () => import("./zh-CN.ts").then(({ zhCN }) => zhCN),
};

/** Texts of the inspector's views. Rejects when the chunk cannot be fetched. */
export const loadDecodeTexts = (locale: Locale): Promise<DecodeTexts> => LOADERS[locale]();
