import { fail, ok } from "../units/result.ts";
import type { Decoder } from "./decoder.ts";
import { compressedAs, inflate } from "./inflate.ts";
import { TreeBuilder } from "./treeBuilder.ts";

/** @see RFC 1952 gzip, RFC 1950 zlib, RFC 1951 deflate */
export const deflate = {
  id: "deflate",
  name: "gzip, zlib, deflate",
  sniff: ({ octets, isBinary }) => {
    const as = isBinary ? compressedAs(octets) : null;
    if (as === "gzip") return 3;
    // Two octets are soon met by chance: zlib is believed once it opens.
    return as === "zlib" && inflate(octets.subarray(0, 64 * 1024)) !== null ? 2 : 0;
  },
  decode: ({ octets }) => {
    const inflated = octets.length === 0 ? null : inflate(octets);
    if (inflated === null) return fail({ kind: "other" });
    const tree = new TreeBuilder().open("object");
    const kind = inflated.isCut ? "inflated-part" : "inflated";
    const as = compressedAs(octets) ?? "deflate";
    tree.term("format", as, { kind, from: octets.length }).content("data", inflated.octets);
    return ok({
      summary: `${as} ${String(octets.length)} → ${String(inflated.octets.length)} B`,
      tree: tree.closeAll(),
    });
  },
} as const satisfies Decoder;
