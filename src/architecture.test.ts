import { existsSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { isNode, parse, read, readAll, walk, type Node, type Source } from "../e2e/tools/sourceFile.ts";

const src = fileURLToPath(new URL(".", import.meta.url));

/** What a folder may import besides itself. "core (types)": `import type` alone. */
const table: Readonly<Record<string, readonly string[]>> = {
  core: [],
  link: ["core"],
  engine: ["link", "core", "storage/recordings"],
  storage: ["core"],
  // The worker writes recordings, the page lists them.
  "storage/recordings": ["core"],
  state: ["storage", "storage/recordings", "link", "core"],
  i18n: ["core (types)"],
  "ui/parts": [],
  ui: ["state", "i18n", "core", "ui/parts"],
  playground: ["core (types)"],
  "main.tsx": ["storage/recordings", "core", "link", "engine", "storage", "state", "i18n", "ui", "ui/parts"],
};

/** The same, inside core: units ← session ← log ← decode, formats, compare; units ← protocols ← profile ← log; … ← explain. */
const coreTable: Readonly<Record<string, readonly string[]>> = {
  units: [],
  session: ["units"],
  log: ["session", "profile", "protocols", "units"],
  decode: ["log", "session", "units"],
  compare: ["log", "units"],
  formats: ["log", "session", "profile", "protocols", "units"],
  protocols: ["units"],
  profile: ["protocols", "units"],
  csp: ["units"],
  // The names of causes are the explainer's; nothing of it runs in clue.
  clue: ["units", "explain (types)"],
  explain: ["session", "csp", "clue", "units"],
};

/** The folders whose index.ts is a registry, and the type of what must stand in it; null: every file. */
const registries: Readonly<Record<string, string | null>> = {
  "core/protocols": "Protocol",
  "core/decode": "Decoder",
  "core/formats": "Format",
  "core/formats/log": "LogFormat",
  "core/explain/rules": null,
  "core/clue/phrases": null,
  "engine/transports": "OpenTransport",
  "playground/servers": "PlaygroundServer",
  i18n: "Messages",
};

/** Libraries that more than one folder may name, and one that stands in a single file. */
const sharedLibraries: Readonly<Record<string, readonly string[]>> = {
  react: ["ui", "state", "main.tsx"],
  "react-dom": ["ui", "main.tsx"],
  zustand: ["state", "ui"],
};
const oneFileLibraries: readonly string[] = ["lucide-react", "idb", "cmdk"];

const isTest = ({ path }: Source): boolean => /\.test\.tsx?$/.test(path) || path.endsWith("/testing.ts");
/** Folders in folders that have a line of their own in the table. */
const INNER = ["ui/parts", "storage/recordings"] as const;
const folderOf = (path: string): string =>
  INNER.find((folder) => path.startsWith(`${folder}/`)) ?? path.split("/")[0] ?? path;
const isLocal = (specifier: string): boolean => specifier.startsWith(".");
const withoutQuery = (specifier: string): string => specifier.replace(/\?.*$/, "");
const targetOf = ({ path }: Source, specifier: string): string =>
  relative(src, resolve(src, dirname(path), withoutQuery(specifier)))
    .split(sep)
    .join("/");
const packageOf = (specifier: string): string => /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier;

function mayImport(source: Source, target: string, isTypeOnly: boolean): boolean {
  const [from, to] = [folderOf(source.path), folderOf(target)];
  // Tests may use the real servers, too; this one looks at everything.
  if (isTest(source) && (to === "playground" || source.path === "architecture.test.ts")) return true;
  if (from === to) {
    const [, inner = ""] = source.path.split("/");
    const [, other = ""] = target.split("/");
    const open = coreTable[inner] ?? [];
    const isOpen = open.includes(other) || (isTypeOnly && open.includes(`${other} (types)`));
    return from !== "core" || isTest(source) || inner === other || isOpen;
  }
  const allowed = table[from] ?? [];
  return allowed.includes(to) || (isTypeOnly && allowed.includes(`${to} (types)`));
}

const wrongImports = (source: Source): readonly string[] =>
  source.imports
    .filter(({ specifier }) => isLocal(specifier))
    .map(({ specifier, isTypeOnly }) => ({ target: targetOf(source, specifier), isTypeOnly }))
    .filter(({ target, isTypeOnly }) => !mayImport(source, target, isTypeOnly))
    .map(({ target, isTypeOnly }) => `${source.path} imports ${isTypeOnly ? "the types of " : ""}${target}`);

/** What no file has. */
const banned: Readonly<Record<string, (node: Node) => boolean>> = {
  "default export": (node) => node.type === "ExportDefaultDeclaration",
  any: (node) => node.type === "TSAnyKeyword",
  "non-null !": (node) => node.type === "TSNonNullExpression" || node["definite"] === true,
  getter: (node) => node["kind"] === "get",
  enum: (node) => node.type === "TSEnumDeclaration",
};

const wrongWords = ({ path, nodes }: Source): readonly string[] =>
  Object.entries(banned)
    .filter(([, has]) => nodes.some(has))
    .map(([what]) => `${path}: ${what}`);

/** A file of re-exports alone hides who needs what; a registry names its members instead. */
function barrels({ path, nodes }: Source): readonly string[] {
  const isRegistry = path.endsWith("/index.ts") && Object.hasOwn(registries, dirname(path));
  const starts = nodes.some(({ type }) => type === "ExportAllDeclaration");
  const passesOn = nodes.some(
    (node) => node.type === "ExportNamedDeclaration" && isNode(node["source"]) && node["exportKind"] !== "type",
  );
  const isStray = /(?:^|\/)index\.tsx?$/.test(path) && !isRegistry;
  return starts || passesOn || isStray ? [path] : [];
}

/** 40 to 150 lines as a rule; beyond 300, the first ten say why ("300 lines: …"). */
const tooLong = ({ path, text }: Source): readonly string[] => {
  const lines = text.trimEnd().split("\n");
  const says = lines.slice(0, 10).some((line) => /\b300 lines\b/.test(line));
  return lines.length > 300 && !says ? [`${path}: ${lines.length} lines`] : [];
};

const firstName = (value: unknown): string | null => {
  for (const node of walk(value)) if (typeof node["name"] === "string") return node["name"];
  return null;
};

/** Whether a file has a constant of a type: `: Type`, `satisfies Type`, or from a function named like it. */
function declares({ nodes }: Source, type: string): boolean {
  const variables = nodes.filter((node) => node.type === "VariableDeclarator");
  return variables.some(({ id, init }) => {
    const annotated = isNode(id) ? firstName(id["typeAnnotation"]) : null;
    const satisfied = isNode(init) && init.type === "TSSatisfiesExpression" ? firstName(init["typeAnnotation"]) : null;
    const maker = isNode(init) && init.type === "CallExpression" ? firstName(init["callee"]) : null;
    return annotated === type || satisfied === type || maker?.toLowerCase() === type.toLowerCase();
  });
}

function unregistered(sources: readonly Source[], folder: string, type: string | null): readonly string[] {
  const members = sources.filter((source) => dirname(source.path) === folder && !isTest(source));
  const index = members.find(({ path }) => path === `${folder}/index.ts`);
  if (index === undefined)
    return members.some((one) => type === null || declares(one, type)) ? [`${folder}/index.ts`] : [];
  const named = index.imports
    .filter(({ isTypeOnly }) => !isTypeOnly)
    .map(({ specifier }) => targetOf(index, specifier));
  return members
    .filter((source) => source !== index && (type === null || declares(source, type)) && !named.includes(source.path))
    .map(({ path }) => path);
}

const sources = readAll(src);
const product = sources.filter((source) => !isTest(source));

describe("imports go one way", () => {
  test.each(Object.keys(table))("[AR1] %s imports what the table allows", (folder) => {
    const own = sources.filter(({ path }) => folderOf(path) === folder);
    expect(own.flatMap(wrongImports)).toEqual([]);
  });

  test("[AR1] every folder stands in the table", () => {
    const folders = new Set(product.map(({ path }) => folderOf(path)));
    expect([...folders].filter((folder) => !Object.hasOwn(table, folder))).toEqual([]);
    const inner = product.filter(({ path }) => path.startsWith("core/") && path.split("/").length > 2);
    expect(inner.map(({ path }) => path.split("/")[1] ?? "").filter((name) => !Object.hasOwn(coreTable, name))).toEqual(
      [],
    );
  });

  test("[AR1] vite.config.ts takes nothing of ours but the playground", () => {
    const config = read(src, "../vite.config.ts");
    const targets = config.imports
      .filter(({ specifier }) => isLocal(specifier))
      .map(({ specifier }) => targetOf(config, specifier));
    expect(targets.filter((target) => folderOf(target) !== "playground")).toEqual([]);
  });

  test("[AR2] a local import names a file, with its extension", () => {
    const missing = sources.flatMap((source) =>
      source.imports
        .filter(({ specifier }) => isLocal(specifier) && specifier !== ".")
        .filter(
          ({ specifier }) =>
            !/\.\w+$/.test(withoutQuery(specifier)) || !existsSync(join(src, targetOf(source, specifier))),
        )
        .map(({ specifier }) => `${source.path}: ${specifier}`),
    );
    expect(missing).toEqual([]);
  });

  test("[AR3] a library is named in one folder, a few in one file", () => {
    const users = new Map<string, Set<string>>();
    for (const { path, imports } of product) {
      for (const { specifier } of imports) {
        if (isLocal(specifier) || specifier.startsWith("node:")) continue;
        const name = packageOf(specifier);
        const at = oneFileLibraries.includes(name) ? path : path.replace(/\/.*/, "");
        users.set(name, (users.get(name) ?? new Set()).add(at));
      }
    }
    const spread = [...users].filter(([name, at]) => {
      const allowed = sharedLibraries[name];
      return allowed === undefined ? at.size > 1 : [...at].some((folder) => !allowed.includes(folder));
    });
    expect(spread.map(([name, at]) => `${name}: ${[...at].join(", ")}`)).toEqual([]);
  });
});

describe("files", () => {
  test("[AR4] have no default export, any, non-null !, getter or enum", () => {
    expect(sources.flatMap(wrongWords)).toEqual([]);
  });

  test("[AR5] are no barrels; an index.ts is a registry", () => {
    expect(sources.flatMap(barrels)).toEqual([]);
  });

  test("[AR6] have at most 300 lines, or say why not", () => {
    expect(sources.flatMap(tooLong)).toEqual([]);
  });

  test.each(Object.entries(registries))("[AR7] of %s are registered", (folder, type) => {
    expect(unregistered(sources, folder, type)).toEqual([]);
  });
});

describe("the rules above see", () => {
  const rules = { wrongImports, wrongWords, barrels, tooLong };
  const seen = (path: string, text: string): readonly string[] => {
    const source = parse(path, text);
    return Object.entries(rules).flatMap(([name, rule]) => (rule(source).length > 0 ? [name] : []));
  };

  test.each([
    ["core/units/a.ts", 'import { b } from "../session/b.ts";', "wrongImports"],
    ["core/log/a.ts", 'export type A = import("../decode/b.ts").B;', "wrongImports"],
    ["ui/parts/A.tsx", 'const b = import("../../state/b.ts");', "wrongImports"],
    ["i18n/a.ts", 'import { type B } from "../core/units/b.ts";', "wrongImports"],
    ["state/a.ts", 'const url = new URL("../engine/worker.ts", import.meta.url);', "wrongImports"],
    ["ui/a.ts", "export default 1;", "wrongWords"],
    ["ui/a.ts", "const a = (b: any) => b;", "wrongWords"],
    ["ui/a.ts", "const a = b!.c;", "wrongWords"],
    ["core/log/index.ts", "export const a = 1;", "barrels"],
    ["core/log/all.ts", 'export { a } from "./a.ts";', "barrels"],
    ["ui/a.ts", "\n".repeat(300) + "a();", "tooLong"],
  ])("[AR8] in %s: %s", (path, text, rule) => {
    expect(seen(path, text)).toEqual([rule]);
  });

  test("[AR8] nothing where nothing is wrong", () => {
    expect(seen("i18n/a.ts", 'import type { B } from "../core/units/b.ts";')).toEqual([]);
    expect(seen("core/explain/a.test.ts", 'import { b } from "../log/b.ts";')).toEqual([]);
    expect(seen("ui/a.ts", "// 300 lines: one table\n" + "\n".repeat(300) + "a();")).toEqual([]);
  });

  test("[AR8] a protocol that is not registered", () => {
    const index = parse("core/protocols/index.ts", 'import { a } from "./a.ts";');
    const member = (name: string): Source =>
      parse(`core/protocols/${name}.ts`, "export const p = {} as const satisfies Protocol;");
    expect(unregistered([index, member("a"), member("b")], "core/protocols", "Protocol")).toEqual([
      "core/protocols/b.ts",
    ]);
  });
});
