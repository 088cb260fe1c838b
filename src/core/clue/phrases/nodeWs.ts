import { byCode, byStatus } from "../readings.ts";
import { certain, possible, type PhraseFamily } from "../phrase.ts";

/** @see https://github.com/websockets/ws lib/websocket.js, lib/receiver.js */
export const nodeWs = {
  tool: "ws",
  phrases: [
    { has: "Unexpected server response: ", at: /Unexpected server response: (?<status>\d{3})\b/, says: byStatus },
    {
      has: ["Invalid Upgrade header", "Invalid Sec-WebSocket-Accept header", "Invalid Sec-WebSocket-Extensions header"],
      at: /\bInvalid (?<header>Upgrade|Sec-WebSocket-Accept|Sec-WebSocket-Extensions) header\b/,
      says: [certain("bad-handshake")],
    },
    { has: "Opening handshake has timed out", at: /Opening handshake has timed out/, says: [certain("no-answer")] },
    {
      has: ["Server sent no subprotocol", "Server sent an invalid subprotocol", "Server sent a subprotocol but none"],
      at: /Server sent (?:no subprotocol|an invalid subprotocol|a subprotocol but none was requested)/,
      says: [certain("subprotocol")],
    },
    { has: "Maximum redirects exceeded", at: /Maximum redirects exceeded/, says: [certain("http-answer")] },
    {
      has: "WebSocket was closed before the connection was",
      at: /WebSocket was closed before the connection was established/,
      says: [certain("client-closed")],
    },
    {
      has: "WebSocket is not open: readyState ",
      at: /WebSocket is not open: readyState [23] \((?:CLOSING|CLOSED)\)/,
      says: [possible("dropped")],
    },
    {
      has: "Invalid WebSocket frame: ",
      at: /Invalid WebSocket frame: (?<reason>[^\n]{1,120})/,
      says: [certain("protocol-violation")],
    },
    { has: "Max payload size exceeded", at: /Max payload size exceeded/, says: [certain("payload-too-big")] },
    {
      has: "Unsupported WebSocket frame: payload length",
      at: /Unsupported WebSocket frame: payload length > 2\^53 - 1/,
      says: [certain("payload-too-big")],
    },
    {
      has: [
        "The URL's protocol must be one of",
        "SyntaxError: Invalid URL: ",
        "The URL contains a fragment identifier",
      ],
      at: /SyntaxError: (?:Invalid URL: (?<url>\S{0,600})|The URL's protocol must be one of [^\n]{1,80}|The URL contains a fragment identifier)/,
      says: [certain("invalid-url")],
    },
    {
      has: "An invalid or duplicated subprotocol was specified",
      at: /An invalid or duplicated subprotocol was specified/,
      says: [certain("invalid-subprotocol")],
    },
  ],
} as const satisfies PhraseFamily;

/** It says so only of a connection that was open. @see https://github.com/websockets/wscat bin/wscat */
export const wscat = {
  tool: "wscat",
  phrases: [
    {
      has: "Disconnected (code: ",
      at: /Disconnected \(code: (?<code>\d{4}), reason: "(?<reason>[^"\n]{0,200})"\)/,
      says: (found) => (found.detail.code === 1006 ? [certain("dropped")] : byCode(found)),
    },
  ],
} as const satisfies PhraseFamily;
