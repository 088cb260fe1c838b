import { beforeAll, describe, expect, test } from "vitest";
import { namedByPage, readBundle, sizeOf, withImports, type BuiltFile, type Bundle } from "./tools/bundle.ts";
import { distFolder } from "./tools/distFolder.ts";

/** Bytes, gzip; 1 kB = 1000 bytes. */
const budgets = { first: 120_000, engine: 40_000, monaco: 900_000 } as const;

/** Texts that only the code of a library has. */
const marks = {
  monaco: /monaco-aria-container|--monaco-monospace-font/,
  socketIo: /emitReserved|onlyBinaryUpgrades/,
} as const;

let bundle: Bundle;
let first: readonly BuiltFile[];
let engine: readonly BuiltFile[];
let monaco: readonly BuiltFile[];
let rest: readonly BuiltFile[];

/** Paths alone: a file that an assertion prints is megabytes long. */
const pathsWith = (mark: RegExp, files: Iterable<BuiltFile>): readonly string[] =>
  [...files].filter(({ text }) => mark.test(text)).map(({ path }) => path);

function table(): string {
  const row = (name: string, files: readonly BuiltFile[], budget?: number): string => {
    const kB = (bytes: number): string => `${(bytes / 1000).toFixed(1).padStart(7)} kB`;
    const head = `${name.padEnd(12)} ${kB(sizeOf(files))}${budget === undefined ? "" : ` of ${budget / 1000} kB`}\n`;
    return head + files.map(({ path, gzip }) => `             ${kB(gzip)}  ${path}\n`).join("");
  };
  return (
    row("first load", first, budgets.first) +
    row("engine", engine, budgets.engine) +
    row("Monaco", monaco, budgets.monaco) +
    row("other, later", rest)
  );
}

beforeAll(() => {
  bundle = readBundle(distFolder);
  const page = bundle.get("index.html") ?? expect.fail("no build: run `npm run build`");
  first = withImports(bundle, namedByPage(page));

  // The page starts the engine's entry by its URL; the rest of its folder is imported from there.
  const scripts = [...bundle.keys()].filter((path) => path.endsWith(".js"));
  const started = scripts.filter(
    (path) => path.startsWith("engine/") && first.some(({ text }) => text.includes(path.slice("engine/".length))),
  );
  engine = withImports(bundle, started);

  const isLater = (file: BuiltFile): boolean => !first.includes(file) && !engine.includes(file);
  monaco = withImports(bundle, pathsWith(marks.monaco, bundle.values())).filter(isLater);
  rest = [...bundle.values()].filter((file) => isLater(file) && !monaco.includes(file) && file !== page);
  console.log(table());
});

describe("the bytes of the build, gzip", () => {
  test("[BU1] the first load is at most 120 kB, scripts and styles, without editor and engine", () => {
    expect(first.some(({ path }) => path.endsWith(".js"))).toBe(true);
    expect(first.some(({ path }) => path.endsWith(".css"))).toBe(true);
    expect(pathsWith(marks.monaco, first)).toEqual([]);
    expect(first.map(({ path }) => path).filter((path) => path.startsWith("engine/"))).toEqual([]);
    expect(sizeOf(first)).toBeLessThanOrEqual(budgets.first);
  });

  test("[BU2] the engine is at most 40 kB, one script that the page starts", () => {
    expect(engine.length).toBeGreaterThan(0);
    expect(sizeOf(engine)).toBeLessThanOrEqual(budgets.engine);
  });

  test("[BU3] the Socket.IO client is a script of its own, fetched when somebody needs it", () => {
    const clients = pathsWith(marks.socketIo, bundle.values());
    expect(clients).not.toEqual([]);
    expect(clients.filter((path) => !path.startsWith("engine/"))).toEqual([]);
    expect(pathsWith(marks.socketIo, engine)).toEqual([]);
  });

  test("[BU4] Monaco is at most 900 kB, and comes later", () => {
    expect(sizeOf(monaco)).toBeGreaterThan(200_000);
    expect(sizeOf(monaco)).toBeLessThanOrEqual(budgets.monaco);
  });
});
