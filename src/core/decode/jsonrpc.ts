import { ok } from "../units/result.ts";
import type { JsonTreeReader } from "../units/jsonTree.ts";
import { childrenOf, memberOf } from "../units/tree.ts";
import { headOf, type Decoder } from "./decoder.ts";
import { annotateMember, line, readPayload, textOf } from "./jsonPayload.ts";

/** Codes that the protocol itself defines. @see https://www.jsonrpc.org/specification#error_object */
const CODES: Readonly<Record<string, string>> = {
  "-32700": "Parse error",
  "-32600": "Invalid Request",
  "-32601": "Method not found",
  "-32602": "Invalid params",
  "-32603": "Internal error",
};

/** @see https://www.jsonrpc.org/specification */
export const jsonrpc = {
  id: "jsonrpc",
  name: "JSON-RPC 2.0",
  sniff: (payload) => (/^\s*\[?\s*\{[^]*"jsonrpc"\s*:\s*"2\.0"/.test(headOf(payload)) ? 3 : 0),
  decode: (payload) => {
    const read = readPayload(payload, null);
    if (!read.ok) return read;
    const tree = read.value;
    if (tree.kind(0) === "object") return ok({ summary: describe(tree, 0), tree });
    const calls = childrenOf(tree, 0).map((at) => describe(tree, at));
    return ok({ summary: `batch of ${String(calls.length)}: ${calls.slice(0, 4).join("; ")}`, tree });
  },
} as const satisfies Decoder;

function describe(tree: JsonTreeReader, of: number): string {
  const id = memberOf(tree, of, "id");
  const named = id === null ? "" : `id ${tree.text(id).slice(0, 60)}`;
  const method = textOf(tree, of, "method");
  if (method !== "") return line(id === null ? "notification" : "request", method, named);
  const error = memberOf(tree, of, "error");
  if (error === null) return line("response", named);
  const code = textOf(tree, error, "code");
  const text = CODES[code] ?? (/^-32\d{3}$/.test(code) ? "Server error" : undefined);
  annotateMember(tree, error, "code", text === undefined ? null : { kind: "term", text });
  return line("error", code, textOf(tree, error, "message"), named);
}
