import type { Environment } from "../core/profile/library.ts";
import { readEnvironment } from "../core/profile/libraryRecords.ts";
import { readBase64, writeBase64 } from "../core/units/byteText.ts";

/**
 * What was typed in the last moment before a reload: the database may be closed before it has written,
 * the session's own storage is written at once, and is this page's alone.
 */
const KEY = "sockwright.unsaved";

interface Bytes {
  readonly $base64: string;
}

export function keepUnsaved(value: unknown): void {
  try {
    sessionStorage.setItem(
      KEY,
      JSON.stringify(value, (_, part: unknown) => (part instanceof Uint8Array ? { $base64: writeBase64(part) } : part)),
    );
  } catch {
    // Full or forbidden: the database keeps what it had a moment ago.
  }
}

/** @returns undefined where nothing was left behind */
export function takeUnsaved(): unknown {
  try {
    const text = sessionStorage.getItem(KEY);
    if (text === null) return undefined;
    sessionStorage.removeItem(KEY);
    return JSON.parse(text, (_, part: unknown) => {
      const { $base64 } = Object(part) as Partial<Bytes>;
      const read = typeof $base64 === "string" ? readBase64($base64) : null;
      return read?.ok === true ? read.value : part;
    });
  } catch {
    return undefined;
  }
}

/** An environment as it was being typed, and the revision it was typed over. */
export interface UnsavedEnvironment {
  readonly base: string;
  readonly record: Environment;
}

const ENVIRONMENTS = "sockwright.typed";

export function keepUnsavedEnvironments(records: readonly UnsavedEnvironment[]): void {
  try {
    sessionStorage.setItem(ENVIRONMENTS, JSON.stringify(records));
  } catch {
    // Full or forbidden: the database has what was typed a moment before.
  }
}

export function takeUnsavedEnvironments(): readonly UnsavedEnvironment[] {
  try {
    const found: unknown = JSON.parse(sessionStorage.getItem(ENVIRONMENTS) ?? "[]");
    sessionStorage.removeItem(ENVIRONMENTS);
    if (!Array.isArray(found)) return [];
    return found.flatMap((one: unknown): readonly UnsavedEnvironment[] => {
      const { base, record } = Object(one) as Partial<Record<keyof UnsavedEnvironment, unknown>>;
      const read = readEnvironment(record);
      return typeof base === "string" && read ? [{ base, record: read }] : [];
    });
  } catch {
    return [];
  }
}
