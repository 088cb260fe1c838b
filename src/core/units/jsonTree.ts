import type { JsonToken } from "./json.ts";

/** A value as it is spelled; members keep their order, duplicates included. */
export interface JsonNode {
  /** The key in its object, unescaped where that is possible; null in arrays and at the top. */
  readonly key: string | null;
  readonly kind: "object" | "array" | "string" | "number" | "literal";
  /** The spelling of a scalar; empty for objects and arrays. */
  readonly text: string;
  readonly children: readonly JsonNode[];
}

interface Open {
  readonly node: { key: string | null; kind: "object" | "array"; text: string; children: JsonNode[] };
}

/** Builds the tree of a JSON text from its tokens, without recursion. */
export function jsonTree(text: string, tokens: readonly JsonToken[]): JsonNode {
  const open: Open[] = [];
  let key: string | null = null;
  let root: JsonNode | null = null;
  const place = (node: JsonNode): void => {
    const parent = open.at(-1);
    if (parent) parent.node.children.push(node);
    else root = node;
    key = null;
  };
  for (const [at, { kind, from, to }] of tokens.entries()) {
    switch (kind) {
      case "{":
      case "[": {
        const node = { key, kind: kind === "{" ? ("object" as const) : ("array" as const), text: "", children: [] };
        place(node);
        open.push({ node });
        break;
      }
      case "}":
      case "]":
        open.pop();
        break;
      case "string":
        if (tokens[at + 1]?.kind === ":") key = unquote(text.slice(from, to));
        else place({ key, kind, text: text.slice(from, to), children: [] });
        break;
      case "number":
      case "literal":
        place({ key, kind, text: text.slice(from, to), children: [] });
        break;
      case ":":
      case ",":
        break;
    }
  }
  return root ?? { key: null, kind: "literal", text: "", children: [] };
}

/** A string as it reads: escapes resolved, quotes gone. */
function unquote(spelled: string): string {
  try {
    return String(JSON.parse(spelled));
  } catch {
    return spelled;
  }
}
