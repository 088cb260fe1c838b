import type { LogTexts } from "../../i18n/log/logTexts.ts";
import { loadLogTexts } from "../../i18n/log/load.ts";
import { useLoaded } from "../useLoaded.ts";

/** Texts around searching and reading the log; null until they are there. */
export const useLogTexts = (): LogTexts | null => useLoaded(loadLogTexts);
