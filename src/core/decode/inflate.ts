import { Decompress } from "fflate";

/** Octets that inflating may give: a kilobyte can hold a gigabyte of zeros. */
export const MOST_INFLATED = 8 * 1024 * 1024;
/** Input for each step; deflate grows at most by 1032, so one step gives at most half a megabyte. */
const STEP = 512;

export interface Inflated {
  readonly octets: Uint8Array;
  /** Whether there is more than the bound allows. */
  readonly isCut: boolean;
}

/** By the first octets. @see RFC 1952 §2.3.1, RFC 1950 §2.2: the two octets of zlib's head are a multiple of 31 */
export function compressedAs(octets: Uint8Array): "gzip" | "zlib" | null {
  const [first = 0, second = 0, third = 0] = octets;
  if (first === 0x1f && second === 0x8b && third === 8 && octets.length >= 18) return "gzip";
  const isZlib = (first & 0x0f) === 8 && first >> 4 <= 7 && (first * 256 + second) % 31 === 0 && (second & 0x20) === 0;
  return isZlib && octets.length >= 8 ? "zlib" : null;
}

/** gzip, zlib or bare deflate, whichever it is; null where it is none, or damaged. */
export function inflate(octets: Uint8Array): Inflated | null {
  const parts: Uint8Array[] = [];
  let length = 0;
  let isWhole = false;
  try {
    const stream = new Decompress((part, isLast) => {
      parts.push(part);
      length += part.length;
      isWhole ||= isLast;
    });
    for (let at = 0; at < octets.length && length < MOST_INFLATED; at += STEP) {
      stream.push(octets.subarray(at, at + STEP), at + STEP >= octets.length);
    }
  } catch {
    return null;
  }
  const isCut = length >= MOST_INFLATED;
  if (!isWhole && !isCut) return null;
  const whole = new Uint8Array(Math.min(length, MOST_INFLATED));
  let at = 0;
  for (const part of parts) {
    const room = part.subarray(0, whole.length - at);
    whole.set(room, at);
    at += room.length;
  }
  return { octets: whole, isCut };
}
