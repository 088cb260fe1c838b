import type { LibraryTexts } from "../../i18n/library/libraryTexts.ts";
import { loadLibraryTexts } from "../../i18n/library/load.ts";
import { useLoaded } from "../useLoaded.ts";

/** Texts of everything around profiles; null until they are there. */
export const useLibraryTexts = (): LibraryTexts | null => useLoaded(loadLibraryTexts);
