import type { EntryDetail } from "../core/log/entry.ts";
import type { KeptPin } from "../core/log/pin.ts";
import type { EventCount, TimelineView, View } from "../core/log/view.ts";
import type { Series } from "../core/log/series.ts";
import type { TimePoint } from "../core/log/timePoint.ts";
import type { AdminState } from "../core/protocols/socketioAdmin.ts";
import type { DetectAnswer, DetectAsk } from "./detect.ts";
import type { Budget } from "../core/units/budget.ts";
import type { Draft, SendFault } from "../core/profile/message.ts";
import type { Profile } from "../core/profile/profile.ts";
import type { LiveFacts } from "../core/explain/hints.ts";
import type { ProbePolicy } from "../core/units/probePolicy.ts";
import type { Evidence, Violation } from "../core/session/evidence.ts";
import type { Probe, ProbeOutcome } from "../core/session/probe.ts";
import type { SessionId, SessionState } from "../core/session/session.ts";
import type { Result } from "../core/units/result.ts";
import type { Seq } from "../core/units/units.ts";
import type {
  CompareAnswer,
  CompareAsk,
  ExportAnswer,
  ExportAsk,
  JobId,
  JobProgress,
  ReadAnswer,
  ReadAsk,
  SurveyAnswer,
  SurveyAsk,
} from "./exchange.ts";
import type { RecordAs, RecordingState } from "./recording.ts";

/**
 * Everything that crosses the wall between page and engine, both ways. All of it can be cloned.
 * Raise the version with every change: a page and an engine from two builds must not talk.
 */
export const LINK_VERSION = 7;

export interface Host {
  /** Whether the page came over HTTPS: a bare host then gets wss. */
  readonly securePage: boolean;
  readonly probes: ProbePolicy;
}

/** What the engine knows of an open connection beyond its state. */
export type Live = Omit<LiveFacts, "openFor">;

/** What the page wants to see of a log. Positions count matching entries from the first ever kept. */
export interface Watch {
  /** The filter language of core/log/filter. */
  readonly filter: string;
  /** Only what matches, or all with the matches marked. */
  readonly shows: "matches" | "all";
  /** Whether heartbeats with nothing between them are one row. */
  readonly groups: boolean;
  /** Names this filter: what the engine pushes for an older one is ignored. */
  readonly generation: number;
  /** The first position wanted; of no meaning while following. */
  readonly from: number;
  readonly count: number;
  /** The last rows, whatever their position. */
  readonly follow: boolean;
}

declare const requestBrand: unique symbol;
export type RequestId = number & { readonly [requestBrand]: true };

/** Questions, each with the answer it gets. */
export interface Questions {
  send: { ask: { readonly session: SessionId; readonly draft: Draft }; answer: Result<Seq | null, SendFault> };
  /** Gives the acknowledgement that an event of the log asks for. @property args JSON text of an array; empty: none */
  answer: {
    ask: { readonly session: SessionId; readonly of: Seq; readonly args: string };
    answer: Result<Seq | null, SendFault>;
  };
  detect: { ask: DetectAsk; answer: DetectAnswer };
  /** What the admin namespace of a server has told on this connection. */
  admin: { ask: { readonly session: SessionId }; answer: AdminState };
  read: {
    ask: { readonly session: SessionId; readonly seq: Seq; readonly limit: number | null };
    answer: EntryDetail | null;
  };
  find: { ask: { readonly session: SessionId; readonly seq: Seq }; answer: number | null };
  /** The next match of the watched log after an entry, or the last before it. */
  nextMatch: {
    ask: { readonly session: SessionId; readonly from: Seq; readonly step: 1 | -1 };
    answer: Seq | null;
  };
  /** The entry that was written last at a typed moment, or the first after it. */
  seqAtTime: { ask: { readonly session: SessionId; readonly point: TimePoint }; answer: Seq | null };
  /** The entry of that number, or the nearest that is still there; null: the log is empty. */
  nearest: { ask: { readonly session: SessionId; readonly seq: Seq }; answer: Seq | null };
  /** Traffic over time of what the filter lets through; null: nothing is there. */
  series: { ask: { readonly session: SessionId; readonly filter: string }; answer: Series | null };
  /** A part of several logs in one order; the same sessions and filter go on where they were. */
  timeline: {
    ask: {
      readonly sessions: readonly SessionId[];
      readonly filter: string;
      /** null: the end. */
      readonly from: number | null;
      readonly count: number;
    };
    answer: TimelineView;
  };
  /** Names of events in the log, the most frequent first. */
  events: { ask: { readonly session: SessionId }; answer: readonly EventCount[] };
  /** Of an ending, by its entry; null: it has none, or none any more. */
  evidence: { ask: { readonly session: SessionId; readonly of: Seq }; answer: Evidence | null };
  /** Fetches with CORS, without credentials: only the engine may reach other hosts. */
  get: { ask: { readonly url: string }; answer: ProbeOutcome };
  exportLog: { ask: ExportAsk; answer: ExportAnswer };
  surveyLog: { ask: SurveyAsk; answer: SurveyAnswer };
  readLog: { ask: ReadAsk; answer: ReadAnswer };
  compareLogs: { ask: CompareAsk; answer: CompareAnswer };
}
export type Question = keyof Questions;
export type Ask<Q extends Question = Question> = Q extends Question
  ? { readonly type: "ask"; readonly request: RequestId; readonly question: Q; readonly about: Questions[Q]["ask"] }
  : never;

export type ToEngine =
  | { readonly type: "hello"; readonly version: number; readonly budget: Budget; readonly host: Host }
  | { readonly type: "budget"; readonly budget: Budget }
  | { readonly type: "network"; readonly online: boolean }
  | { readonly type: "probe-policy"; readonly probes: ProbePolicy }
  /** A violation of policy that the page saw. */
  | { readonly type: "violation"; readonly violation: Violation }
  /** Runs the probes for an ending, whatever the policy; or stops them. */
  | { readonly type: "probe"; readonly session: SessionId; readonly of: Seq }
  | { readonly type: "stop-probes"; readonly session: SessionId }
  /** Creates the session, or tells it that its setup changed. */
  | { readonly type: "configure"; readonly session: SessionId; readonly profile: Profile }
  | { readonly type: "connect" | "disconnect" | "retry-now" | "dispose"; readonly session: SessionId }
  /** Joins a namespace of the setup besides the connection's own, or leaves it. */
  | { readonly type: "namespace"; readonly session: SessionId; readonly name: string; readonly joins: boolean }
  | { readonly type: "capture"; readonly session: SessionId; readonly paused: boolean }
  /** Hides all entries, or brings them back; hidden ones are let go of after a while. */
  | { readonly type: "clear"; readonly session: SessionId; readonly undo: boolean }
  | { readonly type: "watch"; readonly session: SessionId; readonly watch: Watch }
  | { readonly type: "unwatch" }
  /** The pushed window was painted: the next may come. A hidden page paints nothing. */
  | { readonly type: "painted" }
  /** Asks for a pong: an engine that is stuck does not answer. */
  | { readonly type: "ping" }
  | Ask
  | { readonly type: "cancel-job"; readonly job: JobId }
  /** A part of an export is written: the next may come. */
  | { readonly type: "part-taken"; readonly job: JobId }
  /** Keeps the log in the database from now on, with what it holds already; null: no more. */
  | { readonly type: "record"; readonly session: SessionId; readonly as: RecordAs | null }
  /** All that the reader marked in a log; its recording keeps them. */
  | { readonly type: "pins"; readonly session: SessionId; readonly pins: readonly KeptPin[] };

export type FromEngine =
  | { readonly type: "hello"; readonly version: number }
  | { readonly type: "pong" }
  | { readonly type: "state"; readonly session: SessionId; readonly state: SessionState }
  | {
      readonly type: "examined";
      readonly session: SessionId;
      readonly of: Seq;
      readonly evidence: Evidence;
      /** The request that is under way; null: none. */
      readonly probing: Probe | null;
    }
  | { readonly type: "live"; readonly session: SessionId; readonly live: Live | null }
  | { readonly type: "view"; readonly session: SessionId; readonly view: View }
  | { readonly type: "answer"; readonly request: RequestId; readonly answer: unknown }
  /** A question that ended in a mistake of ours. */
  | { readonly type: "unanswered"; readonly request: RequestId; readonly message: string }
  /** A mistake of ours, caught: the engine lives on. */
  | { readonly type: "mistake"; readonly message: string }
  | { readonly type: "progress"; readonly job: JobId; readonly progress: JobProgress }
  | { readonly type: "part"; readonly job: JobId; readonly octets: Uint8Array<ArrayBuffer> }
  | { readonly type: "recording"; readonly session: SessionId; readonly recording: RecordingState };
