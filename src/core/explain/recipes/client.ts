import { addressComment, enginePath, httpBase, publicHost, quote, route, wsBase, wsUrl } from "./values.ts";
import { isLoopback } from "../../units/host.ts";
import type { Target } from "../target.ts";
import { diff, forWebSocket, type RecipeMaker } from "./recipe.ts";

const CONSTRUCTOR = "https://developer.mozilla.org/en-US/docs/Web/API/WebSocket/WebSocket";
const STACK = "JavaScript";

const openLine = (target: Target): string =>
  target.protocol === "socketio"
    ? `io(${quote(httpBase(target))}, { path: ${quote(enginePath(target))} })`
    : `new WebSocket(${quote(wsUrl(target))})`;

/** With the page's own host in place of the target's. */
const hostOfPage = (target: Target): string => {
  const scheme = `${target.protocol === "socketio" ? "http" : "ws"}${target.isSecure ? "s" : ""}://`;
  const rest = `:${String(target.port)}`;
  return target.protocol === "socketio"
    ? `io(${quote(scheme)} + location.hostname + ${quote(rest)}, { path: ${quote(enginePath(target))} })`
    : `new WebSocket(${quote(scheme)} + location.hostname + ${quote(rest + target.path)})`;
};

const isPageSecure = ({ origin }: Target): boolean => origin.startsWith("https:");
const importLine = ({ protocol }: Target): string =>
  protocol === "socketio" ? ' import { io } from "socket.io-client";\n\n' : "";

/** What a page does differently. */
export const clientRecipes = {
  "client-address": (target, words) => {
    const host = isLoopback(pageHost(target)) ? "localhost" : publicHost(target);
    return {
      stack: STACK,
      spec: "https://www.rfc-editor.org/rfc/rfc6890#section-2.2.2",
      lines: diff(`
${importLine(target)}-const socket = ${openLine(target)};
+// ${host === "localhost" ? words.reachableAddress : addressComment(target, words)}
+const socket = ${openLine({ ...target, host })};`),
    };
  },
  "client-page-host": (target, words) => ({
    stack: STACK,
    spec: "https://developer.mozilla.org/en-US/docs/Web/API/Location/hostname",
    lines: diff(`
${importLine(target)}-const socket = ${openLine(target)};
+// ${words.pageHost}
+const socket = ${hostOfPage(target)};`),
  }),
  /** null where the other scheme would be mixed content. */
  "client-scheme": (target, words) =>
    target.isSecure && isPageSecure(target) && !isLoopback(target.host)
      ? null
      : {
          stack: STACK,
          spec: "https://www.rfc-editor.org/rfc/rfc6455#section-3",
          lines: diff(`
${importLine(target)}-const socket = ${openLine(target)};
+// ${words.samePort}
+const socket = ${openLine(otherScheme(target))};`),
        },
  "client-subprotocol": forWebSocket((target, words) => ({
    stack: STACK,
    spec: `${CONSTRUCTOR}#protocols`,
    lines: diff(`
-const socket = new WebSocket(${quote(wsUrl(target))}, [${target.subprotocols.map(quote).join(", ")}]);
+// ${words.noSubprotocol}
+const socket = new WebSocket(${quote(wsUrl(target))});`),
  })),
  "client-token": forWebSocket((target, words) => ({
    stack: STACK,
    spec: "https://websockets.spec.whatwg.org/#the-websocket-interface",
    lines: diff(`
-const socket = new WebSocket(${quote(wsUrl(target))});
+// ${words.noHeaders}
+const socket = new WebSocket(${quote(`${wsUrl(target)}${target.path.includes("?") ? "&" : "?"}token=`)} + encodeURIComponent(token));`),
  })),
  "client-websocket": (target) => ({
    stack: STACK,
    spec: CONSTRUCTOR,
    lines: diff(`
-const socket = io(${quote(httpBase(target))});
+const socket = new WebSocket(${quote(`${wsBase(target)}${rawPath(target)}`)});`),
  }),
  "client-reconnect": forWebSocket((target, words) => ({
    stack: STACK,
    spec: "https://www.rfc-editor.org/rfc/rfc6455#section-7.2.3",
    lines: diff(`
-const socket = ${openLine(target)};
+let wait = 1000;
+function connect() {
+  const socket = ${openLine(target)};
+  socket.addEventListener("open", () => {
+    wait = 1000;
+  });
+  socket.addEventListener("close", () => {
+    // ${words.backoff}
+    setTimeout(connect, wait * (0.5 + Math.random()));
+    wait = Math.min(wait * 2, 30000);
+  });
+}
+connect();`),
  })),
  "client-first-message": forWebSocket((target, words) => ({
    stack: STACK,
    spec: "https://websockets.readthedocs.io/en/stable/topics/authentication.html",
    lines: diff(`
 const socket = ${openLine(target)};
+// ${words.authFirst}
+socket.addEventListener("open", () => socket.send(JSON.stringify({ type: "auth", token })));`),
  })),
} satisfies Record<string, RecipeMaker>;

const pageHost = ({ origin }: Target): string => (URL.canParse(origin) ? new URL(origin).hostname : "localhost");
const otherScheme = (target: Target): Target => ({ ...target, isSecure: !target.isSecure });
/** A plain WebSocket server knows nothing of the Engine.IO path, unless the user set one. */
const rawPath = (target: Target): string => (route(target).startsWith("/socket.io") ? "/" : route(target));
