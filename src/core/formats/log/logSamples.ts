import type { LogEntry, LogHead } from "../../log/logEntry.ts";
import type { Note } from "../../log/note.ts";
import { bytes, epochMs, ms, seq } from "../../units/units.ts";
import { utf8Length } from "../../units/utf8.ts";
import { har } from "./har.ts";
import type { LogWriting } from "./logFormat.ts";
import type { BadPart, LogReading, ReadEntry, Surveyed } from "./reading/logReading.ts";

/** Logs for tests, and ways to write and read them. */
export const T = epochMs(1_720_000_000_123.4);
export const head: LogHead = {
  title: "",
  url: "wss://example.test/feed",
  protocol: "websocket",
  exported: T,
  filter: "",
  redacted: null,
};

export const entry = (at: number, part: Partial<LogEntry>): LogEntry => ({
  seq: seq(at),
  time: epochMs(T + at),
  direction: "received",
  kind: "message",
  event: null,
  ackId: null,
  linked: null,
  size: bytes(0),
  body: { type: "text", text: "" },
  ...part,
});
export const text = (at: number, value: string, direction: LogEntry["direction"] = "received"): LogEntry =>
  entry(at, { direction, size: bytes(utf8Length(value)), body: { type: "text", text: value } });
export const note = (at: number, value: Note): LogEntry =>
  entry(at, { direction: "local", kind: "lifecycle", body: { type: "note", note: value } });

export const connecting = {
  note: "connecting",
  url: "wss://example.test/feed",
  retry: 0,
  subprotocols: ["v1"],
  namespace: null,
} as const satisfies Note;
export const opened = {
  note: "opened",
  after: ms(4),
  negotiated: { subprotocol: "v1", extensions: "", url: "wss://example.test/feed", socketio: null },
} as const satisfies Note;
export const ended = {
  note: "ended",
  ending: {
    cause: { kind: "close", code: 1011, reason: "went away", wasClean: true },
    opened: true,
    errored: false,
    asked: false,
    at: epochMs(T + 9),
    lasted: ms(9),
  },
  evidence: null,
} as const satisfies Note;

export function written(
  format: { readonly write: LogWriting },
  entries: readonly LogEntry[],
  of: LogHead = head,
): string {
  const writer = format.write.start(of);
  return writer.begin + entries.map((one) => writer.entry(one, false)).join("") + writer.end();
}

export interface Read {
  readonly entries: readonly ReadEntry[];
  readonly bad: readonly BadPart[];
  readonly head: object;
}

/** Reads a text in pieces of any size, as it may come from a disk. */
export function read({ read: reading }: { readonly read: LogReading }, whole: string, piece = 7, chosen = 0): Read {
  const entries: ReadEntry[] = [];
  const bad: BadPart[] = [];
  let found = {};
  const pieces = whole.match(new RegExp(`[^]{1,${String(piece)}}`, "g")) ?? [];
  let surveyed: Surveyed | null = null;
  if (reading.survey) {
    const survey = reading.survey();
    for (const one of pieces) survey.push(one);
    survey.end();
    surveyed = survey.found();
  }
  const feed = reading.start(
    {
      head: (one) => {
        found = { ...found, ...one };
      },
      entry: (one) => {
        entries.push(one);
      },
      bad: (one) => {
        bad.push(one);
      },
    },
    {
      modified: T,
      midnight: epochMs(T - 60_000),
      session: surveyed?.sessions[chosen] ?? null,
      notes: { evidence: () => null, probe: () => null },
    },
  );
  for (const one of pieces) feed.push(one);
  feed.end();
  return { entries, bad, head: found };
}

export function withoutSize(one: LogEntry): ReadEntry {
  const { seq: number, time, direction, kind, event, ackId, linked, body } = one;
  return { seq: number, time, direction, kind, event, ackId, linked, body };
}

export const surveyOf = (whole: string): Surveyed => {
  const survey = har.read.survey();
  survey.push(whole);
  survey.end();
  return survey.found();
};
