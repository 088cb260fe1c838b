import { DIRECTIONS, KINDS, type Direction, type Kind } from "../../core/log/entry.ts";
import { epochMs, seq, type EpochMs, type Seq } from "../../core/units/units.ts";
import { utf8Length } from "../../core/units/utf8.ts";

export const PAYLOADS = ["text", "binary", "event", "note"] as const;
/** What the octets of an entry are: text, anything, the JSON array of an event, or a note as JSON. */
export type PayloadKind = (typeof PAYLOADS)[number];

export interface NewEntry {
  readonly time: EpochMs;
  readonly direction: Direction;
  readonly kind: Kind;
  readonly payload: PayloadKind;
  readonly data: string | Uint8Array<ArrayBuffer>;
  /** Interned event name; 0: none. */
  readonly event: number;
  readonly ackId: number | null;
  readonly attachments: readonly Uint8Array[];
}

/** One octet: two bits of direction, three of kind, two of payload. Recordings hold it: these bits stay as they are. */
const pack = (entry: NewEntry): number =>
  DIRECTIONS.indexOf(entry.direction) | (KINDS.indexOf(entry.kind) << 2) | (PAYLOADS.indexOf(entry.payload) << 5);

const encoder = new TextEncoder();

/** The other way. */
export const unpack = (flags: number): Pick<NewEntry, "direction" | "kind" | "payload"> => ({
  direction: DIRECTIONS[flags & 3] ?? "local",
  kind: KINDS[(flags >> 2) & 7] ?? "message",
  payload: PAYLOADS[flags >> 5] ?? "text",
});

/** Entries cut out of a segment, for keeping: copies, with places that begin at 0. */
export interface SegmentCut {
  readonly octets: Uint8Array<ArrayBuffer>;
  readonly times: Float64Array<ArrayBuffer>;
  readonly ends: Uint32Array<ArrayBuffer>;
  readonly flags: Uint8Array<ArrayBuffer>;
  readonly relations: {
    readonly events: Uint16Array<ArrayBuffer>;
    readonly ackIds: Int32Array<ArrayBuffer>;
    readonly links: Float64Array<ArrayBuffer>;
  } | null;
  readonly attachments: readonly (readonly [at: number, lengths: readonly number[]])[];
}

/** Longer texts are measured before they are encoded, because three octets a character would be too much to reserve. */
const COUNTED = 64 * 1024;

/**
 * With more room, or less, and the old one given back at once: left to the garbage collection, some
 * 80 MB of them pile up over a million messages.
 */
function resized(octets: Uint8Array<ArrayBuffer>, length: number): Uint8Array<ArrayBuffer> {
  // Absent before Chromium 114, Firefox 122, Safari 17.4.
  const { transfer } = octets.buffer as Partial<Pick<ArrayBuffer, "transfer">>;
  if (transfer) return new Uint8Array(transfer.call(octets.buffer, length));
  const made = new Uint8Array(length);
  made.set(octets.subarray(0, Math.min(length, octets.length)));
  return made;
}

/**
 * A run of entries: their octets end to end in one buffer, everything else in typed arrays.
 * Measured: 140–153 B of memory for a message of 120 B, where one string each takes 341 B.
 */
export class Segment {
  readonly first: Seq;
  count = 0;
  used = 0;
  /** Whether all octets are texts of messages, so that the segment can be decoded and searched in one go. */
  isText = true;

  #octets: Uint8Array<ArrayBuffer>;
  #times: Float64Array<ArrayBuffer>;
  #ends: Uint32Array<ArrayBuffer>;
  #flags: Uint8Array<ArrayBuffer>;
  /** Made only for protocols that need them: a raw WebSocket's log has none. */
  #events: Uint16Array<ArrayBuffer> | null = null;
  #ackIds: Int32Array<ArrayBuffer> | null = null;
  #links: Float64Array<ArrayBuffer> | null = null;
  #attachments: Map<number, readonly number[]> | null = null;
  readonly #mostEntries: number;
  readonly #mostOctets: number;

  constructor(first: Seq, mostEntries: number, mostOctets: number, octets: number) {
    this.first = first;
    this.#mostEntries = mostEntries;
    this.#mostOctets = mostOctets;
    this.#octets = new Uint8Array(octets);
    this.#times = new Float64Array(mostEntries);
    this.#ends = new Uint32Array(mostEntries);
    this.#flags = new Uint8Array(mostEntries);
  }

  /** Entries that were cut out of one, to be looked through; they have no numbers and no relations. */
  static of({ octets, times, ends, flags, attachments }: SegmentCut, isText: boolean): Segment {
    const segment = new Segment(seq(1), 0, 0, 0);
    segment.#octets = octets;
    segment.#times = times;
    segment.#ends = ends;
    segment.#flags = flags;
    segment.#attachments = new Map(attachments);
    segment.count = ends.length;
    segment.used = octets.length;
    segment.isText = isText;
    return segment;
  }

  /** Octets of memory that this segment holds. */
  weight(): number {
    return this.#octets.length + this.#mostEntries * 13 + (this.#links ? this.#mostEntries * 14 : 0);
  }

  /** @returns false when it does not fit and a new segment is due */
  add(entry: NewEntry): boolean {
    if (this.count === this.#mostEntries) return false;
    const { data, attachments } = entry;
    const attached = attachments.reduce((sum, { length }) => sum + length, 0);
    if (typeof data === "string") {
      if (!this.#encode(data, attached)) return false;
    } else {
      if (!this.#reserve(data.length + attached)) return false;
      this.#put(data);
    }
    for (const attachment of attachments) this.#put(attachment);
    this.#record(entry);
    return true;
  }

  /** @param more octets that must have room behind it @returns false when it does not fit */
  #encode(text: string, more: number): boolean {
    if (text.length < COUNTED && this.#reserve(text.length * 3 + more)) {
      this.used += encoder.encodeInto(text, this.#octets.subarray(this.used)).written;
      return true;
    }
    // A long text is mostly ASCII: it is measured only from where it is not.
    if (!this.#reserve(text.length + more)) return false;
    const { read, written } = encoder.encodeInto(text, this.#octets.subarray(this.used, this.used + text.length));
    const rest = read === text.length ? "" : text.slice(read);
    // Until everything fits nothing counts: the octets are written over.
    if (!this.#reserve(written + utf8Length(rest) + more)) return false;
    this.used += written;
    if (rest !== "") this.used += encoder.encodeInto(rest, this.#octets.subarray(this.used)).written;
    return true;
  }

  #record(entry: NewEntry): void {
    const at = this.count++;
    this.#times[at] = entry.time;
    this.#ends[at] = this.used;
    this.#flags[at] = pack(entry);
    const isText = entry.payload === "text" || entry.payload === "event";
    if (!isText || entry.attachments.length > 0) this.isText = false;
    if (entry.event > 0 || entry.ackId !== null) {
      const { events, ackIds } = this.#relations();
      events[at] = entry.event;
      ackIds[at] = entry.ackId ?? -1;
    }
    if (entry.attachments.length > 0) {
      this.#attachments ??= new Map();
      this.#attachments.set(
        at,
        entry.attachments.map(({ length }) => length),
      );
    }
  }

  #relations(): { events: Uint16Array; ackIds: Int32Array; links: Float64Array } {
    this.#events ??= new Uint16Array(this.#mostEntries);
    this.#ackIds ??= new Int32Array(this.#mostEntries).fill(-1);
    this.#links ??= new Float64Array(this.#mostEntries);
    return { events: this.#events, ackIds: this.#ackIds, links: this.#links };
  }

  #put(data: Uint8Array): void {
    this.#octets.set(data, this.used);
    this.used += data.length;
  }

  #reserve(more: number): boolean {
    const needed = this.used + more;
    if (needed <= this.#octets.length) return true;
    if (needed > this.#mostOctets) return false;
    this.#octets = resized(this.#octets, Math.min(this.#mostOctets, Math.max(needed, this.#octets.length * 2)));
    return true;
  }

  /** Gives back what was reserved and not used. */
  seal(): void {
    if (this.#octets.length > this.used) this.#octets = resized(this.#octets, this.used);
  }

  /** Ties two entries of any segments together: this side. */
  link(at: number, to: Seq): void {
    this.#relations().links[at] = to;
  }

  /** Entries `from` to before `until`. */
  cut(from: number, until: number): SegmentCut {
    const begin = this.start(from);
    const [events, ackIds, links] = [this.#events, this.#ackIds, this.#links];
    return {
      octets: this.#octets.slice(begin, until === from ? begin : this.end(until - 1)),
      times: this.#times.slice(from, until),
      ends: this.#ends.slice(from, until).map((end) => end - begin),
      flags: this.#flags.slice(from, until),
      relations:
        events && ackIds && links
          ? { events: events.slice(from, until), ackIds: ackIds.slice(from, until), links: links.slice(from, until) }
          : null,
      attachments: [...(this.#attachments ?? [])]
        .filter(([at]) => at >= from && at < until)
        .map(([at, lengths]) => [at - from, lengths]),
    };
  }

  seqAt = (at: number): Seq => seq(this.first + at);
  time = (at: number): EpochMs => epochMs(this.#times[at] ?? 0);
  start = (at: number): number => (at === 0 ? 0 : (this.#ends[at - 1] ?? 0));
  end = (at: number): number => this.#ends[at] ?? 0;
  direction = (at: number): Direction => DIRECTIONS[(this.#flags[at] ?? 0) & 3] ?? "local";
  kind = (at: number): Kind => KINDS[((this.#flags[at] ?? 0) >> 2) & 7] ?? "message";
  payload = (at: number): PayloadKind => PAYLOADS[(this.#flags[at] ?? 0) >> 5] ?? "text";
  event = (at: number): number => this.#events?.[at] ?? 0;
  linked = (at: number): Seq | null => {
    const to = this.#links?.[at] ?? 0;
    return to === 0 ? null : seq(to);
  };
  ackId = (at: number): number | null => {
    const id = this.#ackIds?.[at] ?? -1;
    return id < 0 ? null : id;
  };
  attachments = (at: number): readonly number[] => this.#attachments?.get(at) ?? [];
  octets = (at: number): Uint8Array<ArrayBuffer> => this.#octets.subarray(this.start(at), this.end(at));
  all = (): Uint8Array<ArrayBuffer> => this.#octets.subarray(0, this.used);
}
