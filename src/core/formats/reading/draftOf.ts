import { emptyDraft, type SavedMessage } from "../../profile/profile.ts";
import type { Body, Draft } from "../../profile/message.ts";
import { scanJson } from "../../units/json.ts";
import { MOST_MESSAGES } from "./limits.ts";

const isJson = (text: string): boolean => scanJson(text, () => undefined) === null;

export const bodyOf = (text: string): Body => ({ format: isJson(text) ? "json" : "text", text, file: null });

/** A message of one part: JSON if it parses as such, else text. */
export const draftOf = (text: string): Draft => ({ ...emptyDraft, parts: [bodyOf(text)] });

export interface NamedDraft {
  readonly name: string;
  readonly draft: Draft;
}

/** Saved messages of one setup; an id has to be unique in it only. One without a name gets its first characters. */
export const savedMessages = (drafts: readonly NamedDraft[]): readonly SavedMessage[] =>
  drafts.slice(0, MOST_MESSAGES).map(({ name, draft }, index) => ({
    id: `imported-${String(index + 1)}`,
    name: name.trim() === "" ? glance(draft) : name,
    draft,
  }));

const glance = ({ event, parts }: Draft): string => {
  const text = (event === "" ? (parts[0]?.text ?? "") : event).replace(/\s+/g, " ").trim();
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
};
