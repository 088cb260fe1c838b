import { strictUtf8 } from "../units/utf8.ts";

/**
 * Reads octets one after the other, big endian unless it says otherwise. Past the end it gives zeros and
 * nothing, and `isShort` says so: a reader looks once at the end instead of at each step.
 */
export class OctetReader {
  readonly octets: Uint8Array;
  at: number;
  readonly end: number;
  isShort = false;
  readonly #view: DataView;

  constructor(octets: Uint8Array, from = 0, end: number = octets.length) {
    this.octets = octets;
    this.at = from;
    this.end = Math.min(end, octets.length);
    this.#view = new DataView(octets.buffer, octets.byteOffset, octets.byteLength);
  }

  left = (): number => this.end - this.at;
  isDone = (): boolean => this.at >= this.end || this.isShort;

  #step(count: number): number | null {
    const from = this.at;
    if (count > this.end - from) {
      this.isShort = true;
      this.at = this.end;
      return null;
    }
    this.at += count;
    return from;
  }

  u8(): number {
    const from = this.#step(1);
    return from === null ? 0 : this.#view.getUint8(from);
  }
  u16(): number {
    const from = this.#step(2);
    return from === null ? 0 : this.#view.getUint16(from);
  }
  u32(little = false): number {
    const from = this.#step(4);
    return from === null ? 0 : this.#view.getUint32(from, little);
  }
  i8(): number {
    return (this.u8() << 24) >> 24;
  }
  i16(): number {
    return (this.u16() << 16) >> 16;
  }
  i32(little = false): number {
    return this.u32(little) | 0;
  }
  u64(little = false): bigint {
    const from = this.#step(8);
    return from === null ? 0n : this.#view.getBigUint64(from, little);
  }
  i64(little = false): bigint {
    return BigInt.asIntN(64, this.u64(little));
  }
  f32(little = false): number {
    const from = this.#step(4);
    return from === null ? 0 : this.#view.getFloat32(from, little);
  }
  f64(little = false): number {
    const from = this.#step(8);
    return from === null ? 0 : this.#view.getFloat64(from, little);
  }

  take(count: number): Uint8Array {
    const from = this.#step(count);
    return from === null ? this.octets.subarray(0, 0) : this.octets.subarray(from, from + count);
  }
  rest(): Uint8Array {
    return this.take(this.left());
  }

  /** Text of that many octets; null where it is not UTF-8. */
  utf8(count: number): string | null {
    return strictUtf8(this.take(count));
  }

  /** Seven bits an octet, the lowest first, at most `most` octets. @returns null where it does not end */
  varint(most: number): number | null {
    let value = 0;
    for (let place = 0; place < most; place++) {
      const octet = this.u8();
      value += (octet & 0x7f) * 2 ** (7 * place);
      if (octet < 0x80) return this.isShort ? null : value;
    }
    return null;
  }
}
