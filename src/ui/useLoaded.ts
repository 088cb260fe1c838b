import { useEffect, useState } from "react";
import type { Locale } from "../i18n/index.ts";
import { say, useWorkbench } from "../state/workbench.ts";
import { chosenLocale } from "./locale.ts";

/** Texts that are fetched when they are first needed; null until then. They follow the language. */
export function useLoaded<Texts>(load: (locale: Locale) => Promise<Texts>): Texts | null {
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
