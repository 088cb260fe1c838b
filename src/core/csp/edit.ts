import type { PolicyEngine, PolicyText } from "./case.ts";
import type { Span } from "../units/span.ts";
import { connectDirective, parsePolicies, type Directive } from "./parsePolicy.ts";
import { parseSource } from "./parseSource.ts";

/**
 * Adds a source for connections to one policy of a text: to `connect-src`, or to one of its own that repeats
 * `default-src`, so that nothing else is allowed with it. `'none'` gives way.
 */
export function addSource(
  text: PolicyText,
  index: number,
  part: number,
  source: string,
  engine: PolicyEngine,
): string | undefined {
  const policy = parsePolicies(text, index, engine).find((one) => one.part === part);
  const directive = policy && connectDirective(policy);
  if (!policy || !directive) return undefined;
  if (directive.name === "connect-src") {
    const list = [...sourcesOf(directive, engine), source].join(" ");
    return splice(text.text, { start: directive.nameSpan.end, end: directive.end }, ` ${list}`);
  }
  const own = `connect-src ${[...sourcesOf(directive, engine), source].join(" ")}`;
  return splice(text.text, { start: directive.end, end: directive.end }, `; ${own}`);
}

/** The expressions that stay beside another. */
const sourcesOf = ({ tokens }: Directive, engine: PolicyEngine): readonly string[] =>
  tokens.map(({ text }) => text).filter((text) => parseSource(text, engine).kind !== "none");

/** Takes a directive out, with one of the semicolons around it. */
export function removeDirective(text: string, { start, end }: Span): string {
  const before = text.slice(0, start);
  const after = text.slice(end).replace(/^\s*;?\s*/, "");
  return after === "" ? before.trimEnd().replace(/;$/, "").trimEnd() : before + after;
}

const splice = (text: string, { start, end }: Span, words: string): string =>
  text.slice(0, start) + words + text.slice(end);
