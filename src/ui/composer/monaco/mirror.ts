import { editor, type IDisposable } from "monaco-editor/editor/editor.api.js";

/** UTF-16 units up to which the whole text is mirrored: for twice as many, a keystroke can take 40 ms. */
const WHOLE = 100_000;

/** Lines around the caret that are mirrored of a longer text. */
const PAGE = 50;

/**
 * Monaco mirrors the text into its input for assistive technology and everybody else who reads the
 * page from outside. Keeps that whole for messages of a usual size, and cheap for others.
 */
export function fitMirror(view: editor.IStandaloneCodeEditor): IDisposable {
  const fit = (): void => {
    const length = view.getModel()?.getValueLength() ?? 0;
    const lines = length > WHOLE ? PAGE : WHOLE;
    if (view.getOption(editor.EditorOption.accessibilityPageSize) !== lines) {
      view.updateOptions({ accessibilityPageSize: lines });
    }
  };
  fit();
  return view.onDidChangeModelContent(fit);
}
