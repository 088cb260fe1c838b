import type { DecodeFault } from "./decoder.ts";
import { float32Text, float64Text } from "./floatText.ts";
import type { OctetReader } from "./octetReader.ts";
import type { TreeBuilder } from "./treeBuilder.ts";

/** An array or a map, and how many of its values are still to come. */
interface Frame {
  readonly isMap: boolean;
  left: number;
}

/**
 * Reads one value into a tree, without recursion: 64-bit numbers keep their digits, keys their order, and a
 * declared length costs nothing before its octets are there.
 * @see https://github.com/msgpack/msgpack/blob/master/spec.md
 */
export function readMsgpack(from: OctetReader, into: TreeBuilder, name: string | null): DecodeFault | null {
  const frames: Frame[] = [];
  let key = name;
  for (;;) {
    const began = from.at;
    const frame = readItem(from, into, key);
    if (from.isShort) return { kind: "short", offset: began };
    if (frame === "unused") return { kind: "malformed", offset: began, what: "0xc1, never used" };
    if (frame !== null) frames.push(frame);
    while (frames.at(-1)?.left === 0) {
      into.close();
      frames.pop();
    }
    const inside = frames.at(-1);
    if (!inside || into.isFull()) return null;
    inside.left--;
    key = null;
    if (!inside.isMap) continue;
    if (isBranch(from.octets[from.at] ?? 0)) {
      // A key that is no scalar stands before its value as the first of two.
      into.open("array", null, { kind: "term", text: "key, value" });
      frames.push({ isMap: false, left: 1 });
    } else {
      key = readKey(from);
      if (from.isShort) return { kind: "short", offset: from.at };
    }
  }
}

const isBranch = (octet: number): boolean => (octet >= 0x80 && octet <= 0x9f) || (octet >= 0xdc && octet <= 0xdf);

/** A scalar key as it reads: a string's content, of others the spelling. */
function readKey(from: OctetReader): string {
  let text = "";
  const takeText = (_: unknown, value: string): void => {
    text = value;
  };
  const takeOctets = (_: unknown, octets: Uint8Array): void => {
    text = Array.from(octets.subarray(0, 64), (octet) => octet.toString(16).padStart(2, "0")).join(" ");
  };
  readScalar(from, from.u8(), null, {
    text: takeText,
    string: takeText,
    number: takeText,
    literal: takeText,
    bytes: takeOctets,
    extension: (_, type, octets) => {
      takeOctets(null, octets);
      text = `ext ${String(type)} ${text}`;
    },
  });
  return text;
}

/** @returns a frame for a branch with children, null for a scalar or an empty one */
function readItem(from: OctetReader, into: TreeBuilder, key: string | null): Frame | "unused" | null {
  const first = from.u8();
  if (first >= 0x80 && first <= 0x8f) return branch(into, key, true, first & 0x0f);
  if (first >= 0x90 && first <= 0x9f) return branch(into, key, false, first & 0x0f);
  if (first === 0xdc) return branch(into, key, false, from.u16());
  if (first === 0xdd) return branch(into, key, false, from.u32());
  if (first === 0xde) return branch(into, key, true, from.u16());
  if (first === 0xdf) return branch(into, key, true, from.u32());
  if (first === 0xc1) return "unused";
  readScalar(from, first, key, {
    text: (name, value) => into.term(name, value),
    string: (name, value) => into.string(name, value),
    number: (name, value) => into.leaf("number", name, value),
    literal: (name, value) => into.leaf("literal", name, value),
    bytes: (name, octets) => into.bytes(name, octets),
    extension: (name, type, octets) => {
      extension(into, name, type, octets);
    },
  });
  return null;
}

function branch(into: TreeBuilder, key: string | null, isMap: boolean, count: number): Frame | null {
  into.open(isMap ? "object" : "array", key);
  if (count > 0) return { isMap, left: count };
  into.close();
  return null;
}

interface Scalars {
  text(key: string | null, value: string): unknown;
  string(key: string | null, value: string): unknown;
  number(key: string | null, value: string): unknown;
  literal(key: string | null, value: string): unknown;
  bytes(key: string | null, octets: Uint8Array): unknown;
  extension(key: string | null, type: number, octets: Uint8Array): unknown;
}

function readScalar(from: OctetReader, first: number, key: string | null, to: Scalars): void {
  const text = (length: number): void => {
    const octets = from.take(length);
    to.string(key, new TextDecoder("utf-8", { ignoreBOM: true }).decode(octets));
  };
  const extended = (length: number): void => {
    const type = from.i8();
    to.extension(key, type, from.take(length));
  };
  if (first <= 0x7f) to.number(key, String(first));
  else if (first >= 0xe0) to.number(key, String(first - 256));
  else if (first >= 0xa0 && first <= 0xbf) text(first & 0x1f);
  else if (first === 0xc0) to.literal(key, "null");
  else if (first === 0xc2 || first === 0xc3) to.literal(key, String(first === 0xc3));
  else if (first === 0xc4) to.bytes(key, from.take(from.u8()));
  else if (first === 0xc5) to.bytes(key, from.take(from.u16()));
  else if (first === 0xc6) to.bytes(key, from.take(from.u32()));
  else if (first === 0xc7) extended(from.u8());
  else if (first === 0xc8) extended(from.u16());
  else if (first === 0xc9) extended(from.u32());
  else if (first === 0xca) to.number(key, float32Text(from.f32()));
  else if (first === 0xcb) to.number(key, float64Text(from.f64()));
  else if (first === 0xcc) to.number(key, String(from.u8()));
  else if (first === 0xcd) to.number(key, String(from.u16()));
  else if (first === 0xce) to.number(key, String(from.u32()));
  else if (first === 0xcf) to.number(key, String(from.u64()));
  else if (first === 0xd0) to.number(key, String(from.i8()));
  else if (first === 0xd1) to.number(key, String(from.i16()));
  else if (first === 0xd2) to.number(key, String(from.i32()));
  else if (first === 0xd3) to.number(key, String(from.i64()));
  else if (first >= 0xd4 && first <= 0xd8) extended(2 ** (first - 0xd4));
  else if (first === 0xd9) text(from.u8());
  else if (first === 0xda) text(from.u16());
  else if (first === 0xdb) text(from.u32());
}

/** Type −1 is a timestamp; every other is the application's own. */
function extension(into: TreeBuilder, key: string | null, type: number, octets: Uint8Array): void {
  const at = type === -1 ? timestamp(octets) : null;
  const text = type === -1 ? "timestamp" : `ext ${String(type)}`;
  if (at === null) into.bytes(key, octets, { kind: "term", text });
  else into.leaf("text", key, new Date(at).toISOString(), { kind: "term", text });
}

/** In ms since 1970; null where it is none that a date can hold. @see the same document, "Timestamp extension type" */
function timestamp(octets: Uint8Array): number | null {
  const view = new DataView(octets.buffer, octets.byteOffset, octets.byteLength);
  let at = Number.NaN;
  if (octets.length === 4) at = view.getUint32(0) * 1000;
  if (octets.length === 8) {
    const both = view.getBigUint64(0);
    at = Number(both & 0x3_ffff_ffffn) * 1000 + Number(both >> 34n) / 1e6;
  }
  if (octets.length === 12) at = Number(view.getBigInt64(4)) * 1000 + view.getUint32(0) / 1e6;
  return Math.abs(at) <= 8.64e15 ? at : null;
}
