import type { App, Row, Scene } from "./row.ts";

const behindRaw = { cause: "socketio-behind-raw", certainty: "certain" } as const;
/** What makes it certain is a wait of 1 s, which a busy machine may stretch. */
const behindRawByTime = { cause: behindRaw.cause } as const;

const asSocket = (url: string): string => url.replace("http:", "ws:");

const at =
  (path: string): Row["start"] =>
  async (servers) => ({ url: `${asSocket((await servers.socketio()).url)}${path}` });

const afterText = async (app: App): Promise<void> => {
  await app.isIn("open");
  await app.send("hello");
};

/** A raw WebSocket to a Socket.IO server. */
export const raw: readonly Row[] = [
  { name: "a raw WebSocket to a Socket.IO server", start: at("/"), expected: behindRawByTime },
  { name: "a raw WebSocket to /socket.io", start: at("/socket.io"), expected: behindRaw, isVariant: true },
  { name: "a raw WebSocket to /socket.io/ without a query", start: at("/socket.io/"), expected: behindRaw },
  {
    name: "a raw WebSocket to a path of Socket.IO's API",
    start: at("/chat?token=1"),
    expected: behindRawByTime,
    isVariant: true,
  },
  {
    name: "a raw WebSocket to a Socket.IO server that lets no page read",
    start: async (servers) => ({ url: `${asSocket((await servers.socketio({ cors: false })).url)}/` }),
    expected: behindRawByTime,
  },
  {
    name: "a raw WebSocket to a Socket.IO server of version 2",
    start: async (servers): Promise<Scene> => ({ url: `${asSocket((await servers.socketioV2()).url)}/socket.io/` }),
    expected: behindRaw,
  },
  {
    name: "a raw WebSocket that gets Engine.IO's frames",
    start: at("/socket.io/?EIO=4&transport=websocket"),
    expected: { hint: "engineio-frames-on-raw" },
  },
  {
    name: "a raw WebSocket that sends its own text to Engine.IO",
    isVariant: true,
    start: async (servers) => ({
      url: `${asSocket((await servers.socketio()).url)}/socket.io/?EIO=4&transport=websocket`,
      next: afterText,
    }),
    expected: behindRaw,
  },
];
