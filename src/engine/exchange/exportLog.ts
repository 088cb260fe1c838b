import { logFormat } from "../../core/formats/log/index.ts";
import type { LogWriter } from "../../core/formats/log/logFormat.ts";
import { parseFilter } from "../../core/log/filter.ts";
import type { LogHead } from "../../core/log/logEntry.ts";
import { Redactor } from "../../core/log/redaction/redactor.ts";
import { parseJsonPath } from "../../core/units/jsonPath.ts";
import { bytes, seq, type Seq } from "../../core/units/units.ts";
import { utf8 } from "../../core/units/utf8.ts";
import type { ExportAnswer, ExportAsk } from "../../link/exchange.ts";
import { now } from "../clock.ts";
import { Filtered, Unfiltered, type Positions } from "../journal/filtered.ts";
import type { Journal } from "../journal/journal.ts";
import type { Matcher } from "../journal/matcher.ts";
import { entryOf } from "./entryOf.ts";
import type { Job } from "./jobs.ts";

/** Pieces are joined to parts of about this many characters: large enough for a disk, small enough to wait for. */
const PART = 1024 * 1024;

/**
 * Writes a log, or the part of it that a filter lets through, in slices between messages. Parts go to the
 * page one at a time, which puts them on the disk; else they become one Blob.
 */
export async function exportLog(
  journal: Journal,
  ask: ExportAsk,
  job: Job,
  matcher: Matcher | null = null,
): Promise<ExportAnswer> {
  const positions = await filtered(journal, ask.filter, job, matcher);
  if (positions === null) return { is: "cancelled" };
  const paths = ask.redact.paths.map(parseJsonPath).flatMap((path) => (path.ok ? [path.value] : []));
  const redactor = new Redactor({ secrets: ask.redact.secrets, paths });
  const { write, mime } = logFormat(ask.format);
  if (write === null) throw new Error(`${ask.format} is not written`);
  const out = new Output(ask.streams ? job : null);
  const writer = write.start(headOf(ask, redactor));
  out.add(writer.begin);
  const end = positions.base() + positions.total();
  let entries = 0;
  let before: Seq = seq(journal.first() - 1);
  for (let position = positions.base(); position < end; position++) {
    const of = positions.seqAt(position);
    // The oldest may be dropped while the rest is written.
    if (of !== null) {
      if (write.needsBounds) addBounds(journal, before, of, writer, redactor, out);
      const entry = entryOf(journal, of);
      if (entry) {
        out.add(writer.entry(redactor.entry(entry), false));
        entries++;
      }
      before = of;
    }
    if (out.isFull()) await out.flush();
    if (job.isDue() && !(await job.rest({ done: (position - positions.base()) / (end - positions.base()), entries })))
      return { is: "cancelled" };
  }
  if (write.needsBounds) addBounds(journal, before, journal.next(), writer, redactor, out);
  out.add(writer.end());
  await out.flush();
  if (job.isCancelled()) return { is: "cancelled" };
  return { is: "done", blob: out.blob(mime), entries, size: bytes(out.written), redacted: redactor.counted() };
}

async function filtered(
  journal: Journal,
  filter: string,
  job: Job,
  matcher: Matcher | null,
): Promise<Positions | null> {
  const parsed = parseFilter(filter);
  if (!parsed.ok || parsed.value.length === 0) return new Unfiltered(journal);
  const found = new Filtered(journal, parsed.value, matcher);
  while (!found.isDone()) {
    await found.advance(performance.now() + 6);
    if (!(await job.rest({ done: 0, entries: 0 }))) return null;
  }
  return found;
}

function headOf(ask: ExportAsk, redactor: Redactor): LogHead {
  const { secrets, paths } = ask.redact;
  return {
    title: ask.title,
    url: redactor.url(ask.url),
    protocol: ask.protocol,
    exported: now(),
    filter: redactor.text(ask.filter),
    redacted: redactor.isIdle() ? null : { secrets, paths },
  };
}

/** Beginnings and ends of connections between two entries that the filter let through. */
function addBounds(journal: Journal, after: Seq, until: Seq, writer: LogWriter, redactor: Redactor, out: Output): void {
  for (let number = after + 1; number < until; number++) {
    const place = journal.locate(seq(number));
    if (place?.segment.payload(place.at) !== "note") continue;
    const entry = entryOf(journal, seq(number));
    if (entry) out.add(writer.entry(redactor.entry(entry), true));
  }
}

/** What was written and is on its way out. */
class Output {
  written = 0;
  #text = "";
  readonly #parts: Blob[] = [];
  readonly #job: Job | null;

  /** @param job takes the parts; null: they are kept for a Blob */
  constructor(job: Job | null) {
    this.#job = job;
  }

  add(text: string): void {
    this.#text += text;
  }
  isFull = (): boolean => this.#text.length > PART;

  async flush(): Promise<void> {
    if (this.#text === "") return;
    const octets = utf8(this.#text);
    this.#text = "";
    this.written += octets.length;
    if (this.#job) await this.#job.send(octets);
    else this.#parts.push(new Blob([octets]));
  }

  blob = (type: string): Blob | null => (this.#job ? null : new Blob(this.#parts, { type }));
}
