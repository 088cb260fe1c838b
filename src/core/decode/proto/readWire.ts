import type { NodeNote } from "../../units/tree.ts";
import { strictUtf8 } from "../../units/utf8.ts";
import type { DecodeFault } from "../decoder.ts";
import { float32Text, float64Text } from "../floatText.ts";
import { OctetReader } from "../octetReader.ts";
import { isReadable, type TreeBuilder } from "../treeBuilder.ts";
import { resolve, SCALARS, type Field, type MessageType, type Schema } from "./schema.ts";

/** Messages inside of messages: real ones are a few deep, and protobuf's own parsers stop at 100. */
const DEEPEST = 100;
const GUESSED_DEEPEST = 24;

/** @see https://protobuf.dev/programming-guides/encoding/ */
export function readWire(
  from: OctetReader,
  into: TreeBuilder,
  type: MessageType | null,
  schema: Schema | null,
  depth = 0,
): DecodeFault | null {
  while (from.left() > 0 && !into.isFull()) {
    const began = from.at;
    const tag = varint(from);
    if (tag === null || from.isShort) return { kind: "short", offset: began };
    const [number, wire] = [Number(tag >> 3n), Number(tag & 7n)];
    if (number < 1 || number > 536_870_911) return { kind: "malformed", offset: began, what: "field number" };
    const field = type?.fields.get(number) ?? null;
    const fault = readField({ from, into, schema, depth, field, number }, wire);
    if (fault !== null) return fault.kind === "other" ? { kind: "malformed", offset: began, what: "wire type" } : fault;
    if (from.isShort) return { kind: "short", offset: began };
  }
  return null;
}

interface Place {
  readonly from: OctetReader;
  readonly into: TreeBuilder;
  readonly schema: Schema | null;
  readonly depth: number;
  readonly field: Field | null;
  readonly number: number;
}

/** Unsigned, up to 64 bits. */
function varint(from: OctetReader): bigint | null {
  let value = 0n;
  for (let shift = 0n; shift < 70n; shift += 7n) {
    const octet = from.u8();
    value |= BigInt(octet & 0x7f) << shift;
    if (octet < 0x80) return BigInt.asUintN(64, value);
  }
  return null;
}

const nameOf = ({ field, number }: Place): string => field?.name ?? `field ${String(number)}`;

function readField(place: Place, wire: number): DecodeFault | null {
  const { from } = place;
  switch (wire) {
    case 0: {
      const value = varint(from);
      if (value === null) return { kind: "malformed", offset: from.at, what: "varint" };
      writeVarint(place, value, nameOf(place));
      return null;
    }
    case 1:
      writeFixed(place, 8, nameOf(place));
      return null;
    case 2: {
      const began = from.at;
      const length = varint(from);
      if (length === null || length > BigInt(from.left())) return { kind: "short", offset: began };
      return readLengthDelimited(place, from.take(Number(length)));
    }
    case 5:
      writeFixed(place, 4, nameOf(place));
      return null;
    // Groups are as old as proto1: their end is a tag of its own.
    case 3:
    case 4:
      place.into.term(nameOf(place), wire === 3 ? "group start" : "group end");
      return null;
    default:
      return { kind: "other" };
  }
}

function writeVarint({ into, field, schema }: Place, value: bigint, key: string | null): void {
  const signed = BigInt.asIntN(64, value);
  switch (field?.type) {
    case undefined:
      into.number(key, value, signed < 0n ? { kind: "term", text: String(signed) } : null);
      return;
    case "bool":
      into.literal(key, value !== 0n);
      return;
    case "int32":
      into.number(key, BigInt.asIntN(32, value));
      return;
    case "int64":
      into.number(key, signed);
      return;
    case "uint32":
      into.number(key, BigInt.asUintN(32, value));
      return;
    case "sint32":
    case "sint64":
      into.number(key, (value >> 1n) ^ -(value & 1n));
      return;
    default: {
      const named = schema === null || field === null ? null : resolve(schema, field.type, field.scope);
      if (named === null || !("values" in named)) into.number(key, value);
      else into.coded(key, Number(BigInt.asIntN(32, value)), named.values.get(Number(BigInt.asIntN(32, value))));
    }
  }
}

function writeFixed({ from, into, field }: Place, size: 4 | 8, key: string | null): void {
  const raw = size === 4 ? BigInt(from.u32(true)) : from.u64(true);
  const view = new DataView(new ArrayBuffer(8));
  view.setBigUint64(0, raw, true);
  const float = size === 4 ? float32Text(view.getFloat32(0, true)) : float64Text(view.getFloat64(0, true));
  switch (field?.type) {
    case undefined:
      into.number(key, raw, { kind: "term", text: `${size === 4 ? "float" : "double"} ${float}` });
      return;
    case "float":
    case "double":
      into.leaf("number", key, float);
      return;
    case "sfixed32":
    case "sfixed64":
      into.number(key, BigInt.asIntN(size * 8, raw));
      return;
    default:
      into.number(key, raw);
  }
}

const PACKED: Readonly<Record<string, 4 | 8>> = {
  double: 8,
  float: 4,
  fixed32: 4,
  fixed64: 8,
  sfixed32: 4,
  sfixed64: 8,
};

function readLengthDelimited(place: Place, octets: Uint8Array): DecodeFault | null {
  const { into, field, schema, depth } = place;
  const key = nameOf(place);
  if (field === null) {
    writeGuess(into, key, octets, depth);
    return null;
  }
  if (field.map !== null) return readEntry(place, octets, field.map);
  if (field.type === "string") {
    const text = strictUtf8(octets);
    if (text === null) into.bytes(key, octets, { kind: "term", text: "not UTF-8" });
    else into.string(key, text);
    return null;
  }
  if (field.type === "bytes") {
    into.bytes(key, octets);
    return null;
  }
  const named = schema === null ? null : resolve(schema, field.type, field.scope);
  if (SCALARS.includes(field.type) || (named !== null && "values" in named)) {
    readPacked(place, octets);
    return null;
  }
  if (named === null || depth >= DEEPEST) {
    writeGuess(into, key, octets, depth);
    return null;
  }
  into.open("object", key, { kind: "term", text: named.name });
  const fault = "fields" in named ? readWire(new OctetReader(octets), into, named, schema, depth + 1) : null;
  into.close();
  return fault;
}

/** Numbers of one field one after the other. */
function readPacked(place: Place, octets: Uint8Array): void {
  const from = new OctetReader(octets);
  const size = PACKED[place.field?.type ?? ""];
  place.into.open("array", nameOf(place));
  while (from.left() > 0 && !place.into.isFull()) {
    if (size !== undefined) writeFixed({ ...place, from }, size, null);
    else writeVarint(place, varint(from) ?? 0n, null);
  }
  place.into.close();
}

/** A map's entry is a message of two fields. */
function readEntry(
  place: Place,
  octets: Uint8Array,
  map: { readonly key: string; readonly value: string },
): DecodeFault | null {
  const { into, field, schema, depth } = place;
  const scope = field?.scope ?? "";
  const of = (name: string, number: number, type: string): readonly [number, Field] => [
    number,
    { name, number, type, isRepeated: false, map: null, scope },
  ];
  into.open("object", nameOf(place), { kind: "term", text: "entry" });
  const fields = new Map([of("key", 1, map.key), of("value", 2, map.value)]);
  const fault = readWire(new OctetReader(octets), into, { name: "entry", fields }, schema, depth + 1);
  into.close();
  return fault;
}

const GUESS: NodeNote = { kind: "guess" };

/** Without a schema: text if it reads as text, a message if it reads as one, and octets otherwise. */
function writeGuess(into: TreeBuilder, key: string, octets: Uint8Array, depth: number): void {
  const text = octets.length === 0 ? "" : strictUtf8(octets);
  if (text !== null && isReadable(text)) into.string(key, text, GUESS);
  else if (depth < GUESSED_DEEPEST && isMessage(octets)) {
    into.open("object", key, GUESS);
    readWire(new OctetReader(octets), into, null, null, depth + 1);
    into.close();
  } else into.bytes(key, octets);
}

/** Whether octets can be a message: every field whole, of a usual number, and nothing behind it. */
export function isMessage(octets: Uint8Array): boolean {
  const from = new OctetReader(octets);
  while (from.left() > 0) {
    const tag = varint(from);
    if (tag === null || from.isShort) return false;
    const [number, wire] = [tag >> 3n, Number(tag & 7n)];
    if (number < 1n || number > 9999n) return false;
    if (wire === 0) {
      if (varint(from) === null) return false;
    } else if (wire === 1) from.take(8);
    else if (wire === 5) from.take(4);
    else if (wire === 2) {
      const length = varint(from);
      if (length === null || length > BigInt(from.left())) return false;
      from.take(Number(length));
    } else return false;
    if (from.isShort) return false;
  }
  return octets.length > 0;
}
