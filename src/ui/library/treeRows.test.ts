import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { emptyLibrary, type Library } from "../../core/profile/library.ts";
import { emptyDraft, newProfile, type Profile } from "../../core/profile/profile.ts";
import { epochMs } from "../../core/units/units.ts";
import { treeRows } from "./treeRows.ts";

const mark = (id: string, order: number) => ({ id, name: id, order, revision: "r", changedAt: epochMs(1) });
const saved = (id: string, order: number, folder: string | null, profile: Partial<Profile> = {}) => ({
  ...mark(id, order),
  folder,
  profile: { ...newProfile, ...profile },
});
const library: Library = {
  ...emptyLibrary,
  folders: [mark("Work", 2), mark("Home", 1), mark("Empty", 3)],
  profiles: [
    saved("Feed", 2, "Work", { url: "wss://prices.example" }),
    saved("Chat", 1, "Work", { notes: "the Team's room" }),
    saved("Lamp", 1, "Home", { saved: [{ id: "1", name: "Switch On", draft: emptyDraft }] }),
    saved("Loose", 2, null),
    saved("Orphan", 1, "gone"),
  ],
};
const show = (query: string, closed: readonly string[] = []): readonly string[] =>
  treeRows(library, new Set(closed), query).map((row) =>
    row.is === "folder" ? `${row.isOpen ? "-" : "+"} ${row.name} ${String(row.count)}` : row.name,
  );

describe("the tree", () => {
  test("[ST60] folders in their order, each with what is in it, then what is in none or in one that is gone", () => {
    expect(show("")).toEqual(["- Home 1", "Lamp", "- Work 2", "Chat", "Feed", "- Empty 0", "Orphan", "Loose"]);
  });

  test("[ST60] a closed folder shows how many are in it", () => {
    expect(show("", ["Work", "Home", "gone"])).toEqual(["+ Home 1", "+ Work 2", "- Empty 0", "Orphan", "Loose"]);
  });

  test.each([
    ["chat", ["- Work 2", "Chat"]],
    ["PRICES", ["- Work 2", "Feed"]],
    ["team room", ["- Work 2", "Chat"]],
    ["switch", ["- Home 1", "Lamp"]],
    ["work", ["- Work 2", "Chat", "Feed"]],
    ["empty", ["- Empty 0"]],
    ["o", ["- Home 1", "Lamp", "- Work 2", "Chat", "Feed", "Orphan", "Loose"]],
    ["  ", ["- Home 1", "Lamp", "- Work 2", "Chat", "Feed", "- Empty 0", "Orphan", "Loose"]],
    ["nowhere", []],
  ])("[ST61] a search for %j finds names, addresses, notes and messages, in closed folders too", (query, rows) => {
    expect(show(query)).toEqual(rows);
    if (query.trim() !== "") expect(show(query, ["Work", "Home", "Empty"])).toEqual(rows);
  });

  test("[ST60] every profile stands in it once, whatever the folders", () => {
    const ids = fc.uniqueArray(fc.constantFrom("a", "b", "c", "d"));
    const places = fc.array(fc.tuple(fc.option(fc.constantFrom("a", "b", "c", "d")), fc.integer({ min: 0, max: 2 })));
    fc.assert(
      fc.property(ids, places, (folders, profiles) => {
        const made = {
          ...emptyLibrary,
          folders: folders.map((id) => mark(id, 1)),
          profiles: profiles.map(([folder, order], at) => saved(String(at), order, folder)),
        };
        const rows = treeRows(made, new Set(), "");
        expect(rows.flatMap((row) => (row.is === "profile" ? [row.id] : [])).toSorted()).toEqual(
          profiles.map((_, at) => String(at)).toSorted(),
        );
        expect(rows.filter((row) => row.is === "folder")).toHaveLength(folders.length);
      }),
    );
  });
});
