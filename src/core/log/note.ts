import type { SendFault } from "../profile/message.ts";
import type { SessionNote } from "../session/session.ts";
import type { Bytes, Ms, Seq } from "../units/units.ts";

/** What a lifecycle entry says: facts, from which the page makes a sentence in the reader's language. */
export type Note =
  | SessionNote
  | {
      readonly note: "connecting";
      readonly url: string;
      readonly retry: number;
      readonly subprotocols: readonly string[];
      readonly namespace: string | null;
    }
  | { readonly note: "transport-open"; readonly transport: string; readonly pingInterval: Ms }
  | { readonly note: "transport-upgraded"; readonly from: string; readonly to: string }
  | { readonly note: "transport-upgrade-failed"; readonly to: string; readonly message: string }
  | { readonly note: "ack-timeout"; readonly event: string; readonly of: Seq; readonly wait: Ms }
  | { readonly note: "heartbeat-missed"; readonly of: Seq; readonly wait: Ms }
  | { readonly note: "not-sent"; readonly what: "on-open" | "heartbeat"; readonly fault: SendFault }
  | { readonly note: "paused" }
  /** @property missed messages that came or went while capture was paused, and their octets */
  | { readonly note: "resumed"; readonly missed: number; readonly size: Bytes }
  /** The budget was reached: the oldest entries are gone. */
  | { readonly note: "dropped"; readonly from: Seq; readonly to: Seq };
