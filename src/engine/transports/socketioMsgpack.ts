import { Decoder, Encoder } from "socket.io-msgpack-parser";
import { PACKET_TYPES, type Packet } from "../../core/decode/socketioPacket.ts";
import type { PacketTrace } from "./packetTrace.ts";

/** What the parser takes and gives. @see https://socket.io/docs/v4/custom-parser/ */
interface ParsedPacket {
  readonly type: number;
  readonly nsp: string;
  readonly data?: unknown;
  readonly id?: number;
}

/**
 * Socket.IO's MessagePack parser, with an ear for the log: its packets are no text, and are written
 * down as the JSON that the default parser would have made of them.
 */
export function msgpackParser(trace: PacketTrace) {
  const tell = (direction: "sent" | "received", packet: ParsedPacket): void => {
    const attachments: Uint8Array[] = [];
    const read = readParsed(packet, attachments);
    if (read) trace.packet(direction, read, attachments);
  };
  return {
    Encoder: class extends Encoder {
      /** @param done client 2 waits for the answer there */
      override encode(packet: ParsedPacket, done?: (encoded: ArrayBuffer) => void): ArrayBuffer {
        tell("sent", packet);
        // An array of octets, whatever the package says of its types.
        const encoded = super.encode(packet);
        done?.(encoded);
        return encoded;
      }
    },
    Decoder: class extends Decoder {
      override emit(event: string, ...args: unknown[]): this {
        if (event === "decoded") tell("received", args[0] as ParsedPacket);
        return super.emit(event, ...args);
      }
    },
  };
}

/** @param attachments takes the octets, which JSON has no place for */
function readParsed({ type, nsp, data, id }: ParsedPacket, attachments: Uint8Array[]): Packet | null {
  const name = PACKET_TYPES[type];
  if (name === undefined) return null;
  const json = data === undefined ? "" : (JSON.stringify(withPlaceholders(data, attachments)) ?? "");
  return { type: name, attachments: attachments.length, namespace: nsp, id: id ?? null, json };
}

/** The same value with a placeholder for each run of octets, at any depth. */
function withPlaceholders(value: unknown, attachments: Uint8Array[]): unknown {
  if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) {
    const octets = ArrayBuffer.isView(value)
      ? new Uint8Array(value.buffer, value.byteOffset, value.byteLength)
      : new Uint8Array(value);
    attachments.push(octets.slice());
    return { _placeholder: true, num: attachments.length - 1 };
  }
  if (typeof value === "bigint") return Number(value);
  if (Array.isArray(value)) return value.map((one: unknown) => withPlaceholders(one, attachments));
  if (typeof value !== "object" || value === null || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withPlaceholders(one, attachments)]));
}
