import { ok } from "../units/result.ts";
import { headOf, type Decoder } from "./decoder.ts";
import { annotateMember, line, readPayload, textOf } from "./jsonPayload.ts";
import { memberOf } from "../units/tree.ts";

/** @see https://github.com/graphql/graphql-over-http/blob/main/rfcs/GraphQLOverWebSocket.md */
const CURRENT = ["connection_init", "connection_ack", "ping", "pong", "subscribe", "next", "error", "complete"];
/** @see https://github.com/apollographql/subscriptions-transport-ws/blob/master/PROTOCOL.md */
const LEGACY = [
  "connection_init",
  "connection_ack",
  "connection_error",
  "ka",
  "connection_keep_alive",
  "connection_terminate",
  "start",
  "stop",
  "data",
  "error",
  "complete",
];
/** Words that hardly anything else says. */
const OWN = ["connection_init", "connection_ack", "connection_keep_alive", "connection_terminate", "connection_error"];

export const graphqlWs = {
  id: "graphql-ws",
  name: "GraphQL over WebSocket",
  sniff: (payload) => {
    const head = headOf(payload);
    const type = /^\s*\{[^]*?"type"\s*:\s*"([a-z_]+)"/.exec(head)?.[1] ?? "";
    if (/^graphql-(?:transport-)?ws$/.test(payload.subprotocol))
      return CURRENT.includes(type) || LEGACY.includes(type) ? 3 : 0;
    if (OWN.includes(type)) return 3;
    const isOperation = /^(?:subscribe|start)$/.test(type) && /"query"\s*:/.test(head);
    const isResult =
      /^(?:next|data)$/.test(type) && /"id"\s*:/.test(head) && /"payload"\s*:\s*\{\s*"(?:data|errors)"/.test(head);
    return isOperation || isResult ? 2 : 0;
  },
  decode: (payload) => {
    const read = readPayload(payload);
    if (!read.ok) return read;
    const tree = read.value;
    const type = textOf(tree, 0, "type");
    const isOldName = payload.subprotocol === "graphql-ws" || (LEGACY.includes(type) && !CURRENT.includes(type));
    const protocol = isOldName ? "graphql-ws (legacy)" : "graphql-transport-ws";
    annotateMember(tree, 0, "type", { kind: "term", text: protocol });
    const inner = memberOf(tree, 0, "payload");
    const operation = inner === null ? "" : textOf(tree, inner, "operationName").replace(/^null$/, "");
    const id = textOf(tree, 0, "id");
    return ok({ summary: line(type, operation, id === "" ? "" : `id ${id}`), tree });
  },
} as const satisfies Decoder;
