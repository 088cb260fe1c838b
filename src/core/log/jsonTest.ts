import { followPath, plainValues, readJsonPath, type JsonPath, type Walk } from "../units/jsonPath.ts";
import { jsonTree } from "../units/jsonTree.ts";
import { childrenOf } from "../units/childrenOf.ts";
import type { Tree } from "../units/tree.ts";
import { fail, ok, type Result } from "../units/result.ts";

const OPERATORS = ["=", "!=", "<", "<=", ">", ">=", "~"] as const;
type Operator = (typeof OPERATORS)[number];

/** `$.type=tick`: a place in a JSON payload, and what must be there. */
export interface JsonTest {
  readonly type: "json";
  readonly path: JsonPath;
  /** null: the place exists. */
  readonly compare: Comparison | null;
}

export interface Comparison {
  readonly operator: Operator;
  readonly operand: string;
  /** In quotes: a text, also where it reads like a number. */
  readonly isQuoted: boolean;
}

const COMPARE = /^(!=|<=|>=|=|<|>|~)(.*)$/su;

/** @returns false: what follows the path is no comparison, or the path is none */
export function parseJsonTest(text: string): Result<JsonTest, "json"> {
  const read = readJsonPath(text);
  if (!read.ok) return fail("json");
  const { steps: path, end } = read.value;
  const rest = text.slice(end);
  if (rest === "") return ok({ type: "json", path, compare: null });
  const [, sign, operand = ""] = COMPARE.exec(rest) ?? [];
  const operator = OPERATORS.find((one) => one === sign);
  const quoted = /^"((?:[^"\\]|\\.)*)"$/su.exec(operand);
  if (operator === undefined || (operand === "" && !quoted)) return fail("json");
  const value = quoted ? (quoted[1] ?? "").replace(/\\(.)/gsu, "$1") : operand;
  return ok({ type: "json", path, compare: { operator, operand: value, isQuoted: quoted !== null } });
}

/**
 * Whether a JSON text has at the place what is asked for. What is no JSON has nothing anywhere.
 * @param texts one payload, or the arguments of an event, one of which is enough
 */
export function holdsJson(texts: readonly string[], test: JsonTest): boolean {
  const key = lastKey(test.path);
  return texts.some((text) => {
    // Most payloads of other shapes are told without reading them as JSON.
    if (key !== null && !text.includes(key) && !text.includes("\\")) return false;
    return needsSpelling(test.compare) ? holdsSpelled(text, test) : holdsPlain(text, test);
  });
}

function lastKey(path: JsonPath): string | null {
  const test = path.at(-1)?.test;
  return test?.type === "key" ? JSON.stringify(test.name) : null;
}

/** Integers that the language's numbers cannot tell from their neighbours. */
const needsSpelling = (compare: Comparison | null): boolean =>
  compare !== null &&
  !compare.isQuoted &&
  /^-?\d+$/.test(compare.operand) &&
  !Number.isSafeInteger(Number(compare.operand));

function holdsPlain(text: string, { path, compare }: JsonTest): boolean {
  let top: unknown;
  try {
    top = JSON.parse(text);
  } catch {
    return false;
  }
  return followPath(top, path, plainValues).some((value) => compare === null || compares(value, compare));
}

function compares(value: unknown, { operator, operand, isQuoted }: Comparison): boolean {
  if (operator === "~") return contains(typeof value === "string" ? value : JSON.stringify(value), operand);
  if (operator === "=") return equals(value, operand, isQuoted);
  if (operator === "!=") return !equals(value, operand, isQuoted);
  const number = isQuoted || operand.trim() === "" ? Number.NaN : Number(operand);
  if (typeof value === "number" && !Number.isNaN(number)) return isOrdered(value - number, operator);
  if (typeof value !== "string") return false;
  return isOrdered(value < operand ? -1 : value > operand ? 1 : 0, operator);
}

function equals(value: unknown, operand: string, isQuoted: boolean): boolean {
  if (typeof value === "string") return value === operand;
  if (isQuoted) return false;
  if (typeof value === "number") return operand.trim() !== "" && value === Number(operand);
  return value === null || typeof value === "boolean" ? String(value) === operand : false;
}

function isOrdered(difference: number, operator: Exclude<Operator, "=" | "!=" | "~">): boolean {
  switch (operator) {
    case "<":
      return difference < 0;
    case "<=":
      return difference <= 0;
    case ">":
      return difference > 0;
    case ">=":
      return difference >= 0;
  }
}

/** As free text is found: lower case finds any case. */
const contains = (text: string, operand: string): boolean =>
  operand === operand.toLowerCase() ? text.toLowerCase().includes(operand) : text.includes(operand);

/** Nodes of a tree, by their numbers. */
const nodesOf = (tree: Tree): Walk<number> => ({
  members: (at) => childrenOf(tree, at).map((child) => ({ key: tree.key(child), value: child })),
});

const INTEGER = /^-?\d+$/;

function holdsSpelled(text: string, { path, compare }: JsonTest): boolean {
  const tree = jsonTree(text);
  if (!tree || compare === null) return false;
  const { operator, operand } = compare;
  return followPath(0, path, nodesOf(tree)).some((at) => {
    const isInteger = tree.kind(at) === "number" && INTEGER.test(tree.text(at));
    const difference = isInteger ? BigInt(tree.text(at)) - BigInt(operand) : null;
    if (operator === "=" || operator === "~") return difference === 0n;
    if (operator === "!=") return difference !== 0n;
    return difference !== null && isOrdered(difference < 0n ? -1 : difference > 0n ? 1 : 0, operator);
  });
}
