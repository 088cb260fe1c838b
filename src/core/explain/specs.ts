import type { Cause } from "./cause.ts";

const WEBSOCKETS = "https://websockets.spec.whatwg.org/";
const RFC_6455 = "https://www.rfc-editor.org/rfc/rfc6455";
const SOCKETIO = "https://socket.io/docs/v4";
/** Why a page is told so little. */
const FEEDBACK = `${WEBSOCKETS}#feedback-from-the-protocol`;

const SPECS: Partial<Readonly<Record<Cause, string>>> = {
  "invalid-url": `${WEBSOCKETS}#dom-websocket-websocket`,
  "invalid-subprotocol": `${RFC_6455}#section-4.1`,
  "blocked-port": "https://fetch.spec.whatwg.org/#port-blocking",
  "mixed-content": "https://w3c.github.io/webappsec-mixed-content/#should-block-fetch",
  csp: "https://w3c.github.io/webappsec-csp/#directive-connect-src",
  "csp-upgrade": "https://w3c.github.io/webappsec-upgrade-insecure-requests/#upgrade-request",
  "local-network-access": "https://wicg.github.io/local-network-access/#integration-with-websockets",
  offline: "https://html.spec.whatwg.org/multipage/system-state.html#dom-navigator-online",
  unreachable: FEEDBACK,
  refused: FEEDBACK,
  dns: FEEDBACK,
  reset: FEEDBACK,
  tls: FEEDBACK,
  "other-protocol": FEEDBACK,
  "no-answer": FEEDBACK,
  "http-answer": `${RFC_6455}#section-4.2.2`,
  "http-refused": `${RFC_6455}#section-4.2.2`,
  "bad-handshake": `${RFC_6455}#section-4.2.2`,
  "proxy-no-upgrade": "https://nginx.org/en/docs/http/websocket.html",
  "localhost-family": "https://www.rfc-editor.org/rfc/rfc6761#section-6.3",
  "wildcard-address": "https://www.rfc-editor.org/rfc/rfc1122#section-3.2.1.3",
  "wrong-scheme": `${RFC_6455}#section-3`,
  subprotocol: `${RFC_6455}#section-4.1`,
  "socketio-behind-raw": `${SOCKETIO}/#what-socketio-is-not`,
  "not-socketio": `${SOCKETIO}/#what-socketio-is-not`,
  "socketio-version": `${SOCKETIO}/client-installation/#version-compatibility`,
  "socketio-cors": `${SOCKETIO}/handling-cors/`,
  "socketio-path": `${SOCKETIO}/client-options/#path`,
  "socketio-namespace": `${SOCKETIO}/namespaces/`,
  "socketio-auth": `${SOCKETIO}/middlewares/`,
  "socketio-transport": `${SOCKETIO}/client-options/#transports`,
  "socketio-session": `${SOCKETIO}/using-multiple-nodes/#enabling-sticky-session`,
  "socketio-parser": `${SOCKETIO}/custom-parser/`,
  "close-code": `${RFC_6455}#section-7.4`,
  "heartbeat-timeout": `${SOCKETIO}/how-it-works/#disconnection-detection`,
  dropped: `${RFC_6455}#section-7.1.5`,
  "protocol-violation": `${RFC_6455}#section-7.1.7`,
  "auth-after-open": `${RFC_6455}#section-7.4.2`,
  "payload-too-big": `${RFC_6455}#section-7.4.1`,
  "server-disconnect": `${SOCKETIO}/client-socket-instance/#disconnect`,
  "polling-only": `${SOCKETIO}/how-it-works/#upgrade-mechanism`,
};

/** The clause of a standard, or of the documentation, that a cause rests on; null: none. */
export const specOf = (cause: Cause): string | null => SPECS[cause] ?? null;
