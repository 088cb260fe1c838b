import { fail, ok } from "../units/result.ts";
import { childrenOf } from "../units/tree.ts";
import type { Decoder } from "./decoder.ts";
import { plain, TreeBuilder } from "./treeBuilder.ts";

/**
 * Frames of one letter and JSON behind it; what a client sends is the array alone. The smallest decoder.
 * Copy this file to add another.
 * @see https://sockjs.github.io/sockjs-protocol/sockjs-protocol-0.3.3.html
 */
export const sockjs = {
  id: "sockjs",
  name: "SockJS",
  sniff: ({ text, packet }) => {
    if (text === null || packet !== null) return 0;
    if (/^c\[\d{3,4},"/.test(text) || text.startsWith('a["')) return 3;
    return text === "o" || text === "h" ? 2 : 0;
  },
  decode: ({ text }) => {
    if (text === null || text === "") return fail({ kind: "other" });
    const tree = new TreeBuilder().open("object");
    const type = text[0] ?? "";
    if (text === "o" || text === "h") {
      const name = text === "o" ? "open" : "heartbeat";
      tree.term("frame", text, { kind: "term", text: name });
      return ok({ summary: name, tree: tree.closeAll() });
    }
    const json = tree.read(type === "[" ? text : text.slice(1));
    if (!/^[acm[]/.test(type) || json === null) return fail({ kind: "other" });
    if (type === "c") {
      const [code, reason] = childrenOf(json, 0);
      tree.term("frame", "c", { kind: "term", text: "close" });
      if (code !== undefined) tree.copy(json, code, "code");
      if (reason !== undefined) tree.copy(json, reason, "reason");
      return ok({
        summary: `close ${plain(json, code ?? null)} ${plain(json, reason ?? null)}`,
        tree: tree.closeAll(),
      });
    }
    const messages = json.kind(0) === "array" ? childrenOf(json, 0) : [0];
    tree
      .term("frame", type, { kind: "term", text: type === "[" ? "sent by a client" : "messages" })
      .open("array", "messages");
    for (const at of messages) {
      if (json.kind(at) === "string") tree.textContent(null, plain(json, at));
      else tree.copy(json, at, null);
    }
    tree.isCut ||= json.isCut;
    return ok({ summary: `${String(messages.length)} × message`, tree: tree.closeAll() });
  },
} as const satisfies Decoder;
