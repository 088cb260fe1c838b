import { fail, ok } from "../units/result.ts";
import { readBase64 } from "../units/byteText.ts";
import { strictUtf8 } from "../units/utf8.ts";
import type { Decoder } from "./decoder.ts";
import { compressedAs } from "./inflate.ts";
import { isReadable, TreeBuilder } from "./treeBuilder.ts";

/** A text long enough that it is no word, of Base64's digits alone, in whole groups. @see RFC 4648 §4, §5 */
const SHORTEST = 16;
const WHOLE = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$|^[A-Za-z0-9_-]+={0,2}$/;

/** Whether a text is Base64 of something that makes sense: text, or octets that are compressed. */
export function isTellingBase64(text: string): boolean {
  if (text.length < SHORTEST || text.length % 4 === 1 || !WHOLE.test(text.slice(0, 4096))) return false;
  // A word, a number or an id in hex is Base64, too.
  if (/^(?:[a-z]+|[A-Z]+|[0-9a-f]+|[0-9A-F]+|\d+)$/.test(text.slice(0, 4096))) return false;
  const octets = readBase64(text.slice(0, 4096 - (4096 % 4)));
  if (!octets.ok) return false;
  const head = strictUtf8(octets.value.subarray(0, octets.value.length - (text.length > 4096 ? 4 : 0)));
  return (head !== null && isReadable(head)) || compressedAs(octets.value) !== null;
}

export const base64 = {
  id: "base64",
  name: "Base64",
  sniff: ({ text }) => (text !== null && isTellingBase64(text.trim()) ? 2 : 0),
  decode: ({ text }) => {
    const octets = readBase64((text ?? "").trim());
    if (text === null || !octets.ok || octets.value.length === 0) return fail({ kind: "other" });
    const tree = new TreeBuilder().content(null, octets.value);
    return ok({ summary: `Base64 ${String(octets.value.length)} B`, tree: tree.closeAll() });
  },
} as const satisfies Decoder;
