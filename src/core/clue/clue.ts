import type { Cause } from "../explain/cause.ts";
import type { Certainty } from "../explain/finding.ts";
import type { Span } from "../units/span.ts";

/** Who writes the lines that are read here, by the names that they go by. */
export const TOOL_NAMES = {
  chromium: "Chromium",
  firefox: "Firefox",
  safari: "Safari",
  node: "Node.js",
  ws: "ws",
  undici: "undici",
  "socket.io": "Socket.IO",
  python: "Python",
  websockets: "websockets (Python)",
  aiohttp: "aiohttp",
  "websocket-client": "websocket-client (Python)",
  "python-socketio": "python-socketio",
  uvicorn: "Uvicorn",
  go: "Go",
  gorilla: "gorilla/websocket",
  "coder-websocket": "coder/websocket",
  java: "Java",
  tomcat: "Tomcat",
  jetty: "Jetty",
  spring: "Spring",
  okhttp: "OkHttp",
  "java-websocket": "Java-WebSocket",
  dotnet: ".NET",
  signalr: "SignalR",
  rust: "Rust",
  tungstenite: "tungstenite",
  pawl: "Ratchet Pawl",
  nginx: "nginx",
  haproxy: "HAProxy",
  apache: "Apache httpd",
  traefik: "Traefik",
  caddy: "Caddy",
  envoy: "Envoy",
  curl: "curl",
  wscat: "wscat",
  openssl: "OpenSSL",
  "evolution-api": "EvolutionAPI",
  wukongim: "WuKongIM",
} as const;

export type Tool = keyof typeof TOOL_NAMES;

/** The surest first. */
export const CERTAINTY_RANK: Readonly<Record<Certainty, number>> = { certain: 0, likely: 1, possible: 2 };

/** What a line says of the connection, as far as it does. */
export interface ClueDetail {
  readonly tool: Tool;
  /** How often the same clue stands in the text. */
  readonly count: number;
  /** The host and port are those of a proxy's backend, not those that the client asked for. */
  readonly isUpstream: boolean;
  readonly url?: string;
  /** Without brackets. */
  readonly host?: string;
  readonly port?: number;
  readonly family?: "IPv4" | "IPv6";
  /** Of an HTTP answer. */
  readonly status?: number;
  /** Of a close frame. */
  readonly code?: number;
  /** In the words of whoever closed or refused. */
  readonly reason?: string;
  readonly subprotocol?: string;
  readonly blockedUri?: string;
  /** Of a Content Security Policy, with its sources. */
  readonly directive?: string;
  /** As the system or the browser names it: `ECONNREFUSED`, `ERR_CERT_DATE_INVALID`. */
  readonly errno?: string;
  readonly header?: string;
  /** A span that the line itself names: `5s`, `30000 ms`. */
  readonly after?: string;
  readonly namespace?: string;
  /** That was asked for, with its query. */
  readonly path?: string;
}

/** A cause, and the part of the text that speaks for it. */
export interface Clue {
  readonly cause: Cause;
  /** Certain only where the line proves the cause. */
  readonly certainty: Certainty;
  /** In the text as given. */
  readonly span: Span;
  readonly detail: ClueDetail;
}
