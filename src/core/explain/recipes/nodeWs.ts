import type { Target } from "../target.ts";
import { diff, forWebSocket, type RecipeMaker, type RecipeWords } from "./recipe.ts";
import { pingSeconds, quote, route } from "./values.ts";

const DOCS = "https://github.com/websockets/ws/blob/master/doc/ws.md#new-websocketserveroptions-callback";
const README = "https://github.com/websockets/ws#";
const LISTEN = "https://nodejs.org/api/net.html#serverlistenport-host-backlog-callback";
const STACK = "Node ws";

/** A handler for one path, which leaves the others to whoever else listens. */
const upgradeAt = (path: string): string => `
+server.on("upgrade", (request, socket, head) => {
+  const { pathname } = new URL(request.url, "http://localhost");
+  if (pathname !== ${quote(path)}) return;
+  sockets.handleUpgrade(request, socket, head, (client) => sockets.emit("connection", client, request));
+});`;

const pingLoop = (target: Target, words: RecipeWords): string => `
 import { WebSocketServer } from "ws";

 const sockets = new WebSocketServer({ port: ${String(target.port)} });
+const alive = new WeakSet();
 sockets.on("connection", (client) => {
+  alive.add(client);
+  client.on("pong", () => alive.add(client));
 });
+// ${words.belowLimit}
+setInterval(() => {
+  for (const client of sockets.clients) {
+    // ${words.silentPeer}
+    if (!alive.delete(client)) client.terminate();
+    else client.ping();
+  }
+}, ${String(pingSeconds(target) * 1000)});`;

export const nodeWsRecipes = {
  "ws-listen-families": forWebSocket(({ port }, words) => ({
    stack: STACK,
    spec: LISTEN,
    lines: diff(`
 import { WebSocketServer } from "ws";

-const sockets = new WebSocketServer({ host: "127.0.0.1", port: ${String(port)} });
+// ${words.bothFamilies}
+const sockets = new WebSocketServer({ host: "::", port: ${String(port)} });`),
  })),
  "ws-listen-all": forWebSocket(({ port }, words) => ({
    stack: STACK,
    spec: LISTEN,
    lines: diff(`
 import { WebSocketServer } from "ws";

-const sockets = new WebSocketServer({ host: "127.0.0.1", port: ${String(port)} });
+// ${words.everyAddress}
+const sockets = new WebSocketServer({ host: "0.0.0.0", port: ${String(port)} });`),
  })),
  "ws-tls": ({ protocol, port }, words) => ({
    stack: protocol === "socketio" ? "Socket.IO" : STACK,
    spec:
      protocol === "socketio"
        ? "https://socket.io/docs/v4/server-initialization/#with-an-https-server"
        : `${README}external-https-server`,
    lines: diff(`
 import { readFileSync } from "node:fs";
-import { createServer } from "node:http";
+import { createServer } from "node:https";
 import { ${protocol === "socketio" ? 'Server } from "socket.io"' : 'WebSocketServer } from "ws"'};

-const server = createServer();
+// ${words.certificate}
+const server = createServer({
+  cert: readFileSync("fullchain.pem"),
+  key: readFileSync("privkey.pem"),
+});
 const sockets = ${protocol === "socketio" ? "new Server(server)" : "new WebSocketServer({ server })"};
 server.listen(${String(port)});`),
  }),
  "ws-path": forWebSocket((target, words) => ({
    stack: STACK,
    spec: DOCS,
    lines: diff(`
 const sockets = new WebSocketServer({
   port: ${String(target.port)},
+  // ${words.serverPath}
+  path: ${quote(route(target))},
 });`),
  })),
  "ws-origin": forWebSocket((target, words) => ({
    stack: STACK,
    spec: `${README}client-authentication`,
    lines: diff(`
-const allowed = new Set();
+// ${words.exactOrigin}
+const allowed = new Set([${quote(target.origin)}]);
 server.on("upgrade", (request, socket, head) => {
   if (!allowed.has(request.headers.origin)) {
     socket.end("HTTP/1.1 403 Forbidden\\r\\n\\r\\n");
     return;
   }
   sockets.handleUpgrade(request, socket, head, (client) => sockets.emit("connection", client, request));
 });`),
  })),
  "ws-express": ({ protocol, port }, words) => ({
    stack: "Express",
    spec: `${README}external-https-server`,
    lines: diff(`
 import { createServer } from "node:http";
 import express from "express";
 import { ${protocol === "socketio" ? 'Server } from "socket.io"' : 'WebSocketServer } from "ws"'};

 const app = express();
-app.listen(${String(port)});
+// ${words.oneServer}
+const server = createServer(app);
+const sockets = ${protocol === "socketio" ? "new Server(server)" : "new WebSocketServer({ server })"};
+server.listen(${String(port)});`),
  }),
  "ws-handle-upgrade": (_, words) => ({
    stack: STACK,
    spec: `${README}multiple-servers-sharing-a-single-https-server`,
    lines: diff(`
+const sockets = new WebSocketServer({ noServer: true });
 server.on("upgrade", (request, socket, head) => {
-  socket.write("HTTP/1.1 101 Switching Protocols\\r\\n\\r\\n");
+  // ${words.handshakeByLibrary}
+  sockets.handleUpgrade(request, socket, head, (client) => sockets.emit("connection", client, request));
 });`),
  }),
  "node-accept": (_, words) => ({
    stack: "Node http",
    spec: "https://www.rfc-editor.org/rfc/rfc6455#section-4.2.2",
    lines: diff(`
 import { createHash } from "node:crypto";

 server.on("upgrade", (request, socket) => {
+  // ${words.acceptKey}
+  const accept = createHash("sha1")
+    .update(request.headers["sec-websocket-key"] + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11")
+    .digest("base64");
   socket.write("HTTP/1.1 101 Switching Protocols\\r\\n");
+  socket.write("Upgrade: websocket\\r\\nConnection: Upgrade\\r\\n");
+  socket.write("Sec-WebSocket-Accept: " + accept + "\\r\\n\\r\\n");
 });`),
  }),
  "ws-subprotocol": forWebSocket(({ port, subprotocols }, words) => ({
    stack: STACK,
    spec: DOCS,
    lines: diff(`
 const sockets = new WebSocketServer({
   port: ${String(port)},
+  // ${words.chosenSubprotocol}
+  handleProtocols: (offered) => [${subprotocols.map(quote).join(", ")}].find((name) => offered.has(name)) ?? false,
 });`),
  })),
  "ws-ping": forWebSocket((target, words) => ({
    stack: STACK,
    spec: `${README}how-to-detect-and-close-broken-connections`,
    lines: diff(pingLoop(target, words)),
  })),
  "heroku-ping": forWebSocket((target, words) => ({
    stack: "Heroku",
    spec: "https://devcenter.heroku.com/articles/websockets#timeouts",
    lines: diff(pingLoop(target, words)),
  })),
  "ws-max-payload": forWebSocket(({ port }, words) => ({
    stack: STACK,
    spec: DOCS,
    lines: diff(`
 const sockets = new WebSocketServer({
   port: ${String(port)},
+  // ${words.limitOfServer}
+  maxPayload: 100 * 1024 * 1024,
 });`),
  })),
  "ws-one-upgrade": forWebSocket((target, words) => ({
    stack: STACK,
    spec: `${README}multiple-servers-sharing-a-single-https-server`,
    lines: diff(`
-const sockets = new WebSocketServer({ server });
+// ${words.oneUpgrade}
+const sockets = new WebSocketServer({ noServer: true });${upgradeAt(route(target))}`),
  })),
  "ws-no-deflate": forWebSocket(({ port }, words) => ({
    stack: STACK,
    spec: `${README}websocket-compression`,
    lines: diff(`
 const sockets = new WebSocketServer({
   port: ${String(port)},
-  perMessageDeflate: true,
+  // ${words.noDeflate}
+  perMessageDeflate: false,
 });`),
  })),
  "ws-auth-code": forWebSocket((_, words) => ({
    stack: STACK,
    spec: "https://www.rfc-editor.org/rfc/rfc6455#section-7.4.2",
    lines: diff(`
 sockets.on("connection", (client, request) => {
-  if (!isAllowed(request)) client.terminate();
+  // ${words.authCode}
+  if (!isAllowed(request)) client.close(4401, "unauthorized");
 });`),
  })),
} satisfies Record<string, RecipeMaker>;
