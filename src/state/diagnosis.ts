import type { Action } from "../core/explain/actions.ts";
import { redactUrls } from "../core/explain/redact.ts";
import type { Row } from "../core/log/entry.ts";
import type { Profile } from "../core/profile/profile.ts";
import type { Evidence, Violation } from "../core/session/evidence.ts";
import { seq, type Seq } from "../core/units/units.ts";
import { connect, editProfile } from "./connection.ts";
import { engine } from "./engine.ts";
import { download, editLog } from "./log.ts";
import { openTab } from "./tabs.ts";
import type { Examined, Tab } from "./tab.ts";
import { activeTab, say, setWorkbench, updateActive, updateTab, workbench } from "./workbench.ts";

/** The ending whose diagnosis is shown: the chosen one, or the last. */
export const shownIn = ({ shown, examined: last }: Tab): Examined | null => shown ?? last;

/** The entry of the ending that an entry of the log belongs to; null: to none. */
function endingOf(row: Row): Seq | null {
  if (row.what.type !== "note") return null;
  const { note } = row.what;
  if (note.note === "ended") return row.seq;
  return note.note === "evidence" || note.note === "probed" ? note.of : null;
}

/** Shows why an ending of the log came about, however long ago it was. */
async function showDiagnosis(of: Seq): Promise<void> {
  const { id, examined: last } = activeTab(workbench());
  const evidence = last?.of === of ? last.evidence : await engine().ask("evidence", { session: id, of });
  if (!evidence) return;
  updateTab(id, ({ log, examined }) => ({
    // The engine may have told of it, and of probes, while it was asked.
    shown: examined?.of === of ? examined : { of, evidence, probing: null },
    isChosen: true,
    log: { ...log, side: "diagnosis" },
  }));
}

export const tellViolation = (violation: Violation): void => {
  engine().tell({ type: "violation", violation });
};

export function probeNow(): void {
  const { id, ...tab } = activeTab(workbench());
  const shown = shownIn({ id, ...tab });
  if (shown) engine().tell({ type: "probe", session: id, of: shown.of });
}

export const stopProbes = (): void => {
  engine().tell({ type: "stop-probes", session: workbench().active });
};

export const showSide = (side: "message" | "diagnosis"): void => {
  editLog({ side });
};

/** Back from an older diagnosis to the latest. */
export const showLast = (): void => {
  updateActive(({ examined }) => ({ shown: examined, isChosen: false }));
};

/** A row of the log was chosen: what belongs to an ending is explained, anything else is shown whole. */
export function chooseRow(row: Row): void {
  const of = endingOf(row);
  if (of !== null) void showDiagnosis(of);
  else if (activeTab(workbench()).log.side === "diagnosis") showSide("message");
}

/** For others: what the address held of secrets stays here. */
export function exportEvidence(evidence: Evidence): void {
  const file = { sockwright: "evidence", ...evidence };
  const time = new Date(evidence.at).toISOString().replace(/[:.]/g, "-");
  download(
    new Blob([redactUrls(JSON.stringify(file, null, 2))], { type: "application/json" }),
    `sockwright-evidence-${time}.json`,
  );
}

/**
 * Shows the diagnosis of evidence from a file: one that was exported from a diagnosis, or the log of a
 * connection, whose last ending is taken. What cannot be read in it counts as not seen.
 */
export async function openEvidence(file: File): Promise<void> {
  const evidence = await evidenceIn(await file.text());
  if (!evidence) {
    say("no-evidence", file.name);
    return;
  }
  updateActive(({ log }) => ({
    isUsed: true,
    shown: { of: FROM_FILE, evidence, probing: null },
    log: { ...log, side: "diagnosis" },
  }));
  setWorkbench({ panel: "inspect" });
}

/** Entries count from 1. */
const FROM_FILE = seq(0);

async function evidenceIn(text: string): Promise<Evidence | null> {
  const { readEvidence } = await import("../core/explain/readEvidence.ts");
  const whole = readEvidence(parsed(text));
  if (whole) return whole;
  for (const line of text.split("\n").toReversed()) {
    const entry = Object(parsed(line)) as { note?: { evidence?: unknown } };
    const found = readEvidence(entry.note?.evidence);
    if (found) return found;
  }
  return null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

export function toggleDiagnosis(): void {
  const { log } = activeTab(workbench());
  editLog({ side: log.side === "diagnosis" ? "message" : "diagnosis" });
  setWorkbench({ panel: "inspect" });
}

/** What an action makes of a setup. */
function changed(profile: Profile, action: Action): Partial<Profile> {
  const { socketio, websocket, heartbeat } = profile;
  switch (action.do) {
    case "use-url":
      return { url: action.url };
    case "use-socketio":
      return {
        protocol: "socketio",
        url: action.url,
        socketio: action.path === null ? socketio : { ...socketio, path: action.path },
      };
    case "use-websocket":
      return { protocol: "websocket", url: action.url };
    case "use-client":
      return { socketio: { ...socketio, clientVersion: action.version } };
    case "use-namespace":
      return { socketio: { ...socketio, namespace: action.namespace } };
    case "use-path":
      return { socketio: { ...socketio, path: action.path } };
    case "drop-subprotocols":
      return { websocket: { ...websocket, subprotocols: [] } };
    case "websocket-only":
      return { socketio: { ...socketio, transports: ["websocket"] } };
    case "allow-polling":
      return { socketio: { ...socketio, transports: ["polling", "websocket"] } };
    case "retry-namespace":
      return { socketio: { ...socketio, retryNamespace: action.every } };
    case "use-parser":
      return { socketio: { ...socketio, parser: action.parser } };
    case "drop-credentials":
      return { socketio: { ...socketio, withCredentials: false } };
    case "heartbeat":
      return { heartbeat: { ...heartbeat, on: true, every: action.every } };
  }
}

/** Changes the setup as a diagnosis proposes. @param andConnect and tries it at once */
export function carryOut(action: Action, andConnect: boolean): void {
  const { profile, isRecorded } = activeTab(workbench());
  // What is only looked at stays as it is: the setup goes on in a tab of its own.
  if (isRecorded) openTab({ ...profile, ...changed(profile, action) });
  else editProfile(changed(profile, action));
  if (andConnect) connect();
}

/** Names the product behind the address, by which its codes are read. */
export const setSystem = (system: string | null): void => {
  editProfile({ system });
};

export const dismissHint = (hint: string): void => {
  updateActive(({ dismissed }) => ({ dismissed: [...dismissed, hint] }));
};
