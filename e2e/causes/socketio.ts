import { namespace, path, timeout, websocketOnly, type App, type Row, type Setting } from "./row.ts";

const clientV2: Setting = { choose: { "Client version": "Client v2 (server 2)" } };

const notSocketIo = { cause: "not-socketio", certainty: "likely" } as const;
const version = { cause: "socketio-version", certainty: "certain" } as const;
const cors = { cause: "socketio-cors", certainty: "likely" } as const;
const answeredAmong = (...among: readonly ("socketio-cors" | "socketio-path" | "not-socketio")[]) =>
  ({
    chromium: { cause: "http-answer", certainty: "certain", among },
    firefox: { cause: "http-answer", certainty: "likely", among },
  }) as const;

const page = "<!doctype html><title>Shop</title>";

/** The address of a WebSocket server, as Socket.IO's client wants it. */
const asHttp = (url: string): string => url.replace(/^ws/, "http");

type SocketIoRow = Omit<Row, "protocol">;

const somethingElse: readonly SocketIoRow[] = [
  {
    name: "a plain WebSocket server",
    start: async (servers) => ({ url: asHttp((await servers.websocket()).url) }),
    expected: notSocketIo,
  },
  {
    name: "a plain WebSocket server, by websocket only",
    isVariant: true,
    settings: [websocketOnly, timeout("3")],
    start: async (servers) => ({ url: asHttp((await servers.websocket({ echo: false })).url) }),
    expected: notSocketIo,
  },
  {
    name: "a web application that answers every path with its page",
    start: async (servers) => ({ url: asHttp((await servers.http({ status: 200, body: page, cors: true })).url) }),
    expected: notSocketIo,
  },
  {
    name: "a web application whose answers the page may not read",
    isVariant: true,
    start: async (servers) => ({ url: asHttp((await servers.http({ status: 200, body: page })).url) }),
    expected: answeredAmong("not-socketio", "socketio-path"),
  },
  {
    name: "404, and the page may read it",
    isVariant: true,
    start: async (servers) => ({ url: asHttp((await servers.http({ status: 404, cors: true })).url) }),
    expected: { cause: "socketio-path", certainty: "likely" },
  },
  {
    name: "404, and the page may not read it",
    isVariant: true,
    start: async (servers) => ({ url: asHttp((await servers.http({ status: 404 })).url) }),
    expected: answeredAmong("not-socketio", "socketio-path"),
  },
  {
    name: "nothing listens",
    isVariant: true,
    start: async (servers) => {
      const server = await servers.hand(() => undefined);
      await server.close();
      return { url: asHttp(server.url) };
    },
    expected: { cause: "unreachable", certainty: "possible", among: ["refused"] },
  },
];

const versions: readonly SocketIoRow[] = [
  {
    name: "client 4 to a server of version 2",
    start: (servers) => servers.socketioV2(),
    expected: version,
  },
  {
    name: "client 4 to a server of version 2, by websocket only",
    isVariant: true,
    settings: [websocketOnly],
    start: (servers) => servers.socketioV2(),
    expected: version,
  },
  {
    name: "client 2 to a server of version 4",
    settings: [clientV2],
    start: (servers) => servers.socketio({ cors: { origin: true, credentials: true } }),
    expected: version,
  },
];

const crossOrigin: readonly SocketIoRow[] = [
  { name: "no CORS at all", start: (servers) => servers.socketio({ cors: false }), expected: cors },
  { name: "CORS for ['*']", start: (servers) => servers.socketio({ cors: { origin: ["*"] } }), expected: cors },
  {
    name: "CORS for another origin",
    isVariant: true,
    start: (servers) => servers.socketio({ cors: { origin: ["https://shop.example"] } }),
    expected: cors,
  },
  {
    name: "cookies to a server with CORS for *",
    settings: [{ chip: "Transports", check: ["withCredentials"] }],
    start: (servers) => servers.socketio({ cors: { origin: "*" } }),
    expected: { cause: "socketio-cors", certainty: "likely" },
  },
];

const paths: readonly SocketIoRow[] = [
  {
    name: "a wrong path",
    settings: [path("/io/")],
    start: (servers) => servers.socketio(),
    expected: answeredAmong("socketio-path", "not-socketio"),
  },
  {
    name: "a wrong path, by websocket only",
    isVariant: true,
    settings: [path("/io/"), websocketOnly],
    start: (servers) => servers.socketio(),
    expected: { cause: "socketio-path", certainty: "likely" },
  },
];

const refusals: readonly SocketIoRow[] = [
  {
    name: "a namespace that does not exist",
    settings: [namespace("/nobody")],
    start: (servers) => servers.socketio(),
    expected: { cause: "socketio-namespace", certainty: "certain" },
  },
  {
    name: "a middleware that wants a token",
    settings: [namespace("/admin")],
    start: (servers) => servers.socketio(),
    expected: { cause: "socketio-auth", certainty: "certain" },
  },
  {
    name: "allowRequest that refuses",
    start: (servers) => servers.socketio({ refuse: "apiKey is required" }),
    expected: { cause: "socketio-auth", certainty: "certain" },
  },
  {
    name: "polling to a server with websocket only",
    start: (servers) => servers.socketio({ transports: ["websocket"] }),
    expected: { cause: "socketio-transport", certainty: "certain" },
  },
  {
    name: "websocket only to a server with polling only",
    settings: [websocketOnly, timeout("3")],
    start: (servers) => servers.socketio({ transports: ["polling"] }),
    expected: { cause: "socketio-transport", certainty: "likely" },
  },
  {
    name: "two servers without sticky sessions",
    start: async (servers) => {
      const [one, other] = [await servers.socketio(), await servers.socketio()];
      return servers.balancer([one.port, other.port]);
    },
    expected: { cause: "socketio-session" },
  },
];

/** Open, and then something happens. */
const whenOpen =
  (does: (app: App) => void | Promise<void>) =>
  async (app: App): Promise<void> => {
    await app.isIn("open");
    await does(app);
  };

const endings: readonly SocketIoRow[] = [
  {
    name: "the server disconnects the client",
    start: async (servers) => {
      const server = await servers.socketio();
      return { url: server.url, next: whenOpen(() => server.disconnectAll()) };
    },
    expected: { cause: "server-disconnect", certainty: "certain" },
  },
  {
    name: "the server sends what is no packet",
    settings: [websocketOnly],
    start: async (servers) => {
      const server = await servers.socketio();
      return { url: server.url, next: whenOpen(() => server.garble()) };
    },
    expected: { cause: "socketio-parser", certainty: "likely" },
  },
  {
    name: "a message that is too big",
    settings: [websocketOnly],
    start: async (servers) => {
      const { url } = await servers.socketio({ maxHttpBufferSize: 100 });
      const upload = async (app: App): Promise<void> => {
        await app.set({ fill: { Event: "upload" } });
        await app.send(`"${"x".repeat(200)}"`);
      };
      return { url, next: whenOpen(upload) };
    },
    expected: { cause: "payload-too-big", certainty: "certain" },
  },
  {
    name: "the server stops its pings",
    settings: [websocketOnly],
    start: async (servers) => {
      const handshake = { sid: "a", upgrades: [], pingInterval: 300, pingTimeout: 300, maxPayload: 1_000_000 };
      const server = await servers.websocket({
        greeting: `0${JSON.stringify(handshake)}`,
        echo: false,
        onMessage: ({ text }, client) => {
          if (text === "40") client.send('40{"sid":"b"}');
        },
      });
      return { url: asHttp(server.url) };
    },
    expected: { cause: "heartbeat-timeout", certainty: "certain" },
  },
];

const python: readonly SocketIoRow[] = [
  {
    name: "a namespace that does not exist in Flask-SocketIO",
    settings: [namespace("/nobody")],
    start: (servers) => servers.flask("*"),
    expected: { cause: "socketio-namespace", certainty: "likely" },
  },
  {
    name: "Flask-SocketIO, which lets in its own origin only",
    start: (servers) => servers.flask(),
    expected: {
      chromium: { cause: "http-answer", certainty: "certain", among: ["socketio-cors"] },
      firefox: { cause: "http-answer", certainty: "likely", among: ["socketio-cors"] },
    },
  },
];

const groups = [somethingElse, versions, crossOrigin, paths, refusals, endings, python];

/** Socket.IO's client. */
export const socketio: readonly Row[] = groups.flat().map((row) => ({ ...row, protocol: "Socket.IO" }));
