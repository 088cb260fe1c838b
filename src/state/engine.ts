import { EngineClient } from "../link/client.ts";
import type { FromEngine } from "../link/protocol.ts";
import { effective } from "./effective.ts";
import { examined } from "./examined.ts";
import { jobListeners } from "./hearJobs.ts";
import { newTab } from "./tab.ts";
import { newSession, type SessionId, type SessionState } from "../core/session/session.ts";
import { say, setWorkbench, updateTab, useLogView, workbench } from "./workbench.ts";

let client: EngineClient | null = null;

/** The one engine of the page. */
export function engine(): EngineClient {
  if (!client) throw new Error("the engine is started by main.tsx");
  return client;
}

export function startEngine(makeWorker: () => Worker): void {
  client = new EngineClient(makeWorker, {
    ready: () => {
      for (const tab of workbench().tabs)
        engine().tell({ type: "configure", session: tab.id, profile: effective(tab) });
      setWorkbench({ engine: { is: "ready" } });
    },
    down: (why) => {
      setWorkbench({ engine: { is: "down", why } });
      forgetSessions();
    },
    late: (isLate) => {
      setWorkbench({ engine: isLate ? { is: "down", why: "stuck" } : { is: "ready" } });
    },
    heard,
  });
  restartEngine();
}

/** Their sockets are gone with the worker, and so is what was read from a file: its address stays. */
function forgetSessions(): void {
  setWorkbench(({ tabs }) => ({
    tabs: tabs.map((tab) => ({
      ...(tab.isRecorded ? newTab(tab.profile, tab.id) : tab),
      recording: { is: "off" },
      session: newSession,
      examined: null,
      shown: null,
      live: null,
      // The log went with it: what was selected, held or paused there means nothing in a new one.
      log: { ...tab.log, selected: null, held: null, isPaused: false, isFollowing: true, pins: [], goal: null },
    })),
  }));
  useLogView.setState({ view: null, session: null });
}

export function restartEngine(): void {
  if (workbench().engine.is === "down") forgetSessions();
  setWorkbench({ engine: { is: "starting" } });
  engine().start(workbench().settings.budget, {
    securePage: location.protocol === "https:",
    probes: workbench().settings.probes,
  });
}

/** Sessions that are no tabs, and who hears of them. */
export const sideSessions = new Map<SessionId, (state: SessionState) => void>();

function heard(message: Exclude<FromEngine, { type: "hello" | "pong" | "answer" | "unanswered" }>): void {
  switch (message.type) {
    case "state":
      sideSessions.get(message.session)?.(message.state);
      updateTab(message.session, () => ({ session: message.state }));
      return;
    case "examined": {
      const { session, of, evidence, probing } = message;
      examined(session, { of, evidence, probing });
      return;
    }
    case "live":
      updateTab(message.session, () => ({ live: message.live }));
      return;
    case "view":
      if (message.session === workbench().active) useLogView.setState({ session: message.session, view: message.view });
      return;
    case "mistake":
      say("mistake", message.message);
      return;
    case "progress":
      jobListeners.get(message.job)?.progress(message.progress);
      return;
    case "part":
      jobListeners.get(message.job)?.part(message.octets);
      return;
    case "recording":
      updateTab(message.session, () => ({ recording: message.recording }));
      if (message.recording.is === "stopped") say("recording", message.recording.why, null);
  }
}
