import { onGitHub, type SystemCodes } from "./codeRow.ts";

const WEBSOCKIFY = onGitHub("novnc/websockify", "websockify/websocketproxy.py");
const ENGINE_IO = "packages/engine.io/lib";

/** Servers, clients and subprotocols that an application is built on. */
export const libraryCodes = [
  {
    system: "graphql-ws",
    source: onGitHub("enisdenjo/graphql-ws", "src/common.ts"),
    codes: [
      { code: 4004, name: "Bad Response", retry: "after-fix" },
      { code: 4005, name: "Internal Client Error", retry: "after-fix" },
      { code: 4400, name: "Bad Request", retry: "after-fix" },
      { code: 4401, name: "Unauthorized", retry: "after-fix" },
      { code: 4403, name: "Forbidden", retry: "after-fix" },
      { code: 4406, name: "Subprotocol not acceptable", retry: "after-fix" },
      { code: 4408, name: "Connection initialisation timeout", retry: "after-fix" },
      { code: 4409, name: "Subscriber already exists", retry: "after-fix" },
      { code: 4429, name: "Too many initialisation requests", retry: "after-fix" },
      {
        code: 4499,
        name: "Terminated",
        retry: "yes",
        source: onGitHub("enisdenjo/graphql-ws", "src/client.ts"),
      },
      { code: 4500, name: "Internal Server Error", retry: "after-fix" },
      { code: 4504, name: "Connection acknowledgement timeout", retry: "yes" },
    ],
  },
  {
    system: "subscriptions-transport-ws",
    source: onGitHub("apollographql/subscriptions-transport-ws", "src/server.ts"),
    codes: [
      { code: 1002, name: "Wrong subprotocol", retry: "after-fix" },
      { code: 1011, name: "Connection error", retry: "after-fix" },
    ],
  },
  {
    system: "ws-node",
    source: onGitHub("websockets/ws", "lib/receiver.js"),
    codes: [
      { code: 1002, name: "Invalid frame", retry: "after-fix" },
      { code: 1007, name: "Invalid UTF-8", retry: "after-fix" },
      { code: 1008, name: "Too many fragments", retry: "after-fix" },
      { code: 1009, name: "Max payload size exceeded", retry: "after-fix" },
    ],
  },
  {
    system: "socketio",
    source: onGitHub("socketio/socket.io", `${ENGINE_IO}/socket.ts`),
    codes: [
      { code: 1005, name: "Closed without a code", retry: "yes" },
      {
        code: 1006,
        variant: "path",
        name: "Wrong path",
        retry: "after-fix",
        source: onGitHub("socketio/socket.io", `${ENGINE_IO}/server.ts`),
      },
      {
        code: 1006,
        variant: "version",
        name: "Engine.IO protocol mismatch",
        retry: "after-fix",
        source: onGitHub("socketio/socket.io", `${ENGINE_IO}/server.ts`),
      },
      { code: 1009, name: "maxHttpBufferSize exceeded", retry: "after-fix" },
    ],
  },
  {
    system: "sockjs-client",
    source: onGitHub("sockjs/sockjs-client", "lib/main.js"),
    codes: [
      { code: 1000, name: "Normal closure", retry: "no" },
      { code: 1002, name: "Cannot connect to server", retry: "yes" },
      { code: 1006, name: "Server lost session", retry: "yes" },
      { code: 2000, name: "All transports failed", retry: "yes" },
      { code: 2007, name: "Transport timed out", retry: "yes" },
    ],
  },
  {
    system: "sockjs-server",
    source: onGitHub("sockjs/sockjs-node", "lib/session.js"),
    codes: [
      { code: 2010, name: "Another connection still open", retry: "after-fix" },
      {
        code: 3000,
        name: "Broken framing, or no heartbeat answer",
        retry: "yes",
        source: onGitHub("sockjs/sockjs-node", "lib/transport/websocket.js"),
      },
    ],
  },
  {
    system: "spring",
    source: onGitHub(
      "spring-projects/spring-framework",
      "spring-websocket/src/main/java/org/springframework/web/socket/CloseStatus.java",
      "main",
    ),
    codes: [{ code: 4500, name: "SESSION_NOT_RELIABLE", retry: "yes" }],
  },
  {
    system: "python-websockets",
    source: onGitHub("python-websockets/websockets", "docs/faq/connection.rst"),
    codes: [{ code: 1011, name: "keepalive ping timeout", retry: "yes" }],
  },
  {
    system: "uvicorn",
    source: onGitHub("encode/uvicorn", "uvicorn/protocols/websockets/websockets_impl.py"),
    codes: [{ code: 1012, name: "Service Restart", retry: "yes" }],
  },
  {
    system: "tornado",
    source: onGitHub("tornadoweb/tornado", "tornado/websocket.py"),
    codes: [{ code: 1009, name: "message too big", retry: "after-fix" }],
  },
  {
    system: "daphne",
    source: onGitHub("django/daphne", "daphne/ws_protocol.py"),
    codes: [{ code: 1011, name: "Application error", retry: "after-fix" }],
  },
  {
    system: "phoenix",
    source: onGitHub("phoenixframework/phoenix", "assets/js/phoenix/socket.js"),
    codes: [{ code: 1000, name: "heartbeat timeout", retry: "yes" }],
  },
  {
    system: "nats",
    source: onGitHub("nats-io/nats-server", "server/websocket.go"),
    codes: [
      { code: 1001, name: "Server shutdown or stale connection", retry: "yes" },
      { code: 1002, name: "Protocol violation", retry: "after-fix" },
      { code: 1008, name: "Authentication or limits", retry: "after-fix" },
      { code: 1009, name: "Maximum payload exceeded", retry: "after-fix" },
      { code: 1011, name: "Other server error", retry: "yes" },
    ],
  },
  {
    system: "websockify",
    source: WEBSOCKIFY,
    codes: [
      { code: 1000, name: "Target closed", retry: "yes" },
      { code: 1011, name: "Failed to connect to downstream server", retry: "after-fix" },
    ],
  },
  {
    system: "protoo",
    source: onGitHub("versatica/protoo", "server/lib/transports/WebSocketTransport.js"),
    codes: [{ code: 4000, name: "closed by protoo-server", retry: "no" }],
  },
  {
    system: "atproto-client",
    source: onGitHub("bluesky-social/atproto", "packages/ws-client/src/lib/close-codes.ts"),
    codes: [
      { code: 1000, name: "Normal", retry: "no" },
      { code: 1008, name: "Policy", retry: "yes" },
    ],
  },
] as const satisfies readonly SystemCodes[];
