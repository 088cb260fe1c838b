import { describe, expect, test } from "vitest";
import { COMMAND_IDS, commandOf, KEYMAP, keysOf, rivalsOf, scopeOf } from "./keymap.ts";
import { isTaken } from "./shortcut.ts";

describe("given the keys as they are at first", () => {
  test("[SC8] no two commands of one place have the same, none hides one of the whole page, none is taken", () => {
    for (const id of COMMAND_IDS) {
      expect([id, rivalsOf(id, KEYMAP[id].keys, {})]).toEqual([id, []]);
      expect([id, isTaken(KEYMAP[id].keys)]).toEqual([id, false]);
    }
  });

  test("[SC9] a key means its command in its place only", () => {
    expect(commandOf("J", "log", {})).toBe("row-next");
    expect(commandOf("J", "page", {})).toBeNull();
    expect(commandOf("1", "inspector", {})).toBe("view-pretty");
    expect(scopeOf("palette")).toBe("page");
  });
});

describe("given keys that somebody changed", () => {
  const changes = { hold: "Mod+H", pause: "H", filter: "", toString: "X", gone: "Y" };

  test("[SC10] the changed ones hold, an empty one is none, names of no command mean nothing", () => {
    expect(keysOf("hold", changes)).toBe("Mod+H");
    expect(commandOf("H", "page", changes)).toBe("pause");
    expect(keysOf("filter", changes)).toBe("");
    expect(commandOf("/", "page", changes)).toBeNull();
    expect(commandOf("X", "page", changes)).toBeNull();
    expect(commandOf("Y", "page", changes)).toBeNull();
  });

  test("[SC11] who has the same keys is told", () => {
    expect(rivalsOf("theme", "H", changes)).toEqual(["pause"]);
    expect(rivalsOf("row-next", "H", changes)).toEqual(["pause"]);
    expect(rivalsOf("row-next", "1", changes)).toEqual([]);
    expect(rivalsOf("theme", "", changes)).toEqual([]);
  });
});
