import { placeOf } from "../place.ts";
import { answered, byStatus, closedWith, hungUp, notTls, refusedAt } from "../readings.ts";
import { certain, likely, possible, type Found, type PhraseFamily, type Reading } from "../phrase.ts";

const REFUSED = String.raw`\[(?:Errno (?:111|61)|WinError (?:10061|1225))\]`;

/** asyncio names the address that it tried as a tuple: `('::1', 8080, 0, 0)`. */
const TUPLE = String.raw`\('(?<host>[^'\n]{1,200})', (?<port>\d{1,5})(?:, \d+, \d+)?\)`;

/** What aiohttp could not connect to, and why, in square brackets behind it. */
function cannotConnect({ group, detail }: Found): Reading {
  const why = group("reason");
  if (/CERTIFICATE_VERIFY_FAILED|certificate verify failed|SSLCertVerificationError/.test(why)) return [certain("tls")];
  if (/WRONG_VERSION_NUMBER|wrong version number/.test(why)) return notTls;
  if (
    /Name or service not known|nodename nor servname|getaddrinfo failed|Temporary failure in name|No address associated|Timeout while contacting DNS|DNS server returned|Domain name not found/.test(
      why,
    )
  )
    return [certain("dns")];
  if (why.startsWith("Connection refused")) return [certain("refused")];
  if (why.includes("Connection reset by peer")) return [certain("reset")];
  if (/No route to host|Network is unreachable/.test(why)) return [certain("unreachable")];
  if (/timed out/i.test(why)) return [certain("no-answer")];
  const tried = [...why.matchAll(/Connect call failed \('([^'\n]{1,200})', (\d{1,5})/g)];
  if (new RegExp(REFUSED).test(why) || tried.length > 0) {
    const [only] = tried;
    const is = new RegExp(REFUSED).test(why) ? certain("refused") : likely("refused");
    return tried.length === 1 && only?.[1] === "::1"
      ? [likely("localhost-family", placeOf(only[1], detail.port ?? null)), possible("refused")]
      : [is];
  }
  return [likely("unreachable")];
}

/** @see https://docs.python.org/3/library/exceptions.html, library/asyncio */
export const python = {
  tool: "python",
  phrases: [
    {
      has: "Connect call failed ('",
      at: new RegExp(String.raw`${REFUSED} Connect call failed ${TUPLE}`),
      says: refusedAt,
    },
    {
      has: ["[Errno 111] Connection refused", "[Errno 61] Connection refused", "[WinError 10061]", "[WinError 1225]"],
      at: new RegExp(String.raw`(?:ConnectionRefusedError: )?${REFUSED} [^\n]{1,200}`),
      says: [certain("refused")],
    },
    {
      has: ["[Errno -2]", "[Errno -3]", "[Errno -5]", "[Errno 8]", "[Errno 11001]"],
      at: /\[Errno (?:-2|-3|-5|8|11001)\] (?<reason>Name or service not known|Temporary failure in name resolution|No address associated with hostname|nodename nor servname provided, or not known|getaddrinfo failed)/,
      says: [certain("dns")],
    },
    {
      has: ["[Errno 104] Connection reset by peer", "[Errno 54] Connection reset by peer", "[WinError 10054]"],
      at: /\[(?:Errno (?:104|54)|WinError 10054)\] [^\n]{1,160}/,
      says: [likely("reset"), possible("dropped")],
    },
    {
      has: ["[Errno 110] Connection timed out", "[Errno 60] Operation timed out", "[WinError 10060]"],
      at: /\[(?:Errno (?:110|60)|WinError 10060)\] [^\n]{1,200}/,
      says: [certain("no-answer")],
    },
    {
      has: ["[Errno 113] No route to host", "[Errno 101] Network is unreachable"],
      at: /\[Errno (?:113|101)\] (?:No route to host|Network is unreachable)/,
      says: [certain("unreachable")],
    },
    {
      has: ["[Errno 98] ", "[Errno 48] "],
      at: /\[Errno (?:98|48)\] (?:error while attempting to bind on address \('(?<host>[^'\n]{1,60})', (?<port>\d{1,5})[^\n]{0,40}\): )?[Aa]ddress already in use/,
      says: [likely("process-ended"), possible("other-protocol")],
    },
  ],
} as const satisfies PhraseFamily;

/** A close frame that came, as `received 1011 (internal error) out of memory; then sent …`. */
const received = ({ detail }: Found): Reading => {
  if (detail.code === undefined) return [];
  return (detail.reason ?? "").includes("keepalive ping timeout")
    ? [certain("heartbeat-timeout")]
    : closedWith(detail.code);
};

/** @see https://github.com/python-websockets/websockets src/websockets/exceptions.py, frames.py, server.py */
export const websockets = {
  tool: "websockets",
  phrases: [
    {
      has: "server rejected WebSocket connection: HTTP ",
      at: /server rejected WebSocket connection: HTTP (?<status>\d{3})/,
      says: byStatus,
    },
    // Before version 8, and before version 10.
    { has: "Status code not 101: ", at: /Status code not 101: (?<status>\d{3})\b/, says: byStatus },
    {
      has: "code = 1",
      at: /code = (?<code>1\d{3}) \([^)\n]{1,60}\), (?:no reason|reason = (?<reason>[^\n]{1,200}))/,
      says: (found) => (found.detail.code === 1006 ? [certain("dropped")] : received(found)),
    },
    {
      has: "keepalive ping timeout",
      at: /(?:sent (?<code>\d{4}) \([^)\n]{1,60}\) )?keepalive ping timeout(?:; no close frame received)?/,
      says: [certain("heartbeat-timeout")],
    },
    {
      has: "no close frame received or sent",
      at: /no close frame received or sent/,
      says: [certain("dropped")],
    },
    {
      has: ["; then sent ", "; no close frame sent"],
      at: /received (?<code>\d{4}) \([^)\n]{1,60}\)(?: (?<reason>[^;\n]{1,200}))?; (?:then sent|no close frame sent)/,
      says: received,
    },
    {
      has: "; no close frame received",
      at: /sent \d{4} \([^)\n]{1,60}\)[^;\n]{0,200}; no close frame received/,
      says: [likely("dropped")],
    },
    {
      has: "timed out during opening handshake",
      at: /timed out during opening handshake/,
      says: [certain("no-answer")],
    },
    {
      has: "did not receive a valid HTTP response",
      at: /did not receive a valid HTTP response(?! from proxy)/,
      says: [likely("reset"), possible("other-protocol"), possible("wrong-scheme"), possible("socketio-behind-raw")],
    },
    {
      has: "did not receive a valid HTTP request",
      at: /did not receive a valid HTTP request/,
      says: [possible("wrong-scheme")],
    },
    {
      has: "Failed to open a WebSocket connection: ",
      at: /Failed to open a WebSocket connection: (?:(?:missing|invalid|empty) (?<header>Connection|Upgrade) header|(?<reason>[^\n]{1,200}))/,
      says: ({ group }) =>
        group("header") === "" ? answered(400) : [certain("http-answer", { status: 426 }), likely("proxy-no-upgrade")],
    },
    {
      has: ["InvalidUpgrade: ", "invalid Connection header: "],
      at: /(?:InvalidUpgrade: (?:missing|invalid) |invalid )(?<header>Connection|Upgrade) header(?:: [^\n.]{1,80})?/,
      says: [likely("proxy-no-upgrade")],
    },
    {
      has: "InvalidOrigin: ",
      at: /InvalidOrigin: invalid Origin header: (?<reason>\S{1,200})/,
      says: [certain("http-refused", { status: 403 })],
    },
    {
      has: ["missing Sec-WebSocket-Accept header", "invalid Sec-WebSocket-Accept header"],
      at: /(?:missing|invalid) (?<header>Sec-WebSocket-Accept) header/,
      says: [certain("bad-handshake")],
    },
    {
      has: ["NegotiationError: "],
      at: /NegotiationError: (?:unsupported subprotocol: (?<subprotocol>\S{1,100})|missing subprotocol|no subprotocols supported)/,
      says: [certain("subprotocol")],
    },
    {
      has: [" isn't a valid URI"],
      at: /(?:InvalidURI: )?(?<url>\S{1,600}) isn't a valid URI/,
      says: [certain("invalid-url")],
    },
    {
      has: ["PayloadTooBig", "exceeds limit of ", "over size limit ("],
      at: /frame (?:with \d+ bytes )?(?:after reading \d+ bytes )?exceeds limit of \d+ bytes|PayloadTooBig: [^\n]{1,120}|over size limit \(\d+ > \d+ bytes\)/,
      says: [certain("payload-too-big")],
    },
  ],
} as const satisfies PhraseFamily;

/** @see https://github.com/aio-libs/aiohttp aiohttp/client.py, client_exceptions.py, web_ws.py */
export const aiohttp = {
  tool: "aiohttp",
  phrases: [
    {
      has: "Cannot connect to host ",
      at: /Cannot connect to host (?<host>[^\s:]{1,253}|\[?[\dA-Fa-f:]{2,45}\]?):(?<port>\d{1,5}) ssl:[^\n[]{1,60}\[(?<reason>[^\n]{0,800})\]/,
      says: cannotConnect,
    },
    {
      has: "message='Invalid response status'",
      at: /(?<status>\d{3}), message='Invalid response status', url=(?:URL\()?'(?<url>[^'\n]{1,1000})'/,
      says: byStatus,
    },
    {
      has: [
        "message='Invalid upgrade header'",
        "message='Invalid connection header'",
        "message='Invalid challenge response'",
      ],
      at: /\d{3}, message='Invalid (?:upgrade header|connection header|challenge response)'(?:, url=(?:URL\()?'(?<url>[^'\n]{1,1000})')?/,
      says: [certain("bad-handshake")],
    },
    {
      has: "Connection timeout to host ",
      at: /Connection timeout to host (?<url>\S{1,1000})/,
      says: [certain("no-answer")],
    },
    { has: "ServerDisconnectedError", at: /ServerDisconnectedError(?:: Server disconnected)?/, says: hungUp },
    { has: "No WebSocket UPGRADE hdr: ", at: /No WebSocket UPGRADE hdr: \w{1,40}/, says: [likely("proxy-no-upgrade")] },
  ],
} as const satisfies PhraseFamily;

/** @see https://github.com/websocket-client/websocket-client websocket/_handshake.py, _socket.py, _app.py */
export const websocketClient = {
  tool: "websocket-client",
  phrases: [
    { has: "Handshake status ", at: /Handshake status (?<status>\d{3})\b/, says: byStatus },
    {
      has: "Connection to remote host was lost",
      at: /Connection to remote host was lost/,
      says: [likely("dropped"), possible("reset"), possible("socketio-behind-raw")],
    },
    { has: "ping/pong timed out", at: /ping\/pong timed out/, says: [certain("heartbeat-timeout")] },
    {
      has: "Invalid WebSocket Header",
      at: /Invalid WebSocket Header/,
      says: [likely("bad-handshake"), possible("subprotocol")],
    },
    {
      has: "Invalid subprotocol: ",
      at: /Invalid subprotocol: \[(?<subprotocol>[^\]\n]{1,200})\]/,
      says: [certain("subprotocol")],
    },
  ],
} as const satisfies PhraseFamily;

/** It answers pages without its libraries for sockets, and refuses before the application accepts. @see uvicorn/protocols */
export const uvicorn = {
  tool: "uvicorn",
  phrases: [
    {
      has: '"WebSocket /',
      at: /"WebSocket (?<path>\/[^"\s]{0,600})" (?<status>[345]\d\d)\b/,
      says: byStatus,
    },
    {
      has: "Unsupported upgrade request.",
      at: /Unsupported upgrade request\./,
      says: [certain("http-answer"), likely("http-refused")],
    },
    {
      has: "No supported WebSocket library detected.",
      at: /No supported WebSocket library detected\./,
      says: [certain("http-answer"), likely("http-refused")],
    },
  ],
} as const satisfies PhraseFamily;

/** @see https://github.com/miguelgrinberg/python-engineio, python-socketio and Flask-SocketIO */
export const pythonSocketIo = {
  tool: "python-socketio",
  phrases: [
    {
      has: " is not an accepted origin.",
      at: /(?<reason>https?:\/\/[^\s"']{1,253}) is not an accepted origin\./,
      says: [certain("socketio-cors")],
    },
    {
      has: "unsupported version of the Socket.IO or Engine.IO",
      at: /The client is using an unsupported version of the Socket\.IO or Engine\.IO protocols/,
      says: [certain("socketio-version")],
    },
    { has: "Invalid session ", at: /Invalid session [\w-]{20}(?![\w-])/, says: [certain("socketio-session")] },
    {
      has: "Unexpected status code ",
      at: /Unexpected status code (?<status>\d{3}) in server response/,
      says: byStatus,
    },
    {
      has: "Unexpected response from server",
      at: /ConnectionError: Unexpected response from server/,
      says: [likely("not-socketio")],
    },
    {
      has: "One or more namespaces failed to connect",
      at: /One or more namespaces failed to connect(?:: (?<namespace>\/\S{0,100}))?/,
      says: [likely("socketio-namespace"), possible("socketio-auth")],
    },
    {
      has: "is not a connected namespace",
      at: /(?<namespace>\/\S{0,100}) is not a connected namespace/,
      says: [likely("socketio-namespace")],
    },
    {
      has: "WebSocket transport not available. Install",
      at: /WebSocket transport not available\. Install [^\n]{1,80} for improved performance/,
      says: [certain("polling-only")],
    },
  ],
} as const satisfies PhraseFamily;
