import { fail, ok } from "../units/result.ts";
import { readBase64 } from "../units/byteText.ts";
import { memberOf } from "../units/tree.ts";
import { strictUtf8 } from "../units/utf8.ts";
import type { JsonTreeReader } from "../units/jsonTree.ts";
import type { Decoder } from "./decoder.ts";
import { line, readPayload, textOf } from "./jsonPayload.ts";
import { TreeBuilder } from "./treeBuilder.ts";

/** Three parts; the first two are JSON objects, and a JSON object begins with `eyJ` or, with white space, `ew`. */
const JWT = /^\s*(?:Bearer\s+)?(e[wy][\w-]+)\.(e[wy][\w-]*)\.([\w-]*)\s*$/i;
/** Claims that are dates. @see RFC 7519 §4.1 */
const DATES = ["exp", "nbf", "iat", "auth_time", "updated_at"];
const LONGEST = 64 * 1024;

/** Header and claims as they read. The signature is never verified, and says so. */
export const jwt = {
  id: "jwt",
  name: "JWT",
  sniff: ({ text }) => (text !== null && text.length < LONGEST && JWT.test(text) ? 3 : 0),
  decode: ({ text }) => {
    const [, head = "", body = "", signature = ""] = JWT.exec((text ?? "").slice(0, LONGEST)) ?? [];
    const [header, claims] = [part(head), part(body)];
    if (header === null || claims === null) return fail({ kind: "other" });
    const tree = new TreeBuilder().open("object").copy(header, 0, "header");
    tree.copy(claims, 0, "claims", (at, name) => {
      const isDate = claims.depth(at) === 1 && name !== null && DATES.includes(name) && claims.kind(at) === "number";
      if (!isDate) return false;
      const seconds = Number(claims.text(at));
      tree.leaf("number", name, claims.text(at), { kind: name === "exp" ? "expiry" : "time", at: seconds * 1000 });
      return true;
    });
    tree.term("signature", signature, { kind: "unverified" });
    const subject = memberOf(claims, 0, "sub") === null ? "" : `sub ${textOf(claims, 0, "sub")}`;
    return ok({ summary: line("JWT", textOf(header, 0, "alg"), subject), tree: tree.closeAll() });
  },
} as const satisfies Decoder;

function part(text: string): JsonTreeReader | null {
  const octets = readBase64(text);
  const json = octets.ok ? strictUtf8(octets.value) : null;
  const read = json === null ? null : readPayload({ text: json });
  return read?.ok === true ? read.value : null;
}
