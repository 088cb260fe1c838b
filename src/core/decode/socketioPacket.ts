/** @see https://socket.io/docs/v4/socket-io-protocol/#packet-encoding, revision 5 */
export const PACKET_TYPES = [
  "CONNECT",
  "DISCONNECT",
  "EVENT",
  "ACK",
  "CONNECT_ERROR",
  "BINARY_EVENT",
  "BINARY_ACK",
] as const;
export type PacketType = (typeof PACKET_TYPES)[number];

export interface Packet {
  readonly type: PacketType;
  /** Binary frames that follow this packet. */
  readonly attachments: number;
  readonly namespace: string;
  readonly id: number | null;
  /** The JSON behind the head, as it was on the wire; empty: none. */
  readonly json: string;
}

const HEAD = /^([0-6])(?:(\d+)-)?(?:(\/[^,]*)(?:,|$))?(\d+)?/u;

/** Reads the text of an Engine.IO message, without its leading `4`. @returns null for what is no packet */
export function readPacket(text: string): Packet | null {
  const head = HEAD.exec(text);
  const type = PACKET_TYPES[Number(head?.[1])];
  if (!head || type === undefined) return null;
  return {
    type,
    attachments: Number(head[2] ?? 0),
    namespace: head[3] ?? "/",
    id: head[4] === undefined ? null : Number(head[4]),
    json: text.slice(head[0].length),
  };
}

const PLACEHOLDER = /\{"_placeholder":true,"num":(\d+)\}/g;

/** The same text with `<binary 12 B>` where an attachment belongs. */
export const namePlaceholders = (json: string, name: (attachment: number) => string): string =>
  json.replace(PLACEHOLDER, (_, num: string) => name(Number(num)));
