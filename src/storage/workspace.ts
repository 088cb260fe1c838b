import * as v from "valibot";
import type { Draft } from "../core/profile/message.ts";
import type { Profile } from "../core/profile/profile.ts";
import { draftSchema, profileSchema } from "../core/profile/schema.ts";
import { load, save } from "./database.ts";

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

/** @returns null where there is none, or none that can be read */
export async function loadWorkspace(): Promise<StoredWorkspace | null> {
  const parsed = v.safeParse(schema, await load("workspace", "tabs"));
  return parsed.success && parsed.output.tabs.length > 0 ? parsed.output : null;
}

export const saveWorkspace = (workspace: StoredWorkspace): Promise<void> => save("workspace", "tabs", workspace);
