import { readWorkspace, type StoredWorkspace } from "../core/profile/workspace.ts";
import { load, save } from "./database.ts";

/** @returns null where there is none, or none that can be read */
export const loadWorkspace = async (): Promise<StoredWorkspace | null> =>
  readWorkspace(await load("workspace", "tabs"));

export const saveWorkspace = (workspace: StoredWorkspace): Promise<void> => save("workspace", "tabs", workspace);
