import { encodeDraft, type Outgoing } from "../../profile/message.ts";
import { newProfile, type Profile } from "../../profile/profile.ts";
import { resolveProfile, type ConnectRequest, type ProfileField } from "../../profile/resolve.ts";
import type { Fill } from "../../profile/template.ts";
import { PROTOCOLS } from "../../protocols/index.ts";
import { ok } from "../../units/result.ts";
import type { Ms } from "../../units/units.ts";
import type { Written } from "../format.ts";
import type { LeftOut, LeftOutKind } from "../leftOut.ts";

/** What of a setup not every tool can say. */
export type Sayable =
  | "on-open-messages"
  | "binary-message"
  | "heartbeat"
  | "reconnect"
  | "connect-timeout"
  | "close-code"
  | "ack-timeout";

export interface Writing {
  readonly request: ConnectRequest;
  /** Sent when it is open; without those that have a fault or cannot be said. */
  readonly opening: readonly Outgoing[];
  readonly heartbeat: { readonly message: Outgoing; readonly every: Ms } | null;
  readonly leave: (kind: LeftOutKind, detail: string) => void;
  readonly written: (text: string) => Written;
}

/** A filled setup holds no templates any more; what looks like one is text. */
const asIs: Fill = (text) => ok({ text, pieces: [{ from: 0, at: 0, length: text.length, filled: false }] });

/**
 * What every writer begins with: the setup as it would be connected, its messages as they would be sent,
 * and everything it has besides, left out unless the tool can say it.
 */
export function startWriting(name: string, profile: Profile, can: readonly Sayable[]): Writing {
  const left: LeftOut[] = [];
  const leave = (kind: LeftOutKind, detail: string): void => {
    left.push({ kind, of: name, detail });
  };
  const request = requestOf(profile, leave);
  const { heartbeat, reconnect, closing, connectTimeout } = { ...profile, ...profile.websocket };
  const say = (what: Sayable, isSet: boolean, detail: string): boolean => {
    if (isSet && !can.includes(what)) leave(what, detail);
    return isSet && can.includes(what);
  };
  say("connect-timeout", connectTimeout !== newProfile.connectTimeout, inSeconds(connectTimeout));
  say("reconnect", reconnect.on, "");
  if (profile.protocol === "websocket") {
    const { code, reason } = newProfile.websocket.closing;
    const isOwn = closing.code !== code || closing.reason !== reason;
    say("close-code", isOwn, `${String(closing.code ?? "")} ${closing.reason}`.trim());
  }
  const opening = say("on-open-messages", profile.onOpen.length > 0, String(profile.onOpen.length))
    ? profile.onOpen.flatMap((draft, index) => encode(draft, String(index + 1)))
    : [];
  const [beat] = say("heartbeat", heartbeat.on, inSeconds(heartbeat.every)) ? encode(heartbeat.message, "") : [];
  if (beat && heartbeat.expect !== "") leave("heartbeat-reply", heartbeat.expect);
  if (profile.saved.length > 0) leave("saved-messages", profile.saved.map((saved) => saved.name).join(", "));
  if (profile.notes.trim() !== "") leave("notes", "");
  return {
    request,
    opening,
    heartbeat: beat ? { message: beat, every: heartbeat.every } : null,
    leave,
    written: (text) => ({ text, left }),
  };

  function encode(draft: Profile["onOpen"][number], which: string): Outgoing[] {
    const encoded = encodeDraft(draft, PROTOCOLS[profile.protocol].message, asIs);
    if (!encoded.ok) {
      leave("faulty", which);
      return [];
    }
    const message = encoded.value;
    const payloads = message.type === "event" ? message.args : [message.payload];
    if (payloads.some(({ type }) => type === "binary") && !can.includes("binary-message")) {
      leave("binary-message", which);
      return [];
    }
    if (message.type !== "event" || message.ack === null || can.includes("ack-timeout")) return [message];
    leave("ack-timeout", `${message.event} ${inSeconds(message.ack)}`);
    return [message];
  }
}

export const inSeconds = (span: Ms): string => `${String(span / 1000)} s`;

/** The setup's request. A field with a fault keeps its default and is left out; the address stays as it was typed. */
function requestOf(profile: Profile, leave: Writing["leave"]): ConnectRequest {
  const resolved = resolveProfile(profile, asIs, false);
  if (resolved.ok) return printable(resolved.value);
  const faulty = new Set<ProfileField>(resolved.fault.map(({ field }) => field));
  for (const field of faulty) leave("faulty", field);
  const { websocket, socketio } = newProfile;
  const repaired = resolveProfile(
    {
      ...profile,
      url: faulty.has("url") ? PROTOCOLS[profile.protocol].example : profile.url,
      websocket: {
        subprotocols: faulty.has("subprotocols") ? websocket.subprotocols : profile.websocket.subprotocols,
        closing: faulty.has("closing") ? websocket.closing : profile.websocket.closing,
      },
      socketio: {
        ...profile.socketio,
        namespace: faulty.has("namespace") ? socketio.namespace : profile.socketio.namespace,
        path: faulty.has("path") ? socketio.path : profile.socketio.path,
        auth: faulty.has("auth") ? socketio.auth : profile.socketio.auth,
        transports: faulty.has("transports") ? socketio.transports : profile.socketio.transports,
        headers: faulty.has("headers") ? socketio.headers : profile.socketio.headers,
      },
    },
    asIs,
    false,
  );
  if (!repaired.ok) throw new Error(`a default has a fault: ${JSON.stringify(repaired.fault)}`);
  return printable(faulty.has("url") ? { ...repaired.value, url: profile.url.trim() } : repaired.value);
}

/** No terminal takes control characters in an address, and half a surrogate pair has no UTF-8 at all. */
function printable(request: ConnectRequest): ConnectRequest {
  const url = request.url.toWellFormed().replace(/[\u0000-\u0020\u007f-\u00a0\u2028\u2029\ufeff]/g, encodeURIComponent);
  if (request.protocol === "websocket") return { ...request, url };
  return {
    ...request,
    url,
    path: request.path.toWellFormed(),
    namespace: request.namespace.toWellFormed(),
    query: request.query.map(({ name, value }) => ({ name: name.toWellFormed(), value: value.toWellFormed() })),
  };
}
