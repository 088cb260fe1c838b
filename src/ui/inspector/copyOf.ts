import { writeHex } from "../../core/units/byteText.ts";
import { readable, type Tree } from "../../core/units/tree.ts";

/** What copying a value gives: a string without its quotes, octets as hex, a branch as JSON again. */
export function copyOf(tree: Tree, of: number): string {
  const octets = tree.octets(of);
  if (octets !== null) return writeHex(octets);
  const kind = tree.kind(of);
  if (kind !== "object" && kind !== "array") return readable(tree, of);
  const parts: string[] = [];
  const open: { readonly end: number; readonly close: string }[] = [];
  const closeUntil = (at: number): void => {
    while (open.length > 0 && (open.at(-1)?.end ?? 0) <= at) parts.push(open.pop()?.close ?? "");
  };
  for (let at = of; at < tree.end(of); at = tree.count(at) > 0 ? at + 1 : tree.end(at)) {
    closeUntil(at);
    if (at > of && tree.index(at) > 0) parts.push(",");
    const key = tree.key(at);
    if (at > of && key !== null) parts.push(JSON.stringify(key), ":");
    const inner = tree.kind(at);
    if (inner === "object" || inner === "array") {
      parts.push(inner === "object" ? "{" : "[");
      open.push({ end: tree.end(at), close: inner === "object" ? "}" : "]" });
    } else parts.push(scalarOf(tree, at));
  }
  closeUntil(tree.size());
  return parts.join("");
}

function scalarOf(tree: Tree, at: number): string {
  const octets = tree.octets(at);
  if (octets !== null) return JSON.stringify(writeHex(octets));
  return tree.kind(at) === "text" ? JSON.stringify(tree.text(at)) : tree.text(at);
}
