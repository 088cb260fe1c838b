import type { editor, IDisposable } from "monaco-editor/editor/editor.api.js";

/**
 * Makes monaco's input take text as a <textarea> does, for whatever drives the page from outside:
 * dictation, assistive tools, emoji pickers, tests.
 */
export function actAsTextarea(view: editor.IStandaloneCodeEditor, host: HTMLElement): IDisposable {
  /** What the input held, all selected, when it lost the focus: on return that is nobody's wish. */
  let left: string | null = null;

  /**
   * Monaco types over *its own* selection, and hears of the input's late (Chromium) or never
   * (others): whoever selects all of the input and types would insert instead of replace.
   */
  const adoptSelectAll = (event: Event): void => {
    const input = inputOf(event);
    const model = view.getModel();
    if (!input || !model || view.inComposition) return;
    const own = view.getSelection();
    // Monaco mirrors its own selection there, and of a long text only a page.
    const foreign = own?.isEmpty() === true || input.value.length === model.getValueLength();
    const returning = event.type === "focus" && input.value === left;
    const all = model.getFullModelRange();
    if (selectsAll(input) && foreign && !returning && !all.equalsRange(own)) view.setSelection(all);
  };

  /** Monaco would type every character of it, with the indents and closing brackets of typing. */
  const insertWhole = (event: InputEvent): void => {
    const { data, inputType, isComposing } = event;
    if (!inputOf(event) || isComposing || inputType !== "insertText" || !data || [...data].length === 1) return;
    event.preventDefault();
    view.trigger("input", "paste", { text: data });
  };

  const leave = (event: Event): void => {
    const input = inputOf(event);
    left = input && selectsAll(input) ? input.value : null;
  };

  const ending = new AbortController();
  // Captured, to come before monaco's own listeners: on "focus" they overwrite the input's selection.
  const captured = { capture: true, signal: ending.signal };
  // "select" comes before the next frame, in which monaco may overwrite it as well.
  for (const type of ["focus", "select", "keydown", "beforeinput", "cut", "copy"]) {
    host.addEventListener(type, adoptSelectAll, captured);
  }
  host.addEventListener("beforeinput", insertWhole, captured);
  host.addEventListener("blur", leave, captured);
  return { dispose: () => ending.abort() };
}

function inputOf({ target }: Event): HTMLTextAreaElement | null {
  return target instanceof HTMLTextAreaElement && target.classList.contains("inputarea") ? target : null;
}

function selectsAll({ value, selectionStart, selectionEnd }: HTMLTextAreaElement): boolean {
  return value.length > 0 && selectionStart === 0 && selectionEnd === value.length;
}
