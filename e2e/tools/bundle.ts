import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { gzipSync } from "node:zlib";
import { parseSync } from "vite";

/** One file of a build, its path below the folder with "/". */
export interface BuiltFile {
  readonly path: string;
  readonly text: string;
  /** bytes on the wire, gzip at its best */
  readonly gzip: number;
}

export type Bundle = ReadonlyMap<string, BuiltFile>;

/** Every script and style sheet of a build, and its page. */
export function readBundle(folder: string): Bundle {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((path) => path.replaceAll("\\", "/"));
  const files = paths
    .filter((path) => /\.(?:js|css|html)$/.test(path))
    .map((path) => {
      const bytes = readFileSync(join(folder, path));
      return { path, text: bytes.toString("utf8"), gzip: gzipSync(bytes, { level: 9 }).length };
    });
  return new Map(files.map((file) => [file.path, file]));
}

/** What a script cannot start without. */
function staticImports({ path, text }: BuiltFile): readonly string[] {
  const { staticImports: imports, staticExports } = parseSync(path, text).module;
  const requests = [
    ...imports.map((one) => one.moduleRequest.value),
    ...staticExports.flatMap(({ entries }) => entries.flatMap(({ moduleRequest }) => moduleRequest?.value ?? [])),
  ];
  return requests.filter((request) => request.startsWith(".")).map((at) => posix.join(posix.dirname(path), at));
}

/** Files, and everything that they import statically. */
export function withImports(bundle: Bundle, entries: readonly string[]): readonly BuiltFile[] {
  const found = new Set<BuiltFile>();
  const visit = (path: string): void => {
    const file = bundle.get(path);
    if (file === undefined) throw new Error(`the build has no ${path}`);
    if (found.has(file)) return;
    found.add(file);
    if (path.endsWith(".js")) for (const next of staticImports(file)) visit(next);
  };
  for (const entry of entries) visit(entry);
  return [...found];
}

/** The scripts and style sheets that a page names. */
export function namedByPage({ text }: BuiltFile): readonly string[] {
  const names = [...text.matchAll(/(?:src|href)="([^"]+\.(?:js|css))"/g)].flatMap(([, name]) => name ?? []);
  return names.map((name) => posix.normalize(name));
}

export const sizeOf = (files: readonly BuiltFile[]): number => files.reduce((all, { gzip }) => all + gzip, 0);
