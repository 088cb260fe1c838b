import { fail, ok, type Result } from "../../units/result.ts";
import { isSameValue } from "./diff.ts";

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** The first thing that was wrong. @property path as in `profiles[0].url`; empty: the whole */
export interface Wrong {
  readonly path: string;
  readonly problem: Problem;
}

export type Problem =
  | { readonly kind: "type"; readonly expected: "object" | "list" | "text" | "number" | "yes-or-no" }
  | { readonly kind: "choice"; readonly choices: readonly string[] }
  | { readonly kind: "range"; readonly min: number; readonly max: number }
  | { readonly kind: "too-long"; readonly limit: number }
  | { readonly kind: "too-many"; readonly limit: number }
  | { readonly kind: "scheme"; readonly scheme: string }
  | { readonly kind: "base64" }
  | { readonly kind: "forbidden-key" };

/** Every field, or only those that differ from their defaults and mean something elsewhere. */
export type Writing = "full" | "compact";

/**
 * One description for both ways: what is written is what is read. Reading is strict: a wrong type is a
 * fault with its path and never falls back, because a link that says something else than it seems to is worse than none.
 */
export interface Codec<Value> {
  readonly read: (found: unknown, path: string) => Result<Value, Wrong>;
  readonly write: (value: Value, how: Writing) => Json;
}

/** @property local it means nothing to others: left out where only differences are written */
export interface Field<Value> {
  readonly codec: Codec<Value>;
  readonly fallback: Value;
  readonly local: boolean;
}

export const field = <Value>(codec: Codec<Value>, fallback: Value): Field<Value> => ({ codec, fallback, local: false });
export const localField = <Value>(codec: Codec<Value>, fallback: Value): Field<Value> => ({
  codec,
  fallback,
  local: true,
});

export const wrong = (path: string, problem: Problem): { readonly ok: false; readonly fault: Wrong } =>
  fail({ path, problem });

const isObject = (found: unknown): found is Readonly<Record<string, unknown>> =>
  typeof found === "object" && found !== null && !Array.isArray(found);

const below = (path: string, key: string): string => (path === "" ? key : `${path}.${key}`);

/** An object of these fields. One that is missing gets its default, one that nobody knows is passed over. */
export function object<Shape extends object>(fields: {
  readonly [Key in keyof Shape]: Field<Shape[Key]>;
}): Codec<Shape> {
  const keys = Object.keys(fields) as (keyof Shape & string)[];
  return {
    read: (found, path) => {
      if (!isObject(found)) return wrong(path, { kind: "type", expected: "object" });
      const values: Partial<Shape> = {};
      for (const key of keys) {
        const { codec, fallback } = fields[key];
        const read = Object.hasOwn(found, key) ? codec.read(found[key], below(path, key)) : ok(fallback);
        if (!read.ok) return read;
        values[key] = read.value;
      }
      return ok(values as Shape);
    },
    write: (value, how) => {
      const entries: [string, Json][] = [];
      for (const key of keys) {
        const { codec, fallback, local } = fields[key];
        if (how === "compact" && (local || isSameValue(value[key], fallback))) continue;
        entries.push([key, codec.write(value[key], how)]);
      }
      return Object.fromEntries(entries);
    },
  };
}

export function list<Value>(codec: Codec<Value>, limit: number): Codec<readonly Value[]> {
  return {
    read: (found, path) => {
      if (!Array.isArray(found)) return wrong(path, { kind: "type", expected: "list" });
      if (found.length > limit) return wrong(path, { kind: "too-many", limit });
      const values: Value[] = [];
      for (const [at, one] of found.entries()) {
        const read = codec.read(one, `${path}[${String(at)}]`);
        if (!read.ok) return read;
        values.push(read.value);
      }
      return ok(values);
    },
    write: (values, how) => values.map((value) => codec.write(value, how)),
  };
}

export const nullable = <Value>(codec: Codec<Value>): Codec<Value | null> => ({
  read: (found, path) => (found === null ? ok(null) : codec.read(found, path)),
  write: (value, how) => (value === null ? null : codec.write(value, how)),
});

/** The same thing in another shape. */
export const shaped = <Inner, Outer>(
  codec: Codec<Inner>,
  out: (inner: Inner) => Outer,
  into: (outer: Outer) => Inner,
): Codec<Outer> => ({
  read: (found, path) => {
    const read = codec.read(found, path);
    return read.ok ? ok(out(read.value)) : read;
  },
  write: (value, how) => codec.write(into(value), how),
});

export const flag: Codec<boolean> = {
  read: (found, path) =>
    typeof found === "boolean" ? ok(found) : wrong(path, { kind: "type", expected: "yes-or-no" }),
  write: (value) => value,
};

export const choice = <Choice extends string>(choices: readonly Choice[]): Codec<Choice> => ({
  read: (found, path) => {
    if (typeof found !== "string") return wrong(path, { kind: "type", expected: "text" });
    const chosen = choices.find((one) => one === found);
    return chosen === undefined ? wrong(path, { kind: "choice", choices }) : ok(chosen);
  },
  write: (value) => value,
});

/** A number between two others; a stored one that lies outside is written as the nearest. */
export const amount = <Unit extends number>(
  min: number,
  max: number,
  unit: (count: number) => Unit,
  whole = false,
): Codec<Unit> => ({
  read: (found, path) => {
    if (typeof found !== "number") return wrong(path, { kind: "type", expected: "number" });
    const fits = found >= min && found <= max && (!whole || Number.isInteger(found));
    return fits ? ok(unit(found)) : wrong(path, { kind: "range", min, max });
  },
  write: (value) => {
    const near = Math.min(max, Math.max(min, Number.isNaN(value) ? min : value));
    return whole ? Math.trunc(near) : near;
  },
});

/** Names that mean something on every object: in what comes from outside they mean harm. */
const FORBIDDEN = new Set(["__proto__", "constructor", "prototype"]);

interface Visit {
  readonly value: unknown;
  readonly key: string;
  readonly parent: Visit | null;
}

/** The first forbidden key anywhere in parsed JSON, also where nobody would read it; without recursion. */
export function findForbiddenKey(root: unknown): Wrong | null {
  const open: Visit[] = [{ value: root, key: "", parent: null }];
  for (let visit = open.pop(); visit !== undefined; visit = open.pop()) {
    const { value } = visit;
    if (typeof value !== "object" || value === null) continue;
    const isList = Array.isArray(value);
    for (const [key, child] of Object.entries(value)) {
      const next: Visit = { value: child, key: isList ? `[${key}]` : key, parent: visit };
      if (!isList && FORBIDDEN.has(key)) return { path: pathOf(next), problem: { kind: "forbidden-key" } };
      if (typeof child === "object" && child !== null) open.push(next);
    }
  }
  return null;
}

/** Deeper than anybody reads a path. */
const DEEPEST = 20;

function pathOf(visit: Visit): string {
  const keys: string[] = [];
  for (let at: Visit | null = visit; at !== null && at.parent !== null; at = at.parent) keys.unshift(at.key);
  const shown = keys.length > DEEPEST ? ["…", ...keys.slice(-DEEPEST)] : keys;
  return shown.reduce((path, key) => (key.startsWith("[") ? path + key : below(path, key)), "");
}
