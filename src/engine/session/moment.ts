import type { Profile } from "../../core/profile/profile.ts";
import type { Moment } from "../../core/session/transition.ts";
import type { EpochMs } from "../../core/units/units.ts";

/** What the state machine may know of the world now. @param chance uniform in [0, 1) */
export function momentOf({ reconnect, connectTimeout, socketio }: Profile, now: EpochMs, chance: number): Moment {
  const wait = socketio.retryNamespace;
  return {
    now,
    chance,
    connectTimeout,
    retry: reconnect.on ? reconnect : null,
    namespaceRetry: wait === null ? null : { first: wait, max: wait, limit: null, jitter: 0 },
  };
}
