/** Opcodes of RFC 6455 §11.8, and one that nobody has assigned. */
export const opcodes = { text: 0x1, binary: 0x2, reserved: 0x3, close: 0x8, ping: 0x9 } as const;

interface FrameParts {
  readonly opcode: number;
  readonly payload: Uint8Array;
  /** absent: true, the frame is a whole message */
  readonly fin?: boolean;
  /** absent: false; true without a negotiated extension is an error */
  readonly rsv1?: boolean;
  /** absent: false; a server must never mask */
  readonly masked?: boolean;
}

/** Any key will do: what is wrong is that the frame is masked at all. */
const maskingKey = Buffer.from([0x11, 0x22, 0x33, 0x44]);

/** Payloads up to here fit the 7-bit length, up to 65,535 the 16-bit one. RFC 6455 §5.2 */
const maxSmallLength = 125;
const maxMediumLength = 0xffff;

/**
 * The bytes before an unmasked payload.
 * @param length of the payload, in bytes
 */
export function frameHeader(firstByte: number, length: number): Buffer {
  if (length <= maxSmallLength) return Buffer.from([firstByte, length]);
  if (length <= maxMediumLength) {
    const header = Buffer.from([firstByte, 126, 0, 0]);
    header.writeUInt16BE(length, 2);
    return header;
  }
  const header = Buffer.alloc(10);
  header[0] = firstByte;
  header[1] = 127;
  header.writeBigUInt64BE(BigInt(length), 2);
  return header;
}

/**
 * One frame exactly as asked for, broken or not: nothing is checked, which is the point.
 * @see RFC 6455 §5.2
 */
export function encodeFrame(parts: FrameParts): Buffer {
  const { opcode, payload, fin = true, rsv1 = false, masked = false } = parts;
  const firstByte = (fin ? 0x80 : 0) | (rsv1 ? 0x40 : 0) | opcode;
  const header = frameHeader(firstByte, payload.length);
  if (!masked) return Buffer.concat([header, payload]);

  header.writeUInt8(header.readUInt8(1) | 0x80, 1);
  const scrambled = payload.map((byte, at) => byte ^ (maskingKey[at % 4] ?? 0));
  return Buffer.concat([header, maskingKey, scrambled]);
}

/**
 * A close frame with any code, also those an endpoint must not send (0, 999, 1005, 1006, 1015 …).
 * @param code   0 to 65,535
 * @param reason at most 123 bytes of UTF-8, or the frame is too long for a control frame
 */
export function closeFrame(code: number, reason: string): Buffer {
  const payload = Buffer.alloc(2 + Buffer.byteLength(reason));
  payload.writeUInt16BE(code, 0);
  payload.write(reason, 2);
  return encodeFrame({ opcode: opcodes.close, payload });
}
