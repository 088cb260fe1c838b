import type { Bytes } from "./units.ts";

/** What a journal may keep before it drops its oldest entries. */
export interface Budget {
  readonly entries: number;
  readonly bytes: Bytes;
}
export const DEFAULT_BUDGET: Budget = { entries: 1_000_000, bytes: (512 * 1024 * 1024) as Bytes };
