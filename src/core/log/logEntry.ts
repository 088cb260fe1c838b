import type { ProtocolId } from "../protocols/index.ts";
import type { Bytes, EpochMs, Seq } from "../units/units.ts";
import type { Direction, Kind } from "./entry.ts";
import type { Note } from "./note.ts";

/** One entry with everything that is known of it: what a log is made of on its way out of the app, and into it. */
export interface LogEntry {
  readonly seq: Seq;
  readonly time: EpochMs;
  readonly direction: Direction;
  readonly kind: Kind;
  /** Name of a Socket.IO event; null: it is none, or there were too many to name. */
  readonly event: string | null;
  /** Of an event; absent: the connection's own. */
  readonly namespace?: string;
  readonly ackId: number | null;
  /** The entry that it answers, or that answers it. */
  readonly linked: Seq | null;
  /** Octets on the wire, whatever was redacted since; 0 for a note. */
  readonly size: Bytes;
  readonly body: EntryBody;
}

export type EntryBody =
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "binary"; readonly octets: Uint8Array<ArrayBuffer> }
  /** The JSON array of an event or an acknowledgement, and the binary frames that belong to it. */
  | { readonly type: "event"; readonly text: string; readonly attachments: readonly Uint8Array<ArrayBuffer>[] }
  | { readonly type: "note"; readonly note: Note };

/** What a log is of. */
export interface LogHead {
  /** Of the tab that it was recorded in; may be empty. */
  readonly title: string;
  readonly url: string;
  readonly protocol: ProtocolId;
  readonly exported: EpochMs;
  /** The filter that chose the entries; empty: all of them. */
  readonly filter: string;
  /** What was asked to be left out; null: nothing. */
  readonly redacted: { readonly secrets: boolean; readonly paths: readonly string[] } | null;
}
