import { fail, ok } from "../units/result.ts";
import type { Tree } from "../units/tree.ts";
import type { Decoder } from "./decoder.ts";
import { OctetReader } from "./octetReader.ts";
import { readMsgpack } from "./readMsgpack.ts";
import { TreeBuilder } from "./treeBuilder.ts";

/** The one value that a payload is, or null where it is something else or has more behind it. */
export function wholeMsgpack(octets: Uint8Array): TreeBuilder | null {
  const from = new OctetReader(octets);
  const tree = new TreeBuilder();
  const fault = readMsgpack(from, tree, null);
  return fault === null && (from.left() === 0 || tree.isCut) ? tree.closeAll() : null;
}

/** A line that names the first keys. */
export function keysLine(tree: Tree): string {
  if (tree.kind(0) === "array") return `[ ${String(tree.count(0))} ]`;
  if (tree.kind(0) !== "object") return tree.text(0).slice(0, 80);
  const keys: string[] = [];
  for (let at = 1; at < tree.end(0) && keys.length < 6; at = tree.end(at)) keys.push(tree.key(at) ?? "");
  return `{ ${keys.join(", ")}${tree.count(0) > keys.length ? ", …" : ""} }`;
}

/** @see https://github.com/msgpack/msgpack/blob/master/spec.md */
export const msgpack = {
  id: "msgpack",
  name: "MessagePack",
  sniff: ({ isBinary, octets, text, subprotocol }) => {
    const first = octets[0] ?? 0;
    // A lone scalar is any octet; only maps and arrays tell themselves apart.
    const isMap = (first >= 0x81 && first <= 0x8f) || first === 0xde || first === 0xdf;
    const isArray = (first >= 0x91 && first <= 0x9f) || first === 0xdc || first === 0xdd;
    if (!isBinary || text !== null || (!isMap && !isArray) || wholeMsgpack(octets) === null) return 0;
    if (/msgpack/i.test(subprotocol)) return 3;
    return octets.length > 3 ? 2 : 1;
  },
  decode: ({ octets }) => {
    const from = new OctetReader(octets);
    const tree = new TreeBuilder();
    const fault = octets.length === 0 ? ({ kind: "short", offset: 0 } as const) : readMsgpack(from, tree, null);
    if (fault !== null) return fail(fault);
    if (from.left() === 0 || tree.isCut) return ok({ summary: keysLine(tree), tree: tree.closeAll() });
    return readSequence(octets);
  },
} as const satisfies Decoder;

/** Several values one after the other. */
function readSequence(octets: Uint8Array): ReturnType<Decoder["decode"]> {
  const from = new OctetReader(octets);
  const tree = new TreeBuilder().open("array");
  while (from.left() > 0 && !tree.isFull()) {
    const fault = readMsgpack(from, tree, null);
    if (fault !== null) return fail(fault);
  }
  tree.closeAll();
  return ok({ summary: `${String(tree.count(0))} values`, tree });
}
