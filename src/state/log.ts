import type { Row, EntryDetail } from "../core/log/entry.ts";
import { writeHex } from "../core/units/byteText.ts";
import type { Seq } from "../core/units/units.ts";
import { copyText } from "./clipboard.ts";
import { engine } from "./engine.ts";
import type { LogState, Tab } from "./tab.ts";
import { activeTab, say, setWorkbench, updateActive, updateTab, useLogView, workbench } from "./workbench.ts";

export const editLog = (change: Partial<LogState>): void => {
  updateActive(({ log }) => ({ log: { ...log, ...change } }));
};

/** Another filter counts other positions: what was held among the old ones is let go. */
export const setFilter = (change: Partial<Pick<LogState, "filter" | "direction">>): void => {
  editLog({ ...change, held: null, isFollowing: true });
};

/** The direction buttons and the filter field are one filter to the engine. */
export const filterOf = ({ log }: Tab): string =>
  log.direction === "all" ? log.filter : `dir:${log.direction} ${log.filter}`;

export function select(seq: Seq | null): void {
  editLog({ selected: seq });
}

/** Scrolling up releases the end; what is on the screen stays where it is. */
export const follow = (isFollowing: boolean): void => {
  if (activeTab(workbench()).log.isFollowing !== isFollowing) editLog({ isFollowing });
};

export function toggleHold(): void {
  const { held } = activeTab(workbench()).log;
  const { view } = useLogView.getState();
  editLog({ held: held === null && view ? view.base + view.total : null });
}

export function togglePause(): void {
  const { id, log, isRecorded } = activeTab(workbench());
  if (isRecorded) return;
  editLog({ isPaused: !log.isPaused });
  engine().tell({ type: "capture", session: id, paused: !log.isPaused });
}

export function clearLog(): void {
  const { id, log } = activeTab(workbench());
  engine().tell({ type: "clear", session: id, undo: false });
  editLog({ selected: null, held: null, isFollowing: true });
  say("cleared", "", () => {
    engine().tell({ type: "clear", session: id, undo: true });
    updateTab(id, (tab) => ({ log: { ...tab.log, selected: log.selected } }));
  });
}

export function exportLog(): void {
  setWorkbench({ dialog: { is: "export-log" } });
}

export function download(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, 10_000);
}

export const readEntry = (seq: Seq, limit: number | null): Promise<EntryDetail | null> =>
  engine().ask("read", { session: workbench().active, seq, limit });

/** Its text without the binary attachments behind it. */
export function textPart(detail: EntryDetail): Uint8Array<ArrayBuffer> {
  const attached = detail.attachments.reduce((sum, length) => sum + length, 0);
  return detail.head.subarray(0, Math.max(0, detail.total - attached));
}

/** The binary attachments of an event, in order. */
export function attachmentsOf(detail: EntryDetail): readonly Uint8Array<ArrayBuffer>[] {
  let from = textPart(detail).length;
  return detail.attachments.map((length) => detail.head.subarray(from, (from += length)));
}

/** Text as text, octets as hex. */
export async function copyEntry(row: Row): Promise<void> {
  const detail = await readEntry(row.seq, null);
  if (!detail) return;
  const isBinary = row.what.type === "binary" && !row.what.isText;
  await copyText(isBinary ? writeHex(detail.head) : new TextDecoder().decode(textPart(detail)));
}

export async function downloadEntry(row: Row): Promise<void> {
  const detail = await readEntry(row.seq, null);
  if (!detail) return;
  const isText = row.what.type !== "binary";
  download(
    new Blob([detail.head], { type: isText ? "text/plain" : "application/octet-stream" }),
    `message-${String(row.seq)}.${isText ? "txt" : "bin"}`,
  );
}

/** Goes to an entry; null when the filter hides it. */
export async function reveal(seq: Seq): Promise<number | null> {
  select(seq);
  setWorkbench({ panel: "log" });
  return engine().ask("find", { session: workbench().active, seq });
}
