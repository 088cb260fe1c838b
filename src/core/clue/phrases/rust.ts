import { answered, byStatus, hungUp, notTls } from "../readings.ts";
import { certain, likely, possible, type Found, type PhraseFamily, type Reading } from "../phrase.ts";

/** @see https://github.com/snapview/tungstenite-rs src/error.rs, ProtocolError */
function protocolError({ group }: Found): Reading {
  const what = group("reason");
  if (what.startsWith("SubProtocol error")) return [certain("subprotocol")];
  if (what.startsWith("Handshake not finished")) return [likely("reset"), possible("socketio-behind-raw")];
  if (what.startsWith("Connection reset without closing handshake")) return [certain("dropped")];
  if (/^No "(?:Connection: upgrade|Upgrade: websocket)" header/.test(what))
    return [likely("proxy-no-upgrade"), possible("bad-handshake")];
  if (/^Key mismatch in|^Missing, duplicated or incorrect header/.test(what)) return [certain("bad-handshake")];
  if (what.startsWith("httparse error")) return [likely("other-protocol"), possible("wrong-scheme")];
  if (what.startsWith("Sending after closing")) return [likely("dropped")];
  return /frame|opcode|Reserved bits|fragments|Invalid close sequence|Remote sent after/.test(what)
    ? [certain("protocol-violation")]
    : [];
}

export const tungstenite = {
  tool: "tungstenite",
  phrases: [
    {
      has: "WebSocket protocol error: ",
      at: /WebSocket protocol error: (?<reason>[^\n]{1,160})/,
      says: protocolError,
    },
    {
      has: "HTTP error: ",
      at: /\bHTTP error: (?<status>[1-5]\d\d)\b/,
      says: ({ line, detail }) => (/tungstenite|websocket|\bwss?:/i.test(line) ? answered(detail.status ?? 0) : []),
    },
    { has: "Http(Response { status: ", at: /Http\(Response \{ status: (?<status>\d{3})\b/, says: byStatus },
    {
      has: "Space limit exceeded: Message too long",
      at: /Space limit exceeded: Message too long: \d+ > \d+/,
      says: [certain("payload-too-big")],
    },
    {
      has: "URL error: ",
      at: /URL error: (?:Unable to connect to (?<url>wss?:\/\/\S{1,600})|(?<fault>URL scheme not supported|No host name in the URL|URL contains empty host name))/,
      says: ({ group }) =>
        group("fault") === "" ? [likely("refused"), possible("unreachable")] : [certain("invalid-url")],
    },
  ],
} as const satisfies PhraseFamily;

/** @see https://github.com/rust-lang/rust library/std/src/io/error.rs; https://github.com/rustls/rustls rustls/src/error.rs */
export const rust = {
  tool: "rust",
  phrases: [
    {
      has: ["(os error 111)", "(os error 61)", "(os error 10061)"],
      at: /[^\n:]{1,120} \(os error (?:111|61|10061)\)/,
      says: [certain("refused")],
    },
    {
      has: "kind: ConnectionRefused",
      at: /Os \{ code: \d{2,5}, kind: ConnectionRefused, message: "[^"\n]{1,120}" \}/,
      says: [certain("refused")],
    },
    {
      has: ["(os error 104)", "(os error 54)", "(os error 10054)"],
      at: /[^\n:]{1,120} \(os error (?:104|54|10054)\)/,
      says: [likely("reset"), possible("dropped")],
    },
    {
      has: "failed to lookup address information",
      at: /failed to lookup address information: (?<reason>[^\n"]{1,100})/,
      says: [certain("dns")],
    },
    {
      has: "invalid peer certificate",
      at: /invalid peer certificate(?: contents)?: (?<reason>[^\n"]{1,120})/,
      says: [certain("tls")],
    },
    { has: "received corrupt message of type ", at: /received corrupt message of type \w{1,40}/, says: notTls },
    // rust-websocket, which websocat is made with.
    {
      has: "Received unexpected status code (",
      at: /WebSocketError: Received unexpected status code \((?<status>\d{3})/,
      says: byStatus,
    },
  ],
} as const satisfies PhraseFamily;

/** @see https://github.com/ratchetphp/Pawl src/Connector.php; https://github.com/reactphp/socket src/TcpConnector.php */
export const pawl = {
  tool: "pawl",
  phrases: [
    { has: "Connection closed before handshake", at: /Connection closed before handshake/, says: hungUp },
    {
      has: "did not respond with an expected Sec-WebSocket-Protocol",
      at: /Server did not respond with an expected Sec-WebSocket-Protocol/,
      says: [certain("subprotocol")],
    },
    {
      has: "failed: Connection refused (ECONNREFUSED)",
      at: /Connection to (?:tcp|tls):\/\/(?<pair>\[[\dA-Fa-f:]{2,45}\]:\d{1,5}|[\w.-]{1,253}:\d{1,5})[^\n]{0,80} failed: Connection refused \((?<errno>ECONNREFUSED)\)/,
      says: [certain("refused")],
    },
  ],
} as const satisfies PhraseFamily;
