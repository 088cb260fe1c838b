import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { parseSync } from "vite";

/** Any node of the syntax tree. */
export interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

interface Import {
  readonly specifier: string;
  readonly isTypeOnly: boolean;
}

/** One file of ours, read. */
export interface Source {
  /** below a folder, with "/" */
  readonly path: string;
  readonly text: string;
  readonly nodes: readonly Node[];
  readonly imports: readonly Import[];
}

export const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";

/** A node and everything in it. */
export function* walk(value: unknown): Generator<Node> {
  if (isNode(value)) yield value;
  if (typeof value !== "object" || value === null) return;
  for (const child of Object.values(value)) yield* walk(child);
}

const literal = (value: unknown): string | null =>
  isNode(value) && typeof value["value"] === "string" ? value["value"] : null;

/** import … from, export … from, import(…), the type import("…"), new URL("…", import.meta.url). */
function importOf(node: Node): Import | null {
  const args = Array.isArray(node["arguments"]) ? (node["arguments"] as unknown[]) : [];
  const isUrl = node.type === "NewExpression" && isNode(node["callee"]) && node["callee"]["name"] === "URL";
  const isFileUrl = isUrl && isNode(args[1]) && args[1].type === "MemberExpression";
  const specifier = isFileUrl ? literal(args[0]) : literal(node["source"]);
  if (specifier === null || (isFileUrl && !/\.tsx?$/.test(specifier))) return null;
  const isTypeOnly = node.type === "TSImportType" || node["importKind"] === "type" || node["exportKind"] === "type";
  return { specifier, isTypeOnly };
}

/** @throws when the text is no TypeScript */
export function parse(path: string, text: string): Source {
  const { program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors.map((error) => error.message).join("; ")}`);
  const nodes = [...walk(program)];
  return { path, text, nodes, imports: nodes.flatMap((node) => importOf(node) ?? []) };
}

/** @param path below the folder */
export const read = (folder: string, path: string): Source => parse(path, readFileSync(join(folder, path), "utf8"));

/** Every TypeScript file below a folder; not the .d.ts, which speak of code that is not ours. */
export function readAll(folder: string): readonly Source[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /(?<!\.d)\.tsx?$/.test(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .map((path) => read(folder, path));
}
