import { makeCertificate } from "../servers/certificate.ts";
import type { Row } from "./row.ts";

const csp = { cause: "csp", certainty: "certain" } as const;
const mixed = { cause: "mixed-content", certainty: "certain" } as const;

/** As our own, but for what it lets through. */
const connecting = (sources: string, more = ""): string =>
  `default-src 'none'; script-src 'self'; connect-src ${sources}${more}`;
const upgrading = connecting("'self' ws: wss: http: https:", "; upgrade-insecure-requests");

const named = (url: string): string => url.replace("127.0.0.1", "a.test");

/** The browser stops it: for the policy of the script that connects, or for the page's own scheme. */
export const policy: readonly Row[] = [
  {
    name: "a policy that lets the page connect to itself only",
    app: { enginePolicy: connecting("'self'") },
    start: (servers) => servers.websocket(),
    expected: csp,
  },
  {
    name: "a policy that stops Socket.IO's polling",
    isVariant: true,
    app: { enginePolicy: connecting("'self'") },
    protocol: "Socket.IO",
    start: (servers) => servers.socketio(),
    expected: csp,
  },
  {
    name: "upgrade-insecure-requests to a server without TLS",
    app: { enginePolicy: upgrading },
    start: async (servers) => ({ url: named((await servers.websocket()).url) }),
    expected: {
      chromium: { cause: "csp-upgrade", certainty: "likely" },
      firefox: { not: "sockets of workers are not upgraded" },
    },
  },
  {
    name: "upgrade-insecure-requests to a server with TLS",
    app: { enginePolicy: upgrading },
    trusts: true,
    start: async (servers) => {
      const { url } = await servers.websocket({ certificate: makeCertificate() });
      return { url: named(url).replace("wss:", "ws:") };
    },
    expected: { chromium: { hint: "upgraded-to-wss" }, firefox: { not: "sockets of workers are not upgraded" } },
  },
  {
    name: "ws from a page over HTTPS",
    app: { https: true },
    trusts: true,
    start: async (servers) => ({ url: named((await servers.websocket()).url) }),
    foreseen: "mixed-content",
    expected: mixed,
  },
  {
    name: "http for Socket.IO from a page over HTTPS",
    isVariant: true,
    app: { https: true },
    trusts: true,
    protocol: "Socket.IO",
    start: async (servers) => ({ url: named((await servers.socketio()).url) }),
    foreseen: "mixed-content",
    expected: mixed,
  },
];
