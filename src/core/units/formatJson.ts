import type { JsonToken } from "./json.ts";

/** The same JSON with two spaces a level; every scalar keeps its spelling. */
export function formatJson(text: string, tokens: readonly JsonToken[]): string {
  const parts: string[] = [];
  let depth = 0;
  const newLine = (): void => {
    parts.push("\n", "  ".repeat(Math.min(depth, DEEPEST)));
  };
  for (const [index, { kind, from, to }] of tokens.entries()) {
    const isEmpty = tokens[index + 1]?.kind === (kind === "{" ? "}" : "]");
    switch (kind) {
      case "{":
      case "[":
        parts.push(kind);
        depth++;
        if (!isEmpty) newLine();
        break;
      case "}":
      case "]": {
        depth--;
        const opened = tokens[index - 1]?.kind;
        if (opened !== "{" && opened !== "[") newLine();
        parts.push(kind);
        break;
      }
      case ",":
        parts.push(",");
        newLine();
        break;
      case ":":
        parts.push(": ");
        break;
      case "string":
      case "number":
      case "literal":
        parts.push(text.slice(from, to));
    }
  }
  return parts.join("");
}

/** Deeper levels share one indent: 10,000 nested brackets would otherwise make 100 MB of spaces. */
const DEEPEST = 64;

/** The same JSON without white space between tokens. */
export const minifyJson = (text: string, tokens: readonly JsonToken[]): string =>
  tokens.map(({ from, to }) => text.slice(from, to)).join("");
