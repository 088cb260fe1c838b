import type { EpochMs } from "../units/units.ts";
import type { Profile } from "./profile.ts";
import type { Variable } from "./template.ts";

/**
 * Everything a person keeps: setups by name, in folders, and sets of variables. Each stands for itself
 * in the database, so that two pages that change different ones never meet.
 */
export interface Library {
  readonly folders: readonly Folder[];
  readonly profiles: readonly SavedProfile[];
  readonly environments: readonly Environment[];
}

interface Kept {
  readonly id: string;
  readonly name: string;
  /** Among its siblings; between two neighbours there is always room for a third. */
  readonly order: number;
  /** Another one with every change: who saves over a revision it has not seen is told. */
  readonly revision: string;
  readonly changedAt: EpochMs;
}

export type Folder = Kept;

export interface SavedProfile extends Kept {
  /** Folder's id; null: in none. */
  readonly folder: string | null;
  readonly profile: Profile;
}

/** A named set of variables, such as "Staging". A setup's own variables go before those of its environment. */
export interface Environment extends Kept {
  readonly variables: readonly Variable[];
}

export const emptyLibrary: Library = { folders: [], profiles: [], environments: [] };
