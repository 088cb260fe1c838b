import { hearOthers, tellOthers } from "../storage/channel.ts";
import { loadSettings, saveSettings } from "../storage/settings.ts";
import { bringBackTyped, keepTyped } from "./environments.ts";
import { startLibrary } from "./libraryStore.ts";
import { changeSettings } from "./persist.ts";
import { startRecent } from "./recent.ts";
import { useWorkbench, workbench } from "./workbench.ts";

/** Everything that is kept for longer than a tab, and shared with the other pages of this browser. */
export async function startKeeping(): Promise<void> {
  followSettings();
  addEventListener("pagehide", keepTyped);
  await Promise.all([startLibrary().then(bringBackTyped), startRecent()]);
}

/** Typing rests before others hear of a setting, ms. */
const REST = 400;

/** Settings are the same in every page: who changes them last, has changed them for all. */
function followSettings(): void {
  let known = workbench().settings;
  let isHearing = false;
  let timer: ReturnType<typeof setTimeout> | null = null;
  useWorkbench.subscribe(({ settings }) => {
    if (settings === known) return;
    known = settings;
    if (isHearing) return;
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(() => {
      void saveSettings(known).then(
        () => {
          tellOthers("settings");
        },
        // Who keeps the drafts says that nothing can be stored.
        () => undefined,
      );
    }, REST);
  });
  hearOthers((changed) => {
    if (changed !== "settings") return;
    loadSettings().then(
      (settings) => {
        isHearing = true;
        changeSettings(settings);
        isHearing = false;
      },
      // These stay.
      () => undefined,
    );
  });
}
