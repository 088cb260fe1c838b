import type { Locale } from "../index.ts";
import type { ExplainTexts } from "./explainTexts.ts";

/** A line for each language; each is a chunk of its own, fetched when first needed. */
const LOADERS: Readonly<Record<Locale, () => Promise<ExplainTexts>>> = {
  en: () => import("./en.ts").then(({ en }) => en),
  "zh-CN": () => import("./zh-CN.ts").then(({ zhCN }) => zhCN),
};

/** What a diagnosis says. Rejects when the chunk cannot be fetched. */
export const loadExplainTexts = (locale: Locale): Promise<ExplainTexts> => LOADERS[locale]();
