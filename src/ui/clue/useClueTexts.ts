import type { ClueTexts } from "../../i18n/clue/clueTexts.ts";
import { loadClueTexts } from "../../i18n/clue/load.ts";
import { useLoaded } from "../useLoaded.ts";

/** What is said around pasted lines; null until it is there. */
export const useClueTexts = (): ClueTexts | null => useLoaded(loadClueTexts);
