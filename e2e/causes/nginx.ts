import { makeCertificate } from "../servers/certificate.ts";
import { websocketOnly, type Outcome, type Row } from "./row.ts";

const answered = (...among: readonly ("proxy-no-upgrade" | "bad-handshake")[]): Row["expected"] => ({
  chromium: { cause: "http-answer", certainty: "certain", among },
  firefox: { cause: "http-answer", certainty: "likely", among },
});

const pass = (port: number): string => `proxy_pass http://127.0.0.1:${String(port)};`;
const upgrade =
  'proxy_http_version 1.1; proxy_set_header Upgrade $http_upgrade; proxy_set_header Connection "upgrade";';
const at = (scheme: string, port: number): { url: string } => ({ url: `${scheme}://127.0.0.1:${String(port)}` });

const idle: Outcome = { cause: "idle-timeout", certainty: "likely" };

/** A real nginx, configured as it often is. */
export const nginx: readonly Row[] = [
  {
    name: "nginx passes the request on without Upgrade",
    start: async (servers) => {
      const { port } = await servers.websocket();
      return at("ws", (await servers.nginx({ server: `location / { ${pass(port)} }` })).port);
    },
    expected: answered("proxy-no-upgrade"),
  },
  {
    name: "the server behind nginx is not running",
    start: async (servers) => {
      const gone = await servers.hand(() => undefined);
      await gone.close();
      return at("ws", (await servers.nginx({ server: `location / { ${upgrade} ${pass(gone.port)} }` })).port);
    },
    expected: answered("bad-handshake"),
  },
  {
    name: "nginx knows the path only with a slash at its end",
    isVariant: true,
    start: async (servers) => {
      const { port } = await servers.websocket();
      const server = `location /ws/ { ${upgrade} ${pass(port)} } location / { return 404; }`;
      return { url: `${at("ws", (await servers.nginx({ server })).port).url}/socket` };
    },
    expected: answered(),
  },
  {
    name: "a raw WebSocket through nginx to a Socket.IO server",
    start: async (servers) => {
      const { port } = await servers.socketio();
      return at("ws", (await servers.nginx({ server: `location / { ${upgrade} ${pass(port)} }` })).port);
    },
    // A wait of 1 s makes it certain, which a busy machine may stretch.
    expected: { cause: "socketio-behind-raw" },
  },
  {
    name: "nginx ends what is idle for proxy_read_timeout, again and again",
    settings: [{ chip: "Reconnect", check: ["Reconnect"], fill: { "First wait": "0.05" } }],
    start: async (servers) => {
      const { port } = await servers.websocket({ echo: false });
      const server = `location / { ${upgrade} proxy_read_timeout 1500ms; ${pass(port)} }`;
      return at("ws", (await servers.nginx({ server })).port);
    },
    expected: idle,
  },
  {
    name: "ws to the port where nginx speaks TLS",
    isVariant: true,
    trusts: true,
    start: async (servers) => {
      const { port } = await servers.websocket();
      const server = `location / { ${upgrade} ${pass(port)} }`;
      return at("ws", (await servers.nginx({ server, certificate: makeCertificate() })).port);
    },
    expected: { cause: "wrong-scheme", certainty: "certain" },
  },
  {
    name: "Socket.IO through nginx without Upgrade stays with polling",
    protocol: "Socket.IO",
    start: async (servers) => {
      const { port } = await servers.socketio();
      return at("http", (await servers.nginx({ server: `location / { ${pass(port)} }` })).port);
    },
    expected: { hint: "polling-only" },
  },
  {
    name: "Socket.IO by websocket only through nginx without Upgrade",
    isVariant: true,
    protocol: "Socket.IO",
    settings: [websocketOnly],
    start: async (servers) => {
      const { port } = await servers.socketio();
      return at("http", (await servers.nginx({ server: `location / { ${pass(port)} }` })).port);
    },
    expected: { cause: "proxy-no-upgrade", certainty: "likely" },
  },
];
