import { editor, type IDisposable, type IPosition, MarkerSeverity, Range } from "monaco-editor/editor/editor.api.js";
import { rangeOf } from "./handOver.ts";

/** Where a message is wrong, and the sentence about it; offsets in UTF-16 units. */
export interface Problem {
  readonly offset: number;
  readonly length: number;
  readonly message: string;
}

export interface ProblemMark extends IDisposable {
  show(problem: Problem | null): void;
}

const OWNER = "sockwright";

/** What monaco's own marks of an error are called, and moved by as the text changes. */
const SQUIGGLE = "squiggly-error";

/**
 * Underlines the one problem of a message, and says it under the pointer: monaco's hover would add
 * "View Problem" and "No quick fixes available". For the keyboard, the app says it below the editor.
 */
export function problemMark(view: editor.IStandaloneCodeEditor, model: editor.ITextModel): ProblemMark {
  const tip = document.createElement("div");
  tip.className = "sw-problem";
  tip.setAttribute("aria-hidden", "true");
  let at: IPosition | null = null;
  const { ABOVE, BELOW } = editor.ContentWidgetPositionPreference;
  const widget: editor.IContentWidget = {
    allowEditorOverflow: true,
    getId: () => "sockwright.problem",
    getDomNode: () => tip,
    getPosition: () => at && { position: at, preference: [ABOVE, BELOW] },
  };
  const place = (position: IPosition | null): void => {
    if (at === position) return;
    at = position;
    view.layoutContentWidget(widget);
  };

  view.addContentWidget(widget);
  const listeners = [
    view.onMouseMove(({ target }) => place(target.position && squiggleAt(model, target.position))),
    view.onMouseLeave(() => place(null)),
    view.onDidChangeModelContent(() => place(null)),
  ];
  return {
    show(problem) {
      place(null);
      tip.textContent = problem?.message ?? "";
      editor.setModelMarkers(model, OWNER, problem ? [markerOf(model, problem)] : []);
    },
    dispose() {
      for (const listener of listeners) listener.dispose();
      view.removeContentWidget(widget);
      editor.setModelMarkers(model, OWNER, []);
    },
  };
}

function squiggleAt(model: editor.ITextModel, position: IPosition): IPosition | null {
  const found = model
    .getDecorationsInRange(Range.fromPositions(position))
    .find(({ options }) => options.className === SQUIGGLE);
  return found ? found.range.getStartPosition() : null;
}

function markerOf(model: editor.ITextModel, { offset, length, message }: Problem): editor.IMarkerData {
  const { startLineNumber, startColumn, endLineNumber, endColumn } = rangeOf(model, offset, offset + length);
  return { severity: MarkerSeverity.Error, message, startLineNumber, startColumn, endLineNumber, endColumn };
}
