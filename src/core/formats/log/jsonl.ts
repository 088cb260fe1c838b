import type { EntryBody, LogEntry, LogHead } from "../../log/logEntry.ts";
import { writeBase64 } from "../../units/byteText.ts";
import type { LogFormat } from "./logFormat.ts";
import { readJsonl, recognisesJsonl } from "./reading/jsonlReader.ts";

/**
 * JSON Lines: a header, then an entry a line with everything that is known of it; text as text, octets
 * as Base64. What is written is read back as the same log.
 */
export const jsonl = {
  id: "jsonl",
  extension: "jsonl",
  mime: "application/jsonl",
  write: {
    needsBounds: false,
    start: (head) => ({
      begin: `${JSON.stringify(header(head))}\n`,
      entry: (entry) => `${JSON.stringify(line(entry))}\n`,
      end: () => "",
    }),
  },
  read: { recognises: recognisesJsonl, survey: null, start: readJsonl },
} as const satisfies LogFormat;

/** Raised when a reader of the version before would misunderstand a line. */
const JSONL_VERSION = 1;

function header({ title, url, protocol, exported, filter, redacted }: LogHead): Readonly<Record<string, unknown>> {
  return {
    sockwright: "log",
    version: JSONL_VERSION,
    exported: new Date(exported).toISOString(),
    title,
    url,
    protocol,
    filter,
    redacted,
  };
}

function line({ seq, time, direction, kind, event, namespace, ackId, linked, size, body }: LogEntry) {
  return {
    seq,
    time: isoTime(time),
    epochMs: time,
    direction,
    kind,
    ...(event === null ? {} : { event }),
    ...(namespace === undefined ? {} : { namespace }),
    ...(ackId === null ? {} : { ackId }),
    ...(linked === null ? {} : { linked }),
    ...(body.type === "note" ? {} : { size }),
    ...payload(body),
  };
}

/** A clock may say anything, a file above all: beyond what a Date can hold the number alone says when. */
export const isoTime = (time: number): string =>
  Math.abs(time) <= 8.64e15 ? new Date(time).toISOString() : String(time);

function payload(body: EntryBody): Readonly<Record<string, unknown>> {
  switch (body.type) {
    case "text":
      return { text: body.text };
    case "binary":
      return { base64: writeBase64(body.octets) };
    case "event":
      return {
        json: body.text,
        ...(body.attachments.length === 0 ? {} : { attachments: body.attachments.map(writeBase64) }),
      };
    case "note":
      return { note: body.note };
  }
}
