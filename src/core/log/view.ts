import type { SessionId } from "../session/session.ts";
import type { Bytes, EpochMs, Seq } from "../units/units.ts";
import type { Row } from "./entry.ts";

export interface Traffic {
  readonly count: number;
  readonly bytes: Bytes;
}

export interface Stats {
  readonly entries: number;
  readonly sent: Traffic;
  readonly received: Traffic;
  /** Messages a second, both ways, over the last second or so. */
  readonly rate: number;
  /** Octets handed to the browser and not yet on the network. @see WebSocket.bufferedAmount */
  readonly buffered: Bytes;
  /** Octets that the journal holds. */
  readonly kept: Bytes;
  readonly dropped: number;
  readonly paused: boolean;
  /** The first entry's time, from which relative times count. */
  readonly origin: EpochMs | null;
  /** Round trip of the last acknowledgement or heartbeat. */
  readonly roundTrip: number | null;
}

/** A pushed window of a log. */
export interface View {
  readonly generation: number;
  /** Position of the first row in `rows`. */
  readonly from: number;
  readonly rows: readonly Row[];
  /** Positions `base` to `base + total` exist. */
  readonly base: number;
  readonly total: number;
  /** How much of the log the filter has been through: 0 to 1. */
  readonly scanned: number;
  /** Entries that match the filter so far; null: there is none. */
  readonly matches: number | null;
  /** Of the rows those that match, where all are shown. */
  readonly hits: readonly Seq[];
  /** Of the rows those that stand for several heartbeats with nothing between them. */
  readonly runs: ReadonlyMap<Seq, HeartbeatRun>;
  /** The filter took too long and was stopped: more may match. */
  readonly isStuck: boolean;
  readonly stats: Stats;
}

/** An event name and how often it was in the log, dropped entries included. */
export interface EventCount {
  readonly event: string;
  readonly count: number;
}

export interface HeartbeatRun {
  readonly count: number;
  readonly until: Seq;
}

/** A part of several logs in one order of time. */
export interface TimelineView {
  readonly total: number;
  readonly rows: readonly TimelineRow[];
}

export interface TimelineRow {
  /** Its place in the whole, from 0. */
  readonly place: number;
  readonly session: SessionId;
  /** Its `delta` is since the row above, whichever connection that is of. */
  readonly row: Row;
}
