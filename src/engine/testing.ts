import { newProfile } from "../core/profile/profile.ts";
import { DEFAULT_BUDGET } from "../core/units/budget.ts";
import { LiveSession } from "./session/liveSession.ts";

const nothing = (): void => undefined;

/** A session of no page and no network, for what reads or fills its log. */
export function makeSession(): LiveSession {
  const around = {
    world: {
      browser: { engine: "unknown" as const, version: null },
      page: { origin: "", isSecureContext: false },
      onLine: () => null,
      permissions: () => Promise.resolve({ loopback: null, local: null }),
    },
    policy: () => "never" as const,
    violations: () => [],
    securePage: () => false,
    sockets: () => 0,
  };
  const listener = { stateChanged: nothing, wrote: nothing, examined: nothing, lives: nothing };
  return new LiveSession(newProfile, DEFAULT_BUDGET, around, listener);
}
