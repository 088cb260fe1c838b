import { fail, ok } from "../units/result.ts";
import { childrenOf } from "../units/tree.ts";
import { headOf, type Decoder } from "./decoder.ts";
import { line, readPayload } from "./jsonPayload.ts";
import { plain, TreeBuilder } from "./treeBuilder.ts";

/** Name and fields of each message. @see https://wamp-proto.org/wamp_latest_ietf.html#name-message-codes-and-direction */
const MESSAGES: Readonly<Record<string, readonly [name: string, ...fields: string[]]>> = {
  1: ["HELLO", "Realm", "Details"],
  2: ["WELCOME", "Session", "Details"],
  3: ["ABORT", "Details", "Reason"],
  4: ["CHALLENGE", "AuthMethod", "Extra"],
  5: ["AUTHENTICATE", "Signature", "Extra"],
  6: ["GOODBYE", "Details", "Reason"],
  8: ["ERROR", "REQUEST.Type", "REQUEST.Request", "Details", "Error", "Arguments", "ArgumentsKw"],
  16: ["PUBLISH", "Request", "Options", "Topic", "Arguments", "ArgumentsKw"],
  17: ["PUBLISHED", "PUBLISH.Request", "Publication"],
  32: ["SUBSCRIBE", "Request", "Options", "Topic"],
  33: ["SUBSCRIBED", "SUBSCRIBE.Request", "Subscription"],
  34: ["UNSUBSCRIBE", "Request", "SUBSCRIBED.Subscription"],
  35: ["UNSUBSCRIBED", "UNSUBSCRIBE.Request"],
  36: ["EVENT", "SUBSCRIBED.Subscription", "PUBLISHED.Publication", "Details", "Arguments", "ArgumentsKw"],
  48: ["CALL", "Request", "Options", "Procedure", "Arguments", "ArgumentsKw"],
  49: ["CANCEL", "CALL.Request", "Options"],
  50: ["RESULT", "CALL.Request", "Details", "Arguments", "ArgumentsKw"],
  64: ["REGISTER", "Request", "Options", "Procedure"],
  65: ["REGISTERED", "REGISTER.Request", "Registration"],
  66: ["UNREGISTER", "Request", "REGISTERED.Registration"],
  67: ["UNREGISTERED", "UNREGISTER.Request"],
  68: ["INVOCATION", "Request", "REGISTERED.Registration", "Details", "Arguments", "ArgumentsKw"],
  69: ["INTERRUPT", "INVOCATION.Request", "Options"],
  70: ["YIELD", "INVOCATION.Request", "Options", "Arguments", "ArgumentsKw"],
};

/** Fields that name what a message is about. */
const NAMES = /^(?:Realm|Reason|Error|Topic|Procedure|AuthMethod)$/;

export const wamp = {
  id: "wamp",
  name: "WAMP",
  sniff: (payload) => {
    const [, code = "", second = ""] = /^\s*\[\s*(\d{1,2})\s*,\s*(["\d{])/.exec(headOf(payload)) ?? [];
    const message = MESSAGES[code];
    if (message === undefined) return 0;
    if (payload.subprotocol.startsWith("wamp.2.json")) return 3;
    const [, first = ""] = message;
    const wanted = /^(?:Realm|AuthMethod|Signature)$/.test(first) ? '"' : first === "Details" ? "{" : "\\d";
    // Other protocols number their arrays too: what names nothing of WAMP's is only possible.
    const isTelling =
      /^\s*\[\s*(?:1\s*,\s*"[\w.]+"\s*,\s*\{|\d+\s*,\s*\d{1,16}\s*,\s*(?:\{[^[]*\}\s*,\s*"[\w.]+|\d+\s*[\],]))/.test(
        headOf(payload),
      );
    return new RegExp(wanted).test(second) ? (isTelling ? 2 : 1) : 0;
  },
  decode: (payload) => {
    const read = readPayload(payload, "array");
    if (!read.ok) return read;
    const json = read.value;
    const [first, ...rest] = childrenOf(json, 0);
    const code = first === undefined ? "" : json.text(first);
    const [name, ...fields] = MESSAGES[code] ?? [];
    if (name === undefined || first === undefined) return fail({ kind: "malformed", offset: 0, what: "MessageType" });
    const tree = new TreeBuilder().open("object").coded("MessageType", Number(code), name);
    const words = [name];
    for (const [place, at] of rest.entries()) {
      const field = fields[place] ?? null;
      const about = field === "REQUEST.Type" ? MESSAGES[json.text(at)]?.[0] : undefined;
      if (about === undefined) tree.copy(json, at, field);
      else tree.coded(field, Number(json.text(at)), about);
      if (about !== undefined) words.push(about);
      else if (field !== null && NAMES.test(field)) words.push(plain(json, at).slice(0, 80));
    }
    tree.isCut ||= json.isCut;
    return ok({ summary: line(...words), tree: tree.closeAll() });
  },
} as const satisfies Decoder;
