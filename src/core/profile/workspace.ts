import * as v from "valibot";
import type { Draft } from "./message.ts";
import type { Profile } from "./profile.ts";
import { draftSchema, profileSchema } from "./schema.ts";

/** What a tab is without its connection: enough to go on after a reload. */
export interface StoredTab {
  readonly id: string;
  readonly profile: Profile;
  readonly frame: Draft;
  readonly event: Draft;
  readonly history: readonly Draft[];
}

export interface StoredWorkspace {
  readonly tabs: readonly StoredTab[];
  readonly active: string;
}

const schema = v.object({
  tabs: v.array(
    v.object({
      id: v.string(),
      profile: profileSchema,
      frame: draftSchema,
      event: draftSchema,
      history: v.fallback(v.array(draftSchema), []),
    }),
  ),
  active: v.fallback(v.string(), ""),
});

/** @returns null for what cannot be read, and for no tabs */
export function readWorkspace(stored: unknown): StoredWorkspace | null {
  const parsed = v.safeParse(schema, stored);
  return parsed.success && parsed.output.tabs.length > 0 ? parsed.output : null;
}
