import type { KeptPin } from "../../core/log/pin.ts";
import type { ProtocolId } from "../../core/protocols/index.ts";
import type { Bytes, EpochMs } from "../../core/units/units.ts";

/** What is known of a recording without reading it. */
export interface RecordingMeta {
  readonly id: string;
  readonly name: string;
  /** Never dropped to make room: it was renamed, or marked so. */
  readonly isKept: boolean;
  readonly url: string;
  readonly protocol: ProtocolId;
  readonly began: EpochMs;
  /** Of the last batch. */
  readonly lastAt: EpochMs;
  readonly entries: number;
  readonly size: Bytes;
  readonly batches: number;
  /** Whether it was ended; else its page was closed or crashed, or it is still going on. */
  readonly isClosed: boolean;
  /** Deleted, and not yet gone: it can be brought back for a while. null: it is there */
  readonly deletedAt: EpochMs | null;
  /** Entries that the reader marked, by their numbers in the recording. */
  readonly pins: readonly KeptPin[];
}

/**
 * A run of entries as the journal holds them: octets end to end, everything else in typed arrays.
 * @property version raised when an older reader would misunderstand it
 */
export interface RecordedBatch {
  readonly version: 1;
  /** Number of its first entry. */
  readonly first: number;
  readonly octets: Uint8Array<ArrayBuffer>;
  readonly times: Float64Array<ArrayBuffer>;
  /** Where each entry ends in the octets. */
  readonly ends: Uint32Array<ArrayBuffer>;
  /** One octet an entry: two bits of direction, three of kind, two of payload. @see engine/journal/segment.ts */
  readonly flags: Uint8Array<ArrayBuffer>;
  /** null: none of its entries has an event, an id or a partner. */
  readonly relations: {
    readonly events: Uint16Array<ArrayBuffer>;
    readonly ackIds: Int32Array<ArrayBuffer>;
    readonly links: Float64Array<ArrayBuffer>;
  } | null;
  /** Names of the events, by their numbers in `relations`, and what else they are labelled with. */
  readonly names: readonly (readonly [id: number, name: string, namespace?: string, hasOffset?: boolean])[];
  /** Lengths of binary attachments, by the place of their entry. */
  readonly attachments: readonly (readonly [at: number, lengths: readonly number[]])[];
}
