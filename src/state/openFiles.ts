import { LOG_FORMATS, type LogFormatId } from "../core/formats/log/index.ts";
import { openEvidence } from "./diagnosis.ts";
import { setWorkbench } from "./workbench.ts";

/** Octets that tell what a file is. */
const HEAD = 64 * 1024;

/** As what a file is read as a log; null: it does not look like one. @throws where it cannot be read */
export async function logFormatOf(file: File): Promise<LogFormatId | null> {
  const head = await file.slice(0, HEAD).text();
  return LOG_FORMATS.find(({ read }) => read?.recognises(head, file.name))?.id ?? null;
}

const isEvidence = async (file: File): Promise<boolean> =>
  /^\s*\{\s*"sockwright"\s*:\s*"evidence"/.test(await file.slice(0, 1000).text());

/** Files that are dropped, or chosen where anything may be: each kind goes where it is understood. */
export async function openFiles(files: readonly File[]): Promise<void> {
  try {
    const [first] = files;
    if (first && files.length === 1 && (await isEvidence(first))) await openEvidence(first);
    else if (!(await opensAsLog(files))) setWorkbench({ dialog: { is: "import", files } });
  } catch {
    // A folder, or a file that is gone: the import dialog says so.
    setWorkbench({ dialog: { is: "import", files } });
  }
}

/** Opens files that are logs as such. @returns whether all of them are */
export async function opensAsLog(files: readonly File[]): Promise<boolean> {
  const formats = await Promise.all(files.map(logFormatOf));
  if (formats.length === 0 || formats.includes(null)) return false;
  setWorkbench({ dialog: { is: "open-log", files } });
  return true;
}
