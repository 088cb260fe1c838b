import { answered, isEngineIo, notTls } from "../readings.ts";
import { certain, likely, possible, type Found, type Phrase, type PhraseFamily, type Reading } from "../phrase.ts";

const ADDRESS = String.raw`(?:wss?|https?):\/\/[^\s'"]{1,1500}`;

/** Chromium's network errors: of a WebSocket, of a request, as Playwright quotes them, or alone. */
const net = (names: string, says: Phrase["says"], has: string | readonly string[] = `ERR_${names}`): Phrase => ({
  has,
  at: new RegExp(
    String.raw`(?:(?:WebSocket connection to )?(?:'|GET |POST |OPTIONS )(?<url>${ADDRESS})'?(?: failed:(?: Error in connection establishment:| Error during WebSocket handshake:)?)? )?(?:net::)?\b(?<errno>ERR_(?:${names}))\b(?: at (?<urlAfter>${ADDRESS}))?`,
  ),
  says,
});

const onLoopback6 = ({ detail }: Found): Reading =>
  detail.host === "::1" ? [certain("refused"), possible("localhost-family")] : [certain("refused")];

/** An extension, a policy of CORS, anything: only of an address of sockets it is worth a word. */
const failed = ({ group, line }: Found): Reading =>
  /^wss?:/.test(group("url")) || isEngineIo(group("url") || line) ? [possible("unreachable")] : [];

/** @see https://source.chromium.org/chromium/chromium/src/+/main:net/base/net_error_list.h */
export const netErrors = {
  tool: "chromium",
  phrases: [
    net("CONNECTION_REFUSED", onLoopback6),
    net("NAME_NOT_RESOLVED", [certain("dns")]),
    net("CONNECTION_RESET", [certain("reset")]),
    net(
      "(?:CONNECTION_CLOSED|SOCKET_NOT_CONNECTED|EMPTY_RESPONSE|CONNECTION_ABORTED)",
      ({ group }) => (group("url").startsWith("wss:") ? [likely("reset"), possible("tls")] : [likely("reset")]),
      ["ERR_CONNECTION_CLOSED", "ERR_SOCKET_NOT_CONNECTED", "ERR_EMPTY_RESPONSE", "ERR_CONNECTION_ABORTED"],
    ),
    net("(?:CONNECTION_TIMED_OUT|TIMED_OUT)", [certain("no-answer")], ["ERR_CONNECTION_TIMED_OUT", "ERR_TIMED_OUT"]),
    net("ADDRESS_UNREACHABLE", [certain("unreachable")]),
    net("ADDRESS_INVALID", [likely("wildcard-address")]),
    net("INTERNET_DISCONNECTED", [certain("offline")]),
    net(
      "(?:NETWORK_CHANGED|NETWORK_IO_SUSPENDED)",
      [certain("network-lost")],
      ["ERR_NETWORK_CHANGED", "ERR_NETWORK_IO_SUSPENDED"],
    ),
    net("SSL_PROTOCOL_ERROR", notTls),
    net(
      String.raw`(?:CERT_[A-Z_]+|SSL_VERSION_OR_CIPHER_MISMATCH|BAD_SSL_CLIENT_AUTH_CERT|SSL_CLIENT_AUTH_[A-Z_]+|SSL_OBSOLETE_VERSION|CERTIFICATE_TRANSPARENCY_REQUIRED)`,
      [certain("tls")],
      [
        "ERR_CERT_",
        "ERR_SSL_VERSION_OR_CIPHER_MISMATCH",
        "ERR_BAD_SSL_CLIENT_AUTH_CERT",
        "ERR_SSL_CLIENT_AUTH_",
        "ERR_SSL_OBSOLETE_VERSION",
        "ERR_CERTIFICATE_TRANSPARENCY_REQUIRED",
      ],
    ),
    net("UNSAFE_PORT", [certain("blocked-port")]),
    net(
      "BLOCKED_BY_(?:LOCAL|PRIVATE)_NETWORK_ACCESS_CHECKS",
      [certain("local-network-access")],
      ["ERR_BLOCKED_BY_LOCAL_NETWORK", "ERR_BLOCKED_BY_PRIVATE_NETWORK"],
    ),
    net("BLOCKED_BY_CSP", [certain("csp")]),
    net("INSUFFICIENT_RESOURCES", [likely("too-many-sockets")]),
    net("UNEXPECTED_PROXY_AUTH", ({ detail }) => answered(407, detail.url)),
    net(
      "(?:TUNNEL|PROXY)_CONNECTION_FAILED",
      [likely("unreachable")],
      ["ERR_TUNNEL_CONNECTION_FAILED", "ERR_PROXY_CONNECTION_FAILED"],
    ),
    net("INVALID_HTTP_RESPONSE", [likely("other-protocol")]),
    net("FAILED", failed),
  ],
} as const satisfies PhraseFamily;
