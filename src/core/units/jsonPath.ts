import { fail, ok, type Result } from "./result.ts";

/**
 * A place, or places, in a JSON value: `$.user.name`, `$['two words']`, `$[0]`, `$[-1]`, `$.*`, `$..id`.
 * @see RFC 9535, of which this is the part without filters and slices
 */
export type JsonPath = readonly PathStep[];

export type PathStep =
  | { readonly step: "key"; readonly key: string }
  /** Negative ones count from the end. */
  | { readonly step: "index"; readonly at: number }
  | { readonly step: "all" }
  /** Itself and everything below it. */
  | { readonly step: "below" };

export interface PathFault {
  /** In UTF-16 units of the text. */
  readonly offset: number;
}

const NAME = /[\p{L}\p{N}_$-]+/uy;
const QUOTED = /\[\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)')\s*\]/uy;
const INDEX = /\[\s*(-?\d{1,9})\s*\]/y;
const ALL = /\[\s*\*\s*\]/y;

/** Reads as much as is a path. Without a `$` in front it begins at the top all the same. */
export function readJsonPath(text: string): Result<{ readonly path: JsonPath; readonly end: number }, PathFault> {
  const path: PathStep[] = [];
  const take = (pattern: RegExp, from: number): RegExpExecArray | null => {
    pattern.lastIndex = from;
    return pattern.exec(text);
  };
  const isRooted = /^\$(?![\p{L}\p{N}_-])/u.test(text);
  let at = isRooted ? 1 : 0;
  // `type` alone is `$.type`.
  let expectsName = !isRooted && !text.startsWith("[");
  for (;;) {
    if (!expectsName && text[at] === ".") {
      const isDeep = text[at + 1] === ".";
      if (isDeep) path.push({ step: "below" });
      at += isDeep ? 2 : 1;
      expectsName = !(isDeep && text[at] === "[");
    }
    if (expectsName) {
      expectsName = false;
      const name = take(NAME, at);
      if (text[at] === "*") path.push({ step: "all" });
      else if (name) path.push({ step: "key", key: name[0] });
      else return fail({ offset: at });
      at += name?.[0].length ?? 1;
    } else {
      const quoted = take(QUOTED, at);
      const index = take(INDEX, at);
      const all = take(ALL, at);
      if (quoted) path.push({ step: "key", key: unquote(quoted[1] ?? quoted[2] ?? "") });
      else if (index) path.push({ step: "index", at: Number(index[1]) });
      else if (all) path.push({ step: "all" });
      else if (text[at] === "[") return fail({ offset: at });
      else if (text[at] === ".") continue;
      else break;
      at += (quoted ?? index ?? all)?.[0].length ?? 0;
    }
  }
  return ok({ path, end: at });
}

/** Escapes are those of JSON; of others the character itself is meant, as in `\'`. */
function unquote(inner: string): string {
  try {
    return String(JSON.parse(`"${inner}"`));
  } catch {
    return inner.replace(/\\(.)/gsu, "$1");
  }
}

/** A whole text as a path. */
export function parseJsonPath(text: string): Result<JsonPath, PathFault> {
  const read = readJsonPath(text.trim());
  if (!read.ok) return read;
  return read.value.end === text.trim().length ? ok(read.value.path) : fail({ offset: read.value.end });
}

/** What a path is made of: values as the language has them, or nodes of a tree that keeps their spelling. */
export interface Reading<Value> {
  /** Its members, in order; a member of an array has no key. */
  readonly members: (value: Value) => readonly { readonly key: string | null; readonly value: Value }[];
}

/** Everything that a path leads to, each once. No recursion: nesting may be deep. */
export function followPath<Value>(top: Value, path: JsonPath, { members }: Reading<Value>): readonly Value[] {
  let found: readonly Value[] = [top];
  for (const step of path) {
    const next: Value[] = [];
    for (const value of found) {
      if (step.step === "below") below(value, members, next);
      else for (const member of taken(members(value), step)) next.push(member.value);
    }
    found = next;
  }
  return found;
}

function taken<Value>(
  members: readonly { readonly key: string | null; readonly value: Value }[],
  step: Exclude<PathStep, { step: "below" }>,
): typeof members {
  switch (step.step) {
    case "key":
      return members.filter(({ key }) => key === step.key);
    case "index": {
      const member = members.at(step.at);
      return member?.key === null ? [member] : [];
    }
    case "all":
      return members;
  }
}

function below<Value>(top: Value, members: Reading<Value>["members"], into: Value[]): void {
  const stack = [top];
  for (let value = stack.pop(); value !== undefined; value = stack.pop()) {
    into.push(value);
    for (const member of members(value).toReversed()) stack.push(member.value);
  }
}

/** Values as `JSON.parse` makes them. */
export const plainValues: Reading<unknown> = {
  members: (value) => {
    if (Array.isArray(value)) return value.map((one: unknown) => ({ key: null, value: one }));
    if (typeof value !== "object" || value === null) return [];
    return Object.entries(value).map(([key, one]: [string, unknown]) => ({ key, value: one }));
  },
};
