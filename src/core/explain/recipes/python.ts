import { diff, forSocketio, forWebSocket, type RecipeDraft, type RecipeMaker } from "./recipe.ts";
import { enginePath, pingSeconds, quote } from "./values.ts";

const WEBSOCKETS = "https://websockets.readthedocs.io/en/stable/reference/asyncio/server.html";
const UVICORN = "https://uvicorn.dev/settings/";
const PYTHON_SOCKETIO = "https://python-socketio.readthedocs.io/en/stable/";
const FLASK_SOCKETIO = "https://flask-socketio.readthedocs.io/en/latest/";

/** The arguments that change, of `serve` from the library websockets. */
const serve = (change: {
  readonly spec?: string;
  readonly before?: string;
  readonly comment: string;
  readonly after: string;
}): RecipeDraft => ({
  stack: "Python websockets",
  spec: change.spec ?? WEBSOCKETS,
  lines: diff(`
 from websockets.asyncio.server import serve

 async def main():
${change.before === undefined ? "" : `-    async with serve(${change.before}) as server:\n`}+    # ${change.comment}
+    async with serve(${change.after}) as server:
         await server.serve_forever()`),
});

const asyncServer = (anchor: string, comment: string, option: string): RecipeDraft => ({
  stack: "python-socketio",
  spec: `${PYTHON_SOCKETIO}${anchor}`,
  lines: diff(`
 import socketio

 sio = socketio.AsyncServer(
     async_mode="asgi",
+    # ${comment}
+    ${option},
 )`),
});

const flask = (anchor: string, comment: string, option: string): RecipeDraft => ({
  stack: "Flask-SocketIO",
  spec: `${FLASK_SOCKETIO}${anchor}`,
  lines: diff(`
 from flask_socketio import SocketIO

 socketio = SocketIO(
     app,
+    # ${comment}
+    ${option},
 )`),
});

const uvicorn = (anchor: string, comment: string, before: string, after: string): RecipeDraft => ({
  stack: "uvicorn",
  spec: `${UVICORN}${anchor}`,
  lines: diff(`
-uvicorn main:app ${before}
+# ${comment}
+uvicorn main:app ${after}`),
});

const pip = (stack: string, spec: string, comment: string, from: string, to: string): RecipeDraft => ({
  stack,
  spec,
  lines: diff(`
-pip install ${from}
+# ${comment}
+pip install ${to}`),
});

export const pythonRecipes = {
  "python-listen-families": forWebSocket((target, words) =>
    serve({
      before: `handler, "127.0.0.1", ${String(target.port)}`,
      comment: words.bothLoopbacks,
      after: `handler, ["127.0.0.1", "::1"], ${String(target.port)}`,
    }),
  ),
  "python-listen-all": forWebSocket((target, words) =>
    serve({
      before: `handler, "127.0.0.1", ${String(target.port)}`,
      comment: words.everyAddress,
      after: `handler, "0.0.0.0", ${String(target.port)}`,
    }),
  ),
  "python-subprotocol": forWebSocket((target, words) =>
    serve({
      comment: words.chosenSubprotocol,
      after: `handler, "0.0.0.0", ${String(target.port)}, subprotocols=[${target.subprotocols.map(quote).join(", ")}]`,
    }),
  ),
  "python-ping": forWebSocket((target, words) =>
    serve({
      spec: "https://websockets.readthedocs.io/en/stable/topics/keepalive.html",
      comment: words.belowLimit,
      after: `handler, "0.0.0.0", ${String(target.port)}, ping_interval=${String(Math.min(20, pingSeconds(target)))}`,
    }),
  ),
  "python-ping-timeout": forWebSocket((target, words) =>
    serve({
      spec: "https://websockets.readthedocs.io/en/stable/topics/keepalive.html",
      comment: words.slowAnswer,
      after: `handler, "0.0.0.0", ${String(target.port)}, ping_timeout=60`,
    }),
  ),
  "python-max-size": forWebSocket((target, words) =>
    serve({
      comment: words.limitOfServer,
      after: `handler, "0.0.0.0", ${String(target.port)}, max_size=16 * 2**20`,
    }),
  ),
  "uvicorn-listen-all": ({ port }, words) =>
    uvicorn(
      "#socket-binding",
      words.everyAddress,
      `--host 127.0.0.1 --port ${String(port)}`,
      `--host 0.0.0.0 --port ${String(port)}`,
    ),
  "uvicorn-ping-timeout": forWebSocket(({ port }, words) =>
    uvicorn(
      "#implementation",
      words.slowAnswer,
      `--port ${String(port)}`,
      `--port ${String(port)} --ws-ping-timeout 60`,
    ),
  ),
  "uvicorn-max-size": forWebSocket(({ port }, words) =>
    uvicorn(
      "#implementation",
      words.limitOfServer,
      `--port ${String(port)}`,
      `--port ${String(port)} --ws-max-size 67108864`,
    ),
  ),
  "uvicorn-standard": (_, words) =>
    pip("uvicorn", "https://uvicorn.dev/installation/", words.uvicornLibrary, "uvicorn", "'uvicorn[standard]'"),
  "fastapi-subprotocol": forWebSocket(({ path, subprotocols }, words) => ({
    stack: "FastAPI",
    spec: "https://www.starlette.io/websockets/#accepting-the-connection",
    lines: diff(`
 from fastapi import WebSocket

 @app.websocket(${quote(path.split("?", 1)[0] ?? "/")})
 async def endpoint(websocket: WebSocket):
-    await websocket.accept()
+    # ${words.chosenSubprotocol}
+    await websocket.accept(subprotocol=${quote(subprotocols[0] ?? "")})`),
  })),
  "flask-socketio-listen-all": forSocketio((target, words) => ({
    stack: "Flask-SocketIO",
    spec: `${FLASK_SOCKETIO}deployment.html#embedded-server`,
    lines: diff(`
-socketio.run(app, port=${String(target.port)})
+# ${words.everyAddress}
+socketio.run(app, host="0.0.0.0", port=${String(target.port)})`),
  })),
  "python-socketio-cors": ({ origin }, words) =>
    asyncServer("server.html#cross-origin-controls", words.exactOrigin, `cors_allowed_origins=[${quote(origin)}]`),
  "flask-socketio-cors": ({ origin }, words) =>
    flask("deployment.html#cross-origin-controls", words.exactOrigin, `cors_allowed_origins=[${quote(origin)}]`),
  "python-socketio-path": (target, words) => ({
    stack: "python-socketio",
    spec: `${PYTHON_SOCKETIO}server.html#running-as-an-asgi-application`,
    lines: diff(`
 import socketio

 sio = socketio.AsyncServer(async_mode="asgi")
-app = socketio.ASGIApp(sio)
+# ${words.socketioPath}
+app = socketio.ASGIApp(sio, socketio_path=${quote(enginePath(target).replace(/^\/|\/$/g, ""))})`),
  }),
  "python-socketio-namespace": ({ namespace }, words) => ({
    stack: "python-socketio",
    spec: `${PYTHON_SOCKETIO}server.html#namespaces`,
    lines: diff(`
 sio = socketio.AsyncServer(async_mode="asgi")

+# ${words.exactNamespace}
+@sio.event(namespace=${quote(namespace ?? "/")})
+async def connect(sid, environ, auth):
+    await sio.emit("ready", to=sid, namespace=${quote(namespace ?? "/")})`),
  }),
  "flask-socketio-namespace": ({ namespace }, words) => ({
    stack: "Flask-SocketIO",
    spec: `${FLASK_SOCKETIO}getting_started.html#connection-events`,
    lines: diff(`
 from flask_socketio import SocketIO, emit

 socketio = SocketIO(app)

+# ${words.exactNamespace}
+@socketio.on("connect", namespace=${quote(namespace ?? "/")})
+def connect(auth):
+    emit("ready")`),
  }),
  "gunicorn-threads": (_, words) => ({
    stack: "Gunicorn",
    spec: `${FLASK_SOCKETIO}deployment.html#gunicorn-web-server`,
    lines: diff(`
-gunicorn main:app
+# ${words.threadedWorker}
+gunicorn -w 1 --threads 100 main:app`),
  }),
  "python-socketio-version": (_, words) =>
    pip(
      "python-socketio",
      `${PYTHON_SOCKETIO}intro.html#version-compatibility`,
      words.oldClients,
      "'python-socketio<5'",
      "'python-socketio>=5'",
    ),
  "python-socketio-ping-timeout": forSocketio((_, words) =>
    asyncServer("api_server.html", words.slowAnswer, "ping_timeout=60"),
  ),
  "python-socketio-max-size": forSocketio((_, words) =>
    asyncServer("api_server.html", words.limitOfServer, "max_http_buffer_size=16 * 2**20"),
  ),
} satisfies Record<string, RecipeMaker>;
