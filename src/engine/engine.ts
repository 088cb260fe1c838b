import type { EntryDetail } from "../core/log/entry.ts";
import { newProfile } from "../core/profile/profile.ts";
import { fail, unreachable } from "../core/units/result.ts";
import { DEFAULT_BUDGET, type Budget } from "../core/units/budget.ts";
import type { SessionId } from "../core/session/session.ts";
import type { Probe } from "../core/session/probe.ts";
import { LINK_VERSION, type Ask, type FromEngine, type Host, type ToEngine } from "../link/protocol.ts";
import { now } from "./clock.ts";
import { Matcher } from "./journal/matcher.ts";
import { momentOf } from "./journal/prepare.ts";
import { Jobs } from "./exchange/jobs.ts";
import type { Violation } from "../core/session/evidence.ts";
import { LiveSession, type SessionSurroundings } from "./session/liveSession.ts";
import { runProbe } from "./session/runProbe.ts";
import { Recorders } from "./recording/recorders.ts";
import { onViolation, world } from "./world.ts";
import { Watcher } from "./watcher.ts";

/** A cleared log can be brought back for ten seconds; then, and a little, its memory is given back. */
const FORGET_AFTER = 11_000;
/** Violations of policy that are remembered; a page can make as many as it likes. */
const MOST_VIOLATIONS = 100;

const readable = (url: string): Probe => ({ id: "http-readable", by: "fetch", url, mode: "cors", subprotocols: [] });

/**
 * The engine: every session, every journal, in one worker. It alone opens sockets.
 * @param post what the page gets to know; buffers that are given away are not copied
 * @returns what to call with what the page says
 */
export function startEngine(post: (message: FromEngine, given?: Transferable[]) => void): (message: ToEngine) => void {
  const sessions = new Map<SessionId, LiveSession>();
  let budget: Budget = DEFAULT_BUDGET;
  let host: Host = { securePage: false, probes: "loopback" };
  const violations: Violation[] = [];
  const addViolation = (violation: Violation): void => {
    violations.push(violation);
    if (violations.length > MOST_VIOLATIONS) violations.shift();
  };
  onViolation(addViolation);
  let watcher: Watcher | null = null;
  const matcher = new Matcher();
  const jobs = new Jobs(post);
  const recorders = new Recorders((session, recording) => {
    post({ type: "recording", session, recording });
  });
  /** Logs that were read from elsewhere: nothing connects there, and nothing is written. */
  const readOnly = new Set<SessionId>();
  const forgetting = new Map<LiveSession, ReturnType<typeof setTimeout>>();

  const around: SessionSurroundings = {
    world,
    policy: () => host.probes,
    violations: () => violations,
    securePage: () => host.securePage,
    sockets: () => [...sessions.values()].filter((one) => one.isHolding()).length,
  };

  const open = (session: SessionId): LiveSession => {
    const known = sessions.get(session);
    if (known) return known;
    const made = new LiveSession(newProfile, budget, around, {
      stateChanged: (state) => {
        post({ type: "state", session, state });
      },
      wrote: () => {
        if (watcher?.session === made) watcher.wrote();
        recorders.wrote(session);
      },
      examined: (examination) => {
        post({ type: "examined", session, ...examination });
      },
      lives: (live) => {
        post({ type: "live", session, live });
      },
    });
    sessions.set(session, made);
    return made;
  };

  const clear = (session: LiveSession, undo: boolean): void => {
    const { journal } = session.recorder;
    clearTimeout(forgetting.get(session));
    if (undo) journal.unclear();
    else {
      journal.forgetCleared();
      journal.clear();
      forgetting.set(
        session,
        setTimeout(() => {
          journal.forgetCleared();
        }, FORGET_AFTER),
      );
    }
    if (watcher?.session === session) watcher.restart();
  };

  const answer = async (ask: Ask): Promise<unknown> => {
    switch (ask.question) {
      case "send":
        return sessions.get(ask.about.session)?.send(ask.about.draft) ?? fail({ kind: "not-open" });
      case "answer":
        return sessions.get(ask.about.session)?.answer(ask.about.of, ask.about.args) ?? fail({ kind: "not-open" });
      case "detect":
        return (await import("./detectServer.ts")).detectServer(ask.about);
      case "admin":
        return (await import("./adminReader.ts")).readAdminOf(open(ask.about.session).recorder.journal);
      case "read":
        return sessions.get(ask.about.session)?.recorder.journal.detail(ask.about.seq, ask.about.limit) ?? null;
      case "find":
        return watcher?.session === sessions.get(ask.about.session)
          ? (watcher?.positionOf(ask.about.seq) ?? null)
          : null;
      case "nextMatch": {
        const { session, from, step } = ask.about;
        return watcher?.session === sessions.get(session) ? ((await watcher?.nextMatch(from, step)) ?? null) : null;
      }
      case "seqAtTime": {
        const journal = sessions.get(ask.about.session)?.recorder.journal;
        const origin = journal?.origin() ?? null;
        return journal && origin !== null ? journal.seqAt(momentOf(ask.about.point, origin, now())) : null;
      }
      case "nearest": {
        const journal = sessions.get(ask.about.session)?.recorder.journal;
        if (!journal || journal.count() === 0) return null;
        return Math.min(journal.next() - 1, Math.max(journal.first(), ask.about.seq));
      }
      case "series": {
        const { readSeries } = await import("./readSeries.ts");
        return readSeries(open(ask.about.session).recorder.journal, ask.about.filter, matcher);
      }
      case "timeline":
        return (await import("./timelines.ts")).askTimeline(ask.about, (id) => open(id).recorder.journal, matcher);
      case "events":
        return sessions.get(ask.about.session)?.recorder.journal.events() ?? [];
      case "evidence":
        return sessions.get(ask.about.session)?.examiner.evidence(ask.about.of) ?? null;
      case "get":
        return (await runProbe(readable(ask.about.url), () => false, new AbortController().signal))?.outcome;
      case "exportLog":
        return jobs.run(ask.about.job, async (job) => {
          const { exportLog } = await import("./exchange/exportLog.ts");
          return exportLog(open(ask.about.session).recorder.journal, ask.about, job, matcher);
        });
      case "surveyLog":
        return jobs.run(ask.about.job, async (job) => {
          const { surveyLog } = await import("./exchange/readLog.ts");
          return surveyLog(ask.about, job);
        });
      case "readLog":
        return jobs.run(ask.about.job, async (job) => {
          const { readLog } = await import("./exchange/readLog.ts");
          const session = open(ask.about.session);
          readOnly.add(ask.about.session);
          return readLog(session, ask.about, job, () => {
            if (watcher?.session === session) watcher.wrote();
          });
        });
      case "compareLogs":
        return jobs.run(ask.about.job, async (job) => {
          const { compareLogs } = await import("./exchange/compareLogs.ts");
          const [one, other] = [ask.about.one, ask.about.other].map((id) => open(id).recorder.journal);
          return one && other ? compareLogs(one, other, ask.about, job) : { is: "cancelled" };
        });
      default:
        return unreachable(ask);
    }
  };

  return (message) => {
    switch (message.type) {
      case "hello":
        budget = message.budget;
        host = message.host;
        post({ type: "hello", version: LINK_VERSION });
        return;
      case "budget":
        budget = message.budget;
        for (const [id, session] of sessions) {
          if (!readOnly.has(id)) session.recorder.journal.setBudget(budget, now());
        }
        return;
      case "network":
        for (const session of sessions.values()) session.apply({ type: "network", online: message.online });
        return;
      case "probe-policy":
        host = { ...host, probes: message.probes };
        return;
      case "violation":
        addViolation(message.violation);
        return;
      case "probe":
        if (readOnly.has(message.session)) return;
        void sessions.get(message.session)?.examiner.probeAgain(message.of);
        return;
      case "stop-probes":
        sessions.get(message.session)?.examiner.stop();
        return;
      case "configure":
        open(message.session).configure(message.profile);
        return;
      case "connect":
      case "disconnect":
      case "retry-now":
        if (readOnly.has(message.session)) return;
        open(message.session).apply({ type: message.type });
        return;
      case "dispose": {
        const session = sessions.get(message.session);
        session?.apply({ type: "dispose" });
        session?.examiner.stop();
        if (session && watcher?.session === session) {
          watcher.stop();
          watcher = null;
        }
        if (session) {
          clearTimeout(forgetting.get(session));
          forgetting.delete(session);
        }
        recorders.stop(message.session);
        sessions.delete(message.session);
        readOnly.delete(message.session);
        return;
      }
      case "namespace":
        sessions.get(message.session)?.namespace(message.name, message.joins);
        return;
      case "capture":
        if (readOnly.has(message.session)) return;
        sessions.get(message.session)?.pause(message.paused);
        return;
      case "clear": {
        const session = sessions.get(message.session);
        if (session) clear(session, message.undo);
        return;
      }
      case "watch": {
        const { session, watch } = message;
        const watched = open(session);
        if (watcher?.session === watched) watcher.look(watch);
        else {
          watcher?.stop();
          watcher = new Watcher(watched, watch, matcher, (view) => {
            post({ type: "view", session, view });
          });
        }
        return;
      }
      case "unwatch":
        watcher?.stop();
        watcher = null;
        return;
      case "ping":
        post({ type: "pong" });
        return;
      case "painted":
        watcher?.painted();
        return;
      case "ask":
        void answer(message).then(
          (given) => {
            const isDetail = message.question === "read" && given !== null;
            const buffers = isDetail ? [(given as EntryDetail).head.buffer] : [];
            post({ type: "answer", request: message.request, answer: given }, buffers);
          },
          (error: unknown) => {
            post({ type: "unanswered", request: message.request, message: String(error) });
          },
        );
        return;
      case "cancel-job":
        jobs.cancel(message.job);
        return;
      case "part-taken":
        jobs.taken(message.job);
        return;
      case "record":
        if (message.as === null) recorders.stop(message.session);
        else if (!readOnly.has(message.session))
          void recorders.start(message.session, open(message.session), message.as);
        return;
      case "pins": {
        const session = open(message.session);
        session.pins = message.pins;
        recorders.pinned(message.session, session);
        return;
      }
      default:
        unreachable(message);
    }
  };
}
