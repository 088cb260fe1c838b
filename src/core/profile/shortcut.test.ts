import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isTaken, isTyped, shortcutOf, shownKeys, type KeyPress } from "./shortcut.ts";

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: "",
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
});

describe("given a key that is pressed", () => {
  test.each([
    ["a letter", press("k", { code: "KeyK" }), "K"],
    ["a letter with Ctrl", press("k", { code: "KeyK", ctrlKey: true }), "Mod+K"],
    ["a capital letter", press("K", { code: "KeyK", shiftKey: true }), "Shift+K"],
    ["a sign that needs Shift", press("?", { code: "Slash", shiftKey: true }), "?"],
    ["a sign", press("[", { code: "BracketLeft" }), "["],
    ["a plus", press("+", { code: "Equal", shiftKey: true }), "+"],
    ["a function key with Shift", press("F6", { code: "F6", shiftKey: true }), "Shift+F6"],
    ["the space bar", press(" ", { code: "Space" }), "Space"],
    ["a key of a Russian keyboard", press("л", { code: "KeyK", ctrlKey: true }), "Mod+K"],
    ["a letter that Alt makes a sign of", press("˚", { code: "KeyK", altKey: true }), "Alt+K"],
  ])("[SC1] %s has one spelling", (_, event, wanted) => {
    expect(shortcutOf(event, false)).toBe(wanted);
  });

  test("[SC2] on a Mac ⌘ is Mod, and Ctrl is itself", () => {
    expect(shortcutOf(press("k", { code: "KeyK", metaKey: true }), true)).toBe("Mod+K");
    expect(shortcutOf(press("k", { code: "KeyK", ctrlKey: true }), true)).toBe("Ctrl+K");
    expect(shownKeys("Mod+Shift+K", true)).toEqual(["⌘", "⇧", "K"]);
    expect(shownKeys("Mod+Shift+ArrowUp", false)).toEqual(["Ctrl", "Shift", "↑"]);
  });

  test.each(["Control", "Shift", "Alt", "Meta", "AltGraph", "Dead", "Process", "Unidentified", ""])(
    "[SC3] %j alone is no shortcut",
    (key) => {
      expect(shortcutOf(press(key), false)).toBeNull();
    },
  );

  test("[SC4] whatever is pressed, its parts give it back, the plus too", () => {
    const key = fc.constantFrom("k", "+", "?", "F6", "ArrowUp", "ß", "л", "1");
    fc.assert(
      fc.property(key, fc.boolean(), fc.boolean(), fc.boolean(), fc.boolean(), (named, ctrl, alt, shift, isMac) => {
        const event = press(named, { ctrlKey: ctrl, altKey: alt, shiftKey: shift });
        const shortcut = shortcutOf(event, isMac);
        expect(shortcut).not.toBeNull();
        expect(shownKeys(shortcut ?? "", isMac).every((part) => part !== "")).toBe(true);
      }),
    );
  });
});

describe("given a shortcut that somebody wants", () => {
  test.each([
    "Mod+T",
    "Mod+W",
    "Mod+C",
    "Mod+V",
    "F5",
    "Tab",
    "Enter",
    "Escape",
    "ArrowDown",
    "Mod+Shift+Tab",
    "Alt+1",
  ])("[SC5] %s belongs to the browser, to fields or to lists", (shortcut) => {
    expect(isTaken(shortcut)).toBe(true);
  });

  test.each(["Mod+K", "Mod+S", "Mod+,", "F6", "F8", "K", "?", "Shift+K", "Alt+K"])("[SC6] %s is free", (shortcut) => {
    expect(isTaken(shortcut)).toBe(false);
  });

  test("[SC7] what a text field would write acts outside of text fields only", () => {
    expect(["K", "Shift+K", "?", "+"].map(isTyped)).toEqual([true, true, true, true]);
    expect(["Mod+K", "F6", "Shift+F6", "Alt+K"].map(isTyped)).toEqual([false, false, false, false]);
  });
});
