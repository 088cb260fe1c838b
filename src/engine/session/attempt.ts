import { isTraffic } from "../../core/log/entry.ts";
import type { ConnectRequest } from "../../core/profile/resolve.ts";
import type { Evidence, EarlierEnding, FrameFacts, SocketIoFacts, Step } from "../../core/session/evidence.ts";
import type { NamespaceState } from "../../core/session/namespaceState.ts";
import { codeOf, type Ending } from "../../core/session/session.ts";
import { between, bytes, type EpochMs } from "../../core/units/units.ts";
import type { Note } from "../../core/log/note.ts";
import type { Live } from "../../link/protocol.ts";
import type { NewEntry } from "../journal/segment.ts";
import { now } from "../clock.ts";

/** What came and went in one direction. */
interface Flow {
  count: number;
  size: number;
  lastAt: EpochMs | null;
  lastSize: number;
}

const noFlow = (): Flow => ({ count: 0, size: 0, lastAt: null, lastSize: 0 });

/** As much of a first frame as tells a protocol. */
const FIRST = 200;

/** Writes down what one attempt to connect, and the connection it became, let us see. */
export class Attempt {
  readonly began = now();
  readonly request: ConnectRequest;
  readonly #typed: string;
  readonly #retry: number;
  readonly #system: string | null;
  readonly #sockets: number;
  readonly #steps: Step[] = [];
  readonly #sent = noFlow();
  readonly #received = noFlow();
  #readyState: number | null = null;
  usedUrl: string | null = null;
  negotiated: string | null = null;
  transport: string | null = null;
  readonly namespaces = new Map<string, NamespaceState>();
  upgradeFailed = false;
  first: string | null = null;
  /** Whether a message came. */
  heard = false;

  /** @param sockets of this page, open and connecting, without this one */
  constructor(request: ConnectRequest, typed: string, retry: number, system: string | null, sockets: number) {
    this.request = request;
    this.#typed = typed;
    this.#retry = retry;
    this.#system = system;
    this.#sockets = sockets;
  }

  step(what: Step["what"], detail = ""): void {
    this.#steps.push({ at: between(this.began, now()), what, detail });
  }

  made(readyState: number, url: string): void {
    this.#readyState = readyState;
    this.usedUrl = url;
    this.step("constructed");
  }

  /** @returns whether it tells something new of the connection: a first text, a first message */
  frame({ direction, kind, data }: Omit<NewEntry, "time">, size: number, at: EpochMs): boolean {
    if (!isTraffic({ direction, kind })) return false;
    const flow = direction === "sent" ? this.#sent : this.#received;
    flow.count++;
    flow.size += size;
    flow.lastAt = at;
    flow.lastSize = size;
    if (direction === "sent" || this.heard) return false;
    this.heard = kind === "message" || kind === "ack";
    const isFirst = this.first === null && typeof data === "string";
    if (isFirst) this.first = data.slice(0, FIRST);
    return this.heard || isFirst;
  }

  /** What is known of it while it is open. */
  live(): Live {
    const { request, usedUrl, negotiated, transport, upgradeFailed, first, heard } = this;
    return {
      protocol: request.protocol,
      url: request.url,
      usedUrl: usedUrl ?? request.url,
      asked: request.protocol === "websocket" ? request.subprotocols : [],
      subprotocol: negotiated ?? "",
      transport,
      wanted: request.protocol === "socketio" ? request.transports : [],
      upgradeFailed,
      namespaces: [...this.namespaces.values()],
      first,
      heard,
    };
  }

  /** Between the last frame and the end. */
  #silence(end: EpochMs): EarlierEnding["silence"] {
    const last = Math.max(this.#sent.lastAt ?? 0, this.#received.lastAt ?? 0);
    return last === 0 ? null : between(last as EpochMs, end);
  }

  /** For the next attempts at the same address. */
  summary(ending: Ending): EarlierEnding {
    const { cause, opened, lasted, at } = ending;
    return { opened, code: codeOf(cause), lasted, silence: opened ? (this.#silence(at) ?? lasted) : null };
  }

  /** Everything but what only the world knows. */
  evidence(ending: Ending): Omit<Evidence, "browser" | "page" | "violations" | "onLine" | "permissions" | "earlier"> {
    const { request } = this;
    return {
      version: 1,
      at: ending.at,
      protocol: request.protocol,
      typed: this.#typed,
      url: request.url,
      usedUrl: this.usedUrl,
      subprotocols: request.protocol === "websocket" ? request.subprotocols : [],
      socketio: request.protocol === "socketio" ? socketIoFacts(request) : null,
      retry: this.#retry,
      system: this.#system,
      readyState: this.#readyState,
      steps: [...this.#steps],
      ending,
      sockets: this.#sockets,
      negotiated: this.negotiated,
      transport: this.transport,
      sent: factsOf(this.#sent, ending.at),
      received: factsOf(this.#received, ending.at),
      first: this.first,
      probes: [],
    };
  }
}

function factsOf({ count, size, lastAt, lastSize }: Flow, end: EpochMs): Evidence["sent"] {
  const last: FrameFacts | null = lastAt === null ? null : { size: bytes(lastSize), before: between(lastAt, end) };
  return { count, size: bytes(size), last };
}

function socketIoFacts(request: Extract<ConnectRequest, { protocol: "socketio" }>): SocketIoFacts {
  const { clientVersion, namespace, path, transports, withCredentials, headers, parser } = request;
  return {
    client: clientVersion,
    namespace,
    path,
    transports,
    withCredentials,
    headers: headers.map(({ name }) => name),
    parser,
  };
}

/** How the log says that an attempt begins. */
export const connectingNote = (request: ConnectRequest, retry: number): Note => ({
  note: "connecting",
  url: request.url,
  retry,
  subprotocols: request.protocol === "websocket" ? request.subprotocols : [],
  namespace: request.protocol === "socketio" ? request.namespace : null,
});
