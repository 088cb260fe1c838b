import type { Target } from "../target.ts";
import { diff, forSocketio, type RecipeDraft, type RecipeMaker } from "./recipe.ts";
import { enginePath, httpBase, pingSeconds, quote, route } from "./values.ts";

const SERVER = "https://socket.io/docs/v4/server-options/#";
const CLIENT = "https://socket.io/docs/v4/client-options/#";
const LISTEN = "https://nodejs.org/api/net.html#serverlistenport-host-backlog-callback";
const STACK = "Socket.IO";

/** One option of the server, with why. */
const serverOption = (anchor: string, comment: string, option: string): RecipeDraft => ({
  stack: STACK,
  spec: `${SERVER}${anchor}`,
  lines: diff(`
 import { Server } from "socket.io";

 const io = new Server(httpServer, {
+  // ${comment}
+  ${option},
 });`),
});

const pathOption = (target: Target): string =>
  enginePath(target) === "/socket.io/" ? "" : `\n   path: ${quote(enginePath(target))},`;

/** One option of the client, with why. */
const clientOption = (target: Target, anchor: string, comment: string, option: string): RecipeDraft => ({
  stack: "Socket.IO client",
  spec: `${CLIENT}${anchor}`,
  lines: diff(`
 import { io } from "socket.io-client";

 const socket = io(${quote(httpBase(target) + (target.namespace ?? ""))}, {${pathOption(target)}
+  // ${comment}
+  ${option},
 });`),
});

const listen = ({ port }: Target, host: string, comment: string): RecipeDraft => ({
  stack: STACK,
  spec: LISTEN,
  lines: diff(`
 import { createServer } from "node:http";
 import { Server } from "socket.io";

 const httpServer = createServer();
 const io = new Server(httpServer);
-httpServer.listen(${String(port)}, "127.0.0.1");
+// ${comment}
+httpServer.listen(${String(port)}, ${quote(host)});`),
});

const install = (spec: string, comment: string, from: string, to: string): RecipeDraft => ({
  stack: "npm",
  spec,
  lines: diff(`
-npm install ${from}
+# ${comment}
+npm install ${to}`),
});

export const socketIoRecipes = {
  "socketio-listen-families": forSocketio((target, words) => listen(target, "::", words.bothFamilies)),
  "socketio-listen-all": forSocketio((target, words) => listen(target, "0.0.0.0", words.everyAddress)),
  "socketio-client": (target, words) => ({
    stack: "Socket.IO client",
    spec: "https://socket.io/docs/v4/client-initialization/",
    lines: diff(`
+import { io } from "socket.io-client";

-const socket = new WebSocket(${quote(`${target.isSecure ? "wss" : "ws"}${httpBase(target).replace(/^https?/, "")}${target.path}`)});
+// ${words.clientNotRaw}
+const socket = io(${quote(httpBase(target))}, { path: ${quote(enginePath(target))} });`),
  }),
  "socketio-destroy-upgrade": (target, words) => ({
    stack: STACK,
    spec: "https://github.com/socketio/socket.io/blob/main/packages/engine.io/lib/server.ts",
    lines: diff(`
 import { Server } from "socket.io";
 import { WebSocketServer } from "ws";

-const io = new Server(httpServer);
+// ${words.keepForeignUpgrades}
+const io = new Server(httpServer, { destroyUpgrade: false });
+const sockets = new WebSocketServer({ noServer: true });
+httpServer.on("upgrade", (request, socket, head) => {
+  const { pathname } = new URL(request.url, "http://localhost");
+  if (pathname !== ${quote(route(target))}) return;
+  sockets.handleUpgrade(request, socket, head, (client) => sockets.emit("connection", client, request));
+});`),
  }),
  "socketio-server": (target, words) => ({
    stack: STACK,
    spec: "https://socket.io/docs/v4/server-initialization/",
    lines: diff(`
 import { createServer } from "node:http";
+import { Server } from "socket.io";

 const httpServer = createServer(app);
+// ${words.socketioPath}
+const io = new Server(httpServer, { path: ${quote(enginePath(target))} });
 httpServer.listen(${String(target.port)});`),
  }),
  "socketio-allow-eio3": (_, words) => serverOption("alloweio3", words.oldClients, "allowEIO3: true"),
  "socketio-client-v2": (_, words) =>
    install(
      "https://socket.io/docs/v4/client-installation/#version-compatibility",
      words.oldClients,
      "socket.io-client@4",
      "socket.io-client@2",
    ),
  "socketio-server-v4": (_, words) =>
    install("https://socket.io/docs/v4/migrating-from-2-x-to-3-0/", words.oldClients, "socket.io@2", "socket.io@4"),
  "socketio-cors": ({ origin }, words) => ({
    stack: STACK,
    spec: "https://socket.io/docs/v4/handling-cors/",
    lines: diff(`
 import { Server } from "socket.io";

 const io = new Server(httpServer, {
+  cors: {
+    // ${words.exactOrigin}
+    origin: [${quote(origin)}],
+    // ${words.credentials}
+    credentials: true,
+  },
 });`),
  }),
  "socketio-websocket-only": (target, words) =>
    clientOption(target, "transports", words.withoutCors, 'transports: ["websocket"]'),
  "socketio-path": (target, words) => serverOption("path", words.socketioPath, `path: ${quote(enginePath(target))}`),
  "socketio-client-path": (target, words) => ({
    stack: "Socket.IO client",
    spec: `${CLIENT}path`,
    lines: diff(`
 import { io } from "socket.io-client";

-const socket = io(${quote(httpBase(target) + route(target))});
+// ${words.pathIsOption}
+const socket = io(${quote(httpBase(target) + (isPath(target) ? "" : (target.namespace ?? "")))}, { path: "/socket.io/" });`),
  }),
  "socketio-namespace": ({ namespace }, words) => ({
    stack: STACK,
    spec: "https://socket.io/docs/v4/namespaces/",
    lines: diff(`
 import { Server } from "socket.io";

 const io = new Server(httpServer);
+// ${words.exactNamespace}
+io.of(${quote(namespace ?? "/")}).on("connection", (socket) => {
+  socket.emit("ready");
+});`),
  }),
  "socketio-auth-client": (target, words) => clientOption(target, "auth", words.authOnServer, "auth: { token }"),
  "socketio-auth-server": ({ namespace }, words) => ({
    stack: STACK,
    spec: "https://socket.io/docs/v4/middlewares/#sending-credentials",
    lines: diff(`
 const io = new Server(httpServer);
+// ${words.authOnServer}
+io.of(${quote(namespace ?? "/")}).use((socket, next) => {
+  if (isValid(socket.handshake.auth.token)) next();
+  else next(new Error("unauthorized"));
+});`),
  }),
  "socketio-transports": (_, words) =>
    serverOption("transports", words.bothTransports, 'transports: ["polling", "websocket"]'),
  "socketio-parser-server": (_, words) =>
    parserOf("Socket.IO", words.sameParser, 'import { Server } from "socket.io"', "io = new Server(httpServer"),
  "socketio-parser-client": (target, words) =>
    parserOf(
      "Socket.IO client",
      words.sameParser,
      'import { io } from "socket.io-client"',
      `socket = io(${quote(httpBase(target))}`,
    ),
  "socketio-ping-interval": forSocketio((target, words) =>
    serverOption("pinginterval", words.belowLimit, `pingInterval: ${String(pingSeconds(target) * 1000)}`),
  ),
  "socketio-ping-timeout": forSocketio((_, words) =>
    serverOption("pingtimeout", words.slowAnswer, "pingTimeout: 60000"),
  ),
  "socketio-max-buffer": forSocketio((_, words) =>
    serverOption("maxhttpbuffersize", words.limitOfServer, "maxHttpBufferSize: 16 * 1024 * 1024"),
  ),
} satisfies Record<string, RecipeMaker>;

/** Typed as a namespace, although it is a path. */
const isPath = ({ namespace }: Target): boolean => namespace?.startsWith("/socket.io") === true;

const parserOf = (stack: string, comment: string, importing: string, opening: string): RecipeDraft => ({
  stack,
  spec: "https://socket.io/docs/v4/custom-parser/#the-msgpack-parser",
  lines: diff(`
 ${importing};
+import parser from "socket.io-msgpack-parser";

+// ${comment}
+const ${opening}, { parser });`),
});
