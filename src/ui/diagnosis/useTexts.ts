import { useEffect, useState } from "react";
import type { CodeTexts } from "../../i18n/codes/codeTexts.ts";
import { loadCodeTexts } from "../../i18n/codes/load.ts";
import type { ExplainTexts } from "../../i18n/explain/explainTexts.ts";
import { loadExplainTexts } from "../../i18n/explain/load.ts";
import type { Locale } from "../../i18n/index.ts";
import { loadRecipeTexts } from "../../i18n/recipes/load.ts";
import type { RecipeTexts } from "../../i18n/recipes/texts.ts";
import { say, useWorkbench } from "../../state/workbench.ts";
import { chosenLocale } from "../locale.ts";

/** Texts that are fetched when they are first needed; null until then. They follow the language. */
function useLoaded<Texts>(load: (locale: Locale) => Promise<Texts>): Texts | null {
  const language = useWorkbench((state) => state.settings.language);
  const [texts, setTexts] = useState<Texts | null>(null);
  useEffect(() => {
    let isCurrent = true;
    load(chosenLocale()).then(
      (loaded) => {
        if (isCurrent) setTexts(loaded);
      },
      (error: unknown) => {
        if (isCurrent) say("mistake", String(error));
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [load, language]);
  return texts;
}

export const useExplainTexts = (): ExplainTexts | null => useLoaded(loadExplainTexts);
export const useRecipeTexts = (): RecipeTexts | null => useLoaded(loadRecipeTexts);
export const useCodeTexts = (): CodeTexts | null => useLoaded(loadCodeTexts);
