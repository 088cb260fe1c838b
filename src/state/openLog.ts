import type { LogFormatId } from "../core/formats/log/index.ts";
import type { FoundSession, Surveyed } from "../core/formats/log/reading/logReading.ts";
import type { Row } from "../core/log/entry.ts";
import type { KeptPin } from "../core/log/pin.ts";
import { newProfile } from "../core/profile/profile.ts";
import type { ProtocolId } from "../core/protocols/index.ts";
import type { SessionId } from "../core/session/session.ts";
import type { JobProgress, ReadAnswer, ReadAsk } from "../link/exchange.ts";
import { shortUrl } from "./connection.ts";
import { engine } from "./engine.ts";
import { inOrder } from "./log.ts";
import { runJob } from "./jobs.ts";
import { logFormatOf } from "./openFiles.ts";
import { newTab, type LogState, type Pin } from "./tab.ts";
import { activate, closeTab } from "./tabs.ts";
import { setWorkbench, updateTab, workbench } from "./workbench.ts";

/** Something that can be opened for looking at. */
export interface Openable {
  readonly from: ReadAsk["from"];
  readonly title: string;
  readonly url: string;
  readonly protocol: ProtocolId;
}

export const fromFile = (file: File, format: LogFormatId, chosen: FoundSession | null): Openable => ({
  from: { is: "file", file, format, chosen },
  title: chosen === null || chosen.url === "" ? file.name : shortUrl(chosen.url),
  url: chosen?.url ?? "",
  protocol: chosen !== null && /[?&]EIO=\d/.test(chosen.url) ? "socketio" : "websocket",
});

/** Why nothing of a file is opened. */
export type LookProblem =
  | { readonly kind: "unknown" }
  | { readonly kind: "unreadable"; readonly detail: string }
  | { readonly kind: "no-sockets"; readonly others: number }
  | { readonly kind: "no-messages"; readonly count: number; readonly elsewhere: string };

/** What a file is, before it is read. @property sessions null: it holds one, as its kind does */
export interface LookedAt {
  readonly file: File;
  readonly format: LogFormatId | null;
  readonly sessions: readonly FoundSession[] | null;
  readonly problem: LookProblem | null;
}

/** Looks at files one after another. */
export async function readFiles(
  files: readonly File[],
  signal: AbortSignal,
  progress: (progress: JobProgress) => void,
): Promise<readonly LookedAt[]> {
  const looked: LookedAt[] = [];
  for (const file of files) {
    try {
      looked.push(await lookAt(file, signal, progress));
    } catch (error) {
      const problem = { kind: "unreadable", detail: String(error) } as const;
      looked.push({ file, format: null, sessions: null, problem });
    }
  }
  return looked;
}

async function lookAt(file: File, signal: AbortSignal, progress: (progress: JobProgress) => void): Promise<LookedAt> {
  const format = await logFormatOf(file);
  if (format === null) return { file, format, sessions: null, problem: { kind: "unknown" } };
  const answer = await runJob((job) => engine().ask("surveyLog", { job, file, format }), signal, progress);
  const found = answer.is === "found" ? answer.found : null;
  return { file, format, sessions: found?.sessions ?? null, problem: found === null ? null : problemOf(found) };
}

function problemOf({ sessions, others, empty, elsewhere }: Surveyed): LookProblem | null {
  if (sessions.length > 0) return null;
  return empty > 0 ? { kind: "no-messages", count: empty, elsewhere } : { kind: "no-sockets", others };
}

export interface Opened extends ReadAnswer {
  /** null: nothing could be read, and the tab is gone again. */
  readonly session: SessionId | null;
}

/** Opens a log in a tab of its own, which shows what is read as it comes in. */
export async function openRecorded(
  { from, title, url, protocol }: Openable,
  signal: AbortSignal,
  progress: (progress: JobProgress) => void,
): Promise<Opened> {
  const tab = { ...newTab({ ...newProfile, url, protocol }), title, isUsed: true, isRecorded: true };
  const before = workbench().active;
  setWorkbench(({ tabs }) => ({ tabs: [...tabs, tab] }));
  activate(tab.id);
  const answer = await runJob((job) => engine().ask("readLog", { job, session: tab.id, from }), signal, progress);
  if (answer.entries === 0) {
    activate(before);
    closeTab(tab.id);
    return { ...answer, session: null };
  }
  const { head } = answer;
  const pins = await pinsOf(tab.id, answer.pins);
  updateTab(tab.id, ({ profile, log }) => ({
    // What was marked while it was still being read stays.
    log: { ...log, pins: inOrder([...pins.filter(({ row }) => !isPinned(log, row)), ...log.pins]) },
    profile: { ...profile, url: head.url ?? profile.url, protocol: head.protocol ?? profile.protocol },
  }));
  return { ...answer, session: tab.id };
}

const isPinned = ({ pins }: LogState, { seq }: Row): boolean => pins.some(({ row }) => row.seq === seq);

/** What was marked, with the rows that are shown of it. */
async function pinsOf(session: SessionId, kept: readonly KeptPin[]): Promise<readonly Pin[]> {
  const read = kept.map(async ({ seq, note }) => {
    const detail = await engine().ask("read", { session, seq, limit: 0 });
    return detail === null ? [] : [{ row: detail.row, note }];
  });
  return (await Promise.all(read)).flat();
}
