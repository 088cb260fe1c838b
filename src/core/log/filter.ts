import { fail, ok, type Result } from "../units/result.ts";
import { type Direction, type Kind, DIRECTIONS, KINDS } from "./entry.ts";
import { parseJsonTest, type JsonTest } from "./jsonTest.ts";
import { wildcard } from "./wildcard.ts";
import { parseTimePoint, type TimePoint } from "./timePoint.ts";

/**
 * What the filter field says: terms that must all hold, each of which may be negated with `-`.
 *
 *   tick "two words" /reg.?ex/i dir:sent kind:message,ack event:chat* size:>1k -heartbeat
 *   after:10:32:05 before:+90s seq:100..200 json:$.type=tick
 */
export type Filter = readonly Term[];

export interface Term {
  readonly not: boolean;
  readonly test: Test;
}

export type Test =
  /** Lower case finds any case; one capital letter and case counts. */
  | { readonly type: "text"; readonly text: string; readonly anyCase: boolean }
  | { readonly type: "regex"; readonly regex: RegExp }
  | { readonly type: "direction"; readonly directions: readonly Direction[] }
  | { readonly type: "kind"; readonly kinds: readonly Kind[] }
  | { readonly type: "event"; readonly names: RegExp }
  | { readonly type: "size"; readonly least: number; readonly most: number }
  | { readonly type: "seq"; readonly least: number; readonly most: number }
  /** After: from this moment on; before: until just before it. */
  | { readonly type: "time"; readonly sense: "after" | "before"; readonly point: TimePoint }
  | JsonTest;

export const FILTER_KEYS = ["dir", "kind", "event", "size", "after", "before", "seq", "json"] as const;

export interface FilterFault {
  readonly problem:
    | "regex"
    | "regex-slow"
    | "direction"
    | "kind"
    | "size"
    | "seq"
    | "time"
    | "json"
    | "empty-value"
    | "quote";
  readonly offset: number;
  readonly length: number;
  readonly found: string;
}

const TERM =
  /(-?)(?:"((?:[^"\\]|\\.)*)("?)|\/((?:[^/\\]|\\.)+)\/([a-z]*)|(dir|kind|event|size|after|before|seq|json):((?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[^\s])*)|(\S+))/giu;

export function parseFilter(text: string): Result<Filter, FilterFault> {
  const terms: Term[] = [];
  for (const match of text.matchAll(TERM)) {
    const [whole, minus, phrase, quote, source, flags = "", key, value = "", word] = match;
    const fault = (problem: FilterFault["problem"], found: string): Result<Filter, FilterFault> =>
      fail({ problem, offset: match.index, length: whole.length, found });
    const not = minus === "-";
    if (phrase !== undefined) {
      if (quote !== '"') return fault("quote", whole);
      if (phrase !== "") terms.push({ not, test: textTest(phrase.replace(/\\(.)/gsu, "$1")) });
    } else if (source !== undefined) {
      if (backtracksForEver(source)) return fault("regex-slow", whole);
      try {
        terms.push({ not, test: { type: "regex", regex: new RegExp(source, flags.replace(/[gy]/g, "")) } });
      } catch {
        return fault("regex", whole);
      }
    } else if (key !== undefined) {
      if (value === "") return fault("empty-value", key);
      const test = keyedTest(key.toLowerCase(), value);
      if (typeof test === "string") return fault(test, value);
      terms.push({ not, test });
    } else if (word !== undefined) {
      terms.push({ not, test: textTest(word) });
    }
  }
  return ok(terms);
}

/**
 * Whether a repeated group holds another repetition, as `(a+)+` does: on a text that almost matches, such a
 * pattern takes time that doubles with each character, and nothing can stop it. Others may still be slow.
 */
function backtracksForEver(source: string): boolean {
  const isRepeating: boolean[] = [false];
  const plain = source.replace(/\\./gsu, "x").replace(/\[[^\]]*\]/gsu, "x");
  for (let at = 0; at < plain.length; at++) {
    const character = plain[at];
    if (character === "(") isRepeating.push(false);
    else if (character === ")") {
      const inner = isRepeating.pop() ?? false;
      if (isRepeating.length === 0) isRepeating.push(false);
      const repeats = /^(?:[*+]|\{\d+,\d*\})/.test(plain.slice(at + 1));
      if (inner && repeats) return true;
      if (inner || repeats) isRepeating[isRepeating.length - 1] = true;
    } else if (character === "*" || character === "+" || /^\{\d+,\d*\}/.test(plain.slice(at))) {
      isRepeating[isRepeating.length - 1] = true;
    }
  }
  return false;
}

const textTest = (text: string): Test => ({ type: "text", text, anyCase: text === text.toLowerCase() });

const DIRECTION_WORDS: Readonly<Record<string, Direction>> = {
  in: "received",
  out: "sent",
  recv: "received",
  ...Object.fromEntries(DIRECTIONS.map((direction) => [direction, direction])),
};

function keyedTest(key: string, value: string): Test | FilterFault["problem"] {
  switch (key) {
    case "dir": {
      const directions = value.split(",").map((word) => DIRECTION_WORDS[word.toLowerCase()]);
      return directions.every((direction) => direction !== undefined) ? { type: "direction", directions } : "direction";
    }
    case "kind": {
      const kinds = value.split(",").map((word) => KINDS.find((kind) => kind === word.toLowerCase()));
      return kinds.every((kind) => kind !== undefined) ? { type: "kind", kinds } : "kind";
    }
    case "event": {
      return { type: "event", names: wildcard(value.replace(/^"(.*)"$/su, "$1")) };
    }
    case "after":
    case "before": {
      const point = parseTimePoint(value);
      return point ? { type: "time", sense: key, point } : "time";
    }
    case "seq": {
      const range = parseRange(value);
      return range ? { type: "seq", ...range } : "seq";
    }
    case "json": {
      const test = parseJsonTest(value);
      return test.ok ? test.value : test.fault;
    }
    default: {
      const range = parseRange(value);
      return range ? { type: "size", ...range } : "size";
    }
  }
}

interface Range {
  readonly least: number;
  readonly most: number;
}

/** `>1k`, `<=100`, `10..20`, `10..`, `42`; k and M count in thousands, as sizes are shown. */
function parseRange(value: string): Range | null {
  const match = /^(>=|<=|>|<|)(\d+(?:\.\d+)?)(k|m|)b?(?:(\.\.)(?:(\d+(?:\.\d+)?)(k|m|)b?)?)?$/iu.exec(value);
  if (!match) return null;
  const [, sign = "", low = "", lowUnit = "", dots, high, highUnit = ""] = match;
  const least = count(low, lowUnit);
  const endless = Number.POSITIVE_INFINITY;
  if (dots !== undefined) {
    const most = high === undefined ? endless : count(high, highUnit);
    return sign === "" ? { least, most } : null;
  }
  switch (sign) {
    case ">":
      return { least: least + 1, most: endless };
    case ">=":
      return { least, most: endless };
    case "<":
      return { least: 0, most: least - 1 };
    case "<=":
      return { least: 0, most: least };
    default:
      return { least, most: least };
  }
}

const count = (digits: string, unit: string): number =>
  Math.round(Number(digits) * ({ k: 1000, m: 1_000_000 }[unit.toLowerCase()] ?? 1));
