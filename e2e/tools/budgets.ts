import { namedByPage, readBundle, sizeOf, withImports, type BuiltFile, type Bundle } from "./bundle.ts";

/** Bytes, gzip; 1 kB = 1000 bytes. */
export const BUDGETS = { first: 120_000, engine: 40_000, monaco: 900_000 } as const;

export type BudgetName = keyof typeof BUDGETS;

/** Texts that only the code of a library has. */
export const MARKS = {
  monaco: /monaco-aria-container|--monaco-monospace-font/,
  socketIo: /emitReserved|onlyBinaryUpgrades/,
} as const;

/** The files of a build by the moment when they are fetched. */
export interface BuildParts extends Readonly<Record<BudgetName | "rest", readonly BuiltFile[]>> {
  readonly bundle: Bundle;
}

/** Paths alone: a file that an assertion prints is megabytes long. */
export const pathsWith = (mark: RegExp, files: Iterable<BuiltFile>): readonly string[] =>
  [...files].filter(({ text }) => mark.test(text)).map(({ path }) => path);

/** @throws when the folder holds no build */
export function readParts(folder: string): BuildParts {
  const bundle = readBundle(folder);
  const page = bundle.get("index.html");
  if (page === undefined) throw new Error("no build: run `npm run build`");
  const first = withImports(bundle, namedByPage(page));

  // The page starts the engine's entry by its URL; the rest of its folder is imported from there.
  const scripts = [...bundle.keys()].filter((path) => path.endsWith(".js"));
  const started = scripts.filter(
    (path) => path.startsWith("engine/") && first.some(({ text }) => text.includes(path.slice("engine/".length))),
  );
  const engine = withImports(bundle, started);

  const isLater = (file: BuiltFile): boolean => !first.includes(file) && !engine.includes(file);
  const monaco = withImports(bundle, pathsWith(MARKS.monaco, bundle.values())).filter(isLater);
  const rest = [...bundle.values()].filter((file) => isLater(file) && !monaco.includes(file) && file !== page);
  return { bundle, first, engine, monaco, rest };
}

const kB = (bytes: number): string => `${(bytes / 1000).toFixed(1).padStart(7)} kB`;

const NAMES: Readonly<Record<BudgetName, string>> = { first: "first load", engine: "engine", monaco: "Monaco" };
const names = Object.keys(BUDGETS) as readonly BudgetName[];

/** What the budgets are, and what is used of them. */
export function budgetTable(parts: BuildParts): string {
  const line = (name: BudgetName): string => {
    const used = sizeOf(parts[name]);
    const share = ((used / BUDGETS[name]) * 100).toFixed(1).padStart(5);
    return `${NAMES[name].padEnd(16)}${kB(BUDGETS[name])}  ${kB(used)}  ${share} %${used > BUDGETS[name] ? "  over" : ""}`;
  };
  return [`${"gzip".padEnd(16)}    budget        used`, ...names.map(line)].join("\n");
}

/** Every file, below the part that it belongs to. */
export function fileTable(parts: BuildParts): string {
  const row = (name: string, files: readonly BuiltFile[], budget?: number): string => {
    const head = `${name.padEnd(12)} ${kB(sizeOf(files))}${budget === undefined ? "" : ` of ${budget / 1000} kB`}\n`;
    return head + files.map(({ path, gzip }) => `             ${kB(gzip)}  ${path}\n`).join("");
  };
  return names.map((name) => row(NAMES[name], parts[name], BUDGETS[name])).join("") + row("other, later", parts.rest);
}
