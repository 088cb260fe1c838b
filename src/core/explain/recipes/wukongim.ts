import type { Target } from "../target.ts";
import { diff, forWebSocket, type RecipeMaker } from "./recipe.ts";
import { addressComment, bracketed, publicHost, quote, wsUrl } from "./values.ts";

const TAG = "https://github.com/WuKongIM/WuKongIM/blob/v2.2.5-20260422/";
const STACK = "WuKongIM";

/** What `/route` is to give to clients. */
const address = (target: Target): string =>
  `${target.isSecure ? "wss" : "ws"}://${bracketed(publicHost(target))}:${String(target.port)}`;
const option = ({ isSecure }: Target): string => (isSecure ? "wss" : "ws");

export const wukongimRecipes = {
  "wukongim-compose": (target, words) => ({
    stack: STACK,
    spec: `${TAG}docker-compose.yaml`,
    lines: diff(`
 services:
   wukongim:
     environment:
+      # ${addressComment(target, words)}
+      WK_EXTERNAL_IP: ${quote(publicHost(target))}
+      WK_EXTERNAL_${option(target).toUpperCase()}ADDR: ${quote(address(target))}
+# ${words.composeUp}
+# docker compose up -d`),
  }),
  "wukongim-yaml": (target, words) => ({
    stack: "WuKongIM v2",
    spec: `${TAG}config/wk.yaml`,
    lines: diff(`
 external:
+  # ${addressComment(target, words)}
+  ip: ${quote(publicHost(target))}
+  ${option(target)}Addr: ${quote(address(target))}`),
  }),
  "wukongim-toml": (target, words) => ({
    stack: "WuKongIM v3",
    spec: "https://docs.githubim.com/zh/server/configuration/reference/",
    lines: diff(`
 [api]
-external_${option(target)}_addr = "${option(target)}://127.0.0.1:${String(target.port)}"
+# ${addressComment(target, words)}
+external_${option(target)}_addr = ${quote(address(target))}`),
  }),
  "wukongim-connect": forWebSocket((target, words) => ({
    stack: STACK,
    spec: `${TAG}pkg/jsonrpc/protocol.md`,
    lines: diff(`
 const socket = new WebSocket(${quote(wsUrl(target))});
+// ${words.wukongLogin}
+socket.addEventListener("open", () => {
+  const params = { uid, token, deviceId: "web-1", deviceFlag: 1, clientTimestamp: Date.now() };
+  socket.send(JSON.stringify({ jsonrpc: "2.0", method: "connect", id: "1", params }));
+});`),
  })),
} satisfies Record<string, RecipeMaker>;
