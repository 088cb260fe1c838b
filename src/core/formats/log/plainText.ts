import type { Direction } from "../../log/entry.ts";
import type { LogEntry } from "../../log/logEntry.ts";
import { writeBase64 } from "../../units/byteText.ts";
import { isoTime } from "./jsonl.ts";
import type { LogFormat } from "./logFormat.ts";
import { readCapture, recognisesCapture } from "./reading/captureReader.ts";

const SIGNS: Readonly<Record<Direction, string>> = { sent: ">", received: "<", local: "*" };

/**
 * For people and `grep`: time, direction and payload, as wscat shows them. Further lines of a payload are
 * indented. Copy this file to add another format.
 */
export const plainText = {
  id: "text",
  extension: "txt",
  mime: "text/plain",
  write: { needsBounds: false, start: () => ({ begin: "", entry: lines, end: () => "" }) },
  read: { recognises: recognisesCapture, survey: null, start: readCapture },
} as const satisfies LogFormat;

const lines = (entry: LogEntry): string =>
  `[${isoTime(entry.time)}] ${SIGNS[entry.direction]} ${textOf(entry).replace(/\r?\n/g, "\n  ")}\n`;

function textOf({ body }: LogEntry): string {
  switch (body.type) {
    case "text":
      return body.text;
    case "binary":
      return `(base64) ${writeBase64(body.octets)}`;
    case "event":
      return [body.text, ...body.attachments.map((octets) => `(base64) ${writeBase64(octets)}`)].join("\n");
    case "note":
      return JSON.stringify(body.note);
  }
}
