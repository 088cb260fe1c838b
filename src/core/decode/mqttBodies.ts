import { line } from "./jsonPayload.ts";
import { PROPERTIES, reasonName, type MqttType } from "./mqttTerms.ts";
import type { OctetReader } from "./octetReader.ts";
import type { TreeBuilder } from "./treeBuilder.ts";

/** The protocol level on the wire: 4 is 3.1.1. */
export type Version = 4 | 5;

export interface Body {
  readonly type: MqttType;
  readonly from: OctetReader;
  readonly tree: TreeBuilder;
  readonly version: Version;
  readonly qos: number;
}

/** Reads what follows the fixed header. @returns what the packet is about; null where it breaks the version's rules */
export function readBody(body: Body): string | null {
  const { from, tree, type, version } = body;
  switch (type) {
    case "Reserved":
      return null;
    case "CONNECT":
      return connect(body);
    case "CONNACK": {
      const acknowledge = from.u8();
      if (acknowledge > 1) return null;
      tree.literal("Session Present", acknowledge === 1);
      const name = reason(body, "Reason Code");
      return name !== null && properties(body) ? name : null;
    }
    case "PUBLISH":
      return publish(body);
    case "PUBACK":
    case "PUBREC":
    case "PUBREL":
    case "PUBCOMP": {
      const id = identifier(body);
      if (from.left() === 0) return id;
      if (version === 4) return null;
      const name = reason(body, "Reason Code");
      return name !== null && (from.left() === 0 || properties(body)) ? line(id, name) : null;
    }
    case "SUBSCRIBE":
    case "UNSUBSCRIBE":
      return filters(body);
    case "SUBACK":
    case "UNSUBACK":
      return codes(body);
    case "PINGREQ":
    case "PINGRESP":
      return "";
    case "DISCONNECT":
    case "AUTH": {
      if (from.left() === 0) return "";
      if (version === 4) return null;
      const name = reason(body, "Reason Code");
      return name !== null && (from.left() === 0 || properties(body)) ? name : null;
    }
  }
}

/** A UTF-8 string behind two octets of length; null where it is none, or holds U+0000. */
function text(from: OctetReader): string | null {
  const read = from.utf8(from.u16());
  return read === null || from.isShort || read.includes("\0") ? null : read;
}

function put({ from, tree }: Body, key: string): string | null {
  const read = text(from);
  if (read !== null) tree.string(key, read);
  return read;
}

function identifier({ from, tree }: Body): string {
  const id = from.u16();
  tree.number("Packet Identifier", id);
  return `id ${String(id)}`;
}

function reason({ type, from, tree, version }: Body, key: string | null): string | null {
  const code = from.u8();
  const name = reasonName(type, code, version);
  if (name === undefined || from.isShort) return null;
  tree.coded(key, code, name);
  return name;
}

/** @returns whether they are as version 5 has them; in 3.1.1 there are none */
function properties({ from, tree, version }: Body, key = "Properties"): boolean {
  if (version === 4) return true;
  const length = from.varint(4);
  if (length === null || length > from.left()) return false;
  const end = from.at + length;
  if (length === 0) return true;
  tree.open("object", key);
  while (from.at < end && !tree.isFull()) if (!property(from, tree)) return false;
  tree.close();
  return from.at === end || tree.isFull();
}

function property(from: OctetReader, tree: TreeBuilder): boolean {
  const [name, kind] = PROPERTIES[from.varint(4) ?? 0] ?? [];
  if (name === undefined || kind === undefined) return false;
  switch (kind) {
    case "byte":
      tree.number(name, from.u8());
      return !from.isShort;
    case "two":
      tree.number(name, from.u16());
      return !from.isShort;
    case "four":
      tree.number(name, from.u32());
      return !from.isShort;
    case "varint": {
      const value = from.varint(4);
      if (value !== null) tree.number(name, value);
      return value !== null;
    }
    case "data":
      tree.content(name, from.take(from.u16()));
      return !from.isShort;
    case "text": {
      const value = text(from);
      if (value !== null) tree.string(name, value);
      return value !== null;
    }
    case "pair": {
      const [key, value] = [text(from), text(from)];
      if (key === null || value === null) return false;
      tree.open("object", name).string(key, value).close();
      return true;
    }
  }
}

function connect(body: Body): string | null {
  const { from, tree, version } = body;
  const name = put(body, "Protocol Name");
  const level = from.u8();
  const isKnown = (name === "MQTT" && (level === 4 || level === 5)) || (name === "MQIsdp" && level === 3);
  if (!isKnown || (level === 5) !== (version === 5)) return null;
  tree.coded("Protocol Version", level, { 3: "3.1", 4: "3.1.1", 5: "5.0" }[level]);
  const flags = from.u8();
  if ((flags & 1) !== 0) return null;
  const willQos = (flags >> 3) & 3;
  const hasWill = (flags & 4) !== 0;
  tree.literal(version === 5 ? "Clean Start" : "Clean Session", (flags & 2) !== 0).number("Keep Alive", from.u16());
  if (!properties(body)) return null;
  const client = put(body, "Client Identifier");
  if (client === null) return null;
  if (hasWill) {
    tree
      .open("object", "Will")
      .number("QoS", willQos)
      .literal("RETAIN", (flags & 0x20) !== 0);
    if (!properties(body, "Will Properties") || put(body, "Will Topic") === null) return null;
    tree.content("Will Payload", from.take(from.u16())).close();
  }
  if ((flags & 0x80) !== 0 && put(body, "User Name") === null) return null;
  if ((flags & 0x40) !== 0) tree.content("Password", from.take(from.u16()));
  return line(client, version === 5 ? "(5.0)" : "(3.1.1)");
}

function publish(body: Body): string | null {
  const { from, tree, qos } = body;
  const topic = put(body, "Topic Name");
  if (topic === null || /[#+]/.test(topic)) return null;
  const id = qos > 0 ? identifier(body) : "";
  if (!properties(body)) return null;
  // Only an alias may stand for the topic.
  if (topic === "" && body.version === 4) return null;
  tree.content("Payload", from.rest());
  return line(topic, qos > 0 ? `QoS ${String(qos)}` : "", id);
}

function filters(body: Body): string | null {
  const { from, tree, type, version } = body;
  identifier(body);
  if (!properties(body)) return null;
  const names: string[] = [];
  tree.open("array", "Topic Filters");
  while (from.left() > 0 && !tree.isFull()) {
    const filter = text(from);
    if (filter === null || filter === "") return null;
    names.push(filter);
    if (type === "UNSUBSCRIBE") tree.string(null, filter);
    else {
      const options = from.u8();
      if ((options & 3) === 3 || (options & (version === 5 ? 0xc0 : 0xfc)) !== 0) return null;
      tree
        .open("object")
        .string("Topic Filter", filter)
        .number("QoS", options & 3);
      if (version === 5) {
        tree.literal("No Local", (options & 4) !== 0).literal("Retain As Published", (options & 8) !== 0);
        tree.number("Retain Handling", (options >> 4) & 3);
      }
      tree.close();
    }
  }
  tree.close();
  return names.length === 0 ? null : names.slice(0, 3).join(", ");
}

function codes(body: Body): string | null {
  const { from, tree, type, version } = body;
  const id = identifier(body);
  if (!properties(body)) return null;
  const names: string[] = [];
  if (type === "UNSUBACK" && version === 4) return id;
  tree.open("array", version === 5 ? "Reason Codes" : "Return Codes");
  while (from.left() > 0 && !tree.isFull()) {
    const name = reason(body, null);
    if (name === null) return null;
    names.push(name);
  }
  tree.close();
  return names.length === 0 ? null : line(id, names.slice(0, 3).join(", "));
}
