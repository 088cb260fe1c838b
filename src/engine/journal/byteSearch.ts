/** The other case of an ASCII letter, and everything else as it is. */
const lowered = (octet: number): number => (octet >= 0x41 && octet <= 0x5a ? octet + 0x20 : octet);
const FOLD = Uint8Array.from({ length: 256 }, (_, octet) => lowered(octet));
const SAME = Uint8Array.from({ length: 256 }, (_, octet) => octet);

/**
 * Finds a text in UTF-8 octets without decoding them, which alone takes longer than this. Horspool's
 * way: it looks at one octet of every few.
 * @see https://doi.org/10.1002/spe.4380100608
 */
export class ByteSearch {
  readonly length: number;
  readonly #needle: Uint8Array;
  readonly #fold: Uint8Array;
  /** By the octet under the needle's last: how far the needle can move. */
  readonly #moves: Int32Array;

  private constructor(needle: Uint8Array, fold: Uint8Array) {
    this.#needle = needle;
    this.#fold = fold;
    this.length = needle.length;
    this.#moves = new Int32Array(256).fill(needle.length);
    for (const [at, octet] of needle.subarray(0, -1).entries()) this.#moves[octet] = needle.length - 1 - at;
    for (let octet = 0; octet < 256; octet++) this.#moves[octet] = this.#moves[fold[octet] ?? 0] ?? 1;
  }

  /**
   * @param anyCase whether the case of letters counts for nothing; the text is in lower case then
   * @returns null for what cannot be searched so: nothing, or letters beyond ASCII of any case
   */
  static of(text: string, anyCase: boolean): ByteSearch | null {
    if (text === "" || (anyCase && text.replace(/[A-Z]/gi, "") !== text.replace(/[A-Z]/gi, "").toUpperCase()))
      return null;
    return new ByteSearch(new TextEncoder().encode(text), anyCase ? FOLD : SAME);
  }

  /** @returns where it begins, from `from` on and ending by `until`; -1: nowhere */
  find(octets: Uint8Array, from: number, until: number): number {
    const needle = this.#needle;
    const fold = this.#fold;
    const moves = this.#moves;
    const last = needle.length - 1;
    const final = needle[last] ?? 0;
    for (let at = from; at + last < until;) {
      const octet = octets[at + last] ?? 0;
      if (fold[octet] === final) {
        let same = 0;
        while (same < last && fold[octets[at + same] ?? 0] === needle[same]) same++;
        if (same === last) return at;
      }
      at += moves[octet] ?? 1;
    }
    return -1;
  }
}
