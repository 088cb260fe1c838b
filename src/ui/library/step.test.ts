import "fake-indexeddb/auto";
import { beforeEach, describe, expect, test, vi } from "vitest";
import type { Library } from "../../core/profile/library.ts";
import { newProfile } from "../../core/profile/profile.ts";
import { epochMs } from "../../core/units/units.ts";
import { changeRecords } from "../../state/libraryStore.ts";
import { workbench } from "../../state/workbench.ts";
import { placeAfter, placeBefore } from "./step.ts";
import { treeRows } from "./treeRows.ts";

vi.mock("../../state/engine.ts", () => ({ engine: () => ({ tell: () => undefined }) }));

const mark = (id: string, order: number) => ({ id, name: id, order, revision: "r", changedAt: epochMs(1) });
const folders = [mark("F", 1), mark("G", 2)];
const profiles = [
  { ...mark("f1", 1), folder: "F", profile: newProfile },
  { ...mark("f2", 2), folder: "F", profile: newProfile },
  { ...mark("g1", 1), folder: "G", profile: newProfile },
  { ...mark("lost", 1), folder: "gone", profile: newProfile },
  { ...mark("r1", 2), folder: null, profile: newProfile },
];

beforeEach(() =>
  changeRecords([
    ...folders.map((one) => ({ store: "folders", id: one.id, next: () => one }) as const),
    ...profiles.map((one) => ({ store: "profiles", id: one.id, next: () => one }) as const),
  ]),
);

const library = (): Library => workbench().library;
const rows = () => treeRows(library(), new Set(), "");
const shown = (): string =>
  rows()
    .map(({ id }) => id)
    .join(" ");

async function move(id: string, step: typeof placeBefore): Promise<string> {
  const row = rows().find((one) => one.id === id);
  if (row) await step(library(), row);
  return shown();
}

const START = "F f1 f2 G g1 lost r1";

describe("one place up", () => {
  test.each([
    ["f2", "F f2 f1 G g1 lost r1"],
    ["f1", START],
    ["g1", "F f1 f2 g1 G lost r1"],
    ["r1", "F f1 f2 G g1 r1 lost"],
    ["lost", "F f1 f2 G g1 lost r1"],
    ["G", "G g1 F f1 f2 lost r1"],
    ["F", START],
  ])("[ST62] %s: %s", async (id, after) => {
    expect(shown()).toBe(START);
    expect(await move(id, placeBefore)).toBe(after);
  });
});

describe("one place down", () => {
  test.each([
    ["f1", "F f2 f1 G g1 lost r1"],
    ["f2", "F f1 G f2 g1 lost r1"],
    ["g1", "F f1 f2 G g1 lost r1"],
    ["lost", "F f1 f2 G g1 r1 lost"],
    ["r1", START],
    ["F", "G g1 F f1 f2 lost r1"],
    ["G", START],
  ])("[ST62] %s: %s", async (id, after) => {
    expect(await move(id, placeAfter)).toBe(after);
  });
});

test("[ST62] from top to bottom and back a profile passes every place, and the others keep theirs", async () => {
  const folderOf = (): string => library().profiles.find(({ id }) => id === "f1")?.folder ?? "-";
  const down: string[] = [];
  for (let step = 1; step <= 6; step++) down.push(`${await move("f1", placeAfter)} ${folderOf()}`);
  expect(down).toEqual([
    "F f2 f1 G g1 lost r1 F",
    "F f2 G f1 g1 lost r1 G",
    "F f2 G g1 f1 lost r1 G",
    "F f2 G g1 f1 lost r1 -",
    "F f2 G g1 lost f1 r1 -",
    "F f2 G g1 lost r1 f1 -",
  ]);
  const up: string[] = [];
  for (let step = 1; step <= 6; step++) up.push(await move("f1", placeBefore));
  expect(up.at(-1)).toBe(START);
});
