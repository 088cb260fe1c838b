import { assistedFields, type AssistedField } from "../composer/assisted.ts";

/** Where variables can stand: the connection's settings and the message. */
const PLACES = ".conn, .chips, .composer";
const NO_TEXT = new Set(["search", "checkbox", "radio", "number", "file", "password"]);

/** The field under an element that variables can be typed into; null: none. */
export function fieldOf(target: EventTarget | null): (AssistedField & { readonly element: HTMLElement }) | null {
  if (!(target instanceof HTMLElement) || target.closest(PLACES) === null) return null;
  const host = target.closest(".monaco-host");
  const editor = host ? assistedFields.get(host) : undefined;
  if (editor)
    return {
      element: target,
      text: () => editor.text(),
      beforeCaret: () => editor.beforeCaret(),
      afterCaret: () => editor.afterCaret(),
      complete: (text, replaced) => {
        editor.complete(text, replaced);
      },
      caretPoint: () => editor.caretPoint(),
    };
  const isInput = target instanceof HTMLInputElement && !NO_TEXT.has(target.type);
  return isInput || target instanceof HTMLTextAreaElement ? plain(target) : null;
}

function plain(element: HTMLInputElement | HTMLTextAreaElement) {
  const beforeCaret = (): string => element.value.slice(0, element.selectionStart ?? 0);
  return {
    element,
    text: () => element.value,
    beforeCaret,
    afterCaret: () => element.value.slice(element.selectionEnd ?? 0),
    complete: (text: string, replaced: number) => {
      const at = element.selectionStart ?? 0;
      element.setRangeText(text, at - replaced, at, "end");
      element.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertReplacementText" }));
    },
    caretPoint: () => {
      const { left, bottom, width } = element.getBoundingClientRect();
      const style = getComputedStyle(element);
      const line = beforeCaret().split("\n").at(-1) ?? "";
      const measure = document.createElement("canvas").getContext("2d");
      if (measure) measure.font = `${style.fontSize} ${style.fontFamily}`;
      const offset =
        Number.parseFloat(style.paddingLeft) + (measure?.measureText(line).width ?? 0) - element.scrollLeft;
      return { x: left + Math.max(0, Math.min(offset, width)), y: bottom };
    },
  };
}
