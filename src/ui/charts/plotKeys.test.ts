import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readKey, spanOf, type Place } from "./plotKeys.ts";

const press = (key: string, shiftKey = false) => ({ key, shiftKey, ctrlKey: false, altKey: false, metaKey: false });

describe("keys in a chart", () => {
  test("[LG90] begin at its end, step, and stay within it", () => {
    expect(readKey(press("ArrowLeft"), null, 5)).toEqual({ at: 4, anchor: 4 });
    expect(readKey(press("ArrowLeft"), { at: 4, anchor: 4 }, 5)).toEqual({ at: 3, anchor: 3 });
    expect(readKey(press("PageDown"), { at: 3, anchor: 3 }, 5)).toEqual({ at: 0, anchor: 0 });
    const keys = fc.constantFrom(
      "ArrowLeft",
      "ArrowRight",
      "ArrowUp",
      "ArrowDown",
      "PageUp",
      "PageDown",
      "Home",
      "End",
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.array(fc.tuple(keys, fc.boolean())), (count, pressed) => {
        let place: Place | null = null;
        for (const [key, shift] of pressed) {
          const next = readKey(press(key, shift), place, count);
          if (next === null || next === "choose") throw new Error("a key that moves leads somewhere");
          for (const at of [next.at, next.anchor]) expect(at >= 0 && at < count).toBe(true);
          if (!shift) expect(next.anchor).toBe(next.at);
          place = next;
        }
      }),
    );
  });

  test("[LG91] with Shift span from where one was, are let go of by Escape and taken by Enter", () => {
    const spanned = readKey(press("ArrowLeft", true), { at: 4, anchor: 4 }, 5);
    expect(spanned).toEqual({ at: 3, anchor: 4 });
    expect(readKey(press("Escape"), { at: 3, anchor: 4 }, 5)).toEqual({ at: 3, anchor: 3 });
    // Then it is the dialog's.
    expect(readKey(press("Escape"), { at: 3, anchor: 3 }, 5)).toBeNull();
    expect(readKey(press("Enter"), { at: 3, anchor: 4 }, 5)).toBe("choose");
    expect(readKey(press("Enter"), null, 5)).toBeNull();
    expect(readKey({ ...press("ArrowLeft"), ctrlKey: true }, null, 5)).toBeNull();
    expect(spanOf([10.5, 11.5, 12.5], { at: 0, anchor: 1 })).toEqual([10, 12]);
    expect(spanOf([10.5], { at: 0, anchor: 0 })).toEqual([10.5, 10.5]);
  });
});
