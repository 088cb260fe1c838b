import { readEvidence, readProbe } from "../../core/explain/readEvidence.ts";
import { logFormat } from "../../core/formats/log/index.ts";
import type { BadPart, Feed, ReadAbout, ReadHead } from "../../core/formats/log/reading/logReading.ts";
import { epochMs } from "../../core/units/units.ts";
import type { ReadAnswer, ReadAsk, SurveyAnswer, SurveyAsk } from "../../link/exchange.ts";
import type { LiveSession } from "../session/liveSession.ts";
import type { Job } from "./jobs.ts";
import { Loader } from "./loader.ts";
import { readRecording } from "./readRecording.ts";

/** Parts that could not be read are counted; this many are named. */
const MOST_NAMED = 100;
/** Text goes to a reader in pieces of at most this many characters, so that a slice stays short. */
const PIECE = 64 * 1024;

const notes = { evidence: readEvidence, probe: readProbe } as const;

/** Which sessions a file holds. */
export async function surveyLog({ file, format }: SurveyAsk, job: Job): Promise<SurveyAnswer> {
  const survey = logFormat(format).read?.survey?.() ?? null;
  if (survey === null) return { is: "found", found: null };
  const stopped = await feed(file, survey, job, () => ({ full: false, entries: 0 }));
  return stopped === "cancelled" ? { is: "cancelled" } : { is: "found", found: survey.found() };
}

/** Reads a file, or a recording, into a session; what was good of it stays, however it ends. */
export async function readLog(
  session: LiveSession,
  { from }: ReadAsk,
  job: Job,
  wrote: () => void,
): Promise<ReadAnswer> {
  const loader = new Loader(session);
  const bad: BadPart[] = [];
  let badCount = 0;
  let head: Partial<ReadHead> = {};
  if (from.is === "recording") {
    const read = await readRecording(from.id, loader, notes, job, (at) => {
      badCount++;
      if (bad.length < MOST_NAMED) bad.push({ unit: "message", at, why: "entry" });
    });
    loader.finish();
    wrote();
    const { meta, stopped } = read;
    const pins = (meta?.pins ?? []).flatMap(({ seq, note }) => {
      const here = loader.numbers.here(seq);
      return here === null ? [] : [{ seq: here, note }];
    });
    session.pins = pins;
    session.keptIn = { id: from.id, numberThere: (here) => loader.numbers.there(here) };
    head = meta === null ? {} : { title: meta.name, url: meta.url, protocol: meta.protocol };
    return { head, entries: loader.entries, began: loader.began, badCount, bad, stopped, pins, detail: "" };
  }
  const reading = logFormat(from.format).read;
  if (reading === null) throw new Error(`${from.format} is not read`);
  const reader = reading.start(
    {
      head: (found) => {
        head = { ...head, ...found };
      },
      entry: (entry) => {
        if (!loader.isFull()) loader.add(entry);
      },
      bad: (part) => {
        badCount++;
        if (bad.length < MOST_NAMED) bad.push(part);
      },
    },
    { ...timesOf(from.file), session: from.chosen, notes },
  );
  let detail = "";
  const stopped = await feed(from.file, reader, job, () => {
    wrote();
    return { full: loader.isFull(), entries: loader.entries };
  }).catch((error: unknown) => {
    detail = String(error);
    return "unreadable" as const;
  });
  loader.finish();
  wrote();
  return { head, entries: loader.entries, began: loader.began, badCount, bad, stopped, pins: [], detail };
}

const timesOf = ({ lastModified }: File): Pick<ReadAbout, "modified" | "midnight"> => ({
  modified: epochMs(lastModified),
  midnight: epochMs(new Date(lastModified).setHours(0, 0, 0, 0)),
});

/** Gives a reader the text of a file as it comes from the disk. @returns why it ended before the end; null: it did not */
async function feed(
  file: File,
  reader: Feed,
  job: Job,
  state: () => { readonly full: boolean; readonly entries: number },
): Promise<"cancelled" | "too-many" | null> {
  const stream = file.stream().getReader();
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  let read = 0;
  let stopped: "cancelled" | "too-many" | null = null;
  const push = async (text: string): Promise<void> => {
    for (let at = 0; at < text.length && stopped === null; at += PIECE) {
      reader.push(text.slice(at, at + PIECE));
      if (!job.isDue()) continue;
      const { full, entries } = state();
      if (full) stopped = "too-many";
      else if (!(await job.rest({ done: file.size === 0 ? 1 : read / file.size, entries }))) stopped = "cancelled";
    }
  };
  for (let part = await stream.read(); !part.done && stopped === null; part = await stream.read()) {
    read += part.value.length;
    await push(decoder.decode(part.value, { stream: true }));
  }
  if (stopped === null) {
    await push(decoder.decode());
    reader.end();
    if (state().full) stopped = "too-many";
  } else await stream.cancel();
  return stopped;
}
