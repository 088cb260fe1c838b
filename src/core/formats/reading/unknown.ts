/**
 * What a parsed text may hold, read without trust: a missing or wrong value is an empty one, and only
 * a value's own keys are seen.
 */
export type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The value behind a row of keys; undefined where one is missing. */
export function at(value: unknown, ...keys: readonly string[]): unknown {
  let found = value;
  for (const key of keys) {
    if (!isFields(found) || !Object.hasOwn(found, key)) return undefined;
    found = found[key];
  }
  return found;
}

/** A scalar as text; empty for anything else. */
export function asText(value: unknown): string {
  if (typeof value === "string") return value;
  return typeof value === "number" || typeof value === "boolean" || typeof value === "bigint" ? String(value) : "";
}

export const textAt = (value: unknown, ...keys: readonly string[]): string => asText(at(value, ...keys));

export function listAt(value: unknown, ...keys: readonly string[]): readonly unknown[] {
  const found = at(value, ...keys);
  return Array.isArray(found) ? (found as readonly unknown[]) : [];
}

export function entriesAt(value: unknown, ...keys: readonly string[]): readonly (readonly [string, unknown])[] {
  const found = at(value, ...keys);
  return isFields(found) ? Object.entries(found) : [];
}

/** A payload as somebody would type it: text as it is, anything else as JSON. @returns null for what has no JSON */
export function asPayload(value: unknown): string | null {
  if (typeof value === "string") return value;
  try {
    return JSON.stringify(value, null, 2) ?? null;
  } catch {
    // A circle of references, or nesting beyond the stack.
    return null;
  }
}
