import { fail, ok, type Result } from "../units/result.ts";
import { JsonTreeReader } from "../units/jsonTree.ts";
import { memberOf, type NodeNote } from "../units/tree.ts";
import { MOST_NODES, type DecodeFault, type Payload } from "./decoder.ts";
import { plain } from "./treeBuilder.ts";

/** The JSON that a payload is, for protocols that are made of it. */
export function readPayload(
  { text }: Pick<Payload, "text">,
  kind: "object" | "array" | null = "object",
): Result<JsonTreeReader, DecodeFault> {
  if (text === null) return fail({ kind: "other" });
  const tree = new JsonTreeReader(text, MOST_NODES);
  tree.read();
  if (tree.fault !== null) return fail({ kind: "json", ...tree.fault });
  return kind !== null && tree.kind(0) !== kind ? fail({ kind: "other" }) : ok(tree);
}

/** A member's text as it reads; empty where there is none. */
export const textOf = (tree: JsonTreeReader, of: number, name: string): string =>
  plain(tree, memberOf(tree, of, name)).slice(0, 200);

export function annotateMember(tree: JsonTreeReader, of: number, name: string, note: NodeNote | null): void {
  const at = memberOf(tree, of, name);
  if (at !== null && note !== null) tree.annotate(at, note);
}

/** Words of a summary, without those that are empty. */
export const line = (...words: readonly string[]): string => words.filter((word) => word !== "").join(" ");
