import { noAdminState, readAdmin, type AdminState } from "../core/protocols/socketioAdmin.ts";
import { seq } from "../core/units/units.ts";
import { entryOf } from "./exchange/entryOf.ts";
import type { Journal } from "./journal/journal.ts";

interface Reading {
  state: AdminState;
  next: number;
}

/** How far each log has been read; a log that is gone takes its reading along. */
const readings = new WeakMap<Journal, Reading>();

/** What a server's admin namespace has told on a connection so far. */
export function readAdminOf(journal: Journal): AdminState {
  const reading = readings.get(journal) ?? { state: noAdminState, next: 1 };
  readings.set(journal, reading);
  for (let of = Math.max(reading.next, journal.first()); of < journal.next(); of++) {
    const entry = entryOf(journal, seq(of));
    if (entry?.direction !== "received" || entry.event === null || entry.body.type !== "event") continue;
    const args = argumentsIn(entry.body.text);
    if (args) reading.state = readAdmin(reading.state, entry.event, args);
  }
  reading.next = journal.next();
  return reading.state;
}

function argumentsIn(json: string): readonly unknown[] | null {
  try {
    const parsed: unknown = JSON.parse(json);
    return Array.isArray(parsed) ? parsed.slice(1) : null;
  } catch {
    return null;
  }
}
