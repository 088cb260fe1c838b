import type { AddressSpace } from "./network.ts";

export const ENGINES = ["chromium", "firefox", "webkit"] as const;
export type PolicyEngine = (typeof ENGINES)[number];

/** What a page connects with. `fetch` stands for XMLHttpRequest, beacons and WebTransport, too. */
export const RESOURCES = ["websocket", "fetch", "eventsource"] as const;
export type Resource = (typeof RESOURCES)[number];

/**
 * Where the connection is made. A worker from the network obeys the headers of its own script alone: those are
 * meant by `policies` then. Workers from a blob and srcdoc frames inherit all of their page.
 */
export const CONTEXTS = ["window", "worker-network", "worker-blob", "iframe-srcdoc"] as const;
export type ConnectContext = (typeof CONTEXTS)[number];

export type Delivery = "header" | "meta";
export type Disposition = "enforce" | "report";

/** A header or a `<meta>`, as it came. A header may hold several policies, apart by commas. */
export interface PolicyText {
  readonly delivery: Delivery;
  readonly disposition: Disposition;
  readonly text: string;
}

/** Somebody's page, and what it wants to connect to. Any text is taken. */
export interface ConnectCase {
  readonly pageUrl: string;
  readonly policies: readonly PolicyText[];
  readonly targetUrl: string;
  readonly engine: PolicyEngine;
  /** absent: `websocket` */
  readonly resource?: Resource;
  /** absent: `window` */
  readonly context?: ConnectContext;
  /** What the addresses alone do not say; absent: not known. */
  readonly network?: NetworkFacts;
}

export interface NetworkFacts {
  readonly page?: AddressSpace;
  readonly target?: AddressSpace;
  /** The page's permission for the local network. */
  readonly permission?: "granted" | "denied" | "prompt";
}
