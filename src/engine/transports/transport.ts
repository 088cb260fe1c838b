import type { NewEntry } from "../journal/segment.ts";
import type { EventLabel, Kind } from "../../core/log/entry.ts";
import type { NamespaceState } from "../../core/session/namespaceState.ts";
import type { Note } from "../../core/log/note.ts";
import type { Outgoing, Payload, SendFault } from "../../core/profile/message.ts";
import type { Closing } from "../../core/profile/profile.ts";
import type { ConnectRequest, ResolvedNamespace } from "../../core/profile/resolve.ts";
import type { Step } from "../../core/session/evidence.ts";
import type { EndCause, Negotiated } from "../../core/session/session.ts";
import type { Result } from "../../core/units/result.ts";
import type { Ms, Seq } from "../../core/units/units.ts";

/** Octets beyond which nothing more is handed over: the browser would only pile up what the network does not take. */
export const MOST_BUFFERED = 256 * 1024 * 1024;

/** One attempt to connect and, if it succeeds, the connection. */
export interface Transport {
  /** Writes what was sent to the log. @returns its number, null while capture is paused, or why nothing was sent */
  send(message: Outgoing, kind: Kind): Result<Seq | null, SendFault>;
  /** Begins the closing handshake; `ended` follows, unless the server never answers. @param closing for protocols with a close code; null: as when it opened */
  close(closing: Closing | null): void;
  /** Closes and says nothing more. */
  abandon(): void;
  /** Octets not yet on the network. */
  buffered(): number;
  /** Gives the acknowledgement that the server asked for. @param to its event in the log, or the request itself */
  answer?(to: Seq | ServerRequest, args: readonly Payload[]): Result<Seq | null, SendFault>;
  /** Joins a namespace besides the connection's own, or leaves it. */
  join?(namespace: ResolvedNamespace): void;
  leave?(name: string): void;
}

/** What a transport tells; after `abandon` all of it is deaf. */
export interface Sink {
  /** The socket exists. @see WebSocket.readyState, WebSocket.url */
  made(readyState: number, url: string): void;
  /** Something on the way that the log has other words for, or none. */
  step(what: Step["what"], detail: string): void;
  /** Socket.IO: the transport in use from now on. */
  carriedBy(transport: string): void;
  opened(negotiated: Negotiated): void;
  errored(): void;
  ended(cause: EndCause): void;
  note(note: Note): void;
  /** @returns null while capture is paused */
  write(entry: Omit<NewEntry, "time">): Seq | null;
  intern(label: EventLabel): number;
  /** An event asks for an acknowledgement, also while capture is paused. */
  asked(request: ServerRequest, event: string): void;
  /** Whether the log wants Engine.IO's packets beside the events. */
  wantsPackets(): boolean;
  /** Where a namespace besides the connection's own stands now. */
  namespace(state: NamespaceState): void;
  /** What a lost connection can be taken up again with, by namespace; lives as long as the tab. */
  readonly recovery: Map<string, Recovery>;
  /** Ties an acknowledgement or a heartbeat's answer to what it answers. */
  link(asked: Seq, answered: Seq): void;
  ackTimedOut(event: string, of: Seq, wait: Ms): void;
}

/** What tells an acknowledgement from others: ids count up in each namespace. */
export interface ServerRequest {
  readonly namespace: string;
  readonly id: number;
}

/** @see https://socket.io/docs/v4/connection-state-recovery */
export interface Recovery {
  readonly pid: string;
  readonly offset: string | undefined;
}

export type RequestOf<Id extends ConnectRequest["protocol"]> = Extract<ConnectRequest, { protocol: Id }>;
export type OpenTransport<Id extends ConnectRequest["protocol"]> = (request: RequestOf<Id>, sink: Sink) => Transport;
