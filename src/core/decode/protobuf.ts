import { fail, ok } from "../units/result.ts";
import type { Decoder } from "./decoder.ts";
import { OctetReader } from "./octetReader.ts";
import { isMessage, readWire } from "./proto/readWire.ts";
import { TreeBuilder } from "./treeBuilder.ts";

/** With the user's .proto file by its names; without one, field by field and marked as a guess. */
export const protobuf = {
  id: "protobuf",
  name: "Protocol Buffers",
  sniff: ({ isBinary, octets, text, subprotocol }) => {
    if (!isBinary || octets.length < 2 || !isMessage(octets.subarray(0, 1024 * 1024))) return 0;
    if (/proto(?:buf)?/i.test(subprotocol)) return 3;
    // Short ones and readable ones are a message only by chance.
    return octets.length > 5 && text === null ? 2 : 1;
  },
  decode: ({ octets }, { proto }) => {
    const type = proto?.schema.messages.get(proto.message) ?? null;
    const tree = new TreeBuilder().open(
      "object",
      null,
      type === null ? { kind: "guess" } : { kind: "term", text: type.name },
    );
    const fault = readWire(new OctetReader(octets), tree, type, proto?.schema ?? null);
    if (fault !== null) return fail(fault);
    tree.closeAll();
    const names = new Set<string>();
    for (let at = 1; at < tree.end(0) && names.size < 6; at = tree.end(at)) names.add(tree.key(at) ?? "");
    return ok({ summary: `${type?.name ?? "message"} { ${[...names].join(", ")} }`, tree });
  },
} as const satisfies Decoder;
