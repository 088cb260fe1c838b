import type { Evidence } from "../session/evidence.ts";
import { ms, type Ms } from "../units/units.ts";

/** Below a second nothing is idle yet. */
const SHORTEST = 1000;

/** How long it was silent until its end: since the last frame either way, or since it opened. */
export function idleGap({ ending, sent, received }: Evidence): Ms | null {
  if (!ending.opened) return null;
  const gap = Math.min(ending.lasted, ...[sent.last, received.last].flatMap((last) => last?.before ?? []));
  return gap < SHORTEST ? null : ms(gap);
}

/** Whether two silences are the same limit: a proxy looks at its clock now and then. */
export const isSameGap = (one: Ms, other: Ms): boolean => Math.abs(one - other) <= Math.max(500, 0.03 * other);
