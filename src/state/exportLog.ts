import { logFormat, type LogFormatId } from "../core/formats/log/index.ts";
import type { ExportAnswer, JobProgress } from "../link/exchange.ts";
import { engine } from "./engine.ts";
import { runJob } from "./jobs.ts";
import { download, filterOf } from "./log.ts";
import type { Tab } from "./tab.ts";

export interface ExportChoice {
  /** Whether only what the filter lets through goes out. */
  readonly isFiltered: boolean;
  readonly format: LogFormatId;
  readonly secrets: boolean;
  readonly paths: readonly string[];
}

export type Exported =
  | ExportAnswer
  /** The disk refused. */
  | { readonly is: "refused"; readonly detail: string };

/** A log that is larger than this goes to the disk while it is written, where the browser can. */
const LARGE = 16 * 1024 * 1024;

/** @see https://wicg.github.io/file-system-access/#api-showsavefilepicker — Chromium only */
interface SavePicker {
  showSaveFilePicker?: (options: { readonly suggestedName: string }) => Promise<FileSystemFileHandle>;
}

/** Whether the browser asks for a place and gets the file piece by piece. */
export const isStreamed = (kept: number): boolean =>
  kept > LARGE && (globalThis as SavePicker).showSaveFilePicker !== undefined;

/**
 * Writes the log of a tab to a file. Must be called by a click: the browser asks where to put a large one.
 * @param kept octets that the log holds
 */
export async function exportTo(
  tab: Tab,
  choice: ExportChoice,
  kept: number,
  signal: AbortSignal,
  progress: (progress: JobProgress) => void,
): Promise<Exported> {
  const { extension } = logFormat(choice.format);
  const name = `${baseName(tab)}.${extension}`;
  const { showSaveFilePicker } = globalThis as SavePicker;
  const ask = (streams: boolean, take: ((octets: Uint8Array<ArrayBuffer>) => Promise<void>) | null) =>
    runJob(
      (job) =>
        engine().ask("exportLog", {
          job,
          session: tab.id,
          filter: choice.isFiltered ? filterOf(tab) : "",
          format: choice.format,
          redact: { secrets: choice.secrets, paths: choice.paths },
          streams,
          title: tab.title,
          url: tab.profile.url,
          protocol: tab.profile.protocol,
        }),
      signal,
      progress,
      take,
    );
  if (kept > LARGE && showSaveFilePicker !== undefined) {
    const file = await picked(showSaveFilePicker, name);
    if (file === null) return { is: "cancelled" };
    return streamed(file, ask);
  }
  const answer = await ask(false, null);
  if (answer.is === "done" && answer.blob !== null) download(answer.blob, name);
  return answer;
}

/** @returns null: the user changed their mind */
async function picked(
  show: NonNullable<SavePicker["showSaveFilePicker"]>,
  suggestedName: string,
): Promise<FileSystemFileHandle | null> {
  try {
    return await show.call(globalThis, { suggestedName });
  } catch {
    return null;
  }
}

async function streamed(
  file: FileSystemFileHandle,
  ask: (streams: true, take: (octets: Uint8Array<ArrayBuffer>) => Promise<void>) => Promise<ExportAnswer>,
): Promise<Exported> {
  let refusal: string | null = null;
  try {
    const disk = await file.createWritable();
    const answer = await ask(true, async (octets) => {
      try {
        await disk.write(octets);
      } catch (error) {
        refusal = String(error);
        throw error;
      }
    });
    // What was not finished leaves no half of a file.
    if (answer.is === "done") await disk.close();
    else await disk.abort().catch(() => undefined);
    return refusal === null ? answer : { is: "refused", detail: refusal };
  } catch (error) {
    return { is: "refused", detail: refusal ?? String(error) };
  }
}

/** Host and moment: several exports of a day stay apart, and no secret of an address gets into a name. */
function baseName({ profile, title }: Tab): string {
  const host = (title || profile.url)
    .replace(/^[a-z]+:\/\//i, "")
    .replace(/^[^/?#]*@/, "")
    .replace(/[?#].*$/s, "")
    .replace(/\.(?:jsonl|har|json|txt|log)$/i, "")
    .replace(/[^\p{L}\p{N}_.-]+/gu, "-")
    .slice(0, 40);
  return `sockwright-${host || "log"}-${new Date().toISOString().replace(/[:.]/g, "-")}`;
}
