import { compareSessions, isMessage } from "../../core/compare/sessions.ts";
import type { Row } from "../../core/log/entry.ts";
import type { LogEntry } from "../../core/log/logEntry.ts";
import { parseJsonPath } from "../../core/units/jsonPath.ts";
import { seq, type Seq } from "../../core/units/units.ts";
import type { CompareAnswer, CompareAsk } from "../../link/exchange.ts";
import type { Journal } from "../journal/journal.ts";
import { entryOf } from "./entryOf.ts";
import type { Job } from "./jobs.ts";

/** Messages shown before the difference, and behind it. */
const BEFORE = 4;
const AFTER = 4;

/** Looks for the first difference of two logs, in slices between messages. */
export async function compareLogs(
  one: Journal,
  other: Journal,
  { keyOrder, ignore }: CompareAsk,
  job: Job,
): Promise<CompareAnswer> {
  const paths = ignore.map(parseJsonPath).flatMap((path) => (path.ok ? [path.value] : []));
  const steps = compareSessions(entriesOf(one), entriesOf(other), { keyOrder, ignore: paths });
  const most = Math.max(1, Math.min(one.count(), other.count()));
  let messages = 0;
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) {
      const difference = step.value;
      if (difference === null) return { is: "same", messages };
      return {
        is: "differs",
        difference,
        around: { one: around(one, difference.one), other: around(other, difference.other) },
      };
    }
    messages = step.value;
    if (job.isDue() && !(await job.rest({ done: Math.min(1, messages / most), entries: messages })))
      return { is: "cancelled" };
  }
}

function* entriesOf(journal: Journal): Generator<LogEntry> {
  const until = journal.next();
  for (let at: number = journal.first(); at < until; at++) {
    const entry = entryOf(journal, seq(at));
    if (entry) yield entry;
  }
}

/** @param of null: the session ended, and its last messages are shown */
function around(journal: Journal, of: Seq | null): readonly Row[] {
  const before = messagesFrom(journal, (of ?? journal.next()) - 1, -1, BEFORE).toReversed();
  return of === null ? before : [...before, ...messagesFrom(journal, of, 1, AFTER + 1)];
}

function messagesFrom(journal: Journal, from: number, by: 1 | -1, count: number): readonly Row[] {
  const rows: Row[] = [];
  for (let at = from; rows.length < count && at >= journal.first() && at < journal.next(); at += by) {
    const entry = entryOf(journal, seq(at));
    const row = entry && isMessage(entry) ? journal.row(seq(at), null) : null;
    if (row) rows.push(row);
  }
  return rows;
}
