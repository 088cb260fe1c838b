import type { Note } from "../../core/log/note.ts";
import { encodeDraft, type Draft, type Outgoing, type SendFault } from "../../core/profile/message.ts";
import type { Profile } from "../../core/profile/profile.ts";
import { resolveClosing, resolveProfile, type ConnectRequest } from "../../core/profile/resolve.ts";
import { filler, type Fill } from "../../core/profile/template.ts";
import { PROTOCOLS, type ProtocolId } from "../../core/protocols/index.ts";
import {
  newSession,
  type Effect,
  type Handle,
  type SessionEvent,
  type SessionState,
} from "../../core/session/session.ts";
import { transition } from "../../core/session/transition.ts";
import { fail, unreachable, type Result } from "../../core/units/result.ts";
import type { Ms, Seq } from "../../core/units/units.ts";
import type { Budget } from "../../core/units/budget.ts";
import type { Host } from "../../link/protocol.ts";
import { now } from "../clock.ts";
import { openTransport } from "../transports/index.ts";
import type { Sink, Transport } from "../transports/transport.ts";
import { HeartbeatTimer } from "./heartbeat.ts";
import { Recorder } from "./recorder.ts";

/** What a session tells the engine. */
export interface Listener {
  stateChanged(state: SessionState): void;
  /** Something was written: rows or counters may be due. */
  wrote(): void;
}

/** One connection tab at work: carries out what the state machine decides, and keeps its log. */
export class LiveSession {
  readonly recorder: Recorder;
  #state: SessionState = newSession;
  #profile: Profile;
  readonly #host: Host;
  readonly #listener: Listener;
  #transport: Transport | null = null;
  #heartbeat: HeartbeatTimer | null = null;
  readonly #timers = new Set<ReturnType<typeof setTimeout>>();
  #counter = 0;
  /** Of the connection, which a changed setup does not change. */
  #protocol: ProtocolId = "websocket";

  constructor(profile: Profile, budget: Budget, host: Host, listener: Listener) {
    this.#profile = profile;
    this.#host = host;
    this.#listener = listener;
    this.recorder = new Recorder(budget);
  }

  buffered = (): number => this.#transport?.buffered() ?? 0;

  /** The new setup counts from the next attempt on; an edited heartbeat at once. */
  configure(profile: Profile): void {
    const before = this.#profile.heartbeat;
    this.#profile = profile;
    if (this.#state.phase === "open" && JSON.stringify(before) !== JSON.stringify(profile.heartbeat))
      this.#startHeartbeat();
  }

  apply(event: SessionEvent): void {
    const { reconnect, connectTimeout } = this.#profile;
    const moment = { now: now(), chance: Math.random(), connectTimeout, retry: reconnect.on ? reconnect : null };
    const { state, effects } = transition(this.#state, event, moment);
    const changed = state !== this.#state;
    this.#state = state;
    for (const effect of effects) this.#carryOut(effect);
    if (changed) this.#listener.stateChanged(this.#state);
  }

  #carryOut(effect: Effect): void {
    switch (effect.do) {
      case "open":
        this.#open(effect.handle, effect.retry);
        return;
      case "close":
        this.#transport?.close(resolveClosing(this.#profile, this.#fill()));
        return;
      case "abandon":
        this.#transport?.abandon();
        this.#transport = null;
        return;
      case "set-timer":
        this.#setTimer(effect.wait, { type: "timer", timer: effect.timer, handle: effect.handle });
        return;
      case "clear-timers":
        for (const timer of this.#timers) clearTimeout(timer);
        this.#timers.clear();
        return;
      case "greet":
        this.#greet();
        return;
      case "rest":
        this.#heartbeat?.stop();
        this.#heartbeat = null;
        return;
      case "write-note":
        this.#note(effect.note);
        return;
      default:
        unreachable(effect);
    }
  }

  #setTimer(wait: Ms, event: SessionEvent): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      this.apply(event);
    }, wait);
    this.#timers.add(timer);
  }

  #fill(): Fill {
    return filler(this.#profile.variables, { now: Date.now, chance: Math.random, count: () => ++this.#counter });
  }

  #open(of: Handle, retry: number): void {
    const resolved = resolveProfile(this.#profile, this.#fill(), this.#host.securePage);
    if (!resolved.ok) {
      const fields = [...new Set(resolved.fault.map(({ field }) => field))];
      queueMicrotask(() => {
        this.apply({ type: "ended", handle: of, cause: { kind: "setup", fields } });
      });
      return;
    }
    const request = resolved.value;
    this.#protocol = request.protocol;
    this.#note(connectingNote(request, retry));
    this.#transport = openTransport(request, this.#sink(of));
  }

  /** What a transport says reaches the log and the machine only while it is the current one. */
  #sink(of: Handle): Sink {
    const { recorder } = this;
    const isCurrent = (): boolean => this.#state.handle === of;
    return {
      opened: (negotiated) => {
        this.apply({ type: "opened", handle: of, negotiated });
      },
      errored: () => {
        this.apply({ type: "errored", handle: of });
      },
      ended: (cause) => {
        if (isCurrent()) this.#transport = null;
        this.apply({ type: "ended", handle: of, cause });
      },
      note: (note) => {
        if (isCurrent()) this.#note(note);
      },
      write: (entry) => {
        const answers =
          entry.direction === "received" && this.#heartbeat?.awaitsReply() ? this.#answered(entry.data) : null;
        const written = recorder.write(answers === null ? entry : { ...entry, kind: "ping" });
        if (answers !== null && written !== null) recorder.link(answers, written);
        this.#listener.wrote();
        return written;
      },
      intern: (event) => recorder.journal.intern(event),
      link: (asked, answered) => {
        recorder.link(asked, answered);
      },
      ackTimedOut: (event, seq, wait) => {
        if (isCurrent()) this.#note({ note: "ack-timeout", event, of: seq, wait });
      },
    };
  }

  #answered(data: string | Uint8Array): Seq | null {
    return this.#heartbeat?.answeredBy(typeof data === "string" ? data : new TextDecoder().decode(data)) ?? null;
  }

  #note(note: Note): void {
    this.recorder.note(note);
    this.#listener.wrote();
  }

  #greet(): void {
    for (const draft of this.#profile.onOpen) {
      const sent = this.send(draft);
      if (!sent.ok) this.#note({ note: "not-sent", what: "on-open", fault: sent.fault });
    }
    this.#startHeartbeat();
  }

  #startHeartbeat(): void {
    this.#heartbeat?.stop();
    const { heartbeat } = this.#profile;
    if (!heartbeat.on) {
      this.#heartbeat = null;
      return;
    }
    const of = this.#state.handle;
    this.#heartbeat = new HeartbeatTimer(heartbeat, {
      send: () => {
        const sent = this.#send(heartbeat.message, "ping");
        if (!sent.ok) this.#note({ note: "not-sent", what: "heartbeat", fault: sent.fault });
        return sent.ok ? sent.value : null;
      },
      missed: (seq, wait) => {
        this.#note({ note: "heartbeat-missed", of: seq, wait });
        if (heartbeat.onMiss === "close") this.apply({ type: "heartbeat-missed", handle: of, wait });
      },
    });
  }

  send = (draft: Draft): Result<Seq | null, SendFault> => this.#send(draft, "message");

  #send(draft: Draft, kind: "message" | "ping"): Result<Seq | null, SendFault> {
    if (this.#state.phase !== "open" || !this.#transport) return fail({ kind: "not-open" });
    const shape: Outgoing["type"] = PROTOCOLS[this.#protocol].message;
    const encoded = encodeDraft(draft, shape, this.#fill());
    if (!encoded.ok) return fail({ kind: "draft", fault: encoded.fault });
    return this.#transport.send(encoded.value, kind);
  }

  pause(paused: boolean): void {
    this.recorder.pause(paused);
    this.#listener.wrote();
  }
}

const connectingNote = (request: ConnectRequest, retry: number): Note => ({
  note: "connecting",
  url: request.url,
  retry,
  subprotocols: request.protocol === "websocket" ? request.subprotocols : [],
  namespace: request.protocol === "socketio" ? request.namespace : null,
});
