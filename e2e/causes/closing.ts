import { properly } from "../servers/httpServer.ts";
import { askWhy, type Outcome, type Row } from "./row.ts";

/** One code of each kind; browsers pass the others on in the same way. */
const SHOWN_TO_ALL: ReadonlySet<number> = new Set([1000, 1008, 1011, 4001, 4401]);

/** Opens, and is closed by the server with a code. */
const closedWith = (code: number, reason: string, expected: Outcome): Row => ({
  name: `the server closes with ${String(code)}${reason === "" ? "" : `, “${reason}”`}`,
  start: async (servers) => {
    const server = await servers.websocket();
    return {
      url: server.url,
      next: async (app) => {
        await app.isIn("open");
        server.closeAll(code, reason);
        if (code <= 1001) await askWhy(app, String(code));
      },
    };
  },
  expected,
  ...(SHOWN_TO_ALL.has(code) ? {} : { isVariant: true }),
});

const closeCode = { cause: "close-code", certainty: "certain" } as const;
const forWhoWeAre = { cause: "auth-after-open", certainty: "likely" } as const;
const dropped = { cause: "dropped", certainty: "certain" } as const;

const codes: readonly Row[] = [
  closedWith(1000, "", closeCode),
  closedWith(1001, "", closeCode),
  closedWith(1003, "", closeCode),
  closedWith(1007, "", closeCode),
  closedWith(1008, "", forWhoWeAre),
  closedWith(1009, "", { cause: "payload-too-big", certainty: "certain" }),
  closedWith(1011, "", closeCode),
  closedWith(1012, "", closeCode),
  closedWith(1013, "", closeCode),
  closedWith(3000, "", forWhoWeAre),
  closedWith(4000, "", closeCode),
  closedWith(4401, "", forWhoWeAre),
  closedWith(4403, "", forWhoWeAre),
  closedWith(4999, "", closeCode),
  closedWith(4001, "replaced by another connection", { cause: "replaced", certainty: "likely" }),
  closedWith(4100, "invalid token", forWhoWeAre),
  {
    name: "the server closes without a code",
    isVariant: true,
    start: async (servers) => {
      const server = await servers.websocket();
      return {
        url: server.url,
        next: async (app) => {
          await app.isIn("open");
          server.closeAll();
        },
      };
    },
    expected: closeCode,
  },
  {
    name: "Python's websockets closes with 1011",
    start: async (servers) => ({ url: `${(await servers.python()).url}/close/1011` }),
    expected: closeCode,
  },
];

const afterOurMessage = (code: number): Row => ({
  name: `the server closes with ${String(code)} right after our message`,
  start: async (servers) => {
    const server = await servers.websocket({ echo: false, onMessage: (_message, client) => client.close(code) });
    return {
      url: server.url,
      next: async (app) => {
        await app.isIn("open");
        await app.send("what is this");
      },
    };
  },
  expected: { cause: "message-rejected", certainty: "likely" },
  ...(code === 1003 ? {} : { isVariant: true }),
});

const cuts: readonly Row[] = [
  {
    name: "TCP ends without a close frame",
    start: async (servers) => {
      const server = await servers.websocket();
      return {
        url: server.url,
        next: async (app) => {
          await app.isIn("open");
          server.dropAll();
        },
      };
    },
    expected: dropped,
  },
  {
    name: "TCP is reset",
    start: async (servers) => {
      const server = await servers.websocket();
      return {
        url: server.url,
        next: async (app) => {
          await app.isIn("open");
          server.resetAll();
        },
      };
    },
    // Firefox fires an error for a reset, as it does for a broken frame.
    expected: { chromium: dropped, firefox: { cause: "protocol-violation", certainty: "likely" } },
  },
  {
    name: "the server's process is killed",
    start: async (servers) => {
      const server = await servers.process();
      return {
        url: server.url,
        next: async (app) => {
          await app.isIn("open");
          server.kill();
        },
      };
    },
    expected: dropped,
  },
  {
    name: "a token is refused without an answer",
    start: async (servers) => {
      const server = await servers.websocket({
        echo: false,
        onMessage: () => void setTimeout(() => server.dropAll(), 1200),
      });
      return {
        url: server.url,
        next: async (app) => {
          await app.isIn("open");
          await app.send("token");
        },
      };
    },
    expected: forWhoWeAre,
  },
  {
    name: "an idle connection is cut, again and again after 1.5 s",
    settings: [{ chip: "Reconnect", check: ["Reconnect"], fill: { "First wait": "0.05" } }],
    start: async (servers) => {
      let connections = 0;
      const server = await servers.http({
        onUpgrade: (socket, request) => {
          socket.write(properly(request));
          socket.resume();
          if (connections++ < 3) setTimeout(() => socket.end(), 1500);
        },
      });
      return { url: server.url };
    },
    expected: { cause: "idle-timeout", certainty: "likely" },
  },
];

const ours: readonly Row[] = [
  {
    name: "a heartbeat stays without an answer",
    settings: [
      {
        chip: "Heartbeat",
        check: ["Heartbeat"],
        fill: { Send: "ping", Every: "0.2", "Answer contains": "pong", "Answer within": "0.2" },
        choose: { "If none comes": "end the connection" },
      },
    ],
    start: (servers) => servers.websocket({ echo: false }),
    expected: { cause: "heartbeat-timeout", certainty: "certain" },
  },
  {
    name: "we disconnect ourselves",
    start: async (servers) => ({
      url: (await servers.websocket()).url,
      next: async (app) => {
        await app.isIn("open");
        await app.press("Disconnect");
        await askWhy(app, "1000");
      },
    }),
    expected: { cause: "client-closed", certainty: "certain" },
  },
];

/** It was open, and ended. */
export const closing: readonly Row[] = [...codes, afterOurMessage(1003), afterOurMessage(1007), ...cuts, ...ours];
