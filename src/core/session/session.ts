import type { EpochMs, Ms } from "../units/units.ts";

declare const sessionBrand: unique symbol;
/** Names a connection tab; chosen by the page. */
export type SessionId = string & { readonly [sessionBrand]: true };
export const sessionId = (name: string): SessionId => name as SessionId;

declare const handleBrand: unique symbol;
/** Names one attempt to connect. A new attempt gets a new one; what an older one still says is ignored. */
export type Handle = number & { readonly [handleBrand]: true };
export const handle = (count: number): Handle => count as Handle;

/** What the two sides agreed on when the connection opened. */
export interface Negotiated {
  /** The subprotocol that the server chose; empty: none. @see WebSocket.protocol */
  readonly subprotocol: string;
  /** @see WebSocket.extensions */
  readonly extensions: string;
  /** The address really used: differs from the one asked for where a policy upgraded ws to wss. */
  readonly url: string;
  /** Socket.IO: the session id, the transport in use when it opened, and whether it was taken up again without a loss. */
  readonly socketio: { readonly sid: string; readonly transport: string; readonly recovered: boolean } | null;
}

/** Why a connection is over: what the transport or the machine itself saw, nothing concluded. */
export type EndCause =
  /** A CloseEvent. @see https://websockets.spec.whatwg.org/#dom-closeevent-code */
  | { readonly kind: "close"; readonly code: number; readonly reason: string; readonly wasClean: boolean }
  /** An `error` event and then silence: Chromium does so for a socket that its policy blocks. */
  | { readonly kind: "no-close-event" }
  /** The constructor threw. */
  | { readonly kind: "exception"; readonly name: string; readonly message: string }
  /** The setup could not be used, for example for a variable without a value. */
  | { readonly kind: "setup"; readonly fields: readonly string[] }
  | { readonly kind: "connect-timeout"; readonly wait: Ms }
  | { readonly kind: "cancelled" }
  | { readonly kind: "close-unanswered"; readonly wait: Ms }
  | { readonly kind: "heartbeat"; readonly wait: Ms }
  /** Another attempt took this one's place. */
  | { readonly kind: "replaced" }
  /** Socket.IO's `connect_error`. `retries`: whether the library itself would try again. */
  | {
      readonly kind: "connect-error";
      readonly message: string;
      readonly data: string | null;
      readonly status: number | null;
      readonly body: string | null;
      readonly retries: boolean;
    }
  /** Socket.IO's `disconnect`. `code`, `reason`: the CloseEvent in its details, where there is one. */
  | {
      readonly kind: "disconnect";
      readonly why: string;
      readonly code: number | null;
      readonly reason: string | null;
      readonly wasClean: boolean | null;
      readonly retries: boolean;
    };

/** The close code of an end; null: it had none, or none that was told. */
export const codeOf = (cause: EndCause): number | null =>
  cause.kind === "close" || cause.kind === "disconnect" ? cause.code : null;

export interface Ending {
  readonly cause: EndCause;
  /** Whether the connection was open before. */
  readonly opened: boolean;
  /** Whether an `error` event came first. */
  readonly errored: boolean;
  /** Whether the user asked for it. */
  readonly asked: boolean;
  readonly at: EpochMs;
  /** Since it opened, or since the attempt began when it never did. */
  readonly lasted: Ms;
}

/** @property retries attempts in a row that this one follows: 0 is the one the user asked for */
export type SessionState = { readonly handle: Handle } & (
  | { readonly phase: "idle" }
  | { readonly phase: "connecting"; readonly retries: number; readonly since: EpochMs; readonly errored: boolean }
  | {
      readonly phase: "open";
      readonly retries: number;
      readonly since: EpochMs;
      readonly errored: boolean;
      readonly negotiated: Negotiated;
    }
  | {
      readonly phase: "closing";
      readonly since: EpochMs;
      readonly opened: EpochMs;
      readonly asked: boolean;
      readonly retries: number;
      readonly errored: boolean;
    }
  | { readonly phase: "waiting"; readonly retries: number; readonly retryAt: EpochMs; readonly ending: Ending }
  | { readonly phase: "closed"; readonly ending: Ending }
  | { readonly phase: "failed"; readonly ending: Ending }
  | { readonly phase: "disposed" }
);

export const newSession: SessionState = { phase: "idle", handle: handle(0) };

export type TimerName = "connect" | "error-grace" | "close" | "retry";

export type SessionEvent =
  | { readonly type: "connect" }
  /** Cancel, Disconnect and Stop are one wish: no connection, and no further attempt. */
  | { readonly type: "disconnect" }
  | { readonly type: "retry-now" }
  | { readonly type: "dispose" }
  | { readonly type: "network"; readonly online: boolean }
  | { readonly type: "timer"; readonly timer: TimerName; readonly handle: Handle }
  | { readonly type: "heartbeat-missed"; readonly handle: Handle; readonly wait: Ms }
  | { readonly type: "opened"; readonly handle: Handle; readonly negotiated: Negotiated }
  | { readonly type: "errored"; readonly handle: Handle }
  | { readonly type: "ended"; readonly handle: Handle; readonly cause: EndCause };

/** What happened in the life of a connection, for its log. */
export type SessionNote =
  | { readonly note: "opened"; readonly after: Ms; readonly negotiated: Negotiated }
  | { readonly note: "errored" }
  | { readonly note: "closing" }
  | { readonly note: "ended"; readonly ending: Ending }
  | { readonly note: "waiting"; readonly retry: number; readonly wait: Ms }
  | { readonly note: "gave-up"; readonly retries: number }
  | { readonly note: "stopped" }
  | { readonly note: "network"; readonly online: boolean };

export type Effect =
  | { readonly do: "open"; readonly handle: Handle; readonly retry: number }
  /** Begin the closing handshake. */
  | { readonly do: "close"; readonly handle: Handle }
  /** Close and never listen again. */
  | { readonly do: "abandon"; readonly handle: Handle }
  | { readonly do: "set-timer"; readonly timer: TimerName; readonly handle: Handle; readonly wait: Ms }
  | { readonly do: "clear-timers" }
  /** The connection is usable: send what is to be sent on open, start the heartbeat. */
  | { readonly do: "greet"; readonly handle: Handle }
  /** It is not usable any more: stop the heartbeat, fail what waits for an answer. */
  | { readonly do: "rest" }
  | { readonly do: "write-note"; readonly note: SessionNote };
