import type { LogFormatId } from "../core/formats/log/index.ts";
import type { BadPart, FoundSession, ReadHead, Surveyed } from "../core/formats/log/reading/logReading.ts";
import type { Difference } from "../core/compare/sessions.ts";
import type { Row } from "../core/log/entry.ts";
import type { KeptPin } from "../core/log/pin.ts";
import type { RedactedCount } from "../core/log/redaction/redactText.ts";
import type { ProtocolId } from "../core/protocols/index.ts";
import type { SessionId } from "../core/session/session.ts";
import type { Bytes, EpochMs } from "../core/units/units.ts";

declare const jobBrand: unique symbol;
/** Names a task that takes long and can be ended; chosen by the page. */
export type JobId = number & { readonly [jobBrand]: true };

export interface JobProgress {
  /** 0 to 1. */
  readonly done: number;
  readonly entries: number;
}

export interface ExportAsk {
  readonly job: JobId;
  readonly session: SessionId;
  /** The filter language of core/log/filter; empty: everything. */
  readonly filter: string;
  readonly format: LogFormatId;
  /** @property paths in the language of core/units/jsonPath */
  readonly redact: { readonly secrets: boolean; readonly paths: readonly string[] };
  /** Whether parts are pushed to the page, one at a time; else the answer holds a Blob. */
  readonly streams: boolean;
  readonly title: string;
  readonly url: string;
  readonly protocol: ProtocolId;
}

export type ExportAnswer =
  | { readonly is: "cancelled" }
  | {
      readonly is: "done";
      readonly blob: Blob | null;
      readonly entries: number;
      readonly size: Bytes;
      readonly redacted: RedactedCount;
    };

/** Which sessions a file holds; null: one, or it cannot be told before it is read. */
export interface SurveyAsk {
  readonly job: JobId;
  readonly file: File;
  readonly format: LogFormatId;
}
export type SurveyAnswer = { readonly is: "cancelled" } | { readonly is: "found"; readonly found: Surveyed | null };

/** Looks for the first difference of two sessions. */
export interface CompareAsk {
  readonly job: JobId;
  readonly one: SessionId;
  readonly other: SessionId;
  readonly keyOrder: boolean;
  readonly ignore: readonly string[];
}

export type CompareAnswer =
  | { readonly is: "cancelled" }
  | { readonly is: "same"; readonly messages: number }
  | {
      readonly is: "differs";
      readonly difference: Difference;
      /** Messages around it, the one that differs among them; of a session that ended, its last ones. */
      readonly around: { readonly one: readonly Row[]; readonly other: readonly Row[] };
    };

/** Reads a log into a session that is for looking at only. */
export interface ReadAsk {
  readonly job: JobId;
  readonly session: SessionId;
  readonly from:
    | {
        readonly is: "file";
        readonly file: File;
        readonly format: LogFormatId;
        readonly chosen: FoundSession | null;
      }
    | { readonly is: "recording"; readonly id: string };
}

/** What came of reading, also of what was ended early: the good is kept. */
export interface ReadAnswer {
  readonly head: Partial<ReadHead>;
  readonly entries: number;
  readonly began: EpochMs | null;
  /** How many parts could not be read, and the first of them. */
  readonly badCount: number;
  readonly bad: readonly BadPart[];
  /** Why it ended before the end of the file; null: it did not. */
  readonly stopped: "cancelled" | "too-many" | "unreadable" | null;
  /** What was marked in a recording. */
  readonly pins: readonly KeptPin[];
  /** What the browser said, where the file could not be read; else empty. */
  readonly detail: string;
}
