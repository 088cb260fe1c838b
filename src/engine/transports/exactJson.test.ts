import { describe, expect, test } from "vitest";
import { holdsOctets, mentionsOctets, withOctets } from "./exactJson.ts";

describe("octets inside JSON", () => {
  test("[JO44] stand at any depth, and only where Base64 says so", () => {
    const text = '{"a":[{"file":{"$base64":"AQI="}}],"b":{"$base64":"?"},"c":{"$base64":"AQI=","d":1},"e":null}';
    expect(mentionsOctets(text)).toBe(true);
    expect(withOctets(JSON.parse(text))).toEqual({
      a: [{ file: Uint8Array.of(1, 2).buffer }],
      b: { $base64: "?" },
      c: { $base64: "AQI=", d: 1 },
      e: null,
    });
    expect(holdsOctets(withOctets(JSON.parse(text)))).toBe(true);
    expect(holdsOctets(JSON.parse(text))).toBe(false);
  });
});
