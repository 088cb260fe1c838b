import * as v from "valibot";
import type { Draft } from "./message.ts";
import type { Profile } from "./profile.ts";
import { draftSchema, profileSchema } from "./schema.ts";

export interface SavedAs {
  readonly id: string;
  readonly revision: string;
  /** Whether it was edited since, as of when the tab was stored. */
  readonly edited: boolean;
}

/** What a tab is without its connection: enough to go on after a reload. */
export interface StoredTab {
  readonly id: string;
  readonly profile: Profile;
  /** Id of the saved profile it shows, and the revision that its edits rest on; null: it was never saved. */
  readonly saved: SavedAs | null;
  /** Id of the environment whose variables it uses. */
  readonly environment: string | null;
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
      saved: v.fallback(
        v.nullable(v.object({ id: v.string(), revision: v.string(), edited: v.fallback(v.boolean(), true) })),
        null,
      ),
      environment: v.fallback(v.nullable(v.string()), null),
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
