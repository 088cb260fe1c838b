import type { Clue } from "./clue.ts";
import { toPlainText } from "./plainText.ts";
import { scan } from "./scan.ts";
import { weigh } from "./weigh.ts";

/** Text beyond this is not read: 16 Mi characters, more than anybody pastes. */
export const MOST_TEXT = 16 * 1024 * 1024;

/**
 * What console output, logs and the answers of tools tell of a connection that failed: causes, each with the part of
 * the text that speaks for it. A line, or a whole log, with timestamps, levels and colours; in time in proportion to its
 * length. What tells of no failure gives nothing.
 * @returns the strongest first; empty where nothing is known
 */
export function readClue(text: string): Clue[] {
  const { text: plain, origin } = toPlainText(text.slice(0, MOST_TEXT));
  return weigh(scan(plain), plain).map((clue) => ({
    ...clue,
    span: { start: origin(clue.span.start), end: origin(clue.span.end - 1) + 1 },
  }));
}
