import { readWorkspace, type StoredWorkspace } from "../core/profile/workspace.ts";
import { load, save } from "./database.ts";

/** @returns null where there is none, or none that can be read */
export const loadWorkspace = async (unsaved?: unknown): Promise<StoredWorkspace | null> =>
  readWorkspace(unsaved) ?? readWorkspace(await load("workspace", "tabs"));

export const saveWorkspace = (workspace: StoredWorkspace): Promise<void> => save("workspace", "tabs", workspace);
