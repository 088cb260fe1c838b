import { EngineClient } from "../link/client.ts";
import type { FromEngine } from "../link/protocol.ts";
import { newSession } from "../core/session/session.ts";
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
      for (const { id, profile } of workbench().tabs) engine().tell({ type: "configure", session: id, profile });
      setWorkbench({ engine: { is: "ready" } });
    },
    down: (why) => {
      setWorkbench(({ tabs }) => ({
        engine: { is: "down", why },
        // Their sockets are gone with the worker.
        tabs: tabs.map((tab) => ({
          ...tab,
          session: newSession,
          // The log went with it: what was selected, held or paused there means nothing in a new one.
          log: { ...tab.log, selected: null, held: null, isPaused: false, isFollowing: true },
        })),
      }));
      useLogView.setState({ view: null, session: null });
    },
    heard,
  });
  restartEngine();
}

export function restartEngine(): void {
  setWorkbench({ engine: { is: "starting" } });
  engine().start(workbench().settings.budget, { securePage: location.protocol === "https:" });
}

function heard(message: Exclude<FromEngine, { type: "hello" | "pong" | "answer" | "unanswered" }>): void {
  switch (message.type) {
    case "state":
      updateTab(message.session, () => ({ session: message.state }));
      return;
    case "view":
      if (message.session === workbench().active) useLogView.setState({ session: message.session, view: message.view });
      return;
    case "mistake":
      say("mistake", message.message);
  }
}
