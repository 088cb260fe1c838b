import type { Row } from "./row.ts";

/** The address alone says it. */
export const address: readonly Row[] = [
  {
    name: "a port that browsers block",
    start: () => ({ url: "ws://127.0.0.1:6000" }),
    foreseen: "blocked-port",
    expected: { cause: "blocked-port", certainty: "certain" },
  },
  {
    name: "a port that browsers block, by Socket.IO",
    isVariant: true,
    protocol: "Socket.IO",
    start: () => ({ url: "http://127.0.0.1:6667" }),
    foreseen: "blocked-port",
    expected: { cause: "blocked-port", certainty: "certain" },
  },
  {
    name: "0.0.0.0, copied from a server's output, and nothing listens",
    start: async (servers) => {
      const server = await servers.hand(() => undefined);
      await server.close();
      return { url: `ws://0.0.0.0:${String(server.port)}` };
    },
    foreseen: { chromium: "wildcard", firefox: "wildcard-address" },
    expected: {
      chromium: { cause: "wildcard-address", certainty: "likely" },
      firefox: { cause: "wildcard-address", certainty: "certain" },
    },
  },
];
