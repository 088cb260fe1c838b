import { createContext, useContext } from "react";
import type { BodyFault, DraftFault, SendFault } from "../core/profile/message.ts";
import type { FieldFault } from "../core/profile/resolve.ts";
import type { UrlFault, UrlFix } from "../core/protocols/readUrl.ts";
import type { EndCause } from "../core/session/session.ts";
import type { ProbeOutcome } from "../core/session/probe.ts";
import type { Note } from "../core/log/note.ts";
import { formatSize } from "../i18n/format.ts";
import { environmentOf } from "../state/effective.ts";
import { activeTab, workbench } from "../state/workbench.ts";
import { en } from "../i18n/en.ts";
import type { Messages } from "../i18n/index.ts";

/** The texts of the chosen language. */
export const TextContext = createContext<Messages>(en);
export const useText = (): Messages => useContext(TextContext);

/** Calls the sentence of a union's member; the types of `Sentences` make sure that there is one. */
const sentence = <Given>(sentences: object, name: string, given: Given): string =>
  (sentences as Record<string, (given: Given) => string>)[name]?.(given) ?? name;

export const urlFixText = (t: Messages, fix: UrlFix): string => sentence(t.urlFix, fix.kind, fix);
const urlFaultText = (t: Messages, fault: UrlFault): string => sentence(t.urlFault, fault.kind, fault);
export const endingText = (t: Messages, cause: EndCause): string => sentence(t.ending, cause.kind, cause);
export const probedText = (t: Messages, outcome: ProbeOutcome): string => sentence(t.probed, outcome.kind, outcome);
export const noteSentence = (t: Messages, note: Note): string => sentence(t.note, note.note, note);

export function fieldFaultText(t: Messages, fault: FieldFault, source: string): string {
  if (fault.kind === "draft") return draftFaultText(t, fault.fault, []);
  const environment = environmentOf(activeTab(workbench()));
  if (fault.kind === "unresolved" && environment) return t.connection.noValueIn(fault.name, environment.name);
  if (fault.kind === "url") return urlFaultText(t, fault.fault);
  if (fault.kind === "json") return jsonFaultText(t, fault, source);
  return sentence(t.fieldFault, fault.kind, fault);
}

function jsonFaultText(
  t: Messages,
  { problem, offset }: Extract<FieldFault, { kind: "json" }>,
  source: string,
): string {
  const before = source.slice(0, offset).split("\n");
  return `${t.place(before.length, (before.at(-1) ?? "").length + 1)}${t.app.colon}${t.json[problem]}`;
}

export const bodyFaultText = (t: Messages, fault: BodyFault, source: string): string =>
  fault.kind === "json" ? jsonFaultText(t, fault, source) : sentence(t.bodyFault, fault.kind, fault);

export function draftFaultText(t: Messages, fault: DraftFault, sources: readonly string[]): string {
  return fault.kind === "part"
    ? bodyFaultText(t, fault.fault, sources[fault.index] ?? "")
    : sentence(t.draftFault, fault.kind, fault);
}

export function sendFaultText(t: Messages, fault: SendFault, sources: readonly string[]): string {
  switch (fault.kind) {
    case "draft":
      return draftFaultText(t, fault.fault, sources);
    case "not-open":
      return t.sendFault.notOpen;
    case "not-joined":
      return t.sendFault.notJoined(fault.namespace);
    case "not-a-list":
      return t.fieldFault["not-a-list"]();
    case "volatile":
    case "answered":
      return t.sendFault[fault.kind];
    case "buffer-full":
      return t.sendFault.bufferFull(formatSize(fault.buffered));
    case "exception":
      return t.sendFault.exception(fault.message);
  }
}
