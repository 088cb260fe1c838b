import type { StandardKey } from "../../../core/explain/codeRegistry.ts";
import type { CodeSentences } from "../codeTexts.ts";

export const standard: CodeSentences<StandardKey> = {
  "1000:websocket": [
    "The connection has done its work and was closed on purpose.",
    "One side called `close(1000)`, or `close()` at the end of a normal exchange.",
  ],
  "1001:websocket": [
    "One side is leaving: the server shuts down, or the page moves on.",
    "A deploy or restart, a closed browser tab, or a platform's limit on how long a connection may live.",
  ],
  "1002:websocket": [
    "A frame broke the framing rules of WebSocket.",
    "Something other than WebSocket behind the `101`, a proxy that rewrites bytes, frames without a mask, or the wrong subprotocol.",
  ],
  "1003:websocket": [
    "The type of a message is not accepted, such as binary where only text is read.",
    "A binary message to an API that reads text, or the other way round.",
  ],
  "1004:websocket": ["Reserved: it has no meaning yet.", "A server that picked the number itself."],
  "1005:websocket": [
    "A Close frame came without a code. The number is local and never on the wire.",
    "The server closed without naming a code, as Engine.IO always does and `ws` does for a bare `close()`.",
  ],
  "1006:websocket": [
    "The connection ended without a Close frame, or never opened. Browsers hide the cause on purpose.",
    "A closed port, DNS, TLS, an HTTP answer other than `101`, a wrong path, an idle limit of a proxy, a killed process, or a lost network.",
  ],
  "1007:websocket": [
    "The content of a message does not fit its type, such as text that is not UTF-8.",
    "Binary data sent as text, or an encoder that cuts characters in two.",
  ],
  "1008:websocket": [
    "A general refusal: a message or the client broke a rule of the server.",
    "A missing or expired token, an origin that is not allowed, a rate limit, or a client that reads too slowly.",
  ],
  "1009:websocket": [
    "A message is larger than the other side accepts.",
    "A payload above a limit such as `maxPayload`, `maxHttpBufferSize` or a frame quota.",
  ],
  "1010:websocket": [
    "The client needs an extension that the server did not agree to.",
    "A client outside the browser that insists on an extension.",
  ],
  "1011:websocket": [
    "The server met a condition that it did not expect.",
    "An unhandled exception in a handler. Python `websockets` also uses it for a ping without a pong.",
  ],
  "1012:websocket": [
    "The server restarts. Clients come back after a random wait of 5 to 30 s.",
    "A deploy or reload; uvicorn sends it on shutdown.",
  ],
  "1013:websocket": [
    "The server has too much to do and sheds connections.",
    "Overload, or a capacity limit that was reached.",
  ],
  "1014:websocket": [
    "A gateway got an unusable answer from the server behind it, much like HTTP 502.",
    "A gateway that speaks WebSocket itself, with its upstream down or broken.",
  ],
  "1015:websocket": [
    "Reserved for a failed TLS handshake. Browsers report `1006` instead.",
    "A server that sends the reserved number itself.",
  ],
  "3000:iana": [
    "The endpoint has to be authorised before the request can be served.",
    "A library or framework that uses the registered number: credentials are missing or have expired.",
  ],
  "3003:iana": [
    "The endpoint is authorised and lacks the permission.",
    "A library or framework that uses the registered number: the account may not do this.",
  ],
  "3008:iana": [
    "The endpoint took too long to answer.",
    "A library or framework that uses the registered number: its deadline passed.",
  ],
};
