import * as v from "valibot";
import type { Draft } from "./message.ts";
import { emptyDraft, type Profile } from "./profile.ts";
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
  readonly title: string;
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

const draft = v.fallback(draftSchema, emptyDraft);
const tab = v.object({
  id: v.string(),
  profile: profileSchema,
  title: v.fallback(v.string(), ""),
  saved: v.fallback(
    v.nullable(v.object({ id: v.string(), revision: v.string(), edited: v.fallback(v.boolean(), true) })),
    null,
  ),
  environment: v.fallback(v.nullable(v.string()), null),
  frame: draft,
  event: draft,
  history: v.fallback(v.array(draftSchema), []),
});

function readTab(stored: unknown): readonly StoredTab[] {
  const parsed = v.safeParse(tab, stored);
  return parsed.success ? [parsed.output] : [];
}

const schema = v.object({
  // One that cannot be read takes no other with it.
  tabs: v.pipe(
    v.array(v.unknown()),
    v.transform((tabs) => tabs.flatMap(readTab)),
  ),
  active: v.fallback(v.string(), ""),
});

/** @returns null for what cannot be read, and for no tabs */
export function readWorkspace(stored: unknown): StoredWorkspace | null {
  const parsed = v.safeParse(schema, stored);
  return parsed.success && parsed.output.tabs.length > 0 ? parsed.output : null;
}
