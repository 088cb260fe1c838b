import { closeCodeName } from "../../core/explain/closeCodes.ts";
import type { Note } from "../../core/log/note.ts";
import type { Ending } from "../../core/session/session.ts";
import type { Messages } from "../../i18n/index.ts";
import { endingText, noteSentence, sendFaultText } from "../text.ts";

/** What a lifecycle entry says, in the reader's language. */
export function noteText(t: Messages, note: Note): string {
  if (note.note === "ended") return endedText(t, note.ending);
  const sentence = noteSentence(t, note);
  return note.note === "not-sent" ? `${sentence}${sendFaultText(t, note.fault, [])}` : sentence;
}

function endedText(t: Messages, ending: Ending): string {
  const { cause } = ending;
  const name = "code" in cause && cause.code !== null ? closeCodeName(cause.code) : null;
  const what = `${endingText(t, cause)}${name === null ? "" : ` · ${name}`}`;
  return t.ended.sentence(ending.opened, ending.asked && ending.opened, what);
}

export type Tone = "good" | "bad" | "warn" | "plain";

export function noteTone(note: Note): Tone {
  switch (note.note) {
    case "opened":
    case "transport-upgraded":
      return "good";
    case "ended":
      return note.ending.asked || isClean(note.ending) ? "plain" : "bad";
    case "errored":
    case "gave-up":
      return "bad";
    case "ack-timeout":
    case "heartbeat-missed":
    case "not-sent":
    case "transport-upgrade-failed":
    case "dropped":
    case "paused":
      return "warn";
    case "network":
      return note.online ? "good" : "warn";
    case "resumed":
      return note.missed > 0 ? "warn" : "plain";
    case "connecting":
    case "closing":
    case "waiting":
    case "stopped":
    case "transport-open":
      return "plain";
  }
}

const isClean = ({ cause }: Ending): boolean => cause.kind === "close" && cause.wasClean && cause.code === 1000;
