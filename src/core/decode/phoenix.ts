import { fail, ok } from "../units/result.ts";
import { childrenOf, memberOf } from "../units/tree.ts";
import { headOf, type DecodeResult, type Decoder, type Payload } from "./decoder.ts";
import { line, readPayload, textOf } from "./jsonPayload.ts";
import { OctetReader } from "./octetReader.ts";
import { plain, TreeBuilder } from "./treeBuilder.ts";

/** Its arrays, its objects of version 1, and its binary frames. @see https://hexdocs.pm/phoenix/writing_a_channels_client.html */
const FIELDS = ["join_ref", "ref", "topic", "event", "payload"] as const;
const ARRAY =
  /^\s*\[\s*(?:null|"[^"\\]*")\s*,\s*(?:null|"[^"\\]*")\s*,\s*"((?:[^"\\]|\\.)*)"\s*,\s*"((?:[^"\\]|\\.)*)"\s*,/;

export const phoenix = {
  id: "phoenix",
  name: "Phoenix Channels",
  sniff: (payload) => {
    if (payload.isBinary) return readBinary(payload).ok && payload.octets.length > 6 ? 1 : 0;
    const head = headOf(payload);
    const [, topic = "", event = ""] = ARRAY.exec(head) ?? [];
    if (topic !== "") return event.startsWith("phx_") || topic === "phoenix" ? 3 : 2;
    const isObject =
      /^\s*\{/.test(head) && ["topic", "event", "payload", "ref"].every((key) => head.includes(`"${key}"`));
    return isObject ? (/"phx_\w+"|"heartbeat"/.test(head) ? 3 : 2) : 0;
  },
  decode: (payload) => {
    if (payload.text === null || payload.isBinary) return readBinary(payload);
    const read = readPayload(payload, null);
    if (!read.ok) return read;
    const json = read.value;
    if (json.kind(0) === "object") {
      if (memberOf(json, 0, "topic") === null || memberOf(json, 0, "event") === null) return fail({ kind: "other" });
      return ok({ summary: line(textOf(json, 0, "event"), textOf(json, 0, "topic")), tree: json });
    }
    const parts = childrenOf(json, 0);
    if (json.kind(0) !== "array" || parts.length !== FIELDS.length) return fail({ kind: "other" });
    const tree = new TreeBuilder().open("object");
    for (const [place, at] of parts.entries()) tree.copy(json, at, FIELDS[place] ?? null);
    tree.isCut ||= json.isCut;
    const [, ref, topic, event, body] = parts.map((at) => plain(json, at).slice(0, 80));
    const status = body === undefined ? "" : textOf(json, parts[4] ?? 0, "status");
    return ok({
      summary: line(event ?? "", topic ?? "", ref === "null" ? "" : `ref ${ref ?? ""}`, status),
      tree: tree.closeAll(),
    });
  },
} as const satisfies Decoder;

/** What stands in a frame by its kind and direction; sizes come first, in this order. @see assets/js/phoenix/serializer.js */
const KINDS: Readonly<Record<string, readonly [name: string, ...fields: string[]]>> = {
  "sent 0": ["push", "join_ref", "ref", "topic", "event"],
  "received 0": ["push", "join_ref", "topic", "event"],
  "received 1": ["reply", "join_ref", "ref", "topic", "status"],
  "received 2": ["broadcast", "topic", "event"],
};

function readBinary({ octets, direction }: Payload): DecodeResult {
  const from = new OctetReader(octets);
  const kind = from.u8();
  const [name, ...fields] = KINDS[`${direction === "sent" ? "sent" : "received"} ${String(kind)}`] ?? [];
  if (name === undefined || octets.length === 0) return fail({ kind: "other" });
  const sizes = fields.map(() => from.u8());
  const tree = new TreeBuilder().open("object").coded("kind", kind, name);
  const words = [name];
  for (const [place, field] of fields.entries()) {
    const text = from.utf8(sizes[place] ?? 0);
    if (from.isShort) return fail({ kind: "short", offset: from.at });
    if (text === null || /[\u0000-\u001f]/.test(text)) return fail({ kind: "malformed", offset: from.at, what: field });
    if ((field === "topic" || field === "event" || field === "status") && text === "")
      return fail({ kind: "malformed", offset: from.at, what: field });
    tree.string(field, text);
    if (field !== "join_ref" && text !== "") words.push(field === "ref" ? `ref ${text}` : text);
  }
  tree.content("payload", from.rest());
  return ok({ summary: line(...words), tree: tree.closeAll() });
}
