import { between, later, ms, type EpochMs, type Ms } from "../units/units.ts";
import { unreachable } from "../units/result.ts";
import { retryAfter, type RetryPolicy } from "./retry.ts";
import { handle, type Effect, type EndCause, type Ending, type SessionEvent, type SessionState } from "./session.ts";

/** Everything that the machine may know of the world; it has no clock and no dice. */
export interface Moment {
  readonly now: EpochMs;
  /** Uniform in [0, 1). */
  readonly chance: number;
  readonly connectTimeout: Ms;
  /** null: no automatic reconnect. */
  readonly retry: RetryPolicy | null;
  /** Tries an unknown namespace again, which the library itself would not; null: neither does the session. */
  readonly namespaceRetry: RetryPolicy | null;
}

export interface Transition {
  readonly state: SessionState;
  readonly effects: readonly Effect[];
}

/** After an `error` a `close` follows in the same task, or never. @see Chromium on a socket its policy blocks */
const ERROR_GRACE = ms(400);
/** A server has this long to answer our close frame; browsers themselves wait up to 20 s. */
const CLOSE_WAIT = ms(3000);
/** A connection that lived this long ends a row of retries; one that is dropped at once does not. */
const STABLE = ms(5000);

/**
 * The life of a connection. Total: every event is answered in every state; what does not concern
 * the state, or comes from a replaced attempt, changes nothing.
 */
export function transition(state: SessionState, event: SessionEvent, moment: Moment): Transition {
  if (state.phase === "disposed") return stay(state);
  if ("handle" in event && event.handle !== state.handle) return stay(state);
  switch (event.type) {
    case "connect":
      return connect(state, moment);
    case "disconnect":
      return disconnect(state, moment);
    case "retry-now":
      return state.phase === "waiting" ? attempt(state, state.retries + 1, moment, []) : stay(state);
    case "network":
      return network(state, event.online, moment);
    case "dispose":
      return { state: { phase: "disposed", handle: state.handle }, effects: leave(state) };
    case "timer":
      return timer(state, event.timer, moment);
    case "heartbeat-missed":
      return state.phase === "open"
        ? end(state, { kind: "heartbeat", wait: event.wait }, moment, [{ do: "abandon", handle: state.handle }])
        : stay(state);
    case "opened":
      return state.phase === "connecting" ? toOpen(state, event, moment) : stay(state);
    case "errored":
      return errored(state);
    case "ended":
      return end(state, event.cause, moment, []);
    default:
      return unreachable(event);
  }
}

const stay = (state: SessionState): Transition => ({ state, effects: [] });

type Live = Extract<SessionState, { phase: "connecting" | "open" | "closing" }>;
const isLive = (state: SessionState): state is Live =>
  state.phase === "connecting" || state.phase === "open" || state.phase === "closing";

/** Lets go of whatever the state holds. */
function leave(state: SessionState): Effect[] {
  const effects: Effect[] = [{ do: "clear-timers" }];
  if (isLive(state)) effects.push({ do: "rest" }, { do: "abandon", handle: state.handle });
  return effects;
}

function connect(state: SessionState, moment: Moment): Transition {
  if (!isLive(state)) return attempt(state, 0, moment, []);
  const ending = endingOf(state, { kind: "replaced" }, moment.now);
  return attempt(state, 0, moment, [...leave(state), { do: "write-note", note: { note: "ended", ending } }]);
}

function attempt(state: SessionState, retries: number, moment: Moment, before: readonly Effect[]): Transition {
  const next = handle(state.handle + 1);
  return {
    state: { phase: "connecting", handle: next, retries, since: moment.now, errored: false },
    effects: [
      ...before,
      { do: "clear-timers" },
      { do: "set-timer", timer: "connect", handle: next, wait: moment.connectTimeout },
      { do: "open", handle: next, retry: retries },
    ],
  };
}

function disconnect(state: SessionState, moment: Moment): Transition {
  switch (state.phase) {
    case "connecting":
      return end(state, { kind: "cancelled" }, moment, [{ do: "abandon", handle: state.handle }]);
    case "open":
      return {
        state: {
          phase: "closing",
          handle: state.handle,
          since: moment.now,
          opened: state.since,
          asked: true,
          retries: state.retries,
          errored: state.errored,
        },
        effects: [
          { do: "clear-timers" },
          { do: "rest" },
          { do: "write-note", note: { note: "closing" } },
          { do: "set-timer", timer: "close", handle: state.handle, wait: CLOSE_WAIT },
          { do: "close", handle: state.handle },
        ],
      };
    case "closing":
      return end(state, { kind: "close-unanswered", wait: between(state.since, moment.now) }, moment, [
        { do: "abandon", handle: state.handle },
      ]);
    case "waiting":
      return {
        state: settle(state.handle, state.ending),
        effects: [{ do: "clear-timers" }, { do: "write-note", note: { note: "stopped" } }],
      };
    case "idle":
    case "closed":
    case "failed":
    case "disposed":
      return stay(state);
    default:
      return unreachable(state);
  }
}

function network(state: SessionState, online: boolean, moment: Moment): Transition {
  if (!isLive(state) && state.phase !== "waiting") return stay(state);
  const note: Effect = { do: "write-note", note: { note: "network", online } };
  if (state.phase === "waiting" && online) return attempt(state, state.retries + 1, moment, [note]);
  return { state, effects: [note] };
}

function timer(
  state: SessionState,
  name: Extract<SessionEvent, { type: "timer" }>["timer"],
  moment: Moment,
): Transition {
  const drop: Effect[] = [{ do: "abandon", handle: state.handle }];
  switch (name) {
    case "connect":
      return state.phase === "connecting"
        ? end(state, { kind: "connect-timeout", wait: between(state.since, moment.now) }, moment, drop)
        : stay(state);
    case "error-grace":
      return isLive(state) && state.errored ? end(state, { kind: "no-close-event" }, moment, drop) : stay(state);
    case "close":
      return state.phase === "closing"
        ? end(state, { kind: "close-unanswered", wait: between(state.since, moment.now) }, moment, drop)
        : stay(state);
    case "retry":
      return state.phase === "waiting" ? attempt(state, state.retries + 1, moment, []) : stay(state);
    default:
      return unreachable(name);
  }
}

function toOpen(
  state: Extract<SessionState, { phase: "connecting" }>,
  { negotiated }: Extract<SessionEvent, { type: "opened" }>,
  moment: Moment,
): Transition {
  const after = between(state.since, moment.now);
  return {
    state: {
      phase: "open",
      handle: state.handle,
      retries: state.retries,
      since: moment.now,
      errored: state.errored,
      negotiated,
    },
    effects: [
      { do: "clear-timers" },
      { do: "write-note", note: { note: "opened", after, negotiated } },
      { do: "greet", handle: state.handle },
    ],
  };
}

function errored(state: SessionState): Transition {
  if (!isLive(state) || state.errored) return stay(state);
  return {
    state: { ...state, errored: true },
    effects: [
      { do: "write-note", note: { note: "errored" } },
      { do: "set-timer", timer: "error-grace", handle: state.handle, wait: ERROR_GRACE },
    ],
  };
}

function end(state: SessionState, cause: EndCause, moment: Moment, drop: readonly Effect[]): Transition {
  if (!isLive(state)) return stay(state);
  const ending = endingOf(state, cause, moment.now);
  const effects: Effect[] = [
    { do: "clear-timers" },
    { do: "rest" },
    ...drop,
    { do: "write-note", note: { note: "ended", ending } },
  ];
  const over: Transition = { state: settle(state.handle, ending), effects };
  const isUnknown = cause.kind === "connect-error" && isUnknownNamespace(cause);
  const policy = isUnknown && moment.namespaceRetry ? moment.namespaceRetry : moment.retry;
  if (!policy || (policy !== moment.namespaceRetry && !deservesRetry(ending))) return over;

  const isNewRow = ending.opened && ending.lasted >= STABLE;
  const retries = isNewRow ? 0 : state.retries;
  const wait = retryAfter(retries + 1, moment.chance, policy);
  if (wait === null) {
    effects.push({ do: "write-note", note: { note: "gave-up", retries } });
    return over;
  }
  effects.push(
    { do: "write-note", note: { note: "waiting", retry: retries + 1, wait } },
    { do: "set-timer", timer: "retry", handle: state.handle, wait },
  );
  return {
    state: { phase: "waiting", handle: state.handle, retries, retryAt: later(moment.now, wait), ending },
    effects,
  };
}

const settle = (of: SessionState["handle"], ending: Ending): SessionState => ({
  phase: ending.opened ? "closed" : "failed",
  handle: of,
  ending,
});

function endingOf(state: Live, cause: EndCause, now: EpochMs): Ending {
  const opened = state.phase !== "connecting";
  const since = state.phase === "closing" ? state.opened : state.since;
  const asked = cause.kind === "cancelled" || cause.kind === "replaced" || (state.phase === "closing" && state.asked);
  return { cause, opened, errored: state.errored, asked, at: now, lasted: between(since, now) };
}

/** What servers say of a namespace that they do not know; the message of python-socketio does not arrive. */
export const isUnknownNamespace = ({
  message,
  data,
}: {
  readonly message: string;
  readonly data: string | null;
}): boolean => message === "Invalid namespace" || (message === "" && data === null);

/** Where trying the same again cannot help, or the library itself would not, nothing is tried. */
function deservesRetry({ asked, cause }: Ending): boolean {
  if (asked || cause.kind === "exception" || cause.kind === "setup") return false;
  return cause.kind === "connect-error" || cause.kind === "disconnect" ? cause.retries : true;
}
