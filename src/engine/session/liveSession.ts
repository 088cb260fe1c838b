// Above 300 lines: everything that one connection holds and lets go of is in one place; what decides stands apart.
import { isTraffic } from "../../core/log/entry.ts";
import type { Note } from "../../core/log/note.ts";
import type { KeptPin } from "../../core/log/pin.ts";
import { encodeDraft, type Draft, type Outgoing, type SendFault } from "../../core/profile/message.ts";
import type { Profile } from "../../core/profile/profile.ts";
import { resolveClosing, resolveProfile } from "../../core/profile/resolve.ts";
import { filler, type Fill } from "../../core/profile/template.ts";
import { PROTOCOLS, type ProtocolId } from "../../core/protocols/index.ts";
import {
  newSession,
  type Effect,
  type Handle,
  type SessionEvent,
  type SessionNote,
  type SessionState,
} from "../../core/session/session.ts";
import { transition } from "../../core/session/transition.ts";
import { fail, unreachable, type Result } from "../../core/units/result.ts";
import type { Ms, Seq } from "../../core/units/units.ts";
import type { Budget } from "../../core/units/budget.ts";
import type { Live } from "../../link/protocol.ts";
import { now } from "../clock.ts";
import { openTransport } from "../transports/index.ts";
import type { ServerRequest, Sink, Transport } from "../transports/transport.ts";
import { answerBy, namespaceIn, ruleFor } from "./answers.ts";
import { Attempt, connectingNote } from "./attempt.ts";
import { Examiner, type Examination, type Surroundings } from "./examiner.ts";
import { HeartbeatTimer } from "./heartbeat.ts";
import { momentOf } from "./moment.ts";
import { Recorder } from "./recorder.ts";

/** What a session tells the engine. */
export interface Listener {
  stateChanged(state: SessionState): void;
  /** Something was written: rows or counters may be due. */
  wrote(): void;
  /** What is known of an ending, as it grows. */
  readonly examined: (examination: Examination) => void;
  /** What is known of the open connection beyond its state; null: it is not open. */
  lives(live: Live | null): void;
}

export interface SessionSurroundings extends Surroundings {
  /** Whether our page came over HTTPS: a bare host then gets wss. */
  readonly securePage: () => boolean;
  /** Sockets of this page, open and connecting. */
  readonly sockets: () => number;
}

/** One connection tab at work: carries out what the state machine decides, and keeps its log. */
export class LiveSession {
  readonly recorder: Recorder;
  /** What the reader marked in the log. */
  pins: readonly KeptPin[] = [];
  /** The recording that holds this log, and which number an entry has there; null: none does. */
  keptIn: { readonly id: string; readonly numberThere: (here: Seq) => Seq | null } | null = null;
  #state: SessionState = newSession;
  #profile: Profile;
  readonly #listener: Listener;
  #transport: Transport | null = null;
  #heartbeat: HeartbeatTimer | null = null;
  readonly #timers = new Set<ReturnType<typeof setTimeout>>();
  #counter = 0;
  /** Of the connection, which a changed setup does not change. */
  #protocol: ProtocolId = "websocket";
  #attempt: Attempt | null = null;
  /** Of Socket.IO connections that were lost. */
  readonly #recovery: Sink["recovery"] = new Map();
  readonly examiner: Examiner;
  readonly #around: SessionSurroundings;

  constructor(profile: Profile, budget: Budget, around: SessionSurroundings, listener: Listener) {
    this.#profile = profile;
    this.#around = around;
    this.#listener = listener;
    this.recorder = new Recorder(budget);
    this.recorder.watchFrame = (entry, size, at) => {
      if (this.#attempt?.frame(entry, size, at) === true) this.#tellLive();
    };
    this.examiner = new Examiner(around, {
      write: (note) => this.#note(note),
      read: (of) => this.recorder.journal.noteOf(of),
      tell: listener.examined,
    });
  }

  /** Whether it holds a socket, open or on its way. */
  isHolding = (): boolean => this.#transport !== null;

  buffered = (): number => this.#transport?.buffered() ?? 0;

  /** The new setup counts from the next attempt on; an edited heartbeat at once. */
  configure(profile: Profile): void {
    const before = this.#profile.heartbeat;
    this.#profile = profile;
    if (this.#state.phase === "open" && JSON.stringify(before) !== JSON.stringify(profile.heartbeat))
      this.#startHeartbeat();
  }

  apply(event: SessionEvent): void {
    const moment = momentOf(this.#profile, now(), Math.random());
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
        this.#noteSession(effect.note);
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
    this.examiner.stop();
    this.#attempt = null;
    const resolved = resolveProfile(this.#profile, this.#fill(), this.#around.securePage());
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
    const { url, system } = this.#profile;
    this.#attempt = new Attempt(request, url, retry, system, this.#around.sockets());
    this.#transport = openTransport(request, this.#sink(of));
  }

  /** What a transport says reaches the log and the machine only while it is the current one. */
  #sink(of: Handle): Sink {
    const { recorder } = this;
    const isCurrent = (): boolean => this.#state.handle === of;
    const attempt = this.#attempt;
    return {
      made: (readyState, url) => {
        attempt?.made(readyState, url);
      },
      step: (what, detail) => {
        attempt?.step(what, detail);
        if (attempt && what === "upgrade-error") attempt.upgradeFailed = true;
        if (isCurrent()) this.#tellLive();
      },
      carriedBy: (transport) => {
        if (attempt) attempt.transport = transport;
        if (isCurrent()) this.#tellLive();
      },
      opened: (negotiated) => {
        attempt?.step("open");
        if (attempt) attempt.negotiated = negotiated.subprotocol;
        this.apply({ type: "opened", handle: of, negotiated });
      },
      errored: () => {
        attempt?.step("error");
        this.apply({ type: "errored", handle: of });
      },
      ended: (cause) => {
        if (isCurrent()) this.#transport = null;
        if (cause.kind === "close") attempt?.step("close", String(cause.code));
        this.apply({ type: "ended", handle: of, cause });
      },
      note: (note) => {
        if (isCurrent()) this.#note(note);
      },
      write: (entry) => {
        const answers =
          entry.direction === "received" && isTraffic(entry) && this.#heartbeat?.awaitsReply()
            ? this.#answered(entry.data)
            : null;
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
      asked: (asking, event) => {
        queueMicrotask(() => {
          if (isCurrent()) this.#answerByRule(asking, event);
        });
      },
      wantsPackets: () => this.#profile.socketio.packets,
      namespace: (state) => {
        attempt?.namespaces.set(state.name, state);
        if (isCurrent()) this.#tellLive();
      },
      recovery: this.#recovery,
    };
  }

  #answered(data: string | Uint8Array): Seq | null {
    return this.#heartbeat?.answeredBy(typeof data === "string" ? data : new TextDecoder().decode(data)) ?? null;
  }

  #note(note: Note): Seq {
    const written = this.recorder.note(note);
    this.#listener.wrote();
    return written;
  }

  #noteSession(note: SessionNote): void {
    if (note.note !== "ended") {
      this.#note(note);
      return;
    }
    const { ending } = note;
    const attempt = this.#attempt;
    this.#attempt = null;
    this.#listener.lives(null);
    if (attempt === null) {
      this.#note({ ...note, evidence: null });
      return;
    }
    if (ending.cause.kind === "connect-timeout") attempt.step("gave-up");
    this.examiner.ended(attempt, ending);
  }

  #tellLive(): void {
    const attempt = this.#attempt;
    if (this.#state.phase !== "open" || attempt === null) return;
    this.#listener.lives(attempt.live());
  }

  #greet(): void {
    this.#tellLive();
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

  /** Gives an acknowledgement that the server asked for. @param args JSON text of an array; empty: no arguments */
  answer(to: Seq | ServerRequest, args: string): Result<Seq | null, SendFault> {
    return this.#state.phase === "open" && this.#transport
      ? answerBy(this.#transport, to, args, this.#fill())
      : fail({ kind: "not-open" });
  }

  #answerByRule(asking: ServerRequest, event: string): void {
    const rule = ruleFor(this.#profile, event);
    if (!rule) return;
    const sent = this.answer(asking, rule.args);
    if (!sent.ok) this.#note({ note: "not-sent", what: "answer", fault: sent.fault });
  }

  /** Joins a namespace of the setup, or leaves it; a setup with a fault says so at its field. */
  namespace(name: string, joins: boolean): void {
    if (this.#state.phase !== "open") return;
    if (!joins) this.#transport?.leave?.(name);
    else {
      const found = namespaceIn(this.#profile, name, this.#fill(), this.#around.securePage());
      if (found) this.#transport?.join?.(found);
    }
  }

  pause(paused: boolean): void {
    this.recorder.pause(paused);
    this.#listener.wrote();
  }
}
