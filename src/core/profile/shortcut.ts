/**
 * A key with its modifiers, in one spelling: `Mod+Shift+K`, `F6`, `[`, `U`. `Mod` is Ctrl, and ⌘ on a Mac. Letters are
 * capital; a sign that needs Shift on some keyboards is that sign, without Shift.
 */
export type Shortcut = string;

/** What a keyboard event says. @see https://w3c.github.io/uievents/#interface-keyboardevent */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

const MODIFIERS: readonly string[] = ["Control", "Shift", "Alt", "Meta", "AltGraph", "CapsLock", "Fn"];

/**
 * @param isMac where ⌘ takes the place of Ctrl
 * @returns null while only modifiers are held, or where the key has no name
 */
export function shortcutOf(press: KeyPress, isMac: boolean): Shortcut | null {
  const { key, altKey, shiftKey } = press;
  if (MODIFIERS.includes(key) || key === "" || key === "Unidentified" || key === "Dead" || key === "Process")
    return null;
  const [mod, other] = isMac ? [press.metaKey, press.ctrlKey] : [press.ctrlKey, press.metaKey];
  const name = nameOf(press);
  const isSign = [...name].length === 1 && !/[\p{L}\p{N} ]/u.test(name);
  return [
    mod ? "Mod+" : "",
    other ? (isMac ? "Ctrl+" : "Meta+") : "",
    altKey ? "Alt+" : "",
    shiftKey && !isSign ? "Shift+" : "",
    name,
  ].join("");
}

/** The key by its letter; where the keyboard writes another script, or Alt makes a sign of it, by its place. */
function nameOf({ key, code, altKey }: KeyPress): string {
  const [, letter] = /^(?:Key|Digit)([A-Z0-9])$/.exec(code) ?? [];
  const isAscii = /^[\x20-\x7e]$/.test(key);
  if (letter !== undefined && ((!isAscii && [...key].length === 1) || altKey)) return letter;
  if (key === " ") return "Space";
  return [...key].length === 1 ? key.toUpperCase() : key;
}

const MAC_NAMES: Readonly<Record<string, string>> = { Mod: "⌘", Shift: "⇧", Alt: "⌥", Ctrl: "⌃", Meta: "Meta" };
const NAMES: Readonly<Record<string, string>> = { Mod: "Ctrl", Meta: "Meta" };
const KEY_NAMES: Readonly<Record<string, string>> = {
  ArrowUp: "↑",
  ArrowDown: "↓",
  ArrowLeft: "←",
  ArrowRight: "→",
  Escape: "Esc",
  Delete: "Del",
  PageUp: "PgUp",
  PageDown: "PgDn",
};

/** The parts of a shortcut: modifiers, then the key, which may itself be a plus. */
const partsOf = (shortcut: Shortcut): readonly string[] => shortcut.split(/(?<=.)\+(?=.)/);

/** As it stands on the keys: `Ctrl K`, `⌘ K`. */
export const shownKeys = (shortcut: Shortcut, isMac: boolean): readonly string[] =>
  partsOf(shortcut).map((part) => (isMac ? MAC_NAMES[part] : NAMES[part]) ?? KEY_NAMES[part] ?? part);

/** Keys that a browser takes before a page, or that every text field and list needs. */
const TAKEN: readonly RegExp[] = [
  /^Mod\+(?:Shift\+)?[LTWNRQ]$/,
  /^Mod\+[ACVXZYFPJHDOU]$/,
  /^Mod\+Shift\+[ZICJP]$/,
  /^Mod\+(?:[0-9]|Tab|Shift\+Tab|PageUp|PageDown)$/,
  /^(?:Mod\+|Alt\+|Shift\+)*(?:ArrowUp|ArrowDown|ArrowLeft|ArrowRight|Home|End|PageUp|PageDown|Tab|Enter|Escape|Space|Backspace|Delete)$/,
  /^(?:F1|F3|F5|F7|F11|F12)$/,
  /^Alt\+(?:[0-9DEF]|F4)$/,
];

/** Whether a command cannot have it: the browser, text fields or lists need it. */
export const isTaken = (shortcut: Shortcut): boolean => TAKEN.some((pattern) => pattern.test(shortcut));

/** Whether it writes something in a text field, so that it acts outside of them only. */
export const isTyped = (shortcut: Shortcut): boolean => !/^(?:Mod|Ctrl|Meta|Alt)\+|^(?:Shift\+)?F\d+$/.test(shortcut);
