import { byCode, byStatus, dialled } from "../readings.ts";
import { certain, likely, possible, type PhraseFamily } from "../phrase.ts";

const CODES: Readonly<Record<string, number>> = {
  StatusProtocolError: 1002,
  StatusUnsupportedData: 1003,
  StatusInvalidFramePayloadData: 1007,
  StatusPolicyViolation: 1008,
  StatusMessageTooBig: 1009,
  StatusInternalError: 1011,
  StatusServiceRestart: 1012,
  StatusTryAgainLater: 1013,
  StatusBadGateway: 1014,
};

/** @see https://github.com/gorilla/websocket client.go, server.go, conn.go */
export const gorilla = {
  tool: "gorilla",
  phrases: [
    {
      has: "websocket: close ",
      at: /websocket: close (?<code>\d{4})(?: \([^)\n]{1,40}\))?(?:: (?<reason>[^"\n]{1,200}))?/,
      says: (found) => (found.detail.code === 1006 ? [certain("dropped")] : byCode(found)),
    },
    {
      has: "websocket: bad handshake",
      at: /websocket: bad handshake/,
      says: [likely("http-answer"), possible("bad-handshake")],
    },
    {
      has: "token not found in '",
      at: /websocket: the client is not using the websocket protocol: '(?:upgrade|websocket)' token not found in '(?<header>Connection|Upgrade)' header/,
      says: ({ group }) => [
        certain("http-answer", { status: group("header") === "Upgrade" ? 426 : 400 }),
        likely("proxy-no-upgrade"),
      ],
    },
    {
      has: "request origin not allowed by Upgrader.CheckOrigin",
      at: /websocket: request origin not allowed by Upgrader\.CheckOrigin/,
      says: [certain("http-refused", { status: 403 })],
    },
    { has: "websocket: read limit exceeded", at: /websocket: read limit exceeded/, says: [certain("payload-too-big")] },
    { has: "malformed ws or wss URL", at: /malformed ws or wss URL/, says: [certain("invalid-url")] },
    {
      has: [
        "websocket: RSV",
        "websocket: bad opcode ",
        "websocket: bad MASK",
        "websocket: len > 125",
        "websocket: bad close code ",
      ],
      at: /websocket: (?<reason>RSV[123] set[^\n]{0,80}|bad opcode \d+|bad MASK|len > 125 for control|bad close code \d+)/,
      says: [certain("protocol-violation")],
    },
  ],
} as const satisfies PhraseFamily;

/** @see https://github.com/coder/websocket accept.go, dial.go, close.go (nhooyr.io/websocket before) */
export const coderWebsocket = {
  tool: "coder-websocket",
  phrases: [
    {
      has: "expected handshake response status code 101 but got",
      at: /expected handshake response status code 101 but got (?<status>\d{3})/,
      says: byStatus,
    },
    {
      has: "is not authorized for Host",
      at: /request Origin \\?"(?<reason>[^"\\\n]{1,253})\\?" is not authorized for Host \\?"(?<host>[^":\\\n]{1,253})(?::(?<port>\d+))?\\?"/,
      says: [certain("http-refused", { status: 403 })],
    },
    {
      has: "WebSocket protocol violation: ",
      at: /WebSocket protocol violation: (?<header>Connection|Upgrade) header \\?"[^"\\\n]{0,120}\\?" does not contain \w+/,
      says: [likely("proxy-no-upgrade"), possible("bad-handshake")],
    },
    {
      has: "invalid Sec-WebSocket-Accept",
      at: /WebSocket protocol violation: invalid (?<header>Sec-WebSocket-Accept)/,
      says: [certain("bad-handshake")],
    },
    {
      has: "unexpected Sec-WebSocket-Protocol from server",
      at: /unexpected Sec-WebSocket-Protocol from server: \\?"(?<subprotocol>[^"\\\n]{0,200})/,
      says: [certain("subprotocol")],
    },
    { has: "read limited at ", at: /read limited at \d+ bytes/, says: [certain("payload-too-big")] },
    {
      has: "status = Status",
      at: /status = (?<name>Status\w{1,40}) and reason = \\?"(?<reason>[^"\\\n]{0,200})/,
      says: (found) => {
        const code = CODES[found.group("name")];
        return code === undefined
          ? []
          : byCode({ ...found, detail: { ...found.detail, code } }).map((one) => ({ ...one, detail: { code } }));
      },
    },
  ],
} as const satisfies PhraseFamily;

/** @see https://github.com/golang/go src/net/net.go (OpError), src/crypto/tls, src/crypto/x509, src/net/http */
export const go = {
  tool: "go",
  phrases: [
    {
      has: ["dial tcp ", "dial tcp: lookup "],
      at: /dial tcp(?: (?<pair>\[[\dA-Fa-f:.]{2,45}\]:\d{1,5}|[\w.-]{1,253}:\d{1,5}))?: (?<reason>[^"\\\n]{1,300})/,
      says: ({ group, detail }) => dialled(group("reason"), detail),
    },
    {
      has: "connection reset by peer",
      at: /read tcp [^\s>]{3,60}->(?<pair>[^\s:]{1,60}:\d{1,5}|\[[^\]\s]{2,45}\]:\d{1,5}): read: connection reset by peer/,
      says: [likely("reset"), possible("dropped")],
    },
    {
      has: "x509: ",
      at: /(?:tls: failed to verify certificate: )?x509: (?<reason>certificate [^"\\\n]{1,200}|cannot validate certificate [^"\\\n]{1,200})/,
      says: [certain("tls")],
    },
    {
      has: "first record does not look like a TLS handshake",
      at: /tls: first record does not look like a TLS handshake/,
      says: [likely("wrong-scheme"), possible("other-protocol")],
    },
    {
      has: "server gave HTTP response to HTTPS client",
      at: /http: server gave HTTP response to HTTPS client/,
      says: [certain("wrong-scheme")],
    },
    {
      has: "remote error: tls: ",
      at: /remote error: tls: (?<reason>(?:bad|unknown|expired|revoked|unsupported) certificate(?: authority)?|handshake failure|protocol version not supported|unrecognized name)/,
      says: [certain("tls")],
    },
    // 0x15 begins an alert of TLS.
    {
      has: "malformed HTTP response ",
      at: /malformed HTTP response \\{0,2}"(?<reason>[^"\n]{0,100})/,
      says: ({ group }) => (group("reason").includes("x15") ? [certain("wrong-scheme")] : [likely("other-protocol")]),
    },
  ],
} as const satisfies PhraseFamily;
