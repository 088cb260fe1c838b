import type { Note } from "../../../log/note.ts";
import { ms, type EpochMs } from "../../../units/units.ts";
import type { JsonStream } from "./jsonStream.ts";
import { closeOf, factsOf } from "./harFacts.ts";
import { overEntries } from "./harStream.ts";
import type { Feed, FoundSession, LogSink, ReadAbout, ReadEntry, Survey } from "./logReading.ts";
import { noMore, readLoose } from "./looseMessage.ts";
import { field, parsed, textOf } from "./values.ts";

export const recognisesHar = (head: string, name: string): boolean =>
  /^\ufeff?\s*\{\s*"log"\s*:\s*\{/.test(head) || (/\.har$/i.test(name) && /^\ufeff?\s*\{/.test(head));

/** An archive of a browser holds some hundreds of connections at most. */
const MOST_SESSIONS = 10_000;

interface Seen {
  messages: number;
  hasField: boolean;
  readonly facts: Record<string, unknown>;
}

/** First pass: which connections the archive holds. Their messages are counted, not read. */
export function surveyHar(): Survey {
  const seen = new Map<number, Seen>();
  let others = 0;
  const at = (entry: number): Seen => {
    const known = seen.get(entry);
    if (known) return known;
    const made: Seen = { messages: 0, hasField: false, facts: {} };
    if (seen.size < MOST_SESSIONS) seen.set(entry, made);
    return made;
  };
  const stream = overEntries({
    wantsMessage: (entry) => {
      at(entry).messages++;
      return false;
    },
    message: () => undefined,
    field: ({ entry, path }, text) => {
      if (path === "_webSocketMessages") at(entry).hasField = true;
      else at(entry).facts[path] = parsed(text);
    },
    ended: (entry) => {
      if (isSession(at(entry))) return;
      others++;
      seen.delete(entry);
    },
  });
  return {
    ...feed(stream, () => undefined),
    found: () => {
      const all = [...seen].filter(([, one]) => isSession(one));
      others += seen.size - all.length;
      const kept = all.filter(([, one]) => one.hasField);
      const elsewhere = all.map(([, { facts }]) => textOf(facts["response.content._file"])).find((name) => name !== "");
      return {
        sessions: kept.map(([entry, { messages, facts }]) => ({ at: entry, messages, ...factsOf(facts), facts })),
        others,
        empty: all.length - kept.length,
        elsewhere: elsewhere ?? "",
      };
    },
  };
}

const isSession = ({ hasField, facts }: Seen): boolean =>
  hasField || facts["_resourceType"] === "websocket" || /^wss?:/i.test(textOf(facts["request.url"]));

/** Second pass: the messages of one connection, between what its entry says of its beginning and its end. */
export function readHar(sink: LogSink, { session, modified, notes }: ReadAbout): Feed {
  const found: FoundSession = session ?? { at: 0, url: "", began: null, messages: 0, facts: {} };
  const { facts, url } = found;
  const began = found.began ?? modified;
  let last = began;
  let count = 0;
  const [sent, received] = [none(), none()];
  sink.head({ url, ...harHead(facts) });
  const note = (one: Note, time: EpochMs): void => {
    sink.entry({ ...noMore, time, direction: "local", kind: "lifecycle", body: { type: "note", note: one } });
  };
  note({ note: "connecting", url, retry: 0, ...subprotocolsOf(facts), namespace: null }, began);
  const isOpen = found.messages > 0 || facts["response.status"] === 101;
  const negotiated = { subprotocol: headerOf(facts["response.headers"]), extensions: "", url, socketio: null };
  if (isOpen) note({ note: "opened", after: ms(0), negotiated }, began);
  const stream = overEntries({
    wantsMessage: (entry) => entry === found.at,
    message: (_, text) => {
      count++;
      const value = parsed(text);
      const entry = value === undefined ? null : readLoose(value, text, last);
      if (entry === null || !isMessage(entry, text)) {
        sink.bad({ unit: "message", at: count, why: entry === null ? "json" : "entry" });
        return;
      }
      last = entry.time;
      (entry.direction === "sent" ? sent : received).count++;
      sink.entry(entry);
    },
    field: () => undefined,
    ended: () => undefined,
  });
  return feed(stream, (isCut) => {
    if (isCut) sink.bad({ unit: "message", at: count + 1, why: "cut" });
    const close = closeOf(facts, began, last);
    if (close === null) return;
    const { cause, at } = close;
    const lasted = ms(Math.max(0, at - began));
    const ending = { cause, opened: isOpen, errored: false, asked: false, at, lasted };
    const seen = { ending, at, typed: url, url, usedUrl: url, ...subprotocolsOf(facts), sent, received };
    const theirs = notes.evidence(facts["_sockwrightEvidence"]);
    // A code is what the server said; of an end without one too little is known here to explain it.
    const evidence = theirs ?? (isOpen && cause.kind === "close" && cause.wasClean ? notes.evidence(seen) : null);
    note({ note: "ended", ending, evidence }, at);
  });
}

const none = (): { count: number; readonly size: number; readonly last: null } => ({ count: 0, size: 0, last: null });

/** Something that only reads as a message because anything does. */
const isMessage = ({ body }: ReadEntry, text: string): boolean => body.type !== "text" || body.text !== text;

function feed(stream: JsonStream, ended: (isCut: boolean) => void): Feed {
  return {
    push: (text) => {
      stream.push(text);
    },
    end: () => {
      stream.end();
      ended(stream.fault !== null);
    },
  };
}

function harHead(facts: FoundSession["facts"]): { readonly title?: string } {
  const title = textOf(facts["title"]);
  return title === "" ? {} : { title };
}

function subprotocolsOf(facts: FoundSession["facts"]): { readonly subprotocols: readonly string[] } {
  const header = headerOf(facts["request.headers"]);
  return { subprotocols: header === "" ? [] : header.split(/\s*,\s*/).slice(0, 100) };
}

function headerOf(headers: unknown): string {
  if (!Array.isArray(headers)) return "";
  const found = headers.find(
    (one: unknown) => textOf(field(one, "name")).toLowerCase() === "sec-websocket-protocol",
  ) as unknown;
  return textOf(field(found, "value")).slice(0, 4000);
}
