import { commandOf } from "../core/profile/keymap.ts";
import { isTyped, shortcutOf } from "../core/profile/shortcut.ts";
import { workbench } from "../state/workbench.ts";
import { isMac } from "./keys.ts";
import { whenIdle } from "./whenIdle.ts";

/** What the commands do is a chunk of its own, fetched with the work area; once it is there, keys act at once. */
let commands: typeof import("./commands/commands.ts") | null = null;
const loadCommands = async () => (commands ??= await import("./commands/commands.ts"));

/** What is behind a dialog cannot be reached, by keys neither; nor while the dialog is on its way. */
const isCovered = (): boolean => workbench().dialog !== null || document.querySelector("dialog[open]") !== null;

const isTyping = ({ target }: KeyboardEvent): boolean =>
  target instanceof Element &&
  target.closest("input, textarea, select, [contenteditable], .monaco-editor, [popover]") !== null;

/**
 * The keys of the whole page; lists and the composer have their own. What a text field would write acts outside of
 * text fields only, and can be switched off; it comes last, the rest before anything else on the page.
 * @returns its end
 */
export function listenKeys(): () => void {
  const hear = (isEarly: boolean) => (event: KeyboardEvent) => {
    const shortcut = event.isComposing || event.defaultPrevented ? null : shortcutOf(event, isMac);
    if (shortcut === null || isTyped(shortcut) === isEarly || isCovered()) return;
    const { keys, letterKeys } = workbench().settings;
    if (!isEarly && (!letterKeys || isTyping(event))) return;
    const id = commandOf(shortcut, "page", keys);
    if (id === null) return;
    event.preventDefault();
    event.stopPropagation();
    // What is typed next belongs into the field, so nothing is waited for.
    const url = id === "url" ? document.querySelector<HTMLElement>('[data-focus="url"]') : null;
    if (url) url.focus();
    else
      void loadCommands().then(({ COMMANDS }) => {
        const { run, canRun } = COMMANDS[id];
        if (canRun === undefined || canRun()) run();
      });
  };
  const [early, late] = [hear(true), hear(false)];
  addEventListener("keydown", early, { capture: true });
  addEventListener("keydown", late);
  void loadCommands();
  // It is typed into at once, so it is there before it is asked for.
  const stopWaiting = whenIdle(() => void import("./commands/Palette.tsx").then(({ fetchTexts }) => fetchTexts()));
  return () => {
    stopWaiting();
    removeEventListener("keydown", early, { capture: true });
    removeEventListener("keydown", late);
  };
}
