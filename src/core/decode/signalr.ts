import { fail, ok } from "../units/result.ts";
import { childrenOf, memberOf } from "../units/tree.ts";
import { headOf, type DecodeFault, type DecodeResult, type Decoder } from "./decoder.ts";
import { line } from "./jsonPayload.ts";
import { OctetReader } from "./octetReader.ts";
import { readMsgpack } from "./readMsgpack.ts";
import { plain, TreeBuilder } from "./treeBuilder.ts";

/** @see https://github.com/dotnet/aspnetcore/blob/main/src/SignalR/docs/specs/HubProtocol.md */
const TYPES: Readonly<Record<string, readonly [name: string, ...fields: string[]]>> = {
  1: ["Invocation", "Headers", "InvocationId", "Target", "Arguments", "StreamIds"],
  2: ["StreamItem", "Headers", "InvocationId", "Item"],
  3: ["Completion", "Headers", "InvocationId", "ResultKind", "Result"],
  4: ["StreamInvocation", "Headers", "InvocationId", "Target", "Arguments", "StreamIds"],
  5: ["CancelInvocation", "Headers", "InvocationId"],
  6: ["Ping"],
  7: ["Close", "Error", "AllowReconnect"],
  8: ["Ack", "SequenceId"],
  9: ["Sequence", "SequenceId"],
};
const RESULT_KINDS: Readonly<Record<string, string>> = { 1: "Error", 2: "Void", 3: "NonVoid" };
const SEPARATOR = "\u001e";

export const signalr = {
  id: "signalr",
  name: "SignalR",
  sniff: (payload) => {
    const { text, isBinary, octets } = payload;
    if (text?.endsWith(SEPARATOR) === true) return /^\s*\{/.test(headOf(payload)) ? 3 : 0;
    if (!isBinary || text !== null || !looksPacked(octets)) return 0;
    return readPacked(octets).ok ? 3 : 0;
  },
  decode: ({ text, octets }) => (text?.includes(SEPARATOR) === true ? readRecords(text) : readPacked(octets)),
} as const satisfies Decoder;

/** JSON texts, each with a separator behind it. */
function readRecords(text: string): DecodeResult {
  const tree = new TreeBuilder();
  const names: string[] = [];
  const records = text.split(SEPARATOR, MOST_RECORDS);
  const isWhole = records.at(-1) === "";
  const texts = isWhole ? records.slice(0, -1) : records;
  if (texts.length > 1) tree.open("array");
  for (const record of texts) {
    const json = tree.read(record);
    if (json === null) return fail({ kind: "other" });
    const type = memberOf(json, 0, "type");
    const name = type === null ? null : (TYPES[json.text(type)]?.[0] ?? null);
    const at = (member: string): string => plain(json, memberOf(json, 0, member)).slice(0, 80);
    names.push(
      type === null
        ? line("handshake", at("protocol"), at("error"))
        : line(name ?? "?", at("target") || at("error"), at("invocationId")),
    );
    tree.copy(json, 0, null, (node) => {
      if (node !== type || name === null) return false;
      tree.coded("type", Number(json.text(node)), name);
      return true;
    });
  }
  return ok({ summary: names.slice(0, 5).join("; "), tree: tree.closeAll() });
}

/** More records than a tree has room for. */
const MOST_RECORDS = 20_001;

/** An array behind its length: what every message of the packed protocol begins with. */
function looksPacked(octets: Uint8Array): boolean {
  const from = new OctetReader(octets);
  const length = from.varint(5);
  const first = from.u8();
  const type = from.u8();
  return length !== null && length > 0 && !from.isShort && first >= 0x91 && first <= 0x9f && type >= 1 && type <= 9;
}

/** MessagePack arrays, each behind its length. */
function readPacked(octets: Uint8Array): DecodeResult {
  const from = new OctetReader(octets);
  const tree = new TreeBuilder().open("array");
  const names: string[] = [];
  while (from.left() > 0 && !tree.isFull()) {
    const began = from.at;
    const length = from.varint(5);
    if (length === null || length > from.left()) return fail({ kind: "short", offset: began });
    const raw = new TreeBuilder();
    const inner = new OctetReader(octets, from.at, from.at + length);
    const fault: DecodeFault | null = readMsgpack(inner, raw, null);
    if (fault !== null) return fail(fault);
    if (inner.left() > 0 && !raw.isCut) return fail({ kind: "malformed", offset: inner.at, what: "length" });
    raw.closeAll();
    from.at += length;
    const name = writeMessage(tree, raw);
    if (name === null) return fail({ kind: "malformed", offset: began, what: "MessageType" });
    names.push(name);
  }
  if (names.length === 0) return fail({ kind: "other" });
  tree.closeAll();
  const whole = names.length === 1 ? new TreeBuilder().copy(tree, 1, null).closeAll() : tree;
  return ok({ summary: names.slice(0, 5).join("; "), tree: whole });
}

function writeMessage(tree: TreeBuilder, raw: TreeBuilder): string | null {
  const [first, ...rest] = raw.kind(0) === "array" ? childrenOf(raw, 0) : [];
  const [name, ...fields] = (first === undefined ? undefined : TYPES[raw.text(first)]) ?? [];
  if (first === undefined || name === undefined) return null;
  tree.open("object").coded("MessageType", Number(raw.text(first)), name);
  const words = [name];
  for (const [place, at] of rest.entries()) {
    const field = fields[place] ?? null;
    if (field === "ResultKind") tree.coded(field, Number(raw.text(at)), RESULT_KINDS[raw.text(at)]);
    else tree.copy(raw, at, field);
    if (field === "Target" || field === "Error" || field === "InvocationId") words.push(plain(raw, at).slice(0, 80));
  }
  tree.close();
  return line(...words.filter((word) => word !== "null"));
}
