import { byStatus, hungUp, notTls } from "../readings.ts";
import { certain, likely, possible, type PhraseFamily } from "../phrase.ts";

/** @see https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/net/ConnectException.html and its neighbours */
export const java = {
  tool: "java",
  phrases: [
    {
      has: "ConnectException: ",
      at: /ConnectException: (?:Connection refused|(?:Failed|failed) to connect to (?<name>[\w.-]{0,253})\/(?<pair>[\d.]{7,15}:\d{1,5}|\[[\dA-Fa-f:]{2,45}\]:\d{1,5}))/,
      says: ({ group }) => (group("pair") === "" ? [certain("refused")] : [likely("refused")]),
    },
    {
      has: "UnknownHostException: ",
      at: /UnknownHostException: (?:Unable to resolve host \\?")?(?<host>[\w.-]{1,253})/,
      says: [certain("dns")],
    },
    {
      has: ["SSLHandshakeException: ", "CertPathValidatorException: ", "SSLPeerUnverifiedException: "],
      at: /(?:SSLHandshakeException|CertPathValidatorException|SSLPeerUnverifiedException): (?<reason>[^\n]{1,200})/,
      says: [certain("tls")],
    },
    {
      has: "Unsupported or unrecognized SSL message",
      at: /Unsupported or unrecognized SSL message/,
      says: notTls,
    },
    {
      has: "SocketTimeoutException: ",
      at: /SocketTimeoutException: (?:failed to connect to (?<name>[\w.-]{0,253})\/(?<host>[\d.]{7,15}) \(port (?<port>\d{1,5})\)[^\n]{0,80}|[Cc]onnect timed out)/,
      says: [certain("no-answer")],
    },
    {
      has: "SocketException: Connection reset",
      at: /SocketException: Connection reset(?: by peer)?/,
      says: [likely("reset"), possible("dropped")],
    },
  ],
} as const satisfies PhraseFamily;

/** @see https://github.com/square/okhttp okhttp3/internal/ws/RealWebSocket.kt, WebSocketReader.kt */
export const okhttp = {
  tool: "okhttp",
  phrases: [
    {
      has: "Expected HTTP 101 response but was '",
      at: /Expected HTTP 101 response but was '(?<status>\d{3})\b/,
      says: byStatus,
    },
    {
      has: ["Expected 'Connection' header", "Expected 'Upgrade' header", "Expected 'Sec-WebSocket-Accept' header"],
      at: /Expected '(?<header>Connection|Upgrade|Sec-WebSocket-Accept)' header value '[^'\n]{1,60}' but was '[^'\n]{0,120}'/,
      says: [certain("bad-handshake")],
    },
    {
      has: "sent ping but didn't receive pong within ",
      at: /sent ping but didn't receive pong within (?<after>\d+ms)/,
      says: [certain("heartbeat-timeout")],
    },
    {
      has: ["Control frames must be final.", "Unexpected rsv", "Server-sent frames must not be masked."],
      at: /ProtocolException: (?<reason>Control frames must be final\.|Unexpected rsv[123] flag|Server-sent frames must not be masked\.)/,
      says: [certain("protocol-violation")],
    },
    {
      has: "unexpected end of stream",
      at: /unexpected end of stream(?: on (?<url>https?:\/\/[^\s/]{1,253}))?/,
      says: hungUp,
    },
  ],
} as const satisfies PhraseFamily;

/** @see https://github.com/TooTallNate/Java-WebSocket src/main/java/org/java_websocket */
export const javaWebSocket = {
  tool: "java-websocket",
  phrases: [
    {
      has: "Invalid status code received: ",
      at: /Invalid status code received: (?<status>\d{3}) Status line: /,
      says: byStatus,
    },
    {
      has: "did not respond with a pong in time",
      at: /the other endpoint did not respond with a pong in time/,
      says: [certain("heartbeat-timeout")],
    },
    {
      has: " refuses handshake",
      at: /draft \S{1,120}[^\n]{0,200}? refuses handshake/,
      says: [certain("bad-handshake")],
    },
  ],
} as const satisfies PhraseFamily;

/** @see https://github.com/apache/tomcat java/org/apache/tomcat/websocket/LocalStrings*.properties */
export const tomcat = {
  tool: "tomcat",
  phrases: [
    {
      has: ["did not permit the HTTP upgrade to WebSocket", "]的HTTP响应不允许HTTP升级到WebSocket"],
      at: /(?:The HTTP response from the server \[|来自服务器\[)(?<status>\d{3})\](?: did not permit the HTTP upgrade to WebSocket|的HTTP响应不允许HTTP升级到WebSocket)/,
      says: byStatus,
    },
    {
      has: ["The HTTP request to initiate the WebSocket connection", "的 WebSocket 连接的 HTTP 请求失败"],
      at: /(?:The HTTP request to initiate the WebSocket connection to|发起与) \[(?<url>[^\]\n]{1,600})\] (?:failed|的 WebSocket 连接的 HTTP 请求失败)/,
      says: [likely("unreachable")],
    },
    {
      has: ["idle timeout expired", "WebSocket会话["],
      at: /The WebSocket session \[[^\]\n]{1,80}\] (?:read |write )?idle timeout expired|WebSocket会话\[[^\]\n]{1,80}\]超时已过期/,
      says: [certain("idle-timeout")],
    },
    {
      has: ["The decoded text message was too big", "bytes long but the MessageHandler has a limit"],
      at: /The decoded text message was too big for the output buffer|The message was \[[\d,]+\] bytes long but the MessageHandler has a limit of \[[\d,]+\] bytes/,
      says: [certain("payload-too-big")],
    },
    {
      has: [
        "A WebSocket text frame was received that could not",
        "A WebSocket frame was sent with an unrecognised",
        "but all client frames must be masked",
      ],
      at: /A WebSocket text frame was received that could not be decoded to UTF-8|A WebSocket frame was sent with an unrecognised opCode of \[\d+\]|The client frame was not masked but all client frames must be masked/,
      says: [certain("protocol-violation")],
    },
  ],
} as const satisfies PhraseFamily;

/** @see https://github.com/jetty/jetty.project jetty-core/jetty-websocket */
export const jetty = {
  tool: "jetty",
  phrases: [
    {
      has: "Failed to upgrade to websocket: Unexpected HTTP",
      at: /Failed to upgrade to websocket: Unexpected HTTP Response Status Code: (?<status>\d{3})/,
      says: byStatus,
    },
    {
      has: "Connection Idle Timeout",
      at: /WebSocketTimeoutException: Connection Idle Timeout/,
      says: [certain("idle-timeout")],
    },
    {
      has: " message too large: ",
      at: /(?:Text|Binary) message too large: [\d,.]+ > [\d,.]+/,
      says: [certain("payload-too-big")],
    },
    {
      has: "Invalid Sec-WebSocket-Accept hash",
      at: /Invalid (?<header>Sec-WebSocket-Accept) hash/,
      says: [certain("bad-handshake")],
    },
  ],
} as const satisfies PhraseFamily;

/** @see https://github.com/spring-projects/spring-framework spring-websocket */
export const spring = {
  tool: "spring",
  phrases: [
    {
      has: ["Handshake failed due to invalid Upgrade header", "Handshake failed due to invalid Connection header"],
      at: /Handshake failed due to invalid (?<header>Upgrade|Connection) header/,
      says: [certain("http-answer", { status: 400 }), likely("proxy-no-upgrade")],
    },
    {
      has: ["Handshake request rejected, Origin header value", "Origin header value '"],
      at: /(?:Handshake request rejected, )?Origin header value (?:'(?<reason>[^'\n]{1,253})' not allowed|[^\n]{1,253} not allowed)/,
      says: [certain("http-refused", { status: 403 })],
    },
    {
      has: "Handshake failed due to unsupported WebSocket version",
      at: /Handshake failed due to unsupported WebSocket version/,
      says: [certain("http-answer", { status: 426 }), possible("bad-handshake")],
    },
  ],
} as const satisfies PhraseFamily;
