import { pathOf } from "../core/protocols/socketio.ts";
import { newProfile, type Profile } from "../core/profile/profile.ts";
import { readParams, type Param } from "../core/protocols/query.ts";
import { sessionId, type SessionId } from "../core/session/session.ts";
import type { SendFault } from "../core/profile/message.ts";
import type { Seq } from "../core/units/units.ts";

import type { DetectAnswer } from "../link/detect.ts";
import { editProfile, previewFill, readingOf } from "./connection.ts";
import { effective } from "./effective.ts";
import { engine } from "./engine.ts";
import { activeTab, workbench } from "./workbench.ts";

export type { DetectAnswer };

export function joinNamespace(name: string, joins: boolean): void {
  engine().tell({ type: "namespace", session: workbench().active, name, joins });
}

/** @returns why nothing was sent; null: it was */
export async function answerEntry(session: SessionId, of: Seq, args: string): Promise<SendFault | null> {
  const sent = await engine().ask("answer", { session, of, args });
  return sent.ok ? null : sent.fault;
}

/** From now on, this event is answered so by itself. */
export function answerAlways(event: string, args: string): void {
  const { socketio } = activeTab(workbench()).profile;
  const others = socketio.answers.filter((one) => one.event !== event);
  editProfile({ socketio: { ...socketio, answers: [{ event, args }, ...others] } });
}

/** Where the server of the setup would be looked for; null: the address cannot be used yet. */
export function serverAddress(): {
  readonly url: string;
  readonly path: string;
  readonly query: readonly Param[];
} | null {
  const profile = effective(activeTab(workbench()));
  const reading = readingOf(profile);
  const path = previewFill(profile.variables)(profile.socketio.path);
  if (reading?.type !== "ok" || !path.ok) return null;
  return { url: new URL(reading.url).origin, path: pathOf(path.value.text), query: readParams(reading.url) };
}

/** @returns null: the address cannot be used yet */
export async function detectVersion(): Promise<DetectAnswer | null> {
  const at = serverAddress();
  return at && engine().ask("detect", at);
}

export interface AdminAccess {
  readonly namespace: string;
  readonly username: string;
  readonly password: string;
}

/** A connection beside the tab's, to the admin namespace of the same server. */
export function connectAdmin({ namespace, username, password }: AdminAccess): SessionId {
  const of = activeTab(workbench());
  const setup = effective(of);
  const profile: Profile = {
    ...newProfile,
    protocol: "socketio",
    url: setup.url,
    variables: setup.variables,
    socketio: {
      ...setup.socketio,
      namespace,
      // Braces in a password are no variable.
      auth: JSON.stringify({ username, password }).replaceAll("{{", String.raw`\{{`),
      namespaces: [],
      answers: [],
      packets: false,
      retries: 0,
      retryNamespace: null,
    },
  };
  const session = sessionId(`admin:${of.id}:${String(Date.now())}`);
  engine().tell({ type: "configure", session, profile });
  engine().tell({ type: "connect", session });
  return session;
}

export function disposeAdmin(session: SessionId): void {
  engine().tell({ type: "dispose", session });
}
