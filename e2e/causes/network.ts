import type { Row } from "./row.ts";
import { timeout } from "./row.ts";

/** What listens nowhere any more. */
const gone =
  (host: string): Row["start"] =>
  async (servers) => {
    const server = await servers.hand(() => undefined, host);
    await server.close();
    return { url: server.url };
  };

/** What a server sends that speaks first, and no HTTP. */
const speaksFirst =
  (bytes: string | Uint8Array): Row["start"] =>
  async (servers) =>
    servers.hand((socket) => {
      socket.resume();
      socket.end(bytes);
    });

const unreachable = {
  cause: "unreachable",
  certainty: "possible",
  among: ["refused", "reset", "other-protocol"],
} as const;
const notHttp = {
  chromium: unreachable,
  // Firefox takes any answer for HTTP/0.9.
  firefox: { cause: "http-answer", certainty: "likely", among: ["other-protocol"] },
} as const;
const family = { cause: "localhost-family", certainty: "certain" } as const;

/** Nothing usable answers. */
export const network: readonly Row[] = [
  { name: "nothing listens on 127.0.0.1", start: gone("127.0.0.1"), expected: unreachable },
  { name: "nothing listens on [::1]", start: gone("::1"), expected: unreachable },
  {
    name: "nothing listens on localhost",
    start: async (servers) => {
      const { url } = await gone("127.0.0.1")(servers);
      return { url: url.replace("127.0.0.1", "localhost") };
    },
    expected: unreachable,
  },
  {
    name: "a server on 0.0.0.0, asked for as [::1]",
    start: async (servers) => {
      const { port } = await servers.websocket({ host: "0.0.0.0" });
      return { url: `ws://[::1]:${String(port)}` };
    },
    expected: family,
  },
  {
    name: "a server on 127.0.0.1, asked for as [::1]",
    isVariant: true,
    start: async (servers) => {
      const { port } = await servers.websocket();
      return { url: `ws://[::1]:${String(port)}` };
    },
    expected: family,
  },
  {
    name: "a server on ::1, asked for as 127.0.0.1",
    start: async (servers) => {
      const { port } = await servers.websocket({ host: "::1" });
      return { url: `ws://127.0.0.1:${String(port)}` };
    },
    expected: family,
  },
  {
    name: "something takes the connection and closes it at once",
    start: (servers) => servers.hand((socket) => socket.end()),
    expected: unreachable,
  },
  {
    name: "something takes the connection and resets it",
    isVariant: true,
    start: (servers) => servers.hand((socket) => socket.resetAndDestroy()),
    expected: unreachable,
  },
  { name: "an SSH server listens there", start: speaksFirst("SSH-2.0-OpenSSH_9.2p1\r\n"), expected: notHttp },
  {
    name: "a database listens there",
    isVariant: true,
    start: speaksFirst(Buffer.from("4a0000000a382e302e33360008000000", "hex")),
    expected: notHttp,
  },
  {
    name: "a server that takes the connection and never answers",
    settings: [timeout("3")],
    start: (servers) => servers.hand((socket) => void socket.resume()),
    expected: { cause: "no-answer", certainty: "certain" },
  },
  {
    name: "a server that stops in the middle of its answer",
    isVariant: true,
    settings: [timeout("3")],
    start: (servers) =>
      servers.hand(
        (socket) => void socket.resume().write("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n"),
      ),
    expected: { cause: "no-answer", certainty: "certain" },
  },
  {
    name: "a host name that does not exist",
    start: () => ({
      url: "ws://no-such-host.invalid:8080",
      next: async (app) => {
        await app.isIn("failed");
        await app.press("Probe now");
      },
    }),
    expected: { cause: "unreachable", certainty: "possible", among: ["dns"] },
  },
];
