import type { Profile } from "./profile.ts";
import type { Variable } from "./template.ts";

/** What travels: in a link, in a file, out of another tool's file. Names and contents, no places of a database. */
export interface Bundle {
  /** In their order; folders of `profiles` that are missing here come after them. */
  readonly folders: readonly string[];
  readonly profiles: readonly BundledProfile[];
  readonly environments: readonly BundledEnvironment[];
}

export interface BundledProfile {
  /** Of the library it comes from, by which it is known again; null: it comes from elsewhere. */
  readonly id: string | null;
  readonly name: string;
  /** Name of its folder; null: in none. */
  readonly folder: string | null;
  readonly profile: Profile;
}

export interface BundledEnvironment {
  readonly id: string | null;
  readonly name: string;
  readonly variables: readonly Variable[];
}

export const emptyBundle: Bundle = { folders: [], profiles: [], environments: [] };
