import { fail, ok } from "../units/result.ts";
import type { Decoder } from "./decoder.ts";
import { keysLine } from "./msgpack.ts";
import { OctetReader } from "./octetReader.ts";
import { readCbor } from "./readCbor.ts";
import { TreeBuilder } from "./treeBuilder.ts";

/** @see RFC 8949, and RFC 8742 for several items one after the other */
export const cbor = {
  id: "cbor",
  name: "CBOR",
  sniff: ({ isBinary, octets, text, subprotocol }) => {
    const [first = 0, second] = octets;
    if (first === 0xd9 && second === 0xd9 && octets[2] === 0xf7) return isWhole(octets) ? 3 : 1;
    const major = first >> 5;
    if (!isBinary || text !== null || (major !== 4 && major !== 5) || !isWhole(octets)) return 0;
    if (/cbor/i.test(subprotocol)) return 3;
    return octets.length > 3 && major === 5 ? 2 : 1;
  },
  decode: ({ octets }) => {
    const from = new OctetReader(octets);
    const tree = new TreeBuilder();
    const fault = octets.length === 0 ? ({ kind: "short", offset: 0 } as const) : readCbor(from, tree, null);
    if (fault !== null) return fail(fault);
    if (from.left() === 0 || tree.isCut) return ok({ summary: keysLine(tree), tree: tree.closeAll() });
    const rest = new OctetReader(octets);
    const sequence = new TreeBuilder().open("array");
    while (rest.left() > 0 && !sequence.isFull()) {
      const wrong = readCbor(rest, sequence, null);
      if (wrong !== null) return fail(wrong);
    }
    sequence.closeAll();
    return ok({ summary: `${String(sequence.count(0))} items`, tree: sequence });
  },
} as const satisfies Decoder;

function isWhole(octets: Uint8Array): boolean {
  const from = new OctetReader(octets);
  const tree = new TreeBuilder();
  return readCbor(from, tree, null) === null && (from.left() === 0 || tree.isCut);
}
