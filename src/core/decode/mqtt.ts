import { fail, ok } from "../units/result.ts";
import type { DecodeFault, Decoder } from "./decoder.ts";
import { line } from "./jsonPayload.ts";
import { MQTT_TYPES } from "./mqttTerms.ts";
import { readBody, type Version } from "./mqttBodies.ts";
import { OctetReader } from "./octetReader.ts";
import { TreeBuilder } from "./treeBuilder.ts";

/**
 * MQTT 3.1.1 and 5: packets as they come, several in a frame. Only CONNECT names its version; of every other
 * packet it is told by which of the two it fits, and 5 is tried first.
 * @see https://docs.oasis-open.org/mqtt/mqtt/v3.1.1/os/mqtt-v3.1.1-os.html
 */
export const mqtt = {
  id: "mqtt",
  name: "MQTT",
  sniff: ({ isBinary, octets, subprotocol }) => {
    if (!isBinary || octets.length < 2) return 0;
    const read = readPackets(octets);
    if (subprotocol.startsWith("mqtt")) return read.fault === null ? 3 : 1;
    if (read.fault !== null) return 0;
    const isConnect = (octets[0] ?? 0) === 0x10;
    return isConnect ? 3 : octets.length > 2 ? 2 : 1;
  },
  decode: ({ octets }) => {
    const { tree, names, fault } = readPackets(octets);
    if (fault !== null && (names.length === 0 || fault.kind !== "short")) return fail(fault);
    // The last packet goes on in the next frame: what came whole is shown.
    if (fault?.kind === "short") tree.bytes(null, octets.subarray(fault.offset), { kind: "rest" });
    tree.closeAll();
    const whole = tree.count(0) === 1 ? new TreeBuilder().copy(tree, 1, null).closeAll() : tree;
    return ok({ summary: names.slice(0, 5).join("; "), tree: whole });
  },
} as const satisfies Decoder;

interface Packets {
  readonly tree: TreeBuilder;
  readonly names: readonly string[];
  readonly fault: DecodeFault | null;
}

function readPackets(octets: Uint8Array): Packets {
  const from = new OctetReader(octets);
  const tree = new TreeBuilder().open("array");
  const names: string[] = [];
  while (from.left() > 0 && !tree.isFull()) {
    const began = from.at;
    const first = from.u8();
    const type = MQTT_TYPES[first >> 4] ?? "Reserved";
    if (!hasValidFlags(first))
      return { tree, names, fault: { kind: "malformed", offset: began, what: "Control Packet type" } };
    const length = from.varint(4);
    if (length === null || length > from.left()) {
      const isShort = from.isShort || length !== null;
      return { tree, names, fault: isShort ? { kind: "short", offset: began } : malformed(began, "Remaining Length") };
    }
    const body = octets.subarray(from.at, from.at + length);
    from.at += length;
    const read = ([5, 4] as const).map((version) => attempt(first, body, version)).find(({ name }) => name !== null);
    if (read === undefined) return { tree, names, fault: malformed(began, type) };
    tree.copy(read.packet, 0, null);
    names.push(line(type, read.name ?? ""));
  }
  return { tree, names, fault: names.length === 0 ? { kind: "other" } : null };
}

const malformed = (offset: number, what: string): DecodeFault => ({ kind: "malformed", offset, what });

/** Type 0 is reserved; the lower bits are given, but for PUBLISH, whose QoS is never 3. */
function hasValidFlags(first: number): boolean {
  const [type, bits] = [first >> 4, first & 15];
  if (type === 0) return false;
  if (type === 3) return (bits & 6) !== 6;
  return bits === (type === 6 || type === 8 || type === 10 ? 2 : 0);
}

/** One packet by the rules of one version; the name is null where it breaks them. */
function attempt(
  first: number,
  octets: Uint8Array,
  version: Version,
): { readonly packet: TreeBuilder; readonly name: string | null } {
  const packet = new TreeBuilder().open("object");
  const type = MQTT_TYPES[first >> 4] ?? "Reserved";
  packet.coded("Control Packet type", first >> 4, type);
  if (type === "PUBLISH") {
    packet
      .literal("DUP", (first & 8) !== 0)
      .number("QoS", (first >> 1) & 3)
      .literal("RETAIN", (first & 1) !== 0);
  }
  const body = new OctetReader(octets);
  const name = readBody({ type, from: body, tree: packet, version, qos: (first >> 1) & 3 });
  const isWhole = name !== null && !body.isShort && (body.left() === 0 || packet.isCut);
  return { packet: packet.closeAll(), name: isWhole ? name : null };
}
