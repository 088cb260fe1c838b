import type { Bytes, EpochMs, Ms, Seq } from "../units/units.ts";
import type { Note } from "./note.ts";

export const DIRECTIONS = ["local", "sent", "received"] as const;
/** "local": it happened here, nothing was on the wire. */
export type Direction = (typeof DIRECTIONS)[number];

/** Stored by their places: new ones stand at the end. */
export const KINDS = ["message", "ack", "ping", "control", "lifecycle", "diagnosis", "packet"] as const;
/**
 * - message: a frame, or a Socket.IO event
 * - ack: a Socket.IO acknowledgement
 * - ping: a heartbeat and its answer, the protocol's own or the user's
 * - control: a packet that carries no message, such as Socket.IO's CONNECT
 * - lifecycle: what happened to the connection
 * - diagnosis: what was found out about its end
 * - packet: a packet of Engine.IO as it was on the wire, beside the event that it carries
 */
export type Kind = (typeof KINDS)[number];

/** Whether an entry was a message on the wire: packets carry what is an entry of its own. */
export const isTraffic = ({ direction, kind }: { readonly direction: Direction; readonly kind: Kind }): boolean =>
  direction !== "local" && kind !== "packet";

/** What an event has in common with others of its name. */
export interface EventLabel {
  readonly event: string;
  /** Empty: the connection's own. */
  readonly namespace: string;
  /** Whether the last argument is the offset of connection state recovery. */
  readonly hasOffset: boolean;
}
export const eventLabel = (event: string): EventLabel => ({ event, namespace: "", hasOffset: false });

/** What the log shows of one entry: no more text than fits a row. */
export interface Row {
  readonly seq: Seq;
  readonly time: EpochMs;
  /** Since the row above it; null in the first. */
  readonly delta: Ms | null;
  readonly direction: Direction;
  readonly kind: Kind;
  readonly size: Bytes;
  readonly what: RowContent;
  /** The entry this one answers or is answered by, and the time between the two. */
  readonly link: { readonly seq: Seq; readonly after: Ms } | null;
  /** Id of the acknowledgement that was asked for or is given; null: none. */
  readonly ackId: number | null;
}

export type RowContent =
  | { readonly type: "text"; readonly preview: string }
  | { readonly type: "binary"; readonly preview: string; readonly isText: boolean }
  | {
      readonly type: "event";
      readonly event: string | null;
      readonly preview: string;
      readonly attachments: number;
      /** Empty: the connection's own. */
      readonly namespace: string;
      /** Whether the last argument is the offset of connection state recovery. */
      readonly hasOffset: boolean;
    }
  | { readonly type: "note"; readonly note: Note };

/** One entry whole, or as much of it as was asked for. */
export interface EntryDetail {
  readonly row: Row;
  /** The payload's octets from the beginning; `total` tells how many there are. */
  readonly head: Uint8Array<ArrayBuffer>;
  readonly total: Bytes;
  /** Lengths of the binary attachments that follow the text, in order. */
  readonly attachments: readonly number[];
}
