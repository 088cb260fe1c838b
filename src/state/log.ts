import type { Row, EntryDetail } from "../core/log/entry.ts";
import { writeHex } from "../core/units/byteText.ts";
import { parseTimePoint } from "../core/log/timePoint.ts";
import { seq as seqOf, type Seq } from "../core/units/units.ts";
import { copyText } from "./clipboard.ts";
import { engine } from "./engine.ts";
import type { LogState, Pin, Tab } from "./tab.ts";
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

let turns = 0;

/** Shows an entry, wherever it is; where the filter hides it, everything is shown with the matches marked. */
export function goTo(seq: Seq): void {
  editLog({
    selected: seq,
    isFollowing: false,
    goal: { seq, turn: ++turns },
  });
  setWorkbench({ panel: "log" });
}

/** The place of an entry among the rows; null: it has none. */
export async function positionOf(seq: Seq): Promise<number | null> {
  const tab = activeTab(workbench());
  if (!isNarrowed(tab)) return seq - 1;
  return engine().ask("find", { session: tab.id, seq });
}

/** Whether some entries have no row of their own. */
export const isNarrowed = (tab: Tab): boolean =>
  tab.log.shows === "matches" && (filterOf(tab).trim() !== "" || tab.log.isGrouped);

/** To the match after the chosen entry, or before it; from the last to the first, and back. */
export async function goToMatch(step: 1 | -1): Promise<void> {
  const { id, log } = activeTab(workbench());
  const rows = useLogView.getState().view?.rows ?? [];
  const here = log.selected ?? (step === 1 ? rows[0]?.seq : rows.at(-1)?.seq);
  if (here === undefined) return;
  const ask = (from: Seq): Promise<Seq | null> => engine().ask("nextMatch", { session: id, from, step });
  const found = (await ask(here)) ?? (await ask(seqOf(step === 1 ? 0 : Number.MAX_SAFE_INTEGER)));
  if (found !== null) goTo(found);
}

/** `1234`, `#1234`, or a moment as in the filter. @returns what is wrong; null: it is on its way */
export async function goToTyped(text: string): Promise<"fault" | "gone" | null> {
  const { id } = activeTab(workbench());
  const number = /^#?(\d+)$/.exec(text.trim());
  const point = number ? null : parseTimePoint(text.trim());
  if (!number && !point) return "fault";
  const wanted = point ? await engine().ask("seqAtTime", { session: id, point }) : seqOf(Number(number?.[1]));
  if (wanted === null) return "gone";
  const nearest = await engine().ask("nearest", { session: id, seq: wanted });
  if (nearest === null) return "gone";
  goTo(nearest);
  return null;
}

/** Marks an entry to be found again, or not any more. */
export function togglePin(row: Row): void {
  changePins((pins) => {
    const others = pins.filter((pin) => pin.row.seq !== row.seq);
    return inOrder(others.length < pins.length ? others : [...others, { row, note: "" }]);
  });
}

export const inOrder = (pins: readonly Pin[]): readonly Pin[] =>
  pins.toSorted((one, other) => one.row.seq - other.row.seq);

export function notePin(seq: Seq, note: string): void {
  changePins((pins) => pins.map((pin) => (pin.row.seq === seq ? { ...pin, note } : pin)));
}

/** A recording of the log keeps them too. */
export function changePins(change: (pins: readonly Pin[]) => readonly Pin[]): void {
  updateActive(({ log }) => ({ log: { ...log, pins: change(log.pins) } }));
  const { id, log } = activeTab(workbench());
  const pins = log.pins.map(({ row, note }) => ({ seq: row.seq, note }));
  engine().tell({ type: "pins", session: id, pins });
}

const two = (count: number, digits = 2): string => String(count).padStart(digits, "0");

/** A moment as the filter reads it, on the reader's clock. */
function written(time: number): string {
  const date = new Date(time);
  const day = `${two(date.getFullYear(), 4)}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  const second = `${two(date.getSeconds())}.${two(date.getMilliseconds(), 3)}`;
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}:${second}`;
}

/** Narrows the log to a span of time, in place of another one. */
export function filterToSpan(from: number, to: number): void {
  const { filter } = activeTab(workbench()).log;
  const rest = filter.replace(/(?:^|\s)(?:after|before):\S*/giu, "").trim();
  setFilter({ filter: `${rest} after:${written(from)} before:${written(to)}`.trim() });
}

/** Adds a term to the filter. */
export function addTerm(term: string): void {
  const { filter } = activeTab(workbench()).log;
  setFilter({ filter: filter.trim() === "" ? term : `${filter.trimEnd()} ${term}` });
}
