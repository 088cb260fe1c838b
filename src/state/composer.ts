import { arrayElements } from "../core/units/arrayElements.ts";
import type { EntryDetail } from "../core/log/entry.ts";
import type { SessionId } from "../core/session/session.ts";
import type { Body, Draft, Format } from "../core/profile/message.ts";
import { writeBase64 } from "../core/units/byteText.ts";
import { readJson } from "../core/units/json.ts";
import { strictUtf8 } from "../core/units/utf8.ts";
import { engine } from "./engine.ts";
import { attachmentsOf, textPart } from "./log.ts";
import { DEFAULT_ACK, draftOf, emptyBody, shapeOf, type ComposerState, type Tab } from "./tab.ts";
import { connect, editProfile } from "./connection.ts";
import { openTab } from "./tabs.ts";
import { activeTab, setWorkbench, updateTab, useWorkbench, workbench } from "./workbench.ts";

/** Drafts that ↑ brings back. */
const HISTORY = 100;

type Change = (composer: ComposerState, tab: Tab) => Partial<ComposerState>;

const editIn = (id: SessionId, change: Change): void => {
  updateTab(id, (tab) => ({ composer: { ...tab.composer, fault: null, ...change(tab.composer, tab) } }));
};

const edit = (change: Change): void => {
  editIn(workbench().active, change);
};

export function editDraft(change: Partial<Draft>): void {
  edit((composer, tab) => ({ recalled: null, [shapeOf(tab)]: { ...composer[shapeOf(tab)], ...change } }));
}

export function editBody(change: Partial<Body>): void {
  edit((composer, tab) => {
    const shape = shapeOf(tab);
    const draft = composer[shape];
    const at = shape === "frame" ? 0 : composer.part;
    const parts = draft.parts.length > at ? draft.parts : [emptyBody(shape === "frame" ? "text" : "json")];
    return {
      recalled: null,
      [shape]: { ...draft, parts: parts.map((part, index) => (index === at ? { ...part, ...change } : part)) },
    };
  });
}

/** Text that does not come from the editor itself. */
export function replaceText(text: string): void {
  editBody({ text });
  edit(({ revision }) => ({ revision: revision + 1 }));
}

export const setFormat = (format: Format): void => {
  editBody({ format });
};

export function addPart(): void {
  edit(({ event, revision }) => ({
    event: { ...event, parts: [...event.parts, emptyBody("json")] },
    part: event.parts.length,
    revision: revision + 1,
  }));
}

export function removePart(at: number): void {
  edit(({ event, part, revision }) => ({
    event: { ...event, parts: event.parts.filter((_, index) => index !== at) },
    part: Math.max(0, part > at || part === event.parts.length - 1 ? part - 1 : part),
    revision: revision + 1,
  }));
}

export const showPart = (part: number): void => {
  edit(({ revision }) => ({ part, revision: revision + 1 }));
};

export const expectAck = (expected: boolean): void => {
  editDraft({ ack: expected ? DEFAULT_ACK : null });
};

/** Puts a whole draft into the editor; what comes from a log that is only looked at goes into a tab of its own. */
export function loadDraft(draft: Draft): void {
  const { isRecorded, profile } = activeTab(workbench());
  if (isRecorded) updateTab(openTab(profile).id, () => ({ isUsed: true }));
  edit((composer, tab) => ({ [shapeOf(tab)]: draft, part: 0, recalled: null, revision: composer.revision + 1 }));
  setWorkbench({ panel: "compose" });
}

/** @returns whether it was sent; if not, the composer shows why, and the draft stays */
export function send(): Promise<boolean> {
  const tab = activeTab(workbench());
  return sendDraft(tab.id, draftOf(tab), true);
}

/** Connects, and sends this draft once the connection is open; if it does not open, the draft stays. */
export function connectAndSend(): void {
  const tab = activeTab(workbench());
  if (!connect()) return;
  let isUnderWay = false;
  const stop = useWorkbench.subscribe(({ tabs }) => {
    const phase = tabs.find(({ id }) => id === tab.id)?.session.phase;
    if (phase === "connecting") isUnderWay = true;
    else if (phase === "open" && isUnderWay) {
      stop();
      void sendDraft(tab.id, draftOf(tab), true);
    } else if (isUnderWay) stop();
  });
}

/** What comes of it belongs to the tab it was sent in, whichever is shown by then. */
export async function sendDraft(id: SessionId, draft: Draft, remember: boolean): Promise<boolean> {
  const sent = await engine().ask("send", { session: id, draft });
  if (!sent.ok) {
    editIn(id, () => ({ fault: sent.fault }));
    return false;
  }
  if (!remember) return true;
  editIn(id, ({ history }) => {
    const last = history.at(-1);
    const isRepeat = last !== undefined && isSameDraft(last, draft);
    return { history: isRepeat ? history : [...history, draft].slice(-HISTORY), recalled: null, unsent: null };
  });
  return true;
}

const isSameDraft = (one: Draft, other: Draft): boolean =>
  one.event === other.event &&
  one.ack === other.ack &&
  (one.namespace ?? "") === (other.namespace ?? "") &&
  (one.volatile ?? false) === (other.volatile ?? false) &&
  one.parts.length === other.parts.length &&
  one.parts.every((part, at) => {
    const twin = other.parts[at];
    return twin?.format === part.format && twin.text === part.text && twin.file === part.file;
  });

/** Walks through what was sent; past the latest stands what was being written. */
export function recall(by: 1 | -1): boolean {
  const tab = activeTab(workbench());
  const shape = shapeOf(tab);
  const { history, recalled, unsent } = tab.composer;
  const from = recalled ?? history.length;
  const to = from + by;
  if (to < 0 || to > history.length || (recalled === null && by === 1)) return false;
  edit((composer) => {
    const isBack = to === history.length;
    return {
      [shape]: isBack ? (unsent ?? composer[shape]) : named(history[to] ?? composer[shape], composer[shape]),
      recalled: isBack ? null : to,
      unsent: isBack ? null : (unsent ?? composer[shape]),
      part: 0,
      revision: composer.revision + 1,
    };
  });
  return true;
}

/** A frame of the other protocol has no event name: it keeps the one that stands there. */
const named = (draft: Draft, current: Draft): Draft =>
  draft.event === "" ? { ...draft, event: current.event, ack: current.ack } : draft;

export function saveMessage(name: string): void {
  const tab = activeTab(workbench());
  const message = { id: crypto.randomUUID(), name, draft: tab.composer[shapeOf(tab)] };
  editProfile({ saved: [...tab.profile.saved, message] });
}

export function forgetMessage(id: string): void {
  editProfile({ saved: activeTab(workbench()).profile.saved.filter((message) => message.id !== id) });
}

/** An entry of the log as a draft. */
export function draftFromEntry(detail: EntryDetail): Draft {
  const { what } = detail.row;
  if (what.type === "event") return eventFromEntry(detail, what.event ?? "message");
  const text = strictUtf8(detail.head);
  if (what.type === "binary" || text === null) {
    return { event: "", ack: null, parts: [{ format: "base64", text: writeBase64(detail.head), file: null }] };
  }
  return { event: "", ack: null, parts: [{ format: readJson(text).ok ? "json" : "text", text, file: null }] };
}

function eventFromEntry(detail: EntryDetail, event: string): Draft {
  const binaries = attachmentsOf(detail).map(writeBase64);
  const elements = arrayElements(new TextDecoder().decode(textPart(detail)));
  const { what } = detail.row;
  const [hasOffset, namespace] = what.type === "event" ? [what.hasOffset, what.namespace] : [false, ""];
  const args = elements.slice(detail.row.kind === "ack" ? 0 : 1, hasOffset ? -1 : undefined);
  const parts = args.map((text): Body => {
    const attachment = /^\{"_placeholder":true,"num":(\d+)\}$/.exec(text)?.[1];
    return attachment === undefined
      ? { format: "json", text, file: null }
      : { format: "base64", text: binaries[Number(attachment)] ?? "", file: null };
  });
  return {
    event,
    ack: detail.row.ackId === null ? null : DEFAULT_ACK,
    parts,
    ...(namespace === "" ? {} : { namespace }),
  };
}
