import { fail, ok, type Result } from "./result.ts";

/** Why a text does not stand for octets; offsets count UTF-16 units of that text. */
export type ByteTextFault =
  | { readonly kind: "hex-digit"; readonly offset: number; readonly found: string }
  | { readonly kind: "hex-odd"; readonly offset: number }
  | { readonly kind: "base64-character"; readonly offset: number; readonly found: string }
  | { readonly kind: "base64-length" };

/** What people put between octets: space, comma, colon, semicolon, dash, underscore, and `0x` or `\x` before one. */
const HEX_NOISE = /\s+|[,:;_-]|0x|\\x/iy;

/** Octets written as pairs of hex digits, with any usual separators. */
export function readHex(text: string): Result<Uint8Array<ArrayBuffer>, ByteTextFault> {
  const octets = new Uint8Array(text.length >> 1);
  let count = 0;
  let at = 0;
  while (at < text.length) {
    HEX_NOISE.lastIndex = at;
    const noise = HEX_NOISE.exec(text);
    if (noise) {
      at += noise[0].length;
      continue;
    }
    const high = hexDigit(text.charCodeAt(at));
    if (high < 0) return fail({ kind: "hex-digit", offset: at, found: text[at] ?? "" });
    const low = hexDigit(text.charCodeAt(at + 1));
    if (low < 0)
      return fail(
        /[^\s,:;_-]/.test(text[at + 1] ?? " ")
          ? { kind: "hex-digit", offset: at + 1, found: text[at + 1] ?? "" }
          : { kind: "hex-odd", offset: at },
      );
    octets[count++] = high * 16 + low;
    at += 2;
  }
  return ok(octets.slice(0, count));
}

function hexDigit(unit: number): number {
  if (unit >= 48 && unit <= 57) return unit - 48;
  const lower = unit | 0x20;
  return lower >= 97 && lower <= 102 ? lower - 87 : -1;
}

/** Base64 or base64url, padded or not, with white space anywhere. @see RFC 4648 §4, §5 */
export function readBase64(text: string): Result<Uint8Array<ArrayBuffer>, ByteTextFault> {
  const stray = /[^A-Za-z0-9+/_=\s-]|=(?=\s*[^=\s])/u.exec(text);
  if (stray) return fail({ kind: "base64-character", offset: stray.index, found: stray[0] });
  const digits = text.replace(/[\s=]/g, "").replace(/-/g, "+").replace(/_/g, "/");
  if (digits.length % 4 === 1) return fail({ kind: "base64-length" });
  const binary = atob(digits);
  return ok(Uint8Array.from(binary, (character) => character.charCodeAt(0)));
}

/** @see RFC 4648 §4 */
export function writeBase64(octets: Uint8Array): string {
  // 32 KiB a call: spreading more arguments than that overflows the stack of some engines.
  const step = 0x8000;
  let binary = "";
  for (let at = 0; at < octets.length; at += step) {
    binary += String.fromCharCode(...octets.subarray(at, at + step));
  }
  return btoa(binary);
}

/** Pairs of hex digits with a space between octets. */
export function writeHex(octets: Uint8Array): string {
  let text = "";
  for (const octet of octets) text += (text === "" ? "" : " ") + (HEX[octet] ?? "");
  return text;
}

const HEX = Array.from({ length: 256 }, (_, octet) => octet.toString(16).padStart(2, "0"));
