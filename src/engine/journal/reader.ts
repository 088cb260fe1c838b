import { arrayElements } from "../../core/units/arrayElements.ts";
import { writeHex } from "../../core/units/byteText.ts";
import type { ByteSearch } from "./byteSearch.ts";
import type { Segment } from "./segment.ts";

/** Octets of a binary payload that are searched as hex; what reads as text in it is searched whole. */
const HEX_SEARCHED = 64 * 1024;
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/**
 * Decodes as much of a segment as a filter needs, once. Texts are looked for in its octets, and patterns in
 * a segment of ASCII that is decoded whole: three to eight times as fast as going entry by entry, measured.
 */
export class Reader {
  readonly #segment: Segment;
  readonly #from: number;
  readonly #until: number;
  readonly #octets: Uint8Array<ArrayBuffer>;
  #whole: string | null = null;

  constructor(segment: Segment, from: number, until: number) {
    this.#segment = segment;
    this.#from = from;
    this.#until = until;
    this.#octets = segment.all();
  }

  /** One character for each octet, so that offsets in the decoded text are offsets in the segment. */
  isPlain(): boolean {
    return this.#segment.isText && this.#decoded().length === this.#size();
  }
  #begin(): number {
    return this.#segment.start(this.#from);
  }
  #size(): number {
    return this.#until === this.#from ? 0 : this.#segment.end(this.#until - 1) - this.#begin();
  }
  #decoded(): string {
    this.#whole ??= decoder.decode(this.#octets.subarray(this.#begin(), this.#begin() + this.#size()));
    return this.#whole;
  }

  text(at: number): string {
    const segment = this.#segment;
    if (this.isPlain())
      return this.#decoded().slice(segment.start(at) - this.#begin(), segment.end(at) - this.#begin());
    const octets = segment.octets(at);
    if (segment.payload(at) === "note") return factsOf(decoder.decode(octets));
    if (segment.payload(at) !== "binary") return decoder.decode(octets);
    return `${decoder.decode(octets)}\n${writeHex(octets.subarray(0, HEX_SEARCHED))}`;
  }

  /** What may be JSON in an entry: a message, or each argument of an event. */
  jsonTexts(at: number): readonly string[] {
    const segment = this.#segment;
    switch (segment.payload(at)) {
      case "note":
        return [];
      case "text":
        return [this.text(at)];
      case "binary":
        return [decoder.decode(segment.octets(at))];
      case "event": {
        const octets = segment.octets(at);
        const attached = segment.attachments(at).reduce((sum, length) => sum + length, 0);
        const elements = arrayElements(decoder.decode(octets.subarray(0, octets.length - attached)));
        return segment.kind(at) === "ack" ? elements : elements.slice(1);
      }
    }
  }

  /** Whether a text can be looked for in all entries at once. */
  canFind = (search: ByteSearch | null): search is ByteSearch => search !== null && this.#segment.isText;

  /** Whether one entry holds it. */
  holds = (search: ByteSearch, at: number): boolean =>
    search.find(this.#octets, this.#segment.start(at), this.#segment.end(at)) >= 0;

  /** Entries that hold the text, each once, in order. */
  entriesWith(search: ByteSearch): Iterable<number> {
    const octets = this.#octets;
    const begin = this.#begin();
    const end = begin + this.#size();
    return this.#entriesAt(
      (from) => search.find(octets, begin + from, end) - begin,
      // A hit that runs over the end of its entry is none.
      (at, found) => found + begin + search.length <= this.#segment.end(at),
    );
  }

  /** The same for a pattern that says nothing of what stands around a match. */
  entriesMatching(pattern: RegExp): Iterable<number> {
    const whole = this.#decoded();
    const search = new RegExp(pattern.source, `${pattern.flags}g`);
    return this.#entriesAt(
      (from) => {
        search.lastIndex = from;
        return search.exec(whole)?.index ?? -1;
      },
      (at) => pattern.test(this.text(at)),
    );
  }

  /**
   * @param find the next hit from a place in the text on; negative: none
   * @param isIn whether a hit that begins in an entry is one of that entry alone
   */
  *#entriesAt(find: (from: number) => number, isIn: (at: number, found: number) => boolean): Iterable<number> {
    let at = this.#from;
    for (let found = find(0); found >= 0 && at < this.#until;) {
      while (this.#segment.end(at) - this.#begin() <= found) {
        at++;
        if (at === this.#until) return;
      }
      if (isIn(at, found)) {
        yield at;
        found = find(this.#segment.end(at) - this.#begin());
        at++;
      } else found = find(found + 1);
    }
  }
}

/** What a lifecycle entry says, without the names that its facts have among themselves. */
function factsOf(note: string): string {
  const facts: string[] = [];
  JSON.parse(note, (_, value: unknown) => {
    if (typeof value === "string" || typeof value === "number") facts.push(String(value));
    return value;
  });
  return facts.join(" ");
}
