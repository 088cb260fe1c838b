import type { Evidence } from "../session/evidence.ts";
import { idleGap } from "./idle.ts";
import { limitsNear } from "./idleTimeouts.ts";
import { see } from "./sight.ts";
import type { Target } from "./target.ts";

/**
 * The parts of an address that commands and recipes are filled with.
 * @param headerValue evidence has names only: their values may be secrets, and stand in the setup
 */
export function targetOf(evidence: Evidence, headerValue: (name: string) => string | null = () => null): Target {
  const sight = see(evidence);
  const { url, host, port, isSecure } = sight;
  const { socketio } = evidence;
  const path = url ? `${url.pathname}${url.search}` : "/";
  const query = url?.search.slice(1) ?? "";
  const gap = idleGap(evidence);
  return {
    protocol: evidence.protocol,
    url: url ? `${url.protocol}//${url.host}${path}` : evidence.url,
    isSecure,
    host,
    port,
    path: socketio ? `${socketio.path}?EIO=4&transport=polling${query === "" ? "" : `&${query}`}` : path,
    subprotocols: evidence.subprotocols,
    origin: evidence.page.origin,
    headers: (socketio?.headers ?? []).map((name) => ({ name, value: headerValue(name) ?? "…" })),
    namespace: socketio?.namespace ?? null,
    idleLimit: gap === null ? null : (limitsNear(gap / 1000)[0]?.seconds ?? Math.round(gap / 100) / 10),
  };
}
