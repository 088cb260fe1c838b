import { editor, type IDisposable, Range } from "monaco-editor/editor/editor.api.js";

/** `{{name}}` and `{{$uuid}}`, not `\{{name}}`. @see core/profile/template.ts, which fills them */
const PLACEHOLDER = /(?<!\\)\{\{\s*\$?[^\s{}]+\s*\}\}/gu;

/** More than anybody reads; many thousands on one line would slow down typing there. */
const MOST = 1000;

/** Keeps every placeholder of the message marked as one. */
export function markVariables(view: editor.IStandaloneCodeEditor): IDisposable {
  const marks = view.createDecorationsCollection();
  const mark = (): void => {
    const model = view.getModel();
    if (!model) return;
    const text = model.getValue();
    if (!text.includes("{{")) {
      marks.clear();
      return;
    }
    marks.set(
      [...text.matchAll(PLACEHOLDER)].slice(0, MOST).map((match) => ({
        range: Range.fromPositions(
          model.getPositionAt(match.index),
          model.getPositionAt(match.index + match[0].length),
        ),
        options: {
          description: "variable",
          inlineClassName: "sw-variable",
          stickiness: editor.TrackedRangeStickiness.NeverGrowsWhenTypingAtEdges,
        },
      })),
    );
  };
  mark();
  return view.onDidChangeModelContent(mark);
}
