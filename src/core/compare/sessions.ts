import { isTraffic } from "../log/entry.ts";
import type { EntryBody, LogEntry } from "../log/logEntry.ts";
import type { Seq } from "../units/units.ts";
import { canonical, type CompareChoice } from "./canonical.ts";

/** Where two sessions part: the entry of each; null: that one has no more messages. */
export interface Difference {
  /** From 1: messages that were the same before, and one. */
  readonly at: number;
  readonly one: Seq | null;
  readonly other: Seq | null;
}

/**
 * Goes through the messages of two sessions side by side until they differ, by direction, event and payload;
 * times and what only happened here do not count. Yields after each message, so that the caller can rest.
 * @returns the first difference; null: there is none
 */
export function* compareSessions(
  one: Iterable<LogEntry>,
  other: Iterable<LogEntry>,
  choice: CompareChoice,
): Generator<number, Difference | null> {
  const [left, right] = [messagesOf(one), messagesOf(other)];
  for (let at = 1; ; at++) {
    const [a, b] = [left.next(), right.next()];
    if (a.done === true && b.done === true) return null;
    const [here, there] = [a.done === true ? null : a.value, b.done === true ? null : b.value];
    if (here === null || there === null || !isSame(here, there, choice))
      return { at, one: here?.seq ?? null, other: there?.seq ?? null };
    yield at;
  }
}

/** Whether an entry was on the wire. */
export const isMessage = (entry: LogEntry): boolean => isTraffic(entry) && entry.body.type !== "note";

function* messagesOf(entries: Iterable<LogEntry>): Generator<LogEntry, undefined> {
  for (const entry of entries) if (isMessage(entry)) yield entry;
  return undefined;
}

function isSame(one: LogEntry, other: LogEntry, choice: CompareChoice): boolean {
  return one.direction === other.direction && isSameBody(one, other, choice);
}

function isSameBody(one: LogEntry, other: LogEntry, choice: CompareChoice): boolean {
  const [a, b] = [one.body, other.body];
  if (a.type === "binary" || b.type === "binary")
    return a.type === "binary" && b.type === "binary" && isSameOctets(a.octets, b.octets);
  if (a.type === "note" || b.type === "note" || a.type !== b.type) return false;
  const [left, right] = [attachmentsOf(a), attachmentsOf(b)];
  const isAttached =
    left.length === right.length && left.every((octets, at) => isSameOctets(octets, right[at] ?? new Uint8Array()));
  if (!isAttached) return false;
  if (a.text === b.text) return true;
  const rootsFrom = a.type === "event" ? (one.kind === "ack" ? 0 : 1) : null;
  return canonical(a.text, choice, rootsFrom) === canonical(b.text, choice, rootsFrom);
}

const attachmentsOf = (body: EntryBody): readonly Uint8Array[] => (body.type === "event" ? body.attachments : []);

const isSameOctets = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((octet, at) => octet === other[at]);
