import type { Row } from "../core/log/entry.ts";
import type { DecoderId } from "../core/decode/index.ts";
import type { Body, Draft, Format, SendFault } from "../core/profile/message.ts";
import { emptyDraft, newProfile, type Profile } from "../core/profile/profile.ts";
import { PROTOCOLS } from "../core/protocols/index.ts";
import type { SavedAs } from "../core/profile/workspace.ts";
import { newSession, type SessionState, sessionId, type SessionId } from "../core/session/session.ts";
import type { Evidence } from "../core/session/evidence.ts";
import type { Probe } from "../core/session/probe.ts";
import type { Live } from "../link/protocol.ts";
import type { RecordingState } from "../link/recording.ts";
import { seconds, type Seq } from "../core/units/units.ts";

/** A connection tab as the page knows it. The log is the engine's. */
export interface Tab {
  readonly id: SessionId;
  readonly profile: Profile;
  /** What to call it until it is saved: the name of its template; empty: its address does. */
  readonly title: string;
  /** The saved profile it shows; null: it was never saved. */
  readonly saved: SavedAs | null;
  /** Id of the environment whose variables it uses; null: none. */
  readonly environment: string | null;
  readonly session: SessionState;
  readonly composer: ComposerState;
  readonly log: LogState;
  /** The examination of the last ending, as it grows. */
  readonly examined: Examined | null;
  /** The ending whose diagnosis is shown; null: the last one. */
  readonly shown: Examined | null;
  /** Whether the user chose it in the log. */
  readonly isChosen: boolean;
  /** What is known of the open connection beyond its state. */
  readonly live: Live | null;
  /** Hints that were waved away, until the next connection. */
  readonly dismissed: readonly string[];
  /** Whether anything was done here: a tab that never connected shows the start screen. */
  readonly isUsed: boolean;
  /** Whether it shows a log from a file or the database, which is for looking at only. */
  readonly isRecorded: boolean;
  /** Whether its log is being kept in the database. */
  readonly recording: RecordingState;
}

/** @property of the log's entry of the ending */
export interface Examined {
  readonly of: Seq;
  readonly evidence: Evidence;
  /** The request that is under way; null: none. */
  readonly probing: Probe | null;
}

export interface ComposerState {
  /** One draft for each shape, so that switching the protocol loses neither. */
  readonly frame: Draft;
  readonly event: Draft;
  /** Which argument of an event is being edited. */
  readonly part: number;
  /** Sent drafts, the latest last. */
  readonly history: readonly Draft[];
  /** Where in the history the editor stands; null: not in it. */
  readonly recalled: number | null;
  /** What was being written before the history was entered. */
  readonly unsent: Draft | null;
  readonly fault: SendFault | null;
  /** Raised when the text was replaced from outside the editor. */
  readonly revision: number;
}

export interface LogState {
  readonly filter: string;
  readonly direction: "all" | "sent" | "received";
  readonly isFollowing: boolean;
  /** Position after the last entry shown while the view is held; null: not held. */
  readonly held: number | null;
  readonly isPaused: boolean;
  readonly selected: Seq | null;
  /** Under a filter: only what matches, or everything with the matches marked. */
  readonly shows: "matches" | "all";
  /** Whether heartbeats with nothing between them are one row. */
  readonly isGrouped: boolean;
  /** Entries that were marked to be found again, in their order. */
  readonly pins: readonly Pin[];
  /** An entry to go to; turns count up through all tabs, so that each wish is carried out once. */
  readonly goal: { readonly seq: Seq; readonly turn: number } | null;
  readonly inspector: InspectorView;
  /** How payloads are decoded; null: by what they look like. */
  readonly decoder: DecoderId | null;
  /** The .proto file that protobuf is read by. */
  readonly proto: ProtoFile | null;
  /** The first of two messages to be compared. */
  readonly comparing: Seq | null;
  /** Which of the two tabs of the inspector is in front. */
  readonly side: "message" | "diagnosis";
}

/** A marked entry, as its row was. */
export interface Pin {
  readonly row: Row;
  readonly note: string;
}

export type InspectorView = "pretty" | "raw" | "hex" | "decoded";

export interface ProtoFile {
  readonly name: string;
  readonly text: string;
  /** Full name of the message that payloads are. */
  readonly message: string;
}

const eventDraft: Draft = { event: "message", ack: null, parts: [{ format: "json", text: "", file: null }] };

const newComposer: ComposerState = {
  frame: emptyDraft,
  event: eventDraft,
  part: 0,
  history: [],
  recalled: null,
  unsent: null,
  fault: null,
  revision: 0,
};

const newLog: LogState = {
  filter: "",
  direction: "all",
  isFollowing: true,
  held: null,
  isPaused: false,
  selected: null,
  shows: "matches",
  isGrouped: false,
  pins: [],
  goal: null,
  inspector: "pretty",
  decoder: null,
  proto: null,
  comparing: null,
  side: "message",
};

export const newTab = (profile: Profile = newProfile, id: SessionId = sessionId(crypto.randomUUID())): Tab => ({
  id,
  profile,
  title: "",
  saved: null,
  environment: null,
  session: newSession,
  composer: newComposer,
  log: newLog,
  examined: null,
  shown: null,
  isChosen: false,
  live: null,
  dismissed: [],
  isUsed: false,
  isRecorded: false,
  recording: { is: "off" },
});

export const shapeOf = (tab: Tab): "frame" | "event" => PROTOCOLS[tab.profile.protocol].message;
export const draftOf = (tab: Tab): Draft => tab.composer[shapeOf(tab)];

/** The payload under the caret: the frame, or the chosen argument. */
export const bodyOf = (tab: Tab): Body => {
  const { parts } = draftOf(tab);
  return parts[shapeOf(tab) === "frame" ? 0 : tab.composer.part] ?? NO_BODY;
};

export const emptyBody = (format: Format): Body => ({ format, text: "", file: null });
/** One object, so that selectors that return it are stable. */
const NO_BODY = emptyBody("text");

export const DEFAULT_ACK = seconds(5);

/** Whether closing the tab or the page would end something. */
export const isLive = ({ session: { phase } }: Tab): boolean =>
  phase === "connecting" || phase === "open" || phase === "closing" || phase === "waiting";
