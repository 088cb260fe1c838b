import type { Direction, Kind } from "../../../log/entry.ts";
import type { EntryBody } from "../../../log/logEntry.ts";
import type { NoteReaders } from "../../../log/readNote.ts";
import type { ProtocolId } from "../../../protocols/index.ts";
import type { EpochMs } from "../../../units/units.ts";

/** How logs of one kind are read: in pieces as they come from the disk, and never by throwing. */
export interface LogReading {
  /** A cheap look at the beginning of a file. @param head at most some 64 Ki characters */
  readonly recognises: (head: string, name: string) => boolean;
  /** For files that may hold several sessions, what comes first: which there are. null: there is one. */
  readonly survey: (() => Survey) | null;
  readonly start: (sink: LogSink, about: ReadAbout) => Feed;
}

/** Takes the text of a file piece by piece. */
export interface Feed {
  readonly push: (text: string) => void;
  readonly end: () => void;
}

export interface Survey extends Feed {
  readonly found: () => Surveyed;
}

export interface Surveyed {
  readonly sessions: readonly FoundSession[];
  /** HTTP requests and the like, which are no sessions. */
  readonly others: number;
  /** Connections whose messages the file does not hold. */
  readonly empty: number;
  /** Where the messages are instead; empty: nowhere known. */
  readonly elsewhere: string;
}

/** One session in a file of several, with what must be known before its messages are read. */
export interface FoundSession {
  /** Its place among the entries of the file. */
  readonly at: number;
  readonly url: string;
  readonly began: EpochMs | null;
  readonly messages: number;
  /** What the file says of it besides, as it stands there. */
  readonly facts: Readonly<Record<string, unknown>>;
}

export interface ReadAbout {
  /** When the file was written: where it tells no times, that is the time of everything in it. */
  readonly modified: EpochMs;
  /** When that day began where the reader lives: what tells a time of day means one of theirs. */
  readonly midnight: EpochMs;
  readonly session: FoundSession | null;
  readonly notes: NoteReaders;
}

/** An entry as it stands in a file: its numbers are those of the file, and may be missing. */
export interface ReadEntry {
  readonly seq: number | null;
  readonly time: EpochMs;
  readonly direction: Direction;
  readonly kind: Kind;
  readonly event: string | null;
  readonly namespace?: string;
  readonly ackId: number | null;
  readonly linked: number | null;
  readonly body: EntryBody;
}

export interface ReadHead {
  readonly title: string;
  readonly url: string;
  readonly protocol: ProtocolId;
}

export type BadReason = "json" | "entry" | "time" | "base64" | "note" | "too-long" | "cut" | "newer";

/** A part that could not be read. @property at from 1: the line, or the message in its list */
export interface BadPart {
  readonly unit: "line" | "message";
  readonly at: number;
  readonly why: BadReason;
}

export interface LogSink {
  readonly head: (head: Partial<ReadHead>) => void;
  readonly entry: (entry: ReadEntry) => void;
  readonly bad: (part: BadPart) => void;
}
