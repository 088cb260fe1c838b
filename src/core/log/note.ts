import type { SendFault } from "../profile/message.ts";
import type { Evidence } from "../session/evidence.ts";
import type { ProbeResult } from "../session/probe.ts";
import type { NamespaceState } from "../session/namespaceState.ts";
import type { Ending, SessionNote } from "../session/session.ts";
import type { Bytes, Ms, Seq } from "../units/units.ts";

/** What a lifecycle entry says: facts, from which the page makes a sentence in the reader's language. */
export type Note =
  | Exclude<SessionNote, { readonly note: "ended" }>
  /** @property evidence of an ending that was asked for; of others it follows, once all of it is in */
  | { readonly note: "ended"; readonly ending: Ending; readonly evidence: Evidence | null }
  /** @property of the entry of the ending that it belongs to */
  | { readonly note: "evidence"; readonly of: Seq; readonly evidence: Evidence }
  | { readonly note: "probed"; readonly of: Seq; readonly result: ProbeResult }
  | {
      readonly note: "connecting";
      readonly url: string;
      readonly retry: number;
      readonly subprotocols: readonly string[];
      readonly namespace: string | null;
    }
  | { readonly note: "transport-open"; readonly transport: string; readonly pingInterval: Ms }
  /** The one before it failed. */
  | { readonly note: "transport-next"; readonly transport: string; readonly message: string }
  /** Of a namespace besides the connection's own. @property wait until it is asked for again; null: it is not */
  | { readonly note: "namespace"; readonly state: NamespaceState; readonly wait: Ms | null }
  | { readonly note: "transport-upgraded"; readonly from: string; readonly to: string }
  | { readonly note: "transport-upgrade-failed"; readonly to: string; readonly message: string }
  | { readonly note: "ack-timeout"; readonly event: string; readonly of: Seq; readonly wait: Ms }
  | { readonly note: "heartbeat-missed"; readonly of: Seq; readonly wait: Ms }
  | { readonly note: "not-sent"; readonly what: "on-open" | "heartbeat" | "answer"; readonly fault: SendFault }
  | { readonly note: "paused" }
  /** @property missed messages that came or went while capture was paused, and their octets */
  | { readonly note: "resumed"; readonly missed: number; readonly size: Bytes }
  /** The budget was reached: the oldest entries are gone. */
  | { readonly note: "dropped"; readonly from: Seq; readonly to: Seq };
