import { fail, ok } from "../units/result.ts";
import { JsonTreeReader } from "../units/jsonTree.ts";
import { headOf, MOST_NODES, type Decoder } from "./decoder.ts";
import { keysLine } from "./msgpack.ts";

/** @see RFC 8259 */
export const json = {
  id: "json",
  name: "JSON",
  sniff: (payload) => (/^\s*[[{]/.test(headOf(payload)) ? 1 : 0),
  decode: ({ text }) => {
    if (text === null) return fail({ kind: "other" });
    const tree = new JsonTreeReader(text, MOST_NODES);
    tree.read();
    return tree.fault === null ? ok({ summary: keysLine(tree), tree }) : fail({ kind: "json", ...tree.fault });
  },
} as const satisfies Decoder;
