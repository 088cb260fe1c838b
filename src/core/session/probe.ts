import type { EpochMs, Ms } from "../units/units.ts";

/** Requests that tell causes apart, by name; each is shown whole before it runs. */
export const PROBES = [
  /** Does anything on this port speak HTTP? */
  "http",
  /** The same with CORS: status and body, where the server lets pages read them. */
  "http-readable",
  "other-scheme",
  /** A WebSocket over the other scheme, once that has answered HTTP. */
  "other-scheme-socket",
  "polling",
  "raw-socketio",
  "without-subprotocols",
  "ipv4",
  "ipv6",
  "localhost",
  /** The address itself again: does it open by now? */
  "same",
  /** After a drop: does the server, or a proxy before it, still answer? */
  "alive",
] as const;
export type ProbeId = (typeof PROBES)[number];

export interface Probe {
  readonly id: ProbeId;
  /** A GET without credentials and cache, or a WebSocket that is closed as soon as it opened. */
  readonly by: "fetch" | "socket";
  readonly url: string;
  /** "no-cors" tells only whether an answer came. @see https://fetch.spec.whatwg.org/#concept-request-mode */
  readonly mode: "no-cors" | "cors" | null;
  /** Of a WebSocket: as asked for, where the same attempt is to be made again. */
  readonly subprotocols: readonly string[];
}

export type ProbeOutcome =
  /** `status` and `body` where the page may read them. */
  | { readonly kind: "answered"; readonly status: number | null; readonly body: string | null }
  | { readonly kind: "rejected"; readonly name: string }
  | { readonly kind: "timeout" }
  /** The browser's policy stopped the probe itself: it says nothing of the server. */
  | { readonly kind: "blocked" }
  | { readonly kind: "opened"; readonly subprotocol: string; readonly first: string | null }
  | { readonly kind: "not-opened"; readonly code: number | null };

export interface ProbeResult extends Probe {
  readonly at: EpochMs;
  readonly took: Ms;
  readonly outcome: ProbeOutcome;
}
