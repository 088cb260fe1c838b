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
