/** What one side has and the other has not; the texts say why. Extend, never rename. */
export const LEFT_OUT = [
  /** Headers of a raw WebSocket: a browser cannot send them. */
  "headers",
  /** The page's own origin is sent; nobody can choose another one. */
  "origin",
  "client-certificate",
  "tls-verification",
  "proxy",
  "cookies",
  /** User and password of HTTP. */
  "basic-auth",
  /** Any other way to sign in that the tool keeps apart from headers. */
  "authentication",
  /** A request that is neither a WebSocket nor Socket.IO. */
  "http-request",
  "request-body",
  /** A pipe, a redirection or another program of the same command line. */
  "shell",
  /** An option that says nothing about the connection as this page makes it. */
  "unknown-option",
  /** Ping frames of the protocol: a browser sends and shows none. */
  "ping-interval",
  "scripts",
  "path-parameters",
  "optional-parameters",
  /** Calls of the tool's own template functions; they stay in the text as they are. */
  "template-tags",
  "event-listeners",
  "schema",
  /** A server that speaks neither protocol. */
  "server-protocol",
  /** A reference into another file. */
  "external-reference",
  /** What was switched off there. */
  "disabled",
  "unreadable-line",
  /** More than one text may bring. */
  "too-many",
  "reconnect",
  "heartbeat",
  /** The reply that a heartbeat waits for. */
  "heartbeat-reply",
  "on-open-messages",
  "saved-messages",
  "close-code",
  "binary-message",
  /** A message or a field that has a fault of its own. */
  "faulty",
  "transports",
  "with-credentials",
  "namespace",
  /** The object of Socket.IO's CONNECT packet. */
  "connect-auth",
  "client-version",
  "connect-timeout",
  "ack-timeout",
  /** Two query parameters of one name. */
  "duplicate-parameters",
  "notes",
  "secret-value",
] as const;

export type LeftOutKind = (typeof LEFT_OUT)[number];

export interface LeftOut {
  readonly kind: LeftOutKind;
  /** Name of the item it belonged to; empty: the whole. */
  readonly of: string;
  /** What it was, as the user wrote it, without secrets. */
  readonly detail: string;
}
