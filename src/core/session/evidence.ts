import type { Bytes, EpochMs, Ms } from "../units/units.ts";
import type { ProbeResult } from "./probe.ts";
import type { Ending } from "./session.ts";

/** What browsers are built on: they differ in what they let a page see. */
export const ENGINES = ["chromium", "firefox", "webkit", "unknown"] as const;
export type Engine = (typeof ENGINES)[number];

/** A permission as the Permissions API tells it; null: the browser does not know it. */
export type Permission = "granted" | "denied" | "prompt" | null;

/** A `securitypolicyviolation` event. @see https://w3c.github.io/webappsec-csp/#securitypolicyviolationevent */
export interface Violation {
  readonly directive: string;
  readonly disposition: "enforce" | "report";
  readonly blocked: string;
  readonly policy: string;
  readonly where: "page" | "worker";
  readonly at: EpochMs;
}

/** One step on the way, timed from the beginning of the attempt. */
export interface Step {
  readonly at: Ms;
  readonly what:
    | "constructed"
    | "error"
    | "open"
    | "close"
    | "connect_error"
    | "disconnect"
    | "transport-open"
    | "upgrade"
    | "upgrade-error"
    | "gave-up";
  readonly detail: string;
}

/** How an earlier connection to the same address ended. */
export interface EarlierEnding {
  readonly opened: boolean;
  readonly code: number | null;
  readonly lasted: Ms;
  /** Between its last frame, either way, and its end. */
  readonly silence: Ms | null;
}

export interface FrameFacts {
  readonly size: Bytes;
  /** How long before the end. */
  readonly before: Ms;
}

/** How a Socket.IO connection was set up; names of headers only, their values may be secrets. */
export interface SocketIoFacts {
  readonly client: string;
  readonly namespace: string;
  readonly path: string;
  readonly transports: readonly string[];
  readonly withCredentials: boolean;
  readonly headers: readonly string[];
  readonly parser: string;
}

/**
 * Everything that a page could see of one attempt and its end: facts alone, from which explain()
 * draws its conclusions whenever it is asked. It is stored in the log and travels with an export.
 */
export interface Evidence {
  readonly version: 1;
  readonly at: EpochMs;
  readonly browser: { readonly engine: Engine; readonly version: number | null };
  readonly page: { readonly origin: string; readonly isSecureContext: boolean };
  readonly protocol: "websocket" | "socketio";
  /** As typed, filled in, before anything was mended. */
  readonly typed: string;
  readonly url: string;
  /** `WebSocket.url` after construction: shows an upgrade to wss in Chromium and WebKit. */
  readonly usedUrl: string | null;
  readonly subprotocols: readonly string[];
  readonly socketio: SocketIoFacts | null;
  /** 0: the attempt that the user asked for. */
  readonly retry: number;
  /** The product behind the address, where the setup names it. */
  readonly system: string | null;
  readonly readyState: number | null;
  readonly steps: readonly Step[];
  readonly ending: Ending;
  readonly violations: readonly Violation[];
  readonly onLine: boolean | null;
  /** Of this page, open and connecting, when this one was made. */
  readonly sockets: number;
  readonly permissions: { readonly loopback: Permission; readonly local: Permission };
  /** The subprotocol that the server chose; null: it never opened. */
  readonly negotiated: string | null;
  /** Socket.IO: in use at the end. */
  readonly transport: string | null;
  readonly sent: { readonly count: number; readonly size: Bytes; readonly last: FrameFacts | null };
  readonly received: { readonly count: number; readonly size: Bytes; readonly last: FrameFacts | null };
  /** The beginning of the first text that came. */
  readonly first: string | null;
  /** To the same address, the latest last. */
  readonly earlier: readonly EarlierEnding[];
  readonly probes: readonly ProbeResult[];
}
