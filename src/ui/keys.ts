import { useEffect } from "react";
import { tinykeys } from "tinykeys";
import { disconnect } from "../state/connection.ts";
import { toggleDiagnosis } from "../state/diagnosis.ts";
import { toggleProfiles } from "../state/persist.ts";
import { saveTab } from "../state/save.ts";
import { toggleHold } from "../state/log.ts";
import { openTab, stepTab } from "../state/tabs.ts";
import { setWorkbench, workbench } from "../state/workbench.ts";

const focus = (selector: string): void => {
  document.querySelector<HTMLElement>(selector)?.focus();
};

/** What is behind a dialog cannot be reached, by keys neither. */
const isCovered = (): boolean => document.querySelector("dialog[open]") !== null;

/** Single letters act only outside text fields, and can be switched off. */
function letter(act: () => void) {
  return (event: KeyboardEvent): void => {
    const target = event.target instanceof HTMLElement ? event.target : null;
    if (isCovered()) return;
    const isTyping = target?.closest("input, textarea, select, [contenteditable], .monaco-editor, [popover]");
    if (isTyping || event.ctrlKey || event.metaKey || event.altKey || !workbench().settings.letterKeys) return;
    event.preventDefault();
    act();
  };
}

/** The keys of the whole page; lists and the composer have their own. */
export function useKeys(): void {
  useEffect(
    () =>
      tinykeys(window, {
        "$mod+.": (event) => {
          event.preventDefault();
          disconnect();
        },
        "$mod+s": (event) => {
          event.preventDefault();
          if (!isCovered()) saveTab();
        },
        p: letter(toggleProfiles),
        s: letter(() => {
          setWorkbench({ dialog: { is: "share", what: { is: "tab" } } });
        }),
        u: letter(() => {
          focus('[data-focus="url"]');
        }),
        "/": letter(() => {
          focus('[data-focus="filter"]');
        }),
        m: letter(() => {
          setWorkbench({ panel: "compose" });
          focus(".editor textarea, .editor [role='textbox']");
        }),
        "[": letter(() => {
          stepTab(-1);
        }),
        "]": letter(() => {
          stepTab(1);
        }),
        h: letter(toggleHold),
        d: letter(() => {
          toggleDiagnosis();
          requestAnimationFrame(() => {
            focus('[data-focus="diagnosis"], [data-focus="inspector"]');
          });
        }),
        n: letter(() => {
          openTab();
          focus('[data-focus="url"]');
        }),
      }),
    [],
  );
}

/** Ctrl or Cmd with Enter, in the URL field. */
export function isSubmit(event: {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}): boolean {
  return event.key === "Enter" && (event.ctrlKey || event.metaKey);
}

export const submitKey = /mac|iphone|ipad/i.test(navigator.userAgent) ? "⌘ Enter" : "Ctrl Enter";
