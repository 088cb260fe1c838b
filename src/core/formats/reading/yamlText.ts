import { isAlias, LineCounter, parseDocument, stringify, visit, YAMLParseError } from "yaml";
import { fail, ok, type Result } from "../../units/result.ts";
import type { ReadFault } from "../format.ts";
import { MOST_TEXT } from "./limits.ts";

/** YAML takes many times as long as JSON: 1,000,000 characters are some two seconds. */
const MOST_YAML = 1_000_000;

/** Of all aliases, and of the nodes that one of them may stand for: a hundred copies of a hundred are a bomb. */
const MOST_ALIASES = 100;

/** JSON, else YAML 1.2, as plain values. Keys such as `__proto__` are own keys and nothing more. */
export function readJsonOrYaml(text: string): Result<unknown, ReadFault> {
  if (text.length > MOST_TEXT) return fail({ kind: "too-large" });
  const bare = text.replace(/^\uFEFF/, "");
  if (/^\s*[{[]/.test(bare)) {
    try {
      return ok(JSON.parse(bare));
    } catch {
      // A YAML of braces, perhaps; what is wrong with it is said below.
    }
  }
  return bare.length > MOST_YAML ? fail({ kind: "too-large" }) : readYaml(bare);
}

function readYaml(text: string): Result<unknown, ReadFault> {
  try {
    // Unique keys would be looked for with a search per key: minutes for a million of them.
    const document = parseDocument(text, {
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: "silent",
      lineCounter: new LineCounter(),
    });
    const [error] = document.errors;
    if (error) return fail({ kind: "syntax", at: error.pos[0], detail: firstLine(error.message) });
    let aliases = 0;
    visit(document, {
      Alias: (_key, node) => {
        aliases += isAlias(node) ? 1 : 0;
        return aliases > MOST_ALIASES ? visit.BREAK : undefined;
      },
    });
    if (aliases > MOST_ALIASES) return fail({ kind: "too-large" });
    return ok(document.toJS({ maxAliasCount: MOST_ALIASES }));
  } catch (error) {
    if (error instanceof YAMLParseError) {
      return fail({ kind: "syntax", at: error.pos[0], detail: firstLine(error.message) });
    }
    // Too many aliases, an alias inside itself, or nesting beyond the stack.
    return fail({ kind: "syntax", at: null, detail: error instanceof Error ? firstLine(error.message) : "" });
  }
}

const firstLine = (text: string): string => (text.split("\n")[0] ?? "").slice(0, 200);

/** No line is folded: what a person copies stays in one piece. */
export const writeYaml = (value: unknown): string => stringify(value, { lineWidth: 0, aliasDuplicateObjects: false });
