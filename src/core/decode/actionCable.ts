import { ok } from "../units/result.ts";
import { memberOf } from "../units/tree.ts";
import { headOf, type Decoder } from "./decoder.ts";
import { line, readPayload, textOf } from "./jsonPayload.ts";
import { plain, TreeBuilder } from "./treeBuilder.ts";

/** @see https://docs.anycable.io/misc/action_cable_protocol */
const TYPES = /"type"\s*:\s*"(?:welcome|ping|confirm_subscription|reject_subscription|disconnect)"/;

export const actionCable = {
  id: "actioncable",
  name: "Action Cable",
  sniff: (payload) => {
    const head = headOf(payload);
    if (!/^\s*\{/.test(head)) return 0;
    const isChannel = /"identifier"\s*:\s*"\{/.test(head);
    const isOwn = TYPES.test(head) || /"(?:command|message)"\s*:/.test(head);
    if (payload.subprotocol.startsWith("actioncable")) return isOwn || isChannel ? 3 : 0;
    if (isChannel && isOwn) return 3;
    return /^\s*\{\s*"type"\s*:\s*"welcome"\s*[,}]|"(?:confirm|reject)_subscription"/.test(head) ? 2 : 0;
  },
  decode: (payload) => {
    const read = readPayload(payload);
    if (!read.ok) return read;
    const json = read.value;
    // Identifier and data are JSON inside of strings.
    const tree = new TreeBuilder();
    tree.copy(json, 0, null, (at, name) => {
      const isNested = json.depth(at) === 1 && (name === "identifier" || name === "data") && json.kind(at) === "string";
      if (!isNested) return false;
      tree.textContent(name, plain(json, at));
      return true;
    });
    const identifier = memberOf(json, 0, "identifier");
    const channel = /"channel"\s*:\s*"([^"\\]*)"/.exec(plain(json, identifier))?.[1] ?? "";
    const what = textOf(json, 0, "type") || textOf(json, 0, "command") || "message";
    return ok({ summary: line(what, channel, textOf(json, 0, "reason")), tree });
  },
} as const satisfies Decoder;
