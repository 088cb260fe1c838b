import type { SessionTexts } from "../../i18n/sessions/sessionTexts.ts";
import { loadSessionTexts } from "../../i18n/sessions/load.ts";
import { useLoaded } from "../useLoaded.ts";

/** Texts of exported, opened and recorded logs; null until they are there. */
export const useSessionTexts = (): SessionTexts | null => useLoaded(loadSessionTexts);
