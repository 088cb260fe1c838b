import { strictUtf8, utf8 } from "../../units/utf8.ts";
import type { EntryBody, LogEntry } from "../logEntry.ts";
import type { Note } from "../note.ts";
import { redactNote } from "./redactNote.ts";
import { redactText, redactUrl, type RedactedCount, type Redaction } from "./redactText.ts";

/** Leaves out what shall not leave, and counts it. */
export class Redactor {
  readonly #what: Redaction;
  #secrets = 0;
  #paths = 0;

  constructor(what: Redaction) {
    this.#what = what;
  }

  readonly #count = (by: "secret" | "path"): void => {
    if (by === "secret") this.#secrets++;
    else this.#paths++;
  };

  counted = (): RedactedCount => ({ secrets: this.#secrets, paths: this.#paths });

  isIdle = (): boolean => !this.#what.secrets && this.#what.paths.length === 0;

  entry(entry: LogEntry): LogEntry {
    return this.isIdle() ? entry : { ...entry, body: this.#body(entry) };
  }

  url = (url: string): string => (this.#what.secrets ? redactUrl(url, this.#count) : url);

  text = (text: string): string => redactText(text, this.#what, this.#count, null);

  #body({ body, event, kind }: LogEntry): EntryBody {
    switch (body.type) {
      case "text":
        return { type: "text", text: this.text(body.text) };
      case "binary":
        return { type: "binary", octets: this.#octets(body.octets) };
      case "event": {
        const text = redactText(body.text, this.#what, this.#count, { name: kind === "ack" ? null : (event ?? "") });
        return { type: "event", text, attachments: body.attachments.map(this.#octets) };
      }
      case "note":
        return { type: "note", note: this.#note(body.note) };
    }
  }

  /** Octets that read as text are looked through like text; others say nothing that could be found. */
  readonly #octets = (octets: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> => {
    const text = strictUtf8(octets);
    if (text === null) return octets;
    const redacted = this.text(text);
    return redacted === text ? octets : utf8(redacted);
  };

  readonly #note = (note: Note): Note => redactNote(note, this.#what, this.#count);
}
