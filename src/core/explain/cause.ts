/** What can only be after it was open; its own side ends a connection at any time. */
export const CAUSES_AFTER_OPEN = [
  "close-code",
  "idle-timeout",
  "heartbeat-timeout",
  "dropped",
  "process-ended",
  "network-lost",
  "protocol-violation",
  "auth-after-open",
  "message-rejected",
  "payload-too-big",
  "server-disconnect",
  "replaced",
] as const;

/**
 * What can be the matter, by the names that tests, exports and links use: extend, never rename.
 * The sentences of each stand in i18n.
 */
export const CAUSES = [
  // Blocked before anything reached the network.
  "invalid-url",
  "invalid-subprotocol",
  "blocked-port",
  "mixed-content",
  "csp",
  "csp-upgrade",
  "local-network-access",
  "offline",
  "too-many-sockets",
  // No usable answer. "unreachable" is the class that a page cannot split; the others are its members.
  "unreachable",
  "refused",
  "dns",
  "reset",
  "other-protocol",
  "tls",
  "localhost-family",
  "wildcard-address",
  "loopback-address",
  "no-answer",
  "wrong-scheme",
  "recovered",
  // An HTTP server answered, and it came to no WebSocket.
  "http-answer",
  "http-refused",
  "proxy-no-upgrade",
  "subprotocol",
  "bad-handshake",
  // Socket.IO.
  "socketio-behind-raw",
  "not-socketio",
  "socketio-version",
  "socketio-cors",
  "socketio-path",
  "socketio-namespace",
  "socketio-auth",
  "socketio-transport",
  "socketio-session",
  "socketio-parser",
  ...CAUSES_AFTER_OPEN,
  "client-closed",
  // The setup itself: a variable without a value, a field with a fault.
  "setup",
  // A part of the app itself that could not be fetched.
  "not-loaded",
  // Hints while it is open.
  "polling-only",
  "upgraded-to-wss",
  "engineio-frames-on-raw",
  "silent",
] as const;

export type Cause = (typeof CAUSES)[number];

/** Causes that others are members of: a page cannot split them, a line can. */
export const isClassCause = (cause: Cause): boolean => cause === "unreachable" || cause === "http-answer";
