import type { Note } from "../core/log/note.ts";
import { parseFilter } from "../core/log/filter.ts";
import { writeBase64 } from "../core/units/byteText.ts";
import { seq, type Seq } from "../core/units/units.ts";
import { breathe, now } from "./clock.ts";
import { Filtered, Unfiltered } from "./journal/filtered.ts";
import type { Journal, Place } from "./journal/journal.ts";

/** Lines are joined to parts of about this many characters, which the browser may put on disk. */
const PART = 1024 * 1024;
const SLICE = 10;
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/**
 * The log as JSON Lines: a header, then an entry a line with every octet of its payload, text as
 * text and anything else as base64. Made in slices, so that sockets are served meanwhile.
 */
export async function exportLog(
  journal: Journal,
  filter: string,
  meta: Readonly<Record<string, unknown>>,
): Promise<Blob> {
  const parsed = parseFilter(filter);
  const filtered = parsed.ok && parsed.value.length > 0 ? new Filtered(journal, parsed.value) : null;
  while (filtered && !filtered.isDone()) {
    await filtered.advance(performance.now() + SLICE);
    await breathe();
  }
  const positions = filtered ?? new Unfiltered(journal);
  const until = journal.next();
  const header = { sockwright: "log", version: 1, exported: new Date(now()).toISOString(), filter, ...meta };
  const parts: Blob[] = [];
  let part = `${JSON.stringify(header)}\n`;
  let sliceEnd = performance.now() + SLICE;
  for (let position = positions.base(); position < positions.base() + positions.total(); position++) {
    const of = positions.seqAt(position);
    if (of === null || of >= until) continue;
    part += exportLine(journal, of);
    if (part.length > PART) {
      parts.push(new Blob([part]));
      part = "";
    }
    if (performance.now() > sliceEnd) {
      await breathe();
      sliceEnd = performance.now() + SLICE;
    }
  }
  return new Blob([...parts, part], { type: "application/jsonl" });
}

function exportLine(journal: Journal, of: Seq): string {
  const place = journal.locate(of);
  if (!place) return "";
  const { segment, at } = place;
  const time = segment.time(at);
  const event = journal.eventName(segment.event(at));
  const ackId = segment.ackId(at);
  const linked = segment.linked(at);
  const line = {
    seq: of,
    time: new Date(time).toISOString(),
    epochMs: Math.round(time * 10) / 10,
    direction: segment.direction(at),
    kind: segment.kind(at),
    ...(event === null ? {} : { event }),
    ...(ackId === null ? {} : { ackId }),
    ...(linked === null ? {} : { linked: seq(linked) }),
    ...payload(place),
  };
  return `${JSON.stringify(line)}\n`;
}

function payload({ segment, at }: Place): Readonly<Record<string, unknown>> {
  const octets = segment.octets(at);
  const size = octets.length;
  switch (segment.payload(at)) {
    case "text":
      return { size, text: decoder.decode(octets) };
    case "binary":
      return { size, base64: writeBase64(octets) };
    case "note":
      return { note: JSON.parse(decoder.decode(octets)) as Note };
    case "event": {
      const lengths = segment.attachments(at);
      let from = octets.length - lengths.reduce((sum, length) => sum + length, 0);
      const text = decoder.decode(octets.subarray(0, from));
      if (lengths.length === 0) return { size, text };
      const attachments = lengths.map((length) => writeBase64(octets.subarray(from, (from += length))));
      return { size, text, attachments };
    }
  }
}
