import type { Direction } from "../../../log/entry.ts";
import type { EntryBody } from "../../../log/logEntry.ts";
import type { Note } from "../../../log/note.ts";
import { readNote } from "../../../log/readNote.ts";
import { readBase64 } from "../../../units/byteText.ts";
import { epochMs, ms, type EpochMs } from "../../../units/units.ts";
import { byLine } from "./lines.ts";
import type { Feed, LogSink, ReadAbout, ReadEntry } from "./logReading.ts";
import { noMore, readLoose } from "./looseMessage.ts";
import { field, parsed } from "./values.ts";

/**
 * What terminals show of a connection: `> sent` and `< received` as wscat writes them, with a time before
 * them or not; `↑` and `↓` with tabs as Chromium's tools copy them; else a message a line that came.
 */
const MARKED =
  /^(?:\[([^\]]{4,40})\]\s?|(\d{4}-\d\d-\d\d[T ][\d:.,]{5,15}(?:Z|[+-]\d\d:?\d\d)?|\d\d:\d\d:\d\d(?:[.,]\d{1,6})?)\s+)?(>{1,3}|<{1,3}|→|←|⬆|⬇|↑|↓|\*)(?:[ \t](.*)|)$/su;

/** As Chromium's Messages table is copied: data, length and time between tabs. */
const COPIED = /^([⬆⬇↑↓])?\s?(.*)\t(\d+|[\d.]+ ?[kM]?B)\t(\d\d:\d\d:\d\d\.\d{3})$/su;

const SIGNS: Readonly<Record<string, Direction>> = {
  ">": "sent",
  "→": "sent",
  "⬆": "sent",
  "↑": "sent",
  "<": "received",
  "←": "received",
  "⬇": "received",
  "↓": "received",
  "*": "local",
};

/** What wscat says itself. */
const CONNECTED = /^Connected \(press CTRL\+C to quit\)$/;
const DISCONNECTED = /^Disconnected \(code: (\d{1,5}), reason: "(.*)"\)$/s;

/** Some line of the first must look like one: else any text would be a capture. */
const LOOKED_AT = 50;

export function recognisesCapture(head: string, name: string): boolean {
  const lines = head.replace(/^\ufeff/, "").split(/\r?\n/, LOOKED_AT);
  if (lines.some((line) => isMarked(line) || CONNECTED.test(line))) return true;
  if (/\.(?:jsonl|ndjson)$/i.test(name)) return true;
  const first = lines.slice(0, -1).filter((line) => line.trim() !== "");
  return first.length > 1 && first.every((line) => /^\s*[{[]/.test(line) && parsed(line) !== undefined);
}

/** A quotation in a text begins with `>`, too: with a time or in a file of such lines it is a message. */
const isMarked = (line: string): boolean =>
  COPIED.test(line) ||
  /^(?:[>→⬆↑]|<|←|⬇|↓)[ \t]/u.test(line) ||
  (MARKED.exec(line)?.[1] ?? MARKED.exec(line)?.[2]) !== undefined;

export function readCapture(sink: LogSink, { modified, midnight, notes }: ReadAbout): Feed {
  let time = modified;
  let open: ReadEntry | null = null;
  let isMarkedFile = false;
  const flush = (): void => {
    if (open) sink.entry(finished(open, notes));
    open = null;
  };
  const begin = (direction: Direction, text: string, when: string | undefined): void => {
    flush();
    isMarkedFile = true;
    time = (when === undefined ? null : timeOf(when, midnight)) ?? time;
    open = {
      ...noMore,
      time,
      direction,
      kind: direction === "local" ? "lifecycle" : "message",
      body: { type: "text", text },
    };
  };
  const note = (one: Note): void => {
    flush();
    isMarkedFile = true;
    sink.entry({ ...noMore, time, direction: "local", kind: "lifecycle", body: { type: "note", note: one } });
  };
  /** In a capture, what stands before its first message is what the tool said; else each line is a message. */
  const unmarked = (line: string, at: number): void => {
    if (isMarkedFile) {
      sink.bad({ unit: "line", at, why: "entry" });
      return;
    }
    const entry = readLoose(parsed(line), line, time);
    time = entry.time;
    sink.entry(entry);
  };
  return byLine((line, at) => {
    if (line === null) {
      sink.bad({ unit: "line", at, why: "too-long" });
      return;
    }
    const marked = MARKED.exec(line);
    const copied = marked ? null : COPIED.exec(line);
    const ended = DISCONNECTED.exec(line);
    if (marked) begin(SIGNS[marked[3]?.[0] ?? ""] ?? "received", marked[4] ?? "", marked[1] ?? marked[2]);
    else if (copied) begin(SIGNS[copied[1] ?? ""] ?? "received", copied[2] ?? "", copied[4]);
    else if (CONNECTED.test(line)) note(opened);
    else if (ended) note(closed(Number(ended[1]), ended[2] ?? "", time));
    else if (open !== null) open = continued(open, line);
    else if (line.trim() !== "") unmarked(line, at);
  }, flush);
}

/** A payload of several lines; ours are indented, and wscat's are not. */
function continued(entry: ReadEntry, line: string): ReadEntry {
  const { body } = entry;
  const more = line.startsWith("  ") ? line.slice(2) : line;
  return body.type === "text" ? { ...entry, body: { type: "text", text: `${body.text}\n${more}` } } : entry;
}

/** Empty lines at the end belong to the file; Base64 and notes are as our own plain text writes them. */
function finished(entry: ReadEntry, notes: ReadAbout["notes"]): ReadEntry {
  if (entry.body.type !== "text") return entry;
  const text = entry.body.text.replace(/\n+$/, "");
  return { ...entry, body: bodyOf(text, entry.direction, notes) };
}

function bodyOf(text: string, direction: Direction, notes: ReadAbout["notes"]): EntryBody {
  if (text.startsWith("(base64) ")) {
    const octets = readBase64(text.slice(9));
    if (octets.ok) return { type: "binary", octets: octets.value };
  }
  if (direction === "local" && text.startsWith("{")) {
    const value = parsed(text);
    const note = field(value, "note") === undefined ? null : readNote(value, notes);
    if (note) return { type: "note", note };
  }
  return { type: "text", text };
}

const opened: Note = {
  note: "opened",
  after: ms(0),
  negotiated: { subprotocol: "", extensions: "", url: "", socketio: null },
};

const closed = (code: number, reason: string, at: EpochMs): Note => ({
  note: "ended",
  ending: {
    cause: { kind: "close", code, reason, wasClean: code !== 1006 },
    opened: true,
    errored: false,
    asked: false,
    at,
    lasted: ms(0),
  },
  evidence: null,
});

/** A time of day belongs to the day on which the file was written. */
function timeOf(text: string, midnight: EpochMs): EpochMs | null {
  const clock = /^(\d\d):(\d\d):(\d\d)(?:[.,](\d{1,6}))?$/.exec(text);
  if (clock) {
    const [, hours = "", minutes = "", seconds = "", fraction = "0"] = clock;
    const span = (Number(hours) * 60 + Number(minutes)) * 60_000 + Number(`${seconds}.${fraction}`) * 1000;
    return epochMs(midnight + span);
  }
  const time = Date.parse(text.replace(",", "."));
  return Number.isFinite(time) ? epochMs(time) : null;
}
