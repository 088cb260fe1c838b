import { editor, type IDisposable, KeyCode, KeyMod } from "monaco-editor/editor/editor.api.js";

export type KeyHandler = (event: KeyboardEvent) => boolean;

/**
 * Offers every key typed into the text (not into the find widget) to the app first.
 * An input method's keys are its own.
 */
export function offerKeys(view: editor.IStandaloneCodeEditor, host: HTMLElement, handle: KeyHandler): IDisposable {
  const offer = (event: KeyboardEvent): void => {
    if (event.isComposing || !view.hasTextFocus() || !handle(event)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  host.addEventListener("keydown", offer, { capture: true });
  return { dispose: () => host.removeEventListener("keydown", offer, { capture: true }) };
}

/** Ctrl+K opens the app's commands; monaco would wait for the second key of one of its chords. */
export function freeKeys(): IDisposable {
  return editor.addKeybindingRule({ keybinding: KeyMod.CtrlCmd | KeyCode.KeyK, command: null });
}
