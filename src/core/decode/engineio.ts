import { ok, fail } from "../units/result.ts";
import { childrenOf, memberOf, type NodeNote, type Tree } from "../units/tree.ts";
import { readBase64 } from "../units/byteText.ts";
import { headOf, type DecodeResult, type Decoder, type Payload } from "./decoder.ts";
import { line } from "./jsonPayload.ts";
import { wholeMsgpack } from "./msgpack.ts";
import { looksLikeOffset } from "./recoveryOffset.ts";
import { PACKET_TYPES, readPacket } from "./socketioPacket.ts";
import { plain, TreeBuilder } from "./treeBuilder.ts";

/** @see https://socket.io/docs/v4/engine-io-protocol/#protocol */
const ENGINE = ["open", "close", "ping", "pong", "message", "upgrade", "noop"] as const;
const PING = /^[23](?:probe)?$/;
const RECORDS = "\u001e";
/** Length before each packet, as revision 3 packs several into one. */
const COUNTED = /^(\d{1,9}):/;

/**
 * Engine.IO packets with Socket.IO's inside, revisions 3 to 5, as frames or as the client took them apart.
 * @see https://socket.io/docs/v4/socket-io-protocol/
 */
export const engineio = {
  id: "socketio",
  name: "Socket.IO",
  sniff: (payload) => {
    if (payload.packet !== null) return 3;
    if (payload.isBinary) return isPacked(payload) ? 3 : 0;
    const head = headOf(payload);
    if (head.startsWith('0{"sid":"') || /^4[0-6](?:\d+-)?(?:\/[^,]*,)?\d*[[{]/.test(head)) return 3;
    if (/^\d+:[0-6]/.test(head) && head.includes('"sid"')) return 3;
    if (/^(?:[235]|[23]probe|4[01](?:\/[^,]*,)?)$/.test(head)) return payload.text?.length === 1 ? 1 : 2;
    return 0;
  },
  decode: (payload) => {
    const { text, octets, packet } = payload;
    const tree = new TreeBuilder();
    if (packet !== null && text !== null) return readEntry(payload, text);
    if (text === null || payload.isBinary) {
      const packed = wholeMsgpack(octets);
      const isPacket = packed !== null && memberOf(packed, 0, "type") !== null && memberOf(packed, 0, "nsp") !== null;
      return isPacket ? readPacked(packed) : fail({ kind: "other" });
    }
    const texts = split(text);
    if (texts.length > 1) tree.open("array");
    const names: string[] = [];
    for (const one of texts) {
      const name = writeEngine(tree, one, payload);
      if (name === null) return fail({ kind: "malformed", offset: 0, what: "packet type" });
      names.push(name);
    }
    return ok({ summary: names.slice(0, 5).join("; "), tree: tree.closeAll() });
  },
} as const satisfies Decoder;

function isPacked({ octets }: Payload): boolean {
  // A map of three or four, which begins with "type".
  if ((octets[0] ?? 0) >> 1 !== 0x41 && (octets[0] ?? 0) !== 0x84) return false;
  const packed = wholeMsgpack(octets);
  return packed !== null && memberOf(packed, 0, "type") !== null && memberOf(packed, 0, "nsp") !== null;
}

/** What the client of Socket.IO took off the wire: the JSON of an event, or a packet without Engine.IO's type. */
function readEntry(payload: Payload, text: string): DecodeResult {
  const tree = new TreeBuilder();
  const { packet } = payload;
  if (packet?.type === "other") {
    const name = PING.test(text) ? writeEngine(tree, text, payload) : writePacket(tree, text, payload);
    return name === null ? fail({ kind: "other" }) : ok({ summary: name, tree: tree.closeAll() });
  }
  tree.open("object");
  const type = packet?.type === "ack" ? 3 : 2;
  tree.coded(
    "type",
    payload.attachments.length > 0 ? type + 3 : type,
    PACKET_TYPES[payload.attachments.length > 0 ? type + 3 : type],
  );
  if (packet !== null && packet.ackId !== null) tree.number("id", packet.ackId);
  const json = tree.read(text);
  if (json === null) return fail({ kind: "other" });
  const name = writeData(tree, json, type === 2 ? "event" : "args", payload);
  return ok({
    summary: line(PACKET_TYPES[type] ?? "", name, packet?.ackId == null ? "" : `id ${String(packet.ackId)}`),
    tree: tree.closeAll(),
  });
}

/** Packets of one frame or one body of polling. */
function split(text: string): readonly string[] {
  if (text.includes(RECORDS)) return text.split(RECORDS, MOST);
  if (!COUNTED.test(text)) return [text];
  const texts: string[] = [];
  for (let at = 0; at < text.length && texts.length < MOST;) {
    const [head, length = ""] = COUNTED.exec(text.slice(at, at + 12)) ?? [];
    if (head === undefined || at + head.length + Number(length) > text.length) return [text];
    texts.push(text.slice(at + head.length, at + head.length + Number(length)));
    at += head.length + Number(length);
  }
  return texts;
}

/** More packets than a tree has room for. */
const MOST = 10_000;

function writeEngine(tree: TreeBuilder, text: string, payload: Payload): string | null {
  const base64 = /^b4?/.exec(text)?.[0];
  if (base64 !== undefined && text.length > base64.length) {
    const octets = readBase64(text.slice(base64.length));
    if (!octets.ok) return null;
    tree
      .open("object")
      .term("engine", "b", { kind: "term", text: "binary, Base64" })
      .bytes("data", octets.value)
      .close();
    return "binary";
  }
  const type = text === "" ? Number.NaN : Number(text[0]);
  const name = ENGINE[type];
  if (name === undefined) return null;
  tree.open("object").coded("engine", type, name);
  const data = text.slice(1);
  let summary: string = name;
  if (name === "message") summary = writePacket(tree, data, payload) ?? name;
  else if (data !== "") tree.textContent("data", data);
  tree.close();
  return summary;
}

/** @returns its line; null where it is no packet */
function writePacket(tree: TreeBuilder, text: string, payload: Payload): string | null {
  const packet = readPacket(text);
  if (packet === null) {
    tree.textContent("data", text);
    return null;
  }
  tree.open("object", "packet").coded("type", PACKET_TYPES.indexOf(packet.type), packet.type);
  if (packet.attachments > 0) tree.number("attachments", packet.attachments);
  tree.term("nsp", packet.namespace);
  if (packet.id !== null) tree.number("id", packet.id);
  const json = packet.json === "" ? null : tree.read(packet.json);
  let name = "";
  if (json === null) {
    if (packet.json !== "") tree.term("data", packet.json, { kind: "rest" });
  } else if (json.kind(0) !== "array") tree.copy(json, 0, "data");
  else name = writeData(tree, json, packet.type.endsWith("EVENT") ? "event" : "args", payload);
  tree.close();
  return line(
    packet.type,
    packet.namespace === "/" ? "" : packet.namespace,
    name,
    packet.id === null ? "" : `id ${String(packet.id)}`,
  );
}

/** The event's name, its arguments with their attachments in place, and an offset that stands behind them. */
function writeData(tree: TreeBuilder, json: Tree, as: "event" | "args", payload: Payload): string {
  const [first, ...rest] = childrenOf(json, 0);
  const args = as === "event" ? rest : first === undefined ? [] : [first, ...rest];
  const name = as === "event" && first !== undefined ? plain(json, first).slice(0, 200) : "";
  if (as === "event" && first !== undefined) tree.copy(json, first, "event");
  const last = args.at(-1);
  const offset = as === "event" && last !== undefined && isOffset(json, last, payload) ? last : null;
  tree.open("array", "args");
  for (const at of args)
    if (at !== offset) tree.copy(json, at, null, (node, key) => joined(tree, json, node, key, payload));
  tree.close();
  if (offset !== null) tree.copy(json, offset, "offset", noted(tree, json, { kind: "offset" }));
  tree.isCut ||= json.isCut;
  return name;
}

const noted = (tree: TreeBuilder, json: Tree, note: NodeNote) => (at: number, key: string | null) => {
  tree.leaf("string", key, json.text(at), note);
  return true;
};

const isOffset = (json: Tree, at: number, { direction, time }: Payload): boolean =>
  direction === "received" && json.kind(at) === "string" && looksLikeOffset(plain(json, at), time);

/** Puts an attachment where its placeholder stands. */
function joined(tree: TreeBuilder, json: Tree, at: number, key: string | null, { attachments }: Payload): boolean {
  if (json.kind(at) !== "object" || json.count(at) !== 2) return false;
  const mark = memberOf(json, at, "_placeholder");
  const num = memberOf(json, at, "num");
  if (mark === null || num === null || json.text(mark) !== "true") return false;
  const index = Number(json.text(num));
  const octets = attachments[index];
  if (octets === undefined) return false;
  tree.bytes(key, octets, { kind: "attachment", index });
  return true;
}

/** A packet of socket.io-msgpack-parser: a map, attachments inline. */
function readPacked(packed: TreeBuilder): DecodeResult {
  const tree = new TreeBuilder();
  const type = memberOf(packed, 0, "type");
  const name = PACKET_TYPES[Number(plain(packed, type))];
  tree.copy(packed, 0, null, (at, key) => {
    if (at !== type || name === undefined) return false;
    tree.coded(key, Number(packed.text(at)), name);
    return true;
  });
  const data = memberOf(packed, 0, "data");
  const event = data === null ? undefined : childrenOf(packed, data)[0];
  return ok({
    summary: line(name ?? "?", event === undefined ? "" : plain(packed, event).slice(0, 80)),
    tree: tree.closeAll(),
  });
}
