import { pickLocale, type Locale } from "../i18n/index.ts";
import { workbench } from "../state/workbench.ts";

export function chosenLocale(): Locale {
  const { language } = workbench().settings;
  return language === "auto" ? pickLocale(navigator.languages) : language;
}
