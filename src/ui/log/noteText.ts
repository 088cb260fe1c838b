import { closeCodeName } from "../../core/explain/closeCodes.ts";
import type { Note } from "../../core/log/note.ts";
import type { Ending } from "../../core/session/session.ts";
import type { Messages } from "../../i18n/index.ts";
import { explain } from "../../core/explain/explain.ts";
import type { Certainty } from "../../core/explain/finding.ts";
import type { Evidence } from "../../core/session/evidence.ts";
import { endingText, noteSentence, probedText, sendFaultText } from "../text.ts";

/** What a lifecycle entry says, in the reader's language. */
export function noteText(t: Messages, note: Note): string {
  if (note.note === "ended") return endedText(t, note.ending);
  if (note.note === "evidence") return verdictText(t, note.evidence);
  if (note.note === "probed") {
    const { by, url, outcome } = note.result;
    return t.verdict.probe(`${by === "fetch" ? "GET" : "WS"} ${url}`, probedText(t, outcome));
  }
  const sentence = noteSentence(t, note);
  return note.note === "not-sent" ? `${sentence}${sendFaultText(t, note.fault, [])}` : sentence;
}

function endedText(t: Messages, ending: Ending): string {
  const { cause } = ending;
  const name = "code" in cause && cause.code !== null ? closeCodeName(cause.code) : null;
  const what = `${endingText(t, cause)}${name === null ? "" : ` · ${name}`}`;
  return t.ended.sentence(ending.opened, ending.asked && ending.opened, what);
}

/** Drawn again and again while the log scrolls: the same evidence has the same verdict. */
const verdicts = new WeakMap<Evidence, Verdict>();

interface Verdict {
  readonly cause: string;
  readonly certainty: Certainty;
  /** Members of a class; 0: it is none. */
  readonly members: number;
}

function verdictOf(evidence: Evidence): Verdict {
  const known = verdicts.get(evidence);
  if (known) return known;
  const { findings } = explain(evidence);
  const [{ cause, certainty, isClass }, ...others] = findings;
  const members = isClass && certainty === "possible" ? others.filter((other) => !other.isClass).length : 0;
  const verdict = { cause, certainty, members };
  verdicts.set(evidence, verdict);
  return verdict;
}

function verdictText(t: Messages, evidence: Evidence): string {
  const { cause, certainty, members } = verdictOf(evidence);
  return t.verdict.row(cause, members > 1 ? t.verdict.oneOf(members) : t.verdict[certainty]);
}

export type Tone = "good" | "bad" | "warn" | "plain";

export function noteTone(note: Note): Tone {
  switch (note.note) {
    case "opened":
    case "transport-upgraded":
      return "good";
    case "ended":
      return note.ending.asked || isClean(note.ending) ? "plain" : "bad";
    case "evidence":
      return "plain";
    case "probed":
      return note.result.outcome.kind === "opened" ? "good" : "plain";
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
    case "transport-next":
      return "plain";
    case "namespace":
      return { joining: "plain", joined: "good", refused: "bad", left: "plain" }[note.state.is] as Tone;
  }
}

const isClean = ({ cause }: Ending): boolean => cause.kind === "close" && cause.wasClean && cause.code === 1000;
