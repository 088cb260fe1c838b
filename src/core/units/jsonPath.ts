import { fail, ok, type Result } from "./result.ts";

/**
 * A small part of JSONPath: `$`, `.name`, `['name']`, `[0]`, `[*]`, `.*` and `..` before any of them.
 * @see RFC 9535 §2.5
 */
export type JsonPath = readonly PathStep[];

export interface PathStep {
  /** `..`: at any depth below. */
  readonly descends: boolean;
  readonly test: PathTest;
}

export type PathTest =
  | { readonly type: "key"; readonly name: string }
  | { readonly type: "index"; readonly index: number }
  | { readonly type: "any" };

export interface PathFault {
  readonly kind: "start" | "step" | "bracket" | "too-long";
  /** In UTF-16 units of the text. */
  readonly offset: number;
}

/** Longer paths are no paths of a person. */
const LONGEST = 1000;
const MOST_STEPS = 60;

const NAME = /[\p{L}\p{N}_$-]+/uy;
const BRACKET = /\[\s*(?:(-?\d{1,9})|(\*)|'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")\s*\]/suy;

/** A whole text as a path. Places counted from the end are for reading only, and refused here. */
export function parseJsonPath(text: string): Result<JsonPath, PathFault> {
  const path = text.trim();
  if (path.length > LONGEST) return fail({ kind: "too-long", offset: LONGEST });
  if (!path.startsWith("$")) return fail({ kind: "start", offset: 0 });
  const read = readSteps(path, 1, false);
  if (!read.ok) return read;
  return read.value.end === path.length ? ok(read.value.steps) : fail({ kind: "step", offset: read.value.end });
}

interface PathRead {
  readonly steps: JsonPath;
  /** Where it ends in the text. */
  readonly end: number;
}

/**
 * As much of a text as is a path, for something else may follow. Without a `$` in front it begins at the
 * top all the same, and `[-1]` is the last of a list.
 */
export function readJsonPath(text: string): Result<PathRead, PathFault> {
  const isRooted = /^\$(?![\p{L}\p{N}_-])/u.test(text);
  const lead = isRooted || text.startsWith("[") ? "" : ".";
  const read = readSteps(lead + text, isRooted ? 1 : 0, true);
  return read.ok ? ok({ ...read.value, end: read.value.end - lead.length }) : read;
}

function readSteps(path: string, from: number, allowsLast: boolean): Result<PathRead, PathFault> {
  const steps: PathStep[] = [];
  let at = from;
  while (path[at] === "." || path[at] === "[") {
    const dots = path.startsWith("..", at) ? 2 : path[at] === "." ? 1 : 0;
    at += dots;
    const isBracket = path[at] === "[" && dots !== 1;
    const step = isBracket ? bracketAt(path, at, allowsLast) : dots === 0 ? null : nameAt(path, at);
    if (step === null) return fail({ kind: isBracket ? "bracket" : "step", offset: at });
    if (steps.length === MOST_STEPS) return fail({ kind: "too-long", offset: at });
    steps.push({ descends: dots === 2, test: step.test });
    at = step.end;
  }
  return ok({ steps, end: at });
}

interface Read {
  readonly test: PathTest;
  readonly end: number;
}

function nameAt(path: string, at: number): Read | null {
  if (path[at] === "*") return { test: { type: "any" }, end: at + 1 };
  NAME.lastIndex = at;
  const name = NAME.exec(path)?.[0];
  return name === undefined ? null : { test: { type: "key", name }, end: at + name.length };
}

function bracketAt(path: string, at: number, allowsLast: boolean): Read | null {
  BRACKET.lastIndex = at;
  const match = BRACKET.exec(path);
  if (!match) return null;
  const [whole, index, any, single, double] = match;
  const end = at + whole.length;
  if (index !== undefined)
    return index.startsWith("-") && !allowsLast ? null : { test: { type: "index", index: Number(index) }, end };
  if (any !== undefined) return { test: { type: "any" }, end };
  return { test: { type: "key", name: unquoted(single ?? double ?? "") }, end };
}

/** Escapes are those of JSON; of others the character itself is meant, as in `\'`. */
function unquoted(inner: string): string {
  try {
    return String(JSON.parse(`"${inner}"`));
  } catch {
    return inner.replace(/\\(.)/gsu, "$1");
  }
}

const holds = (test: PathTest, key: string | number): boolean =>
  test.type === "any" || (test.type === "key" ? test.name === key : test.index === key);

/** Where several paths stand at one value: each number is a path and the step that comes next. */
export type PathStates = readonly number[];

const state = (path: number, step: number): number => path * (MOST_STEPS + 1) + step;

export const atRoot = (paths: readonly JsonPath[]): PathStates => paths.map((_, index) => state(index, 0));

/** Whether one of the paths ends at a value with these states. */
export const isMatched = (paths: readonly JsonPath[], states: PathStates): boolean =>
  states.some((one) => one % (MOST_STEPS + 1) === (paths[Math.floor(one / (MOST_STEPS + 1))]?.length ?? -1));

/** The states of a child under this key, or at this place in its list. */
export function below(paths: readonly JsonPath[], states: PathStates, key: string | number): PathStates {
  if (states.length === 0) return states;
  const next: number[] = [];
  const add = (one: number): void => {
    if (!next.includes(one)) next.push(one);
  };
  for (const one of states) {
    const path = Math.floor(one / (MOST_STEPS + 1));
    const at = one % (MOST_STEPS + 1);
    const step = paths[path]?.[at];
    if (step === undefined) continue;
    if (step.descends) add(one);
    if (holds(step.test, key)) add(state(path, at + 1));
  }
  return next;
}

/** How values are walked: as the language has them, or as nodes of a tree that keeps their spelling. */
export interface Walk<Value> {
  /** Its members, in order; those of a list have no key. */
  readonly members: (value: Value) => readonly Member<Value>[];
}

interface Member<Value> {
  readonly key: string | null;
  readonly value: Value;
}

/** Everything that a path leads to. No recursion: nesting may be deep. */
export function followPath<Value>(top: Value, path: JsonPath, { members }: Walk<Value>): readonly Value[] {
  let found: readonly Value[] = [top];
  for (const { descends, test } of path) {
    const from = descends ? found.flatMap((value) => withDescendants(value, members)) : found;
    found = from.flatMap((value) => taken(members(value), test));
  }
  return found;
}

function taken<Value>(members: readonly Member<Value>[], test: PathTest): readonly Value[] {
  if (test.type !== "index")
    return members.filter(({ key }) => test.type === "any" || key === test.name).map(({ value }) => value);
  const member = members.at(test.index);
  return member?.key === null ? [member.value] : [];
}

function withDescendants<Value>(top: Value, members: Walk<Value>["members"]): readonly Value[] {
  const all: Value[] = [];
  const stack = [top];
  for (let value = stack.pop(); value !== undefined; value = stack.pop()) {
    all.push(value);
    for (const member of members(value).toReversed()) stack.push(member.value);
  }
  return all;
}

/** Values as `JSON.parse` makes them. */
export const plainValues: Walk<unknown> = {
  members: (value) => {
    if (Array.isArray(value)) return value.map((one: unknown) => ({ key: null, value: one }));
    if (typeof value !== "object" || value === null) return [];
    return Object.entries(value).map(([key, one]: [string, unknown]) => ({ key, value: one }));
  },
};
