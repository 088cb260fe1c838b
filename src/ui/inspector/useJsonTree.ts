import { useEffect, useMemo, useReducer } from "react";
import { JsonTreeReader } from "../../core/units/jsonTree.ts";

/** Tokens read at a stretch: some 10 ms, so that keys and clicks come in between. */
const SLICE = 10_000;
/** What is read before anything is drawn: nearly every payload is read by then. */
const AT_ONCE = 20_000;
/** Characters of a text that is none of those: it took its time already to come here and to be decoded. */
const LONG = 1_000_000;

export interface Reading {
  readonly tree: JsonTreeReader;
  readonly isDone: boolean;
}

/** The tree of a JSON text. A long one is read in slices between which the page lives on. */
export function useJsonTree(text: string | null): Reading | null {
  const reading = useMemo(() => (text === null ? null : start(text)), [text]);
  const [, draw] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    if (reading === null || reading.isDone) return;
    let timer = setTimeout(function readOn() {
      reading.isDone = reading.tree.read(SLICE);
      if (reading.isDone) draw();
      else timer = setTimeout(readOn, 0);
    }, 0);
    return () => {
      clearTimeout(timer);
    };
  }, [reading]);
  return reading;
}

function start(text: string): { tree: JsonTreeReader; isDone: boolean } | null {
  // What begins otherwise is a scalar or no JSON, and shown as the text it is.
  if (!/^\s*[[{]/.test(text)) return null;
  const tree = new JsonTreeReader(text);
  return { tree, isDone: tree.read(text.length > LONG ? 0 : AT_ONCE) };
}
