/** Names of MQTT, as the standards spell them. @see https://docs.oasis-open.org/mqtt/mqtt/v5.0/os/mqtt-v5.0-os.html */
export const MQTT_TYPES = [
  "Reserved",
  "CONNECT",
  "CONNACK",
  "PUBLISH",
  "PUBACK",
  "PUBREC",
  "PUBREL",
  "PUBCOMP",
  "SUBSCRIBE",
  "SUBACK",
  "UNSUBSCRIBE",
  "UNSUBACK",
  "PINGREQ",
  "PINGRESP",
  "DISCONNECT",
  "AUTH",
] as const;
export type MqttType = (typeof MQTT_TYPES)[number];

type PropertyKind = "byte" | "two" | "four" | "varint" | "text" | "data" | "pair";

/** §2.2.2.2 */
export const PROPERTIES: Readonly<Record<number, readonly [name: string, kind: PropertyKind]>> = {
  0x01: ["Payload Format Indicator", "byte"],
  0x02: ["Message Expiry Interval", "four"],
  0x03: ["Content Type", "text"],
  0x08: ["Response Topic", "text"],
  0x09: ["Correlation Data", "data"],
  0x0b: ["Subscription Identifier", "varint"],
  0x11: ["Session Expiry Interval", "four"],
  0x12: ["Assigned Client Identifier", "text"],
  0x13: ["Server Keep Alive", "two"],
  0x15: ["Authentication Method", "text"],
  0x16: ["Authentication Data", "data"],
  0x17: ["Request Problem Information", "byte"],
  0x18: ["Will Delay Interval", "four"],
  0x19: ["Request Response Information", "byte"],
  0x1a: ["Response Information", "text"],
  0x1c: ["Server Reference", "text"],
  0x1f: ["Reason String", "text"],
  0x21: ["Receive Maximum", "two"],
  0x22: ["Topic Alias Maximum", "two"],
  0x23: ["Topic Alias", "two"],
  0x24: ["Maximum QoS", "byte"],
  0x25: ["Retain Available", "byte"],
  0x26: ["User Property", "pair"],
  0x27: ["Maximum Packet Size", "four"],
  0x28: ["Wildcard Subscription Available", "byte"],
  0x29: ["Subscription Identifier Available", "byte"],
  0x2a: ["Shared Subscription Available", "byte"],
};

/** Version 5, §2.4 */
const REASONS: Readonly<Record<number, string>> = {
  0x00: "Success",
  0x04: "Disconnect with Will Message",
  0x10: "No matching subscribers",
  0x11: "No subscription existed",
  0x18: "Continue authentication",
  0x19: "Re-authenticate",
  0x80: "Unspecified error",
  0x81: "Malformed Packet",
  0x82: "Protocol Error",
  0x83: "Implementation specific error",
  0x84: "Unsupported Protocol Version",
  0x85: "Client Identifier not valid",
  0x86: "Bad User Name or Password",
  0x87: "Not authorized",
  0x88: "Server unavailable",
  0x89: "Server busy",
  0x8a: "Banned",
  0x8b: "Server shutting down",
  0x8c: "Bad authentication method",
  0x8d: "Keep Alive timeout",
  0x8e: "Session taken over",
  0x8f: "Topic Filter invalid",
  0x90: "Topic Name invalid",
  0x91: "Packet Identifier in use",
  0x92: "Packet Identifier not found",
  0x93: "Receive Maximum exceeded",
  0x94: "Topic Alias invalid",
  0x95: "Packet too large",
  0x96: "Message rate too high",
  0x97: "Quota exceeded",
  0x98: "Administrative action",
  0x99: "Payload format invalid",
  0x9a: "Retain not supported",
  0x9b: "QoS not supported",
  0x9c: "Use another server",
  0x9d: "Server moved",
  0x9e: "Shared Subscriptions not supported",
  0x9f: "Connection rate exceeded",
  0xa0: "Maximum connect time",
  0xa1: "Subscription Identifiers not supported",
  0xa2: "Wildcard Subscriptions not supported",
};

/** Version 3.1.1, §3.2.2.3 */
const RETURN_CODES = [
  "Connection Accepted",
  "unacceptable protocol version",
  "identifier rejected",
  "Server unavailable",
  "bad user name or password",
  "not authorized",
];

/** The name of a code; undefined: there is no such code in that packet of that version. */
export function reasonName(type: MqttType, code: number, version: 4 | 5): string | undefined {
  if (type === "SUBACK" && code <= 2) return `Granted QoS ${String(code)}`;
  if (version === 4) return type === "CONNACK" ? RETURN_CODES[code] : code === 0x80 ? "Failure" : undefined;
  return type === "DISCONNECT" && code === 0 ? "Normal disconnection" : REASONS[code];
}
