import { editor, Range, Selection } from "monaco-editor/editor/editor.api.js";
import { lineFeeds, textChange } from "./textChange.ts";

/** What a text field held, and where the caret stood; offsets in UTF-16 units. */
export interface Snapshot {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const EMPTY: Snapshot = { text: "", start: 0, end: 0 };

/**
 * A model that holds the last snapshot, and whose undo walks back through the others one by one,
 * text and caret.
 */
export function modelOf(history: readonly Snapshot[], language: string): editor.ITextModel {
  const model = editor.createModel("", language);
  // Without this, Windows gets CRLF as soon as Enter is pressed.
  model.setEOL(editor.EndOfLineSequence.LF);
  replay(model, history);
  return model;
}

/** Forgets text and undo stack of a model in favour of these. */
export function replay(model: editor.ITextModel, history: readonly Snapshot[]): void {
  const [first = EMPTY, ...later] = history;
  model.setValue("");
  // An edit, not a value: setting a value drops a byte order mark at its begin.
  model.applyEdits([{ range: model.getFullModelRange(), text: first.text }]);
  let before = first;
  for (const snapshot of later) {
    if (snapshot.text !== before.text) {
      model.pushStackElement();
      model.pushEditOperations([selectionOf(model, before)], [editOf(model, snapshot.text)], () => [
        selectionOf(model, snapshot),
      ]);
    }
    before = snapshot;
  }
  model.pushStackElement();
}

/** The edit that gives a model this text. */
export function editOf(model: editor.ITextModel, text: string): editor.IIdentifiedSingleEditOperation {
  const { from, to, insert } = textChange(model.getValue(), lineFeeds(text));
  return { range: rangeOf(model, from, to), text: insert, forceMoveMarkers: true };
}

export function rangeOf(model: editor.ITextModel, start: number, end: number): Range {
  return Range.fromPositions(model.getPositionAt(start), model.getPositionAt(end));
}

export function selectionOf(model: editor.ITextModel, { start, end }: Pick<Snapshot, "start" | "end">): Selection {
  return Selection.fromPositions(model.getPositionAt(start), model.getPositionAt(end));
}
