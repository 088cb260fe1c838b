import type { EntryBody, LogEntry } from "../../log/logEntry.ts";
import { writeBase64 } from "../../units/byteText.ts";
import { isoTime } from "./jsonl.ts";
import type { LogFormat } from "./logFormat.ts";

const COLUMNS = [
  "seq",
  "time",
  "epoch_ms",
  "direction",
  "kind",
  "event",
  "ack_id",
  "linked",
  "size",
  "encoding",
  "payload",
  "attachments",
] as const;

/**
 * For spreadsheets: a row an entry. The mark at the beginning makes Excel read UTF-8.
 * @see RFC 4180
 */
export const csv = {
  id: "csv",
  extension: "csv",
  mime: "text/csv",
  write: {
    needsBounds: false,
    start: () => ({ begin: `\ufeff${COLUMNS.join(",")}\r\n`, entry: row, end: () => "" }),
  },
  read: null,
} as const satisfies LogFormat;

function row({ seq, time, direction, kind, event, ackId, linked, size, body }: LogEntry): string {
  const { encoding, payload, attachments } = cells(body);
  const guarded = isFormula(payload);
  const values = [
    seq,
    isoTime(time),
    time,
    direction,
    kind,
    event === null ? "" : isFormula(event) ? `'${event}` : event,
    ackId ?? "",
    linked ?? "",
    size,
    guarded ? `${encoding}, after '` : encoding,
    guarded ? `'${payload}` : payload,
    attachments,
  ];
  return `${values.map(cell).join(",")}\r\n`;
}

/**
 * A cell that begins so would be computed by a spreadsheet, and a payload is a stranger's text: a quotation
 * mark before it makes it text, and the encoding says so. A number stays one.
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
const isFormula = (text: string): boolean => /^[=+\-@\t\r\n]/.test(text) && !/^-?\d+(?:\.\d+)?$/.test(text);

function cells(body: EntryBody): { readonly encoding: string; readonly payload: string; readonly attachments: string } {
  switch (body.type) {
    case "text":
      return { encoding: "text", payload: body.text, attachments: "" };
    case "binary":
      return { encoding: "base64", payload: writeBase64(body.octets), attachments: "" };
    case "event":
      return { encoding: "json", payload: body.text, attachments: body.attachments.map(writeBase64).join(" ") };
    case "note":
      return { encoding: "note", payload: JSON.stringify(body.note), attachments: "" };
  }
}

function cell(value: string | number): string {
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}
