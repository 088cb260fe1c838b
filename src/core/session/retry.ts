import { ms, type Ms } from "../units/units.ts";

export interface RetryPolicy {
  readonly first: Ms;
  readonly max: Ms;
  /** Attempts in a row; null: no end. */
  readonly limit: number | null;
  /** Share of a wait by which it may be shorter or longer, 0 to 1. @see https://socket.io/docs/v4/client-options/#randomizationfactor */
  readonly jitter: number;
}

/** Each wait is half as long again as the one before, give or take the jitter, so that clients of a restarted server spread. */
const GROWTH = 1.5;
/** Never a busy loop, whatever the policy says. */
const SHORTEST = 50;

/**
 * Wait before the next attempt.
 * @param retry  1 for the first retry
 * @param chance uniform in [0, 1); the caller owns the dice
 * @returns null once `policy.limit` attempts are spent
 */
export function retryAfter(retry: number, chance: number, policy: RetryPolicy): Ms | null {
  if (policy.limit !== null && retry > policy.limit) return null;
  const grown = Math.min(policy.max, policy.first * GROWTH ** (retry - 1));
  const jittered = grown * (1 - policy.jitter + 2 * policy.jitter * chance);
  return ms(Math.max(SHORTEST, Math.min(policy.max, jittered)));
}
