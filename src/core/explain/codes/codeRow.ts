import type { SystemId } from "./systems.ts";

/**
 * Whether another attempt can go better: `yes`, perhaps after a wait; `after-fix`, not before something changed;
 * `no`, the end was meant.
 */
export type Retry = "no" | "yes" | "after-fix";

export interface CodeRow {
  readonly code: number;
  /** As the system itself calls it. */
  readonly name: string;
  readonly retry: Retry;
  /** Tells rows apart where one system ends with the same code for several reasons. */
  readonly variant?: string;
  /** Where the code is defined, if not where the rest of its system is. */
  readonly source?: string;
}

/** The close codes of one system, and where they are defined. The sentences stand in i18n/codes, by key. */
export interface SystemCodes {
  readonly system: SystemId;
  readonly source: string;
  readonly codes: readonly CodeRow[];
}

type RowKey<System extends SystemId, Row> = Row extends { readonly code: number; readonly variant: string }
  ? `${Row["code"]}:${System}:${Row["variant"]}`
  : Row extends { readonly code: number }
    ? `${Row["code"]}:${System}`
    : never;

/** The keys of a group's rows: `4401:graphql-ws`, `1006:wukongim-v2:idle`. */
export type KeysOf<Group extends SystemCodes> = Group extends SystemCodes
  ? RowKey<Group["system"], Group["codes"][number]>
  : never;

/** A file in a public repository; HEAD is its default branch. */
export const onGitHub = (repository: string, path: string, at = "HEAD"): string =>
  `https://github.com/${repository}/blob/${at}/${path}`;
