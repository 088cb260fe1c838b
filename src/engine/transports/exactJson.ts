import { readBase64 } from "../../core/units/byteText.ts";

/**
 * A parsed value that is written again with the numbers as they were spelled, where the engine can:
 * 12345678901234567890 would otherwise leave as 12345678901234567000.
 * @see https://tc39.es/proposal-json-parse-with-source/
 */
export function parseExactly(text: string): unknown {
  const rawJson = (JSON as { rawJSON?: (text: string) => unknown }).rawJSON;
  if (!rawJson) return JSON.parse(text);
  const keepNumbers = (_key: string, value: unknown, context?: { source?: string }): unknown => {
    const source = context?.source;
    return typeof value === "number" && source !== undefined && String(value) !== source ? rawJson(source) : value;
  };
  return JSON.parse(text, keepNumbers);
}

/** How octets are written inside JSON that is composed: `{"$base64":"AQI="}`. */
const OCTETS = "$base64";
export const mentionsOctets = (text: string): boolean => text.includes(`"${OCTETS}"`);

/** The same value with octets where their Base64 stood, at any depth; what is no Base64 stays as it is. */
export function withOctets(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withOctets);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value);
  const [only] = entries;
  if (entries.length === 1 && only?.[0] === OCTETS && typeof only[1] === "string") {
    const read = readBase64(only[1]);
    return read.ok ? read.value.slice().buffer : value;
  }
  return Object.fromEntries(entries.map(([key, one]) => [key, withOctets(one)]));
}

/** Whether there are octets in a value, at any depth. */
export const holdsOctets = (value: unknown): boolean =>
  value instanceof ArrayBuffer ||
  (typeof value === "object" && value !== null && Object.values(value).some(holdsOctets));
