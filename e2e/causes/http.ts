import { properly, switching, acceptKey } from "../servers/httpServer.ts";
import type { HttpServerOptions } from "../servers/httpServer.ts";
import { subprotocols, type Row } from "./row.ts";

const answered = {
  chromium: { cause: "http-answer", certainty: "certain" },
  // Firefox takes any answer for HTTP/0.9: only one that the page may read makes it sure.
  firefox: { cause: "http-answer", certainty: "likely" },
} as const;
const readable = { cause: "http-answer", certainty: "certain" } as const;
const badHandshake = {
  chromium: { ...answered.chromium, among: ["bad-handshake"] },
  firefox: { ...answered.firefox, among: ["bad-handshake"] },
} as const;

const by =
  (options: HttpServerOptions): Row["start"] =>
  (servers) =>
    servers.http(options);

const refusals: readonly Row[] = [
  {
    name: "a web page instead of an upgrade",
    start: by({ status: 200, body: "<!doctype html><title>Shop</title>" }),
    expected: answered,
  },
  { name: "403 to the handshake", start: by({ status: 403 }), expected: answered },
  { name: "404 to the handshake", start: by({ status: 404 }), expected: answered, isVariant: true },
  { name: "503 to the handshake", start: by({ status: 503 }), expected: answered, isVariant: true },
  {
    name: "a redirect to a login",
    isVariant: true,
    start: async (servers) => {
      const login = await servers.http({ status: 200, body: "<!doctype html><title>Log in</title>" });
      return servers.http({ status: 302, headers: { Location: login.url.replace("ws", "http") }, body: "" });
    },
    expected: answered,
  },
  {
    name: "407 to the handshake",
    start: by({ status: 407, headers: { "Proxy-Authenticate": "Basic" } }),
    expected: {
      // Chromium does not let a fetch have an answer that only a proxy may give.
      chromium: { cause: "unreachable", certainty: "possible" },
      firefox: answered.firefox,
    },
  },
  ...[400, 401, 426, 500, 502].map((status): Row => ({
    name: `${String(status)} to the handshake, and the page may read it`,
    start: by({ status, cors: true }),
    expected: readable,
    ...(status === 401 ? {} : { isVariant: true }),
  })),
  {
    name: "a WebSocket server that wants no browser: 401, and 426 to everything else",
    isVariant: true,
    start: (servers) => servers.websocket({ refuse: 401 }),
    expected: answered,
  },
];

const handshakes: readonly Row[] = [
  {
    name: "an upgrade with a wrong Sec-WebSocket-Accept",
    start: by({
      onUpgrade: (socket) =>
        void socket.write(switching("Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Accept: d3Jvbmc=")),
    }),
    expected: badHandshake,
  },
  {
    name: "an upgrade to something else",
    isVariant: true,
    start: by({
      onUpgrade: (socket, request) =>
        void socket.write(
          switching("Upgrade: h2c", "Connection: Upgrade", `Sec-WebSocket-Accept: ${acceptKey(request)}`),
        ),
    }),
    expected: badHandshake,
  },
  {
    name: "an upgrade without Connection",
    isVariant: true,
    start: by({
      onUpgrade: (socket, request) =>
        void socket.write(switching("Upgrade: websocket", `Sec-WebSocket-Accept: ${acceptKey(request)}`)),
    }),
    expected: badHandshake,
  },
  {
    name: "an extension that nobody asked for",
    isVariant: true,
    start: by({
      onUpgrade: (socket, request) =>
        void socket.write(properly(request, "Sec-WebSocket-Extensions: x-own-compression")),
    }),
    expected: badHandshake,
  },
  {
    name: "a subprotocol that nobody asked for",
    start: by({ onUpgrade: (socket, request) => void socket.write(properly(request, "Sec-WebSocket-Protocol: chat")) }),
    expected: { chromium: badHandshake.chromium, firefox: { not: "it opens all the same" } },
  },
  {
    name: "another subprotocol than asked for",
    settings: [subprotocols("chat.v2")],
    start: by({
      onUpgrade: (socket, request) => {
        const isAsked = request.headers["sec-websocket-protocol"] !== undefined;
        socket.write(properly(request, ...(isAsked ? ["Sec-WebSocket-Protocol: chat.v1"] : [])));
      },
    }),
    expected: { cause: "subprotocol", certainty: "certain" },
  },
  {
    name: "subprotocols asked for, and none chosen",
    settings: [subprotocols("chat.v1\nchat.v2")],
    start: (servers) => servers.websocket({ subprotocols: [] }),
    expected: { chromium: { cause: "subprotocol", certainty: "certain" }, firefox: { hint: "subprotocol" } },
  },
];

/** An HTTP server answers, and it comes to no WebSocket. */
export const http: readonly Row[] = [...refusals, ...handshakes];
