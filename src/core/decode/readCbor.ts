import type { NodeNote } from "../units/tree.ts";
import type { DecodeFault } from "./decoder.ts";
import { float32Text, float64Text, readFloat16 } from "./floatText.ts";
import type { OctetReader } from "./octetReader.ts";
import type { TreeBuilder } from "./treeBuilder.ts";

/** An array or a map, and how many of its values are still to come; null: until a "break". */
interface Frame {
  readonly isMap: boolean;
  left: number | null;
}

interface Head {
  readonly major: number;
  /** null: of indefinite length */
  readonly argument: number | bigint | null;
  readonly info: number;
}

/**
 * Reads one data item into a tree, without recursion: numbers of any size, tags, indefinite lengths.
 * @see RFC 8949
 */
export function readCbor(from: OctetReader, into: TreeBuilder, name: string | null): DecodeFault | null {
  const frames: Frame[] = [];
  let key = name;
  let note: NodeNote | null = null;
  for (;;) {
    const began = from.at;
    const head = readHead(from);
    if (from.isShort) return { kind: "short", offset: began };
    if (head === null) return { kind: "malformed", offset: began, what: "additional information" };
    const inside = frames.at(-1);
    if (head.major === 6) {
      note = tagNote(head.argument ?? 0, note);
      continue;
    }
    if (head.major === 7 && head.info === 31) {
      if (inside?.left !== null || note !== null || key !== null)
        return { kind: "malformed", offset: began, what: "break" };
      inside.left = 0;
    } else {
      const fault = readItem(from, into, { head, key, note, frames });
      if (fault !== null) return from.isShort ? { kind: "short", offset: began } : { ...fault, offset: began };
      note = null;
    }
    while (frames.at(-1)?.left === 0) {
      into.close();
      frames.pop();
    }
    const open = frames.at(-1);
    if (!open || into.isFull()) return null;
    if (open.left !== null) open.left--;
    key = null;
    if (!open.isMap || from.octets[from.at] === 0xff) continue;
    const next = (from.octets[from.at] ?? 0) >> 5;
    if (next > 3) {
      into.open("array", null, { kind: "term", text: "key, value" });
      frames.push({ isMap: false, left: 1 });
      continue;
    }
    const keyed = readKey(from);
    if (from.isShort) return { kind: "short", offset: from.at };
    if (keyed === null) return { kind: "malformed", offset: from.at, what: "key" };
    key = keyed;
  }
}

function readHead(from: OctetReader): Head | null {
  const first = from.u8();
  const [major, info] = [first >> 5, first & 0x1f];
  if (info < 24) return { major, info, argument: info };
  if (info === 24) return { major, info, argument: from.u8() };
  if (info === 25) return { major, info, argument: from.u16() };
  if (info === 26) return { major, info, argument: from.u32() };
  if (info === 27) return { major, info, argument: from.u64() };
  const mayBeOpen = major >= 2 && major !== 6;
  return info === 31 && mayBeOpen ? { major, info, argument: null } : null;
}

/** Strings of definite or indefinite length. null: a chunk of another kind */
function readOctets(from: OctetReader, { major, argument }: Head): Uint8Array | null {
  if (argument !== null) return from.take(Number(argument));
  const chunks: number[] = [];
  while (!from.isDone()) {
    if (from.octets[from.at] === 0xff) {
      from.at++;
      return Uint8Array.from(chunks);
    }
    const head = readHead(from);
    if (head?.major !== major || head.argument === null) return null;
    for (const octet of from.take(Number(head.argument))) chunks.push(octet);
  }
  from.isShort = true;
  return null;
}

const decodeText = (octets: Uint8Array): string => new TextDecoder("utf-8", { ignoreBOM: true }).decode(octets);

function readKey(from: OctetReader): string | null {
  const head = readHead(from);
  if (head === null) return null;
  const argument = head.argument ?? 0;
  if (head.major === 0) return String(argument);
  if (head.major === 1) return String(-1n - BigInt(argument));
  const octets = readOctets(from, head);
  if (octets === null) return null;
  return head.major === 3
    ? decodeText(octets)
    : `h'${Array.from(octets.subarray(0, 64), (octet) => octet.toString(16).padStart(2, "0")).join("")}'`;
}

interface Item {
  readonly head: Head;
  readonly key: string | null;
  readonly note: NodeNote | null;
  readonly frames: Frame[];
}

function readItem(
  from: OctetReader,
  into: TreeBuilder,
  { head, key, note, frames }: Item,
): Extract<DecodeFault, { kind: "malformed" }> | null {
  const { major, argument } = head;
  const wrong = (what: string) => ({ kind: "malformed", offset: 0, what }) as const;
  switch (major) {
    case 0:
      if (argument === null) return wrong("integer");
      into.number(key, argument, timed(note, Number(argument)));
      return null;
    case 1:
      if (argument === null) return wrong("integer");
      into.number(key, -1n - BigInt(argument), note);
      return null;
    case 2:
    case 3: {
      const octets = readOctets(from, head);
      if (octets === null || from.isShort) return wrong("string");
      const isBig = note?.kind === "term" && (note.text === BIGNUM || note.text === NEGATIVE);
      if (major === 3) into.string(key, decodeText(octets), note);
      else if (isBig && octets.length <= 1024) into.number(key, bignum(octets, note.text === NEGATIVE), note);
      else into.bytes(key, octets, note);
      return null;
    }
    case 4:
    case 5: {
      into.open(major === 4 ? "array" : "object", key, note);
      const left = argument === null ? null : Number(argument);
      frames.push({ isMap: major === 5, left });
      return null;
    }
    default:
      simple(from, into, { head, key, note, frames });
      return null;
  }
}

function simple(_from: OctetReader, into: TreeBuilder, { head, key, note }: Item): void {
  const argument = head.argument ?? 0;
  if (head.info === 25) into.leaf("number", key, float64Text(readFloat16(Number(argument))), note);
  else if (head.info === 26) {
    const value = floatOf(4, BigInt(argument));
    into.leaf("number", key, float32Text(value), timed(note, value));
  } else if (head.info === 27) {
    const value = floatOf(8, BigInt(argument));
    into.leaf("number", key, float64Text(value), timed(note, value));
  } else into.leaf("literal", key, SIMPLE[Number(argument)] ?? `simple(${String(argument)})`, note);
}

const SIMPLE: Readonly<Record<number, string>> = { 20: "false", 21: "true", 22: "null", 23: "undefined" };

function floatOf(size: 4 | 8, bits: bigint): number {
  const view = new DataView(new ArrayBuffer(8));
  if (size === 8) view.setBigUint64(0, bits);
  else view.setUint32(0, Number(bits));
  return size === 8 ? view.getFloat64(0) : view.getFloat32(0);
}

function bignum(octets: Uint8Array, isNegative: boolean): bigint {
  const hex = Array.from(octets, (octet) => octet.toString(16).padStart(2, "0")).join("");
  const value = BigInt(`0x0${hex}`);
  return isNegative ? -1n - value : value;
}

const BIGNUM = "tag 2, bignum";
const NEGATIVE = "tag 3, negative bignum";
const EPOCH = "tag 1, epoch time";

/** @see https://www.iana.org/assignments/cbor-tags */
const TAGS: Readonly<Record<string, string>> = {
  0: "date/time",
  1: "epoch time",
  2: "bignum",
  3: "negative bignum",
  4: "decimal fraction",
  5: "bigfloat",
  21: "base64url",
  22: "base64",
  23: "base16",
  24: "encoded CBOR",
  32: "URI",
  33: "base64url",
  34: "base64",
  35: "regular expression",
  36: "MIME message",
  37: "UUID",
  258: "set",
  55799: "self-described CBOR",
};

/** The innermost tag tells most; the one that only says "CBOR" gives way. */
function tagNote(tag: number | bigint, before: NodeNote | null): NodeNote {
  const name = TAGS[String(tag)];
  const text = `tag ${String(tag)}${name === undefined ? "" : `, ${name}`}`;
  const outer = before?.kind === "term" && !before.text.startsWith("tag 55799") ? `${before.text} › ` : "";
  return { kind: "term", text: (outer + text).slice(0, 120) };
}

/** An epoch time is a date. */
const timed = (note: NodeNote | null, seconds: number): NodeNote | null =>
  note?.kind === "term" && note.text === EPOCH && Math.abs(seconds) <= 8.64e12
    ? { kind: "time", at: seconds * 1000 }
    : note;
