import { epochMs, type EpochMs } from "../../../units/units.ts";

export const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Own fields of what may be anything: a key such as `__proto__` is a field like others, or none. */
export const field = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;

export const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

/** Later than this no number is seconds: it would be the year 5138. */
const LATEST_SECONDS = 1e11;

/** A moment in seconds or milliseconds, by its magnitude, or as text. null: it is none. */
export function momentOf(value: unknown): EpochMs | null {
  if (typeof value === "number" && Number.isFinite(value) && value > 0)
    return epochMs(value > LATEST_SECONDS ? value : value * 1000);
  if (typeof value !== "string" || value === "" || value.length > 60) return null;
  const time = Date.parse(value);
  return Number.isFinite(time) ? epochMs(time) : null;
}
