import type { EntryBody, LogEntry } from "../../core/log/logEntry.ts";
import type { Note } from "../../core/log/note.ts";
import { bytes, type Seq } from "../../core/units/units.ts";
import type { Journal, Place } from "../journal/journal.ts";

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** One entry of a journal with everything that is known of it; null: it is not kept any more. */
export function entryOf(journal: Journal, of: Seq): LogEntry | null {
  const place = journal.locate(of);
  if (!place) return null;
  const { segment, at } = place;
  const label = journal.label(segment.event(at));
  return {
    seq: of,
    time: segment.time(at),
    direction: segment.direction(at),
    kind: segment.kind(at),
    event: label?.event ?? null,
    ...(label && label.namespace !== "" ? { namespace: label.namespace } : {}),
    ackId: segment.ackId(at),
    linked: segment.linked(at),
    size: bytes(segment.payload(at) === "note" ? 0 : segment.end(at) - segment.start(at)),
    body: bodyOf(place),
  };
}

function bodyOf({ segment, at }: Place): EntryBody {
  const octets = segment.octets(at);
  switch (segment.payload(at)) {
    case "text":
      return { type: "text", text: decoder.decode(octets) };
    case "binary":
      return { type: "binary", octets };
    case "note":
      return { type: "note", note: JSON.parse(decoder.decode(octets)) as Note };
    case "event": {
      const lengths = segment.attachments(at);
      let from = octets.length - lengths.reduce((sum, length) => sum + length, 0);
      const text = decoder.decode(octets.subarray(0, from));
      return { type: "event", text, attachments: lengths.map((length) => octets.subarray(from, (from += length))) };
    }
  }
}
