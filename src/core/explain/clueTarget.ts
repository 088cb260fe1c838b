import type { Clue } from "../clue/clue.ts";
import { isLoopback } from "../units/host.ts";
import type { Target } from "./target.ts";

/** Of a line that names no host: reserved for examples. @see RFC 2606 §2 */
const NOWHERE = "server.example";

/** Where a clue says that the connection was to go; commands and recipes are filled with it. */
export function clueTarget({ cause, detail }: Clue): Target {
  const given = detail.url ?? detail.blockedUri ?? "";
  const url = /^(?:wss?|https?):\/\//.test(given) && URL.canParse(given) ? new URL(given) : null;
  const named = detail.host ?? url?.hostname.replace(/^\[|\]$/g, "") ?? "";
  const host = named === "" ? NOWHERE : named;
  // Of a server on the net that names no port the usual one is that of TLS.
  const isLikelySecure = detail.port === undefined ? !isLoopback(host) : detail.port === 443;
  const isSecure = url === null ? cause === "tls" || isLikelySecure : /^(?:wss|https):$/.test(url.protocol);
  const port = detail.port ?? (isSecure ? 443 : 80);
  const isSocketIo = cause.startsWith("socketio-") && cause !== "socketio-behind-raw";
  const asked =
    url === null ? (isSocketIo ? "/socket.io/?EIO=4&transport=polling" : "/") : `${url.pathname}${url.search}`;
  const path = detail.path?.startsWith("/") === true ? detail.path : asked;
  const scheme = isSocketIo ? (isSecure ? "https" : "http") : isSecure ? "wss" : "ws";
  const isUsual = port === (isSecure ? 443 : 80);
  return {
    protocol: isSocketIo ? "socketio" : "websocket",
    url: `${scheme}://${host.includes(":") ? `[${host}]` : host}${isUsual ? "" : `:${String(port)}`}${isSocketIo ? "/" : path}`,
    isSecure,
    host,
    port,
    path,
    subprotocols: detail.subprotocol === undefined ? [] : [detail.subprotocol],
    origin: "",
    headers: [],
    namespace: isSocketIo ? (detail.namespace ?? "/") : null,
    idleLimit: null,
  };
}
