import { scanJson, type JsonToken } from "./json.ts";

/**
 * The elements of a JSON array as they are spelled. A text that was cut gives its last element as
 * far as it goes; what is no array gives none.
 */
export function arrayElements(json: string): readonly string[] {
  const elements: string[] = [];
  let depth = 0;
  let from = -1;
  let to = -1;
  const visit = ({ kind, from: start, to: end }: JsonToken): void => {
    const isClosing = kind === "]" || kind === "}";
    if (isClosing) depth--;
    if ((depth === 0 && isClosing) || (depth === 1 && kind === ",")) {
      if (from >= 0) elements.push(json.slice(from, to));
      from = -1;
    } else if (depth > 0) {
      if (from < 0) from = start;
      to = end;
    }
    if (kind === "[" || kind === "{") depth++;
  };
  if (!/^\s*\[/.test(json)) return [];
  const fault = scanJson(json, visit);
  if (fault && depth > 0) {
    const rest = json.slice(from >= 0 ? from : Math.max(to, 0)).replace(/^\s*,?\s*/, "");
    if (rest !== "" && rest !== "[") elements.push(rest);
  }
  return elements;
}
