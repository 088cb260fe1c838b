import { beforeAll, describe, expect, test } from "vitest";
import { BUDGETS, fileTable, MARKS, pathsWith, readParts, type BuildParts } from "./tools/budgets.ts";
import { sizeOf } from "./tools/bundle.ts";
import { distFolder } from "./tools/distFolder.ts";

let parts: BuildParts;

beforeAll(() => {
  parts = readParts(distFolder);
  console.log(fileTable(parts));
});

describe("the bytes of the build, gzip", () => {
  test("[BU1] the first load is at most 120 kB, scripts and styles, without editor and engine", () => {
    const { first } = parts;
    expect(first.some(({ path }) => path.endsWith(".js"))).toBe(true);
    expect(first.some(({ path }) => path.endsWith(".css"))).toBe(true);
    expect(pathsWith(MARKS.monaco, first)).toEqual([]);
    expect(first.map(({ path }) => path).filter((path) => path.startsWith("engine/"))).toEqual([]);
    expect(sizeOf(first)).toBeLessThanOrEqual(BUDGETS.first);
  });

  test("[BU2] the engine is at most 40 kB, one script that the page starts", () => {
    expect(parts.engine.length).toBeGreaterThan(0);
    expect(sizeOf(parts.engine)).toBeLessThanOrEqual(BUDGETS.engine);
  });

  test("[BU3] the Socket.IO client is a script of its own, fetched when somebody needs it", () => {
    const clients = pathsWith(MARKS.socketIo, parts.bundle.values());
    expect(clients).not.toEqual([]);
    expect(clients.filter((path) => !path.startsWith("engine/"))).toEqual([]);
    expect(pathsWith(MARKS.socketIo, parts.engine)).toEqual([]);
  });

  test("[BU4] Monaco is at most 900 kB, and comes later", () => {
    expect(sizeOf(parts.monaco)).toBeGreaterThan(200_000);
    expect(sizeOf(parts.monaco)).toBeLessThanOrEqual(BUDGETS.monaco);
  });
});
