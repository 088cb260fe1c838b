import type { CodeTexts } from "../../i18n/codes/codeTexts.ts";
import { loadCodeTexts } from "../../i18n/codes/load.ts";
import type { ExplainTexts } from "../../i18n/explain/explainTexts.ts";
import { loadExplainTexts } from "../../i18n/explain/load.ts";
import { loadRecipeTexts } from "../../i18n/recipes/load.ts";
import type { RecipeTexts } from "../../i18n/recipes/texts.ts";
import { useLoaded } from "../useLoaded.ts";

export const useExplainTexts = (): ExplainTexts | null => useLoaded(loadExplainTexts);
export const useRecipeTexts = (): RecipeTexts | null => useLoaded(loadRecipeTexts);
export const useCodeTexts = (): CodeTexts | null => useLoaded(loadCodeTexts);
