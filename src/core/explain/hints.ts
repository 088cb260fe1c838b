import { ms, type Ms } from "../units/units.ts";
import type { NamespaceState } from "../session/namespaceState.ts";
import { isEngineIoOpen } from "./engineIoAnswer.ts";
import type { Cause } from "./cause.ts";

/** What is known of a connection that is open. */
export interface LiveFacts {
  readonly protocol: "websocket" | "socketio";
  readonly url: string;
  readonly usedUrl: string;
  readonly asked: readonly string[];
  readonly subprotocol: string;
  /** Socket.IO: in use now. */
  readonly transport: string | null;
  readonly wanted: readonly string[];
  /** Joined besides the connection's own. */
  readonly namespaces: readonly NamespaceState[];
  /** The upgrade to WebSocket failed. */
  readonly upgradeFailed: boolean;
  readonly first: string | null;
  /** Whether a message came; heartbeats and packets that carry none do not count. */
  readonly heard: boolean;
  readonly openFor: Ms;
}

export type HintCause = Extract<
  Cause,
  "polling-only" | "upgraded-to-wss" | "engineio-frames-on-raw" | "silent" | "subprotocol"
>;

/** Engine.IO tries WebSocket right after polling works; a failed try takes no longer. */
const UPGRADE_TIME = ms(5000);
/** A listener that waits this long for a first message has something to wonder about. */
const QUIET = ms(30_000);

/** What is worth saying of a connection that works, most telling first. */
export function hintsFor(facts: LiveFacts): readonly HintCause[] {
  const hints: HintCause[] = [];
  const { protocol, openFor } = facts;
  if (protocol === "websocket" && isEngineIoOpen(facts.first)) hints.push("engineio-frames-on-raw");
  if (facts.url.startsWith("ws:") && facts.usedUrl.startsWith("wss:")) hints.push("upgraded-to-wss");
  const isStuck = facts.transport === "polling" && facts.wanted.includes("websocket");
  if (protocol === "socketio" && isStuck && (facts.upgradeFailed || openFor >= UPGRADE_TIME))
    hints.push("polling-only");
  // Firefox and WebKit open all the same. @see RFC 6455 §4.1
  if (protocol === "websocket" && facts.asked.length > 0 && facts.subprotocol === "") hints.push("subprotocol");
  if (!facts.heard && openFor >= QUIET) hints.push("silent");
  return hints;
}
