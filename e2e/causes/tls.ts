import { makeCertificate } from "../servers/certificate.ts";
import type { Row } from "./row.ts";

/** Firefox alone tells a TLS failure: close code 1015. */
const untrusted = {
  chromium: { cause: "unreachable", certainty: "possible", among: ["tls", "refused"] },
  firefox: { cause: "tls", certainty: "certain" },
} as const;
const wrongScheme = { cause: "wrong-scheme", certainty: "certain" } as const;

const DAY = 86_400_000;
const ago = (days: number): Date => new Date(Date.now() - days * DAY);

/** A TLS record with the fatal alert `handshake_failure`. @see RFC 8446 §6 */
const ALERT = Buffer.from("15030300020228", "hex");

/** TLS, or none, where the other is expected. */
export const tls: readonly Row[] = [
  {
    name: "wss to a server without TLS",
    start: async (servers) => {
      const { url } = await servers.websocket();
      return { url: url.replace("ws:", "wss:") };
    },
    expected: wrongScheme,
  },
  {
    name: "ws to a server with TLS",
    trusts: true,
    start: async (servers) => {
      const { url } = await servers.websocket({ certificate: makeCertificate() });
      return { url: url.replace("wss:", "ws:") };
    },
    expected: wrongScheme,
  },
  {
    name: "https to a Socket.IO server without TLS",
    isVariant: true,
    protocol: "Socket.IO",
    start: async (servers) => {
      const { url } = await servers.socketio();
      return { url: url.replace("http:", "https:") };
    },
    expected: wrongScheme,
  },
  {
    name: "a self-signed certificate",
    start: (servers) => servers.websocket({ certificate: makeCertificate() }),
    expected: untrusted,
  },
  {
    name: "an expired certificate",
    isVariant: true,
    start: (servers) => servers.websocket({ certificate: makeCertificate({ from: ago(90), to: ago(1) }) }),
    expected: untrusted,
  },
  {
    name: "a certificate for another host",
    isVariant: true,
    start: (servers) => servers.websocket({ certificate: makeCertificate({ hosts: ["api.example"] }) }),
    expected: untrusted,
  },
  {
    name: "a server that refuses the TLS handshake",
    start: async (servers) => {
      const { port } = await servers.hand((socket) => socket.once("data", () => socket.end(ALERT)));
      return { url: `wss://127.0.0.1:${String(port)}` };
    },
    expected: {
      chromium: untrusted.chromium,
      // Its alert answers a plain request, too, which Firefox takes for HTTP/0.9.
      firefox: { cause: "tls", certainty: "likely" },
    },
  },
];
