import type { Draft } from "../core/profile/message.ts";

/** A message in a line: its event, or as much of its text as a list can show. */
export function draftSummary({ event, parts }: Draft): string {
  const text = parts.map(({ format, text: typed, file }) => (format === "file" ? (file?.name ?? "") : typed)).join(" ");
  return `${event} ${text}`.replace(/\s+/g, " ").trim().slice(0, 120);
}
