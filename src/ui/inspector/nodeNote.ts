import type { NodeNote } from "../../core/units/tree.ts";
import type { DecodeTexts } from "../../i18n/decode/decodeTexts.ts";
import { formatSpan } from "../../i18n/format.ts";

/** A moment as RFC 3339 writes it; what no date can hold stays a number. */
const dateText = (at: number): string =>
  Math.abs(at) <= 8.64e15 ? new Date(at).toISOString().replace(/\.000Z$/, "Z") : String(at);

/** What is known of a value beyond its spelling. @param time of the entry, which an expiry is measured by */
export function noteText({ note: t }: DecodeTexts, note: NodeNote, time: number): string {
  switch (note.kind) {
    case "term":
      return note.text;
    case "time":
      return dateText(note.at);
    case "expiry":
      return note.at < time ? t.expired(dateText(note.at)) : t.expires(dateText(note.at), formatSpan(note.at - time));
    case "attachment":
      return t.attachment(note.index);
    case "offset":
      return t.offset;
    case "unverified":
      return t.unverified;
    case "guess":
      return t.guess;
    case "encrypted":
      return t.encrypted;
    case "rest":
      return t.rest;
    case "inflated":
      return t.inflated(note.from);
    case "inflated-part":
      return t.inflatedPart(note.from);
  }
}
