/**
 * Text in which what cannot be seen is shown: control characters, halves of surrogate pairs, and those that
 * reorder a line, with which a payload could be made to read as what it is not.
 * @see https://www.unicode.org/reports/tr36/#Bidirectional_Text_Spoofing
 */
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const HIDDEN =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

export const visible = (text: string): string =>
  text.replace(HIDDEN, (character) => NAMES[character] ?? codePoint(character));

/** The same where a text of several lines has one: how far they are set in says nothing there. */
export const visibleInRow = (text: string): string => visible(text.replace(/\n[ \t]+/g, "\n"));

/** The same for a text of several lines: those stay lines, and tabs stay tabs. */
export const visibleLines = (text: string): string => text.replace(/[^\n\t]+/g, visible);

const NAMES: Readonly<Record<string, string>> = { "\n": "↵", "\r": "␍", "\t": "⇥", "\0": "␀" };

const codePoint = (character: string): string =>
  `‹${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}›`;
