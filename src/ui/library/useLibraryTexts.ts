import { useEffect, useState } from "react";
import type { LibraryTexts } from "../../i18n/library/libraryTexts.ts";
import { loadLibraryTexts } from "../../i18n/library/load.ts";
import { say, useWorkbench } from "../../state/workbench.ts";
import { chosenLocale } from "../locale.ts";

/** Texts of everything around profiles; null until they are there. They follow the language. */
export function useLibraryTexts(): LibraryTexts | null {
  const language = useWorkbench((state) => state.settings.language);
  const [texts, setTexts] = useState<LibraryTexts | null>(null);
  useEffect(() => {
    let isCurrent = true;
    loadLibraryTexts(chosenLocale()).then(
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
  }, [language]);
  return texts;
}
