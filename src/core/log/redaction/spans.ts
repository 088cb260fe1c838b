import type { JsonToken } from "../../units/json.ts";
import { atRoot, below, isMatched, type JsonPath, type PathStates } from "../../units/jsonPath.ts";
import { isSecretName } from "../../units/secretNames.ts";

/** A stretch of a JSON text that shall not be shown; both ends lie on tokens. */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly by: "path" | "secret";
}

export interface Wanted {
  readonly paths: readonly JsonPath[];
  /** The elements of the outer list from this one on are what `$` means; null: the whole text is. */
  readonly rootsFrom: number | null;
  /** Whether a number under a name like a secret's is one: a PIN. Strings are found elsewhere. */
  readonly numbers: boolean;
}

interface Level {
  readonly isList: boolean;
  key: string;
  index: number;
  readonly states: PathStates;
  readonly isSecret: boolean;
}

/** What of a JSON text the paths name, and numbers that are secrets: in order, without overlaps. */
export function findSpans(text: string, tokens: readonly JsonToken[], wanted: Wanted): readonly Span[] {
  const { paths, rootsFrom, numbers } = wanted;
  const spans: Span[] = [];
  const levels: Level[] = [];
  const roots = atRoot(paths);
  const statesHere = (level: Level | undefined): PathStates => {
    if (level === undefined) return rootsFrom === null ? roots : [];
    if (levels.length === 1 && rootsFrom !== null) return level.isList && level.index >= rootsFrom ? roots : [];
    return below(paths, level.states, level.isList ? level.index : level.key);
  };
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined) break;
    const level = levels.at(-1);
    if (token.kind === "}" || token.kind === "]") levels.pop();
    else if (token.kind === ",") {
      if (level?.isList === true) level.index++;
    } else if (token.kind === "string" && tokens[at + 1]?.kind === ":" && level?.isList === false) {
      level.key = unquoted(text.slice(token.from, token.to));
    } else if (token.kind !== ":") {
      const states = statesHere(level);
      const isSecret = level !== undefined && (level.isSecret || (numbers && !level.isList && isSecretName(level.key)));
      if (isMatched(paths, states)) {
        const end = endOf(tokens, at);
        spans.push({ from: token.from, to: tokens[end]?.to ?? token.to, by: "path" });
        at = end;
      } else if (token.kind === "{" || token.kind === "[") {
        levels.push({ isList: token.kind === "[", key: "", index: 0, states, isSecret });
      } else if (isSecret && token.kind === "number") spans.push({ from: token.from, to: token.to, by: "secret" });
    }
  }
  return spans;
}

/** The last token of the value that begins with this one. */
function endOf(tokens: readonly JsonToken[], from: number): number {
  let depth = 0;
  for (let at = from; at < tokens.length; at++) {
    const kind = tokens[at]?.kind;
    if (kind === "{" || kind === "[") depth++;
    else if (kind === "}" || kind === "]") depth--;
    if (depth === 0) return at;
  }
  return tokens.length - 1;
}

function unquoted(spelled: string): string {
  return spelled.includes("\\") ? String(JSON.parse(spelled)) : spelled.slice(1, -1);
}
