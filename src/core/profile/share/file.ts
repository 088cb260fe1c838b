import { readJson, type JsonProblem } from "../../units/json.ts";
import { fail, ok, type Result } from "../../units/result.ts";
import type { Bundle } from "../bundle.ts";
import type { Settings } from "../settings.ts";
import type { Problem } from "./codec.ts";
import { contentFault } from "./link.ts";
import { bundleCodec, readBundle, type Limits } from "./wire.ts";

/** Why a file cannot be read. Nothing of it is used then. */
export type FileFault =
  /** No JSON. @property line and column count from 1, columns in UTF-16 units */
  | { readonly kind: "syntax"; readonly line: number; readonly column: number; readonly problem: JsonProblem }
  | { readonly kind: "newer"; readonly version: number }
  /** JSON of something else. */
  | { readonly kind: "not-ours" }
  | { readonly kind: "too-large"; readonly path: string }
  | { readonly kind: "wrong-content"; readonly path: string; readonly problem: Problem };

/** In UTF-16 units, which are octets for all but a few texts. */
const LARGEST_FILE = 20_000_000;
const FILE_LIMITS: Limits = {
  profiles: 20_000,
  environments: 20_000,
  variables: 20_000,
  messages: 20_000,
  octets: 15_000_000,
};

const codec = bundleCodec(FILE_LIMITS);
const VERSION = 1;
const SCHEMA = `https://sockwright.github.io/schema/sockwright-${String(VERSION)}.schema.json`;

/** The file of a bundle: every field in a fixed order, so that two of them compare line by line. */
export function writeFile(bundle: Bundle, exportedAt: string, settings: Settings | null): string {
  const head = { $schema: SCHEMA, sockwright: VERSION, exportedAt };
  const content = { ...head, ...asObject(codec.write(bundle, "full")), ...(settings === null ? {} : { settings }) };
  return `${JSON.stringify(content, null, 2)}\n`;
}

export interface FileContent {
  readonly bundle: Bundle;
  /** As they stand there: readSettings makes sense of them. null: there are none. */
  readonly settings: unknown;
}

/** Reads such a file, also one that was written by hand: what is missing gets its default, what is wrong is refused. */
export function readFile(text: string): Result<FileContent, FileFault> {
  if (text.length > LARGEST_FILE) return fail({ kind: "too-large", path: "" });
  const parsed = parse(text.replace(/^\ufeff/, ""));
  if (!parsed.ok) return parsed;
  const content = asObject(parsed.value);
  const version = content["sockwright"];
  if (typeof version !== "number" || !Number.isInteger(version) || version < 1) return fail({ kind: "not-ours" });
  if (version > VERSION) return fail({ kind: "newer", version });
  const read = readBundle(content, codec);
  return read.ok ? ok({ bundle: read.value, settings: content["settings"] ?? null }) : fail(contentFault(read.fault));
}

const asObject = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};

function parse(text: string): Result<unknown, FileFault> {
  try {
    return ok(JSON.parse(text));
  } catch {
    const read = readJson(text);
    const { offset, problem } = read.ok ? { offset: 0, problem: "value-expected" as const } : read.fault;
    const before = text.slice(0, offset);
    const line = before.split("\n").length;
    return fail({ kind: "syntax", line, column: offset - before.lastIndexOf("\n"), problem });
  }
}
