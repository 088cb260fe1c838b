import { editor, type IDisposable, type IPosition } from "monaco-editor/editor/editor.api.js";
import "./editor.css";
import "./editorFeatures.ts";
import "./jsonLanguage.ts";
import { editorOptions, followFont, fontOptions } from "./editorOptions.ts";
import { editOf, modelOf, replay, selectionOf, type Snapshot } from "./handOver.ts";
import { freeKeys, type KeyHandler, offerKeys } from "./keys.ts";
import { fitMirror } from "./mirror.ts";
import { actAsTextarea } from "./nativeInput.ts";
import { type Problem, problemMark } from "./problem.ts";
import { lineFeeds } from "./textChange.ts";
import { followTheme } from "./theme.ts";
import { markVariables } from "./variables.ts";

export type { Problem, Snapshot };

export type Language = "json" | "plaintext";

export interface EditorStart {
  /** Oldest first; the last is what is in the text field now. Undo walks back through them. */
  readonly history: readonly Snapshot[];
  readonly language: Language;
  /** Accessible name of the editor's input. */
  readonly label: string;
  readonly placeholder?: string;
  /** Id of the element that says more about the input. */
  readonly describedBy?: string;
  readonly focus: boolean;
  /** After every change that the user makes, undo included; not after setText and reset. */
  readonly onChange: (text: string) => void;
  /** Sees a key before the editor does. @returns whether it was handled and goes no further */
  readonly onKey?: KeyHandler;
}

/** Texts have LF line ends, offsets count UTF-16 units: as in a <textarea>. */
export interface Editor {
  /** As one step that undo takes back. */
  setText(text: string): void;
  /** Another message: undo does not lead back to the one before. */
  reset(text: string): void;
  setLanguage(language: Language): void;
  /** @param placeholder left as it is when not given */
  setLabel(label: string, placeholder?: string): void;
  setProblem(problem: Problem | null): void;
  selection(): { readonly start: number; readonly end: number };
  select(start: number, end: number): void;
  /** The line of the caret and how many there are, as seen: a wrapped line counts as several. */
  caret(): { readonly line: number; readonly lines: number };
  text(): string;
  beforeCaret(): string;
  afterCaret(): string;
  /** As typed by the user, in the place of as many characters before the caret. */
  complete(text: string, replaced: number): void;
  caretPoint(): { readonly x: number; readonly y: number } | null;
  focus(): void;
  layout(): void;
  dispose(): void;
}

/** Fills an empty host with a message editor. Disposed, the host is empty again and calls do nothing. */
export function mountEditor(host: HTMLElement, start: EditorStart): Editor {
  const root = document.createElement("div");
  // The second class is monaco's: it brings the theme's colours to menus, which stand beside the editor.
  root.className = "sw-monaco monaco-component";
  host.append(root);
  const theme = followTheme();
  const view = editor.create(root, { ...editorOptions(start), model: null, ariaContainerElement: root });
  // After the view, whose options are those of new models too.
  const model = modelOf(start.history, start.language);
  view.setModel(model);
  const input = root.querySelector("textarea");
  if (start.describedBy) input?.setAttribute("aria-describedby", start.describedBy);
  const problem = problemMark(view, model);
  let quiet = false;
  const quietly = (change: () => void): void => {
    quiet = true;
    change();
    quiet = false;
  };
  const parts: readonly IDisposable[] = [
    view.onDidChangeModelContent(() => {
      if (!quiet) start.onChange(model.getValue());
    }),
    fitMirror(view),
    followFont(view),
    markVariables(view),
    problem,
    actAsTextarea(view, root),
    offerKeys(view, root, start.onKey ?? (() => false)),
    freeKeys(),
    theme,
    view,
    model,
  ];

  const last = start.history.at(-1);
  if (last) view.setSelection(selectionOf(model, last));
  if (start.focus) view.focus();

  const isGone = (): boolean => model.isDisposed();
  return {
    setText(text) {
      if (isGone() || lineFeeds(text) === model.getValue()) return;
      view.pushUndoStop();
      quietly(() => view.executeEdits("app", [editOf(model, text)]));
      view.pushUndoStop();
    },
    reset(text) {
      if (isGone()) return;
      problem.show(null);
      quietly(() => replay(model, [{ text, start: 0, end: 0 }]));
      view.setPosition({ lineNumber: 1, column: 1 });
      view.setScrollTop(0);
    },
    setLanguage(language) {
      if (!isGone()) editor.setModelLanguage(model, language);
    },
    setLabel(label, placeholder) {
      if (isGone()) return;
      view.updateOptions({ ariaLabel: label, ...(placeholder === undefined ? {} : { placeholder }) });
    },
    setProblem(next) {
      if (!isGone()) problem.show(next);
    },
    selection() {
      const selected = view.getSelection();
      if (isGone() || !selected) return { start: 0, end: 0 };
      return {
        start: model.getOffsetAt(selected.getStartPosition()),
        end: model.getOffsetAt(selected.getEndPosition()),
      };
    },
    select(from, to) {
      if (isGone()) return;
      const selection = selectionOf(model, { start: from, end: to });
      view.setSelection(selection);
      view.revealRange(selection);
    },
    caret() {
      const position = view.getPosition();
      if (isGone() || !position) return { line: 1, lines: 1 };
      const end = model.getFullModelRange().getEndPosition();
      const top = view.getTopForPosition(1, 1);
      const { lineHeight } = fontOptions();
      const lineAt = (at: IPosition): number =>
        Math.round((view.getTopForPosition(at.lineNumber, at.column) - top) / lineHeight) + 1;
      return { line: lineAt(position), lines: lineAt(end) };
    },
    text: () => (isGone() ? "" : model.getValue()),
    beforeCaret() {
      const position = view.getPosition();
      return isGone() || !position ? "" : model.getLineContent(position.lineNumber).slice(0, position.column - 1);
    },
    afterCaret() {
      const position = view.getPosition();
      return isGone() || !position ? "" : model.getLineContent(position.lineNumber).slice(position.column - 1);
    },
    complete(text, replaced) {
      const position = view.getPosition();
      if (isGone() || !position) return;
      const { lineNumber, column } = position;
      const range = {
        startLineNumber: lineNumber,
        endLineNumber: lineNumber,
        startColumn: column - replaced,
        endColumn: column,
      };
      view.pushUndoStop();
      view.executeEdits("completion", [{ range, text, forceMoveMarkers: true }]);
      view.pushUndoStop();
    },
    caretPoint() {
      const position = view.getPosition();
      const seen = isGone() || !position ? null : view.getScrolledVisiblePosition(position);
      const { left, top } = root.getBoundingClientRect();
      return seen && { x: left + seen.left, y: top + seen.top + seen.height };
    },
    focus() {
      view.focus();
    },
    layout() {
      view.layout();
    },
    dispose() {
      if (isGone()) return;
      for (const part of parts) part.dispose();
      root.remove();
    },
  };
}
