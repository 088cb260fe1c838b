import { credentialFrom } from "../../profile/share/secrets.ts";
import { readJson } from "../../units/json.ts";
import { isSecretName } from "../../units/secretNames.ts";
import type { Note } from "../note.ts";
import { REDACTED, redactProse, redactUrl, type Count, type Redaction } from "./redactText.ts";

/** Fields of notes and evidence that hold one address each. */
const ADDRESSES = new Set(["url", "typed", "usedUrl", "blocked"]);

/**
 * A note, and the evidence in it, without what shall not leave. The fields that our own code reads keep
 * their types, so that the note means the same to every reader.
 */
export const redactNote = (note: Note, what: Redaction, count: Count): Note =>
  // Strings become strings, and nothing else changes.
  walk(note, "", what, count) as Note;

function walk(value: unknown, key: string, what: Redaction, count: Count): unknown {
  if (typeof value === "string") return redactField(value, key, what, count);
  if (Array.isArray(value) && key === "subprotocols" && what.secrets)
    return value.map((item: unknown, at) => redactSubprotocol(String(item), String(value[at - 1] ?? ""), count));
  if (Array.isArray(value)) return value.map((item: unknown) => walk(item, key, what, count));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]: [string, unknown]) => [name, walk(inner, name, what, count)]),
  );
}

function redactField(text: string, key: string, what: Redaction, count: Count): string {
  if (what.secrets && isSecretName(key) && text !== "") {
    count("secret");
    return REDACTED;
  }
  if (what.secrets && (key === "subprotocol" || key === "negotiated")) return redactSubprotocol(text, "", count);
  if (what.secrets && ADDRESSES.has(key)) return redactUrl(text, count);
  // The beginning of a message, cut where JSON does not end: a path cannot say what of it is meant.
  if (what.paths.length > 0 && /^\s*(?:\d[^[{]{0,200})?[[{]/.test(text) && !isWhole(text)) {
    count("path");
    return REDACTED;
  }
  return redactProse(text, what, count);
}

const isWhole = (text: string): boolean => readJson(text.replace(/^[^[{]{0,220}/, "")).ok;

/** A page cannot send headers, so that tokens travel as subprotocols. */
function redactSubprotocol(subprotocol: string, before: string, count: Count): string {
  const from = credentialFrom(subprotocol, before);
  if (from === null || from === subprotocol.length) return subprotocol;
  count("secret");
  return subprotocol.slice(0, from) + REDACTED;
}
