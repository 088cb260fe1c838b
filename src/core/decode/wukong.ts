import { fail, ok } from "../units/result.ts";
import type { DecodeFault, Decoder } from "./decoder.ts";
import { line } from "./jsonPayload.ts";
import { OctetReader } from "./octetReader.ts";
import { TreeBuilder } from "./treeBuilder.ts";

/** @see https://github.com/WuKongIM/WuKongIMGoProto: one byte of type and flags, a length as in MQTT, big endian */
const TYPES = [
  "RESERVED",
  "CONNECT",
  "CONNACK",
  "SEND",
  "SENDACK",
  "RECV",
  "RECVACK",
  "PING",
  "PONG",
  "DISCONNECT",
  "SUB",
  "SUBACK",
  "EVENT",
] as const;
type Type = (typeof TYPES)[number];

const REASONS = [
  "unknown",
  "success",
  "auth fail",
  "subscriber not in channel",
  "in blacklist",
  "channel not exist",
  "user not on node",
  "sender offline",
  "msgKey error",
  "payload decode error",
  "forward failed",
  "not allowed to send",
  "kicked",
  "not in whitelist",
  "token query error",
  "system error",
  "channel id error",
  "node match error",
  "node not match",
  "banned",
  "header not supported",
  "clientKey empty",
  "rate limit",
  "channel type not supported",
  "channel disbanded",
  "send banned",
  "channel deleting",
  "protocol upgrade required",
  "idempotency conflict",
  "message seq exhausted",
];
const CHANNELS = [
  "",
  "person",
  "group",
  "service",
  "community",
  "topic",
  "info",
  "data",
  "temp",
  "live",
  "visitors",
  "agent",
  "agent group",
];
const DEVICES: Readonly<Record<number, string>> = { 0: "app", 1: "web", 2: "pc", 99: "system" };
const FLAGS = [
  [8, "DUP"],
  [4, "SyncOnce"],
  [2, "RedDot"],
  [1, "NoPersist"],
] as const;
const SETTINGS = [
  [0x80, "receipt"],
  [0x20, "signal"],
  [0x10, "no encrypt"],
  [0x08, "topic"],
  [0x02, "stream"],
] as const;

export const wukong = {
  id: "wukong",
  name: "WuKongIM",
  sniff: ({ isBinary, octets }) => {
    if (!isBinary || octets.length === 0) return 0;
    const read = readPackets(octets);
    if ("kind" in read) return 0;
    // PING and PONG are one octet each, and any octet may be one.
    return octets.length > 1 ? 2 : 1;
  },
  decode: ({ octets }) => {
    const read = readPackets(octets);
    if ("kind" in read) return fail(read);
    read.tree.closeAll();
    const isOne = read.names.length === 1;
    return ok({
      summary: read.names.slice(0, 5).join("; "),
      tree: isOne ? new TreeBuilder().copy(read.tree, 1, null).closeAll() : read.tree,
    });
  },
} as const satisfies Decoder;

function readPackets(
  octets: Uint8Array,
): DecodeFault | { readonly tree: TreeBuilder; readonly names: readonly string[] } {
  const from = new OctetReader(octets);
  const tree = new TreeBuilder().open("array");
  const names: string[] = [];
  while (from.left() > 0 && !tree.isFull()) {
    const began = from.at;
    const first = from.u8();
    const type = TYPES[first >> 4];
    if (type === undefined || type === "RESERVED") return { kind: "malformed", offset: began, what: "type" };
    const isBare = type === "PING" || type === "PONG";
    const length = isBare ? 0 : from.varint(4);
    if (length === null || length > from.left()) return { kind: "short", offset: began };
    const body = new OctetReader(octets, from.at, from.at + length);
    tree.open("object").coded("type", first >> 4, type);
    flags(tree, "flags", first & 15, type === "CONNACK" ? [[1, "has serverVersion"]] : FLAGS);
    const name = BODIES[type](body, tree, first & 15);
    if (body.isShort) return { kind: "short", offset: began };
    if (name === null) return { kind: "malformed", offset: began, what: type };
    if (body.left() > 0) return { kind: "malformed", offset: body.at, what: "length" };
    tree.close();
    names.push(line(type, name));
    from.at += length;
  }
  return names.length === 0 ? { kind: "other" } : { tree, names };
}

function flags(
  tree: TreeBuilder,
  key: string,
  bits: number,
  names: readonly (readonly [bit: number, name: string])[],
): void {
  const set = names.filter(([bit]) => (bits & bit) !== 0).map(([, name]) => name);
  tree.coded(key, bits, set.length === 0 ? undefined : set.join(", "));
}

type ReadBody = (from: OctetReader, tree: TreeBuilder, flags: number) => string | null;

/** @returns the text, or null where it is none: then this is no packet of WuKongIM's */
function text(from: OctetReader, tree: TreeBuilder, key: string): string | null {
  const read = from.utf8(from.u16());
  if (read === null || /[\u0000-\u0008\u000e-\u001f]/.test(read)) return null;
  tree.string(key, read);
  return read;
}
const texts = (from: OctetReader, tree: TreeBuilder, ...keys: readonly string[]): readonly string[] | null => {
  const all = keys.map((key) => text(from, tree, key));
  return all.every((one) => one !== null) ? all : null;
};
const reason = (from: OctetReader, tree: TreeBuilder): string => {
  const code = from.u8();
  tree.coded("reasonCode", code, REASONS[code]);
  return REASONS[code] ?? String(code);
};
const channel = (from: OctetReader, tree: TreeBuilder): void => {
  const type = from.u8();
  tree.coded("channelType", type, CHANNELS[type]);
};
const millis = (tree: TreeBuilder, key: string, at: bigint): TreeBuilder =>
  tree.number(key, at, { kind: "time", at: Number(at) });
/** Encrypted content is Base64 of what a key of the connection opens; the log has no such key. */
const payload = (tree: TreeBuilder, octets: Uint8Array, setting: number): TreeBuilder => {
  const isSealed =
    (setting & 0x10) === 0 &&
    octets.length >= 24 &&
    /^[A-Za-z0-9+/]+=*$/.test(String.fromCharCode(...octets.subarray(0, 4096)));
  return tree.content("payload", octets, isSealed ? { kind: "encrypted" } : null);
};
/** Four octets up to version 5, eight from version 6 on: told by what is left. */
const sequence = (from: OctetReader, tree: TreeBuilder, isLong: boolean): TreeBuilder =>
  isLong ? tree.number("messageSeq", from.u64()) : tree.number("messageSeq", from.u32());

const BODIES: Readonly<Record<Type, ReadBody>> = {
  RESERVED: () => null,
  CONNECT: (from, tree) => {
    tree.number("version", from.u8());
    const device = from.u8();
    tree.coded("deviceFlag", device, DEVICES[device]);
    const read = texts(from, tree, "deviceID", "uid", "token");
    millis(tree, "clientTimestamp", from.i64());
    return read === null || text(from, tree, "clientKey") === null ? null : (read[1] ?? "");
  },
  CONNACK: (from, tree, bits) => {
    const version = (bits & 1) === 0 ? null : from.u8();
    if (version !== null) tree.number("serverVersion", version);
    tree.number("timeDiff", from.i64());
    const why = reason(from, tree);
    if (texts(from, tree, "serverKey", "salt") === null) return null;
    if (from.left() >= 8) tree.number("nodeId", from.u64());
    return why;
  },
  SEND: (from, tree) => {
    const setting = from.u8();
    flags(tree, "setting", setting, SETTINGS);
    tree.number("clientSeq", from.u32());
    const read = texts(from, tree, "clientMsgNo", "channelId");
    channel(from, tree);
    tree.number("expire", from.u32());
    if (read === null || text(from, tree, "msgKey") === null) return null;
    if ((setting & 8) !== 0 && text(from, tree, "topic") === null) return null;
    payload(tree, from.rest(), setting);
    return `→ ${read[1] ?? ""}`;
  },
  SENDACK: (from, tree) => {
    tree.number("messageID", from.i64()).number("clientSeq", from.u32());
    sequence(from, tree, from.left() === 9);
    const why = reason(from, tree);
    return from.left() > 0 && text(from, tree, "clientMsgNo") === null ? null : why;
  },
  RECV: (from, tree) => {
    const setting = from.u8();
    flags(tree, "setting", setting, SETTINGS);
    const read = texts(from, tree, "msgKey", "fromUID", "channelId");
    channel(from, tree);
    tree.number("expire", from.u32());
    if (read === null || text(from, tree, "clientMsgNo") === null) return null;
    tree.number("messageID", from.i64()).number("messageSeq", from.u32());
    const seconds = from.u32();
    tree.number("timestamp", seconds, { kind: "time", at: seconds * 1000 });
    if ((setting & 8) !== 0 && text(from, tree, "topic") === null) return null;
    payload(tree, from.rest(), setting);
    return `← ${read[1] ?? ""}`;
  },
  RECVACK: (from, tree) => {
    const id = from.i64();
    tree.number("messageID", id);
    sequence(from, tree, from.left() === 8);
    return String(id);
  },
  PING: () => "",
  PONG: () => "",
  DISCONNECT: (from, tree) => {
    const why = reason(from, tree);
    const said = text(from, tree, "reason");
    return said === null ? null : line(why, said);
  },
  SUB: (from, tree) => {
    flags(tree, "setting", from.u8(), SETTINGS);
    const read = texts(from, tree, "clientMsgNo", "channelId");
    channel(from, tree);
    tree.coded("action", from.u8(), undefined);
    return read === null || text(from, tree, "param") === null ? null : (read[1] ?? "");
  },
  SUBACK: (from, tree) => {
    const read = texts(from, tree, "clientMsgNo", "channelId");
    channel(from, tree);
    tree.coded("action", from.u8(), undefined);
    const why = reason(from, tree);
    return read === null ? null : line(read[1] ?? "", why);
  },
  EVENT: (from, tree) => {
    const read = texts(from, tree, "id", "type");
    millis(tree, "timestamp", from.i64());
    tree.content("data", from.rest());
    return read === null ? null : (read[1] ?? "");
  },
};
