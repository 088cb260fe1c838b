import { isTraffic } from "../../log/entry.ts";
import type { LogEntry, LogHead } from "../../log/logEntry.ts";
import type { Note } from "../../log/note.ts";
import { codeOf, type EndCause } from "../../session/session.ts";
import { between, type EpochMs } from "../../units/units.ts";
import { harMessages, harSeconds } from "./harMessages.ts";
import { isoTime } from "./jsonl.ts";
import type { LogFormat } from "./logFormat.ts";
import { readHar, recognisesHar, surveyHar } from "./reading/harReader.ts";

/**
 * HTTP Archive with `_webSocketMessages` as Chrome writes them, an entry for each attempt to connect, and
 * `_webSocketClose` as HTTP Toolkit does. Of what only happened here it holds the endings and their evidence.
 * @see https://w3c.github.io/web-performance/specs/HAR/Overview.html
 */
export const har = {
  id: "har",
  extension: "har",
  mime: "application/json",
  write: { needsBounds: true, start: (head) => new HarWriter(head) },
  read: { recognises: recognisesHar, survey: surveyHar, start: readHar },
} as const satisfies LogFormat;

type Connecting = Extract<Note, { note: "connecting" }>;

class HarWriter {
  readonly begin: string;
  readonly #head: LogHead;
  #open: OpenEntry | null = null;
  #count = 0;

  constructor(head: LogHead) {
    this.#head = head;
    const { protocol, filter, redacted, exported, title } = head;
    const about = { version: 1, exported: isoTime(exported), title, protocol, filter, redacted };
    const log = `"version":"1.2","creator":{"name":"Sockwright","version":"1"},"_sockwright":${JSON.stringify(about)}`;
    this.begin = `{"log":{${log},"entries":[`;
  }

  entry = (entry: LogEntry, isBound: boolean): string => {
    if (entry.body.type === "note") return this.#noted(entry.body.note, entry.time);
    if (!isTraffic(entry) || isBound) return "";
    const started = this.#open === null ? this.#start(null, entry.time) : "";
    const { namespace } = this.#open ?? { namespace: null };
    const messages = harMessages(entry, this.#head.protocol, namespace);
    return started + messages.map((message) => this.#separated(JSON.stringify(message))).join("");
  };

  end = (): string => `${this.#finish()}]}}\n`;

  #separated(text: string): string {
    if (!this.#open) return text;
    return this.#open.messages++ === 0 ? `\n${text}` : `,\n${text}`;
  }

  #noted(note: Note, time: EpochMs): string {
    if (note.note === "connecting") return this.#finish() + this.#start(note, time);
    if (!this.#open) return "";
    if (note.note === "opened") this.#open.opened = note.negotiated.subprotocol;
    else if (note.note === "ended") {
      this.#open.ended = { cause: note.ending.cause, at: time };
      this.#open.evidence = note.evidence ?? this.#open.evidence;
    } else if (note.note === "evidence") this.#open.evidence = note.evidence;
    return "";
  }

  /** @param connecting null: the log begins behind it, or the filter has taken it away */
  #start(connecting: Connecting | null, time: EpochMs): string {
    const url = connecting?.url ?? this.#head.url;
    const subprotocols = connecting?.subprotocols ?? [];
    this.#open = {
      began: time,
      namespace: connecting?.namespace ?? null,
      opened: connecting === null ? "" : null,
      ended: null,
      evidence: null,
      messages: 0,
    };
    const headers =
      subprotocols.length === 0 ? [] : [{ name: "Sec-WebSocket-Protocol", value: subprotocols.join(", ") }];
    const request = { method: "GET", url, httpVersion: "HTTP/1.1", headers, ...EMPTY, queryString: [], bodySize: 0 };
    const start = `"_resourceType":"websocket","startedDateTime":"${isoTime(time)}","request":${JSON.stringify(request)}`;
    return `${this.#count++ === 0 ? "" : ","}\n{${start},"_webSocketMessages":[`;
  }

  #finish(): string {
    const open = this.#open;
    this.#open = null;
    if (open === null) return "";
    const { began, opened, ended, evidence } = open;
    const headers = opened === null || opened === "" ? [] : [{ name: "Sec-WebSocket-Protocol", value: opened }];
    const rest = {
      time: ended === null ? 0 : Math.max(0, between(began, ended.at)),
      response: {
        status: opened === null ? 0 : 101,
        statusText: opened === null ? "" : "Switching Protocols",
        httpVersion: "HTTP/1.1",
        headers,
        ...EMPTY,
        content: { size: 0, mimeType: "x-unknown" },
        redirectURL: "",
        bodySize: -1,
      },
      cache: {},
      timings: { send: 0, wait: 0, receive: 0 },
      ...(ended === null ? {} : { _webSocketClose: closeOf(ended.cause, ended.at) }),
      ...(evidence === null ? {} : { _sockwrightEvidence: evidence }),
    };
    return `],${JSON.stringify(rest).slice(1)}`;
  }
}

const EMPTY = { cookies: [], headersSize: -1 } as const;

interface OpenEntry {
  readonly began: EpochMs;
  readonly namespace: string | null;
  /** The subprotocol that the server chose; null: it has not opened. */
  opened: string | null;
  ended: { readonly cause: EndCause; readonly at: EpochMs } | null;
  evidence: unknown;
  messages: number;
}

/** @see HTTP Toolkit: an object where a close frame came, else "aborted" */
function closeOf(cause: EndCause, at: EpochMs): unknown {
  const code = codeOf(cause);
  const reason = cause.kind === "close" || cause.kind === "disconnect" ? (cause.reason ?? "") : "";
  return code === null ? "aborted" : { code, reason, timestamp: harSeconds(at) };
}
