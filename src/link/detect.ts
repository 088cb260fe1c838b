import type { ServerVerdict } from "../core/explain/detectServer.ts";
import type { Param } from "../core/protocols/query.ts";

/** Where to look for a Socket.IO server. */
export interface DetectAsk {
  /** Scheme, host and port; `http:` or `https:`. */
  readonly url: string;
  readonly path: string;
  readonly query: readonly Param[];
}

export interface DetectAnswer {
  readonly verdict: ServerVerdict;
  /** What was asked, as it went out. */
  readonly requests: readonly string[];
}
