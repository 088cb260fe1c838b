import { answered, byCode, byStatus, isEngineIo } from "../readings.ts";
import { certain, likely, possible, type Found, type Phrase, type PhraseFamily, type Reading } from "../phrase.ts";

/** What stands behind the address in Chromium's one sentence for every failure of a WebSocket. */
const failed = (what: string, says: Phrase["says"]): Phrase => ({
  has: "WebSocket connection to '",
  at: new RegExp(String.raw`WebSocket connection to '(?<url>[^'\n]{1,2000})' failed: ${what}`),
  says,
});

const HANDSHAKE = "Error during WebSocket handshake: ";

/** Bytes that are no frame. A client of Socket.IO 2 gets the HTTP answer of a later server for a frame. */
const brokenFrame = ({ group }: Found): Reading =>
  /[?&]EIO=[123]\b/.test(group("url"))
    ? [certain("protocol-violation"), likely("socketio-version")]
    : [certain("protocol-violation")];

/** What a 101 must not be without may as well be what a proxy on the way took out. */
const stripped: Reading = [certain("bad-handshake"), possible("proxy-no-upgrade")];

/** @see https://source.chromium.org/chromium/chromium/src/+/main:net/websockets/ and blink's modules/websockets */
export const chromium = {
  tool: "chromium",
  phrases: [
    failed(String.raw`${HANDSHAKE}Unexpected response code: (?<status>\d{3})\b`, byStatus),
    failed("HTTP Authentication failed; no valid credentials available", ({ detail }) => answered(401, detail.url)),
    failed(`${HANDSHAKE}Incorrect '(?<header>Sec-WebSocket-Accept)' header value`, [certain("bad-handshake")]),
    failed(`${HANDSHAKE}'(?<header>Upgrade|Connection|Sec-WebSocket-Accept)' header is missing`, stripped),
    failed(String.raw`${HANDSHAKE}'(?<header>Upgrade|Connection)' header value [^\n]{1,200}`, stripped),
    failed(
      String.raw`${HANDSHAKE}Response must not include 'Sec-WebSocket-Protocol' header if not present in request: (?<subprotocol>\S{1,200})`,
      [certain("subprotocol")],
    ),
    failed(
      String.raw`${HANDSHAKE}'Sec-WebSocket-Protocol' header value '(?<subprotocol>[^'\n]{1,200})' in response does not match any of sent values`,
      [certain("subprotocol")],
    ),
    failed(
      `${HANDSHAKE}(?:Sent non-empty 'Sec-WebSocket-Protocol' header but no response was received|'Sec-WebSocket-Protocol' header must not (?:appear more than once in a response|be present))`,
      [certain("subprotocol")],
    ),
    failed(String.raw`${HANDSHAKE}[^\n]{0,40}extension[^\n]{0,200}`, [certain("bad-handshake")]),
    failed("Connection closed before receiving a handshake response", ({ group }) => [
      likely("reset"),
      ...(isEngineIo(group("url")) ? [] : [possible("socketio-behind-raw")]),
      ...(group("url").startsWith("ws:") ? [possible("wrong-scheme")] : []),
    ]),
    failed("WebSocket opening handshake timed out", [certain("no-answer")]),
    failed("WebSocket is closed before the connection is established", [certain("client-closed")]),
    failed("Insufficient resources", [certain("too-many-sockets")]),
    failed("Invalid frame header", brokenFrame),
    failed(
      String.raw`(?<reason>Received a broken close frame[^\n]{0,100}|Could not decode a text frame as UTF-8|A server must not mask any frames that it sends to the client|Unrecognized frame opcode: \d+|One or more reserved bits are on[^\n]{0,80}|Received unexpected continuation frame|Received start of new message but previous message is unfinished)`,
      [certain("protocol-violation")],
    ),
    // Chromium says so too where a reset follows a close frame.
    failed("Close received after close", [likely("protocol-violation"), possible("reset")]),
    // A request of Socket.IO's polling that was answered with an error.
    {
      has: "EIO=",
      at: /(?<method>GET|POST) (?<url>https?:\/\/[^\s"]{1,1500}[?&]EIO=\d[^\s"]{0,600}) (?<status>[45]\d\d) \([A-Z]/,
      says: (found) =>
        found.detail.status === 400 && found.group("url").includes("sid=")
          ? [certain("http-answer"), likely("socketio-session")]
          : byStatus(found),
    },
    // What a page printed of the event itself. 1006 is all that a page is ever told.
    {
      has: "wasClean: ",
      at: /(?:CloseEvent|close) \{[^\n]{0,300}?\bwasClean: (?:true|false), code: (?<code>\d{4}), reason: ["'](?<reason>[^"'\n]{0,200})/,
      says: (found) => (found.detail.code === 1006 ? [possible("unreachable"), possible("dropped")] : byCode(found)),
    },
    {
      has: "WebSocket is closed before the connection is established",
      at: /WebSocket is closed before the connection is established/,
      says: [certain("client-closed")],
    },
    {
      has: "connect to the insecure WebSocket endpoint '",
      at: /Mixed Content: The page[^\n]{0,600} was loaded over HTTPS, but attempted to connect to the insecure WebSocket endpoint '(?<blockedUri>[^'\n]{1,2000})'/,
      says: [certain("mixed-content")],
    },
    {
      has: "An insecure WebSocket connection may not be initiated",
      at: /An insecure WebSocket connection may not be initiated from a page loaded over HTTPS/,
      says: [certain("mixed-content")],
    },
    {
      has: ["Failed to construct 'WebSocket': The URL", "Failed to construct 'WebSocketStream': The URL"],
      at: /Failed to construct 'WebSocket(?:Stream)?': The URL(?: '(?<url>[^'\n]{0,2000})' is invalid|'s scheme must be either [^\n]{1,80}? is not allowed| contains a fragment identifier \('[^'\n]{0,200}'\))/,
      says: [certain("invalid-url")],
    },
    {
      has: "Failed to construct 'WebSocket': The subprotocol '",
      at: /Failed to construct 'WebSocket': The subprotocol '(?<subprotocol>[^'\n]{0,200})' is (?:invalid|duplicated)/,
      says: [certain("invalid-subprotocol")],
    },
  ],
} as const satisfies PhraseFamily;

/** After everything that says why: a failure of which the console says nothing. Safari's sentences came before. */
export const chromiumSilent = {
  tool: "chromium",
  phrases: [failed(String.raw`?(?=\s|$|[()]\S)`, [possible("unreachable"), possible("http-answer")])],
} as const satisfies PhraseFamily;
