import { namePlaceholders } from "../../core/decode/socketioPacket.ts";
import { arrayElements } from "../../core/units/arrayElements.ts";
import type { EventLabel, Row, RowContent } from "../../core/log/entry.ts";
import type { Note } from "../../core/log/note.ts";
import { writeHex } from "../../core/units/byteText.ts";
import { between, bytes, type EpochMs } from "../../core/units/units.ts";
import { cutUtf8, strictUtf8 } from "../../core/units/utf8.ts";
import type { ByteSearch } from "./byteSearch.ts";
import type { Journal, Place } from "./journal.ts";

/** A row shows at most some 300 characters at any width; the rest stays in the engine. */
const PREVIEW_OCTETS = 400;
const PREVIEW_HEX = 48;
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** Octets of a payload that any row shows, however narrow; what is found behind them is brought to the front. */
const SEEN_OCTETS = 80;
/** Octets before a place that was found, so that it is read in its context. */
const LEAD_OCTETS = 32;
/** Octets of a payload that are searched for the sake of its row: every row in sight is made anew with each push. */
const SEARCHED_OCTETS = 1024 * 1024;

/** @param looks what a filter looks for: a row begins shortly before the first place of it */
export function makeRow(
  journal: Journal,
  place: Place,
  above: EpochMs | null,
  looks: readonly ByteSearch[] = NOTHING,
): Row {
  const { segment, at } = place;
  const time = segment.time(at);
  const linked = segment.linked(at);
  const linkedTime = linked === null ? null : journal.timeOf(linked);
  return {
    seq: segment.seqAt(at),
    time,
    delta: above === null ? null : between(above, time),
    direction: segment.direction(at),
    kind: segment.kind(at),
    size: bytes(segment.payload(at) === "note" ? 0 : segment.end(at) - segment.start(at)),
    what: content(journal, place, looks),
    link: linked === null || linkedTime === null ? null : { seq: linked, after: between(linkedTime, time) },
    ackId: segment.ackId(at),
  };
}

const NOTHING: readonly ByteSearch[] = [];

function content(journal: Journal, { segment, at }: Place, looks: readonly ByteSearch[]): RowContent {
  const octets = segment.octets(at);
  switch (segment.payload(at)) {
    case "text":
      return { type: "text", preview: excerpt(octets, looks) ?? preview(octets) };
    case "binary":
      return binaryContent(octets);
    case "note":
      return { type: "note", note: JSON.parse(decoder.decode(octets)) as Note };
    case "event":
      return eventContent(journal.label(segment.event(at)), octets, segment.attachments(at), looks);
  }
}

const preview = (octets: Uint8Array): string => decoder.decode(octets.subarray(0, cutUtf8(octets, PREVIEW_OCTETS)));

/** A text from shortly before what is looked for; null: it stands at the beginning, or nowhere near it. */
function excerpt(octets: Uint8Array, looks: readonly ByteSearch[]): string | null {
  const searched = Math.min(octets.length, SEARCHED_OCTETS);
  const found = looks.map((look) => look.find(octets, 0, searched)).filter((at) => at >= 0);
  const first = Math.min(...found);
  if (found.length === 0 || first < SEEN_OCTETS) return null;
  return `…${preview(octets.subarray(cutUtf8(octets, first - LEAD_OCTETS)))}`;
}

/** Octets that are UTF-8 without control characters read better as text. */
function binaryContent(octets: Uint8Array): RowContent {
  const text = strictUtf8(octets.subarray(0, cutUtf8(octets, PREVIEW_OCTETS)));
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  const isText = text !== null && text !== "" && !/[\u0000-\u0008\u000e-\u001f\u007f]/.test(text);
  return { type: "binary", isText, preview: isText ? text : writeHex(octets.subarray(0, PREVIEW_HEX)) };
}

function eventContent(
  label: EventLabel | null,
  octets: Uint8Array,
  attachments: readonly number[],
  looks: readonly ByteSearch[],
): RowContent {
  const written = octets.subarray(0, octets.length - attachments.reduce((sum, length) => sum + length, 0));
  const json = preview(written);
  const elements = arrayElements(json);
  const { event = null, namespace = "", hasOffset = false } = label ?? {};
  const args = label === null ? elements : elements.slice(1, hasOffset ? -1 : undefined);
  const text = excerpt(written, looks) ?? (elements.length === 0 ? json : args.join(" "));
  const named = namePlaceholders(text, (num) => `<binary ${String(attachments[num] ?? 0)} B>`);
  return { type: "event", event, preview: named, attachments: attachments.length, namespace, hasOffset };
}
