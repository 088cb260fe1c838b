import { DIRECTIONS, KINDS } from "../../../log/entry.ts";
import type { EntryBody } from "../../../log/logEntry.ts";
import { readNote } from "../../../log/readNote.ts";
import { PROTOCOL_IDS } from "../../../protocols/index.ts";
import { readBase64 } from "../../../units/byteText.ts";
import { fail, ok, type Result } from "../../../units/result.ts";
import { epochMs } from "../../../units/units.ts";
import { byLine } from "./lines.ts";
import type { BadReason, Feed, LogSink, ReadAbout, ReadEntry } from "./logReading.ts";
import { field, momentOf, parsed, textOf } from "./values.ts";

/** The newest version that this reader knows; a line of a newer one is read as far as it can be. */
const VERSION = 1;

export const recognisesJsonl = (head: string): boolean => /^\ufeff?\s*\{\s*"sockwright"\s*:\s*"log"/.test(head);

/** Our own log: a header, then an entry a line. Lines that cannot be read are told, and the others are kept. */
export function readJsonl(sink: LogSink, about: ReadAbout): Feed {
  return byLine((line, at) => {
    const bad = (why: BadReason): void => {
      sink.bad({ unit: "line", at, why });
    };
    if (line === null) {
      bad("too-long");
      return;
    }
    if (line.trim() === "") return;
    const value = parsed(line);
    if (value === undefined) bad("json");
    else if (field(value, "sockwright") === "log") {
      takeHead(value, sink);
      if (Number(field(value, "version")) > VERSION) bad("newer");
    } else {
      const entry = readEntry(value, about);
      if (entry.ok) sink.entry(entry.value);
      else bad(entry.fault);
    }
  });
}

function takeHead(value: unknown, sink: LogSink): void {
  const protocol = PROTOCOL_IDS.find((id) => id === field(value, "protocol"));
  const [title, url] = [textOf(field(value, "title")), textOf(field(value, "url"))];
  sink.head({ title, url, ...(protocol === undefined ? {} : { protocol }) });
}

const wholeOf = (value: unknown): number | null =>
  typeof value === "number" && Number.isSafeInteger(value) && value >= 0 ? value : null;

/** Ids are kept in 32 bits, as Socket.IO's own counters are. */
const LARGEST_ID = 0x7fff_ffff;

function readEntry(value: unknown, { notes }: ReadAbout): Result<ReadEntry, BadReason> {
  const epoch = field(value, "epochMs");
  const time = typeof epoch === "number" && Number.isFinite(epoch) ? epochMs(epoch) : momentOf(field(value, "time"));
  const direction = DIRECTIONS.find((one) => one === field(value, "direction"));
  if (direction === undefined) return fail("entry");
  if (time === null) return fail("time");
  const ackId = wholeOf(field(value, "ackId"));
  const event = field(value, "event");
  const namespace = field(value, "namespace");
  const body = bodyOf(value, notes);
  if (!body.ok) return body;
  return ok({
    seq: wholeOf(field(value, "seq")),
    time,
    direction,
    kind: KINDS.find((one) => one === field(value, "kind")) ?? "message",
    event: typeof event === "string" ? event : null,
    ...(typeof namespace === "string" && namespace !== "" ? { namespace } : {}),
    ackId: ackId === null || ackId > LARGEST_ID ? null : ackId,
    linked: wholeOf(field(value, "linked")),
    body: body.value,
  });
}

function bodyOf(value: unknown, notes: ReadAbout["notes"]): Result<EntryBody, BadReason> {
  const [text, json, base64, note] = ["text", "json", "base64", "note"].map((name) => field(value, name));
  if (note !== undefined) {
    const read = readNote(note, notes);
    return read === null ? fail("note") : ok({ type: "note", note: read });
  }
  if (typeof base64 === "string") {
    const read = readBase64(base64);
    return read.ok ? ok({ type: "binary", octets: read.value }) : fail("base64");
  }
  const attachments = attachmentsOf(field(value, "attachments"));
  if (attachments === null) return fail("base64");
  if (typeof json === "string") return ok({ type: "event", text: json, attachments });
  if (typeof text !== "string") return fail("entry");
  // The first exports wrote events as text, too.
  const isEvent = ["event", "ackId", "attachments"].some((name) => field(value, name) !== undefined);
  return ok(isEvent ? { type: "event", text, attachments } : { type: "text", text });
}

function attachmentsOf(value: unknown): readonly Uint8Array<ArrayBuffer>[] | null {
  if (value === undefined) return [];
  if (!Array.isArray(value)) return null;
  const read = value.map((one: unknown) => readBase64(typeof one === "string" ? one : "?"));
  return read.every((one) => one.ok) ? read.map((one) => one.value) : null;
}
