import type { Format } from "./format.ts";
import { jsFrame, jsString } from "./writing/javascript.ts";
import { startWriting, type Writing } from "./writing/setup.ts";
import { socketIoScript } from "./writing/socketIoScript.ts";

/** A script for a page or its console: the browser's own WebSocket, or the client of Socket.IO from a CDN. */
export const browser = {
  id: "browser",
  name: "JavaScript",
  read: null,
  write: {
    protocols: ["websocket", "socketio"],
    language: "javascript",
    keepsVariables: false,
    write: (name, profile) => {
      if (profile.protocol === "socketio") return socketIoScript(name, profile, "browser");
      const writing = startWriting(name, profile, ["on-open-messages", "binary-message", "heartbeat"]);
      return writing.written(webSocketScript(writing));
    },
  },
} as const satisfies Format;

function webSocketScript({ request, opening, heartbeat }: Writing): string {
  if (request.protocol !== "websocket") return "";
  const { url, subprotocols } = request;
  const sends = opening.flatMap((message) => (message.type === "frame" ? [jsFrame(message.payload, "browser")] : []));
  const beat = heartbeat?.message.type === "frame" ? jsFrame(heartbeat.message.payload, "browser") : null;
  const offered = subprotocols.length === 0 ? "" : `, [${subprotocols.map(jsString).join(", ")}]`;
  return [
    `const socket = new WebSocket(${jsString(url)}${offered});`,
    'socket.binaryType = "arraybuffer";',
    ...(beat === null ? [] : ["let heartbeat;"]),
    "",
    'socket.addEventListener("open", () => {',
    '  console.log("open", socket.protocol);',
    ...sends.map((payload) => `  socket.send(${payload});`),
    ...(beat === null
      ? []
      : [`  heartbeat = setInterval(() => socket.send(${beat}), ${String(heartbeat?.every ?? 0)});`]),
    "});",
    'socket.addEventListener("message", ({ data }) => console.log(data));',
    'socket.addEventListener("error", () => console.error("error"));',
    'socket.addEventListener("close", ({ code, reason }) => {',
    ...(beat === null ? [] : ["  clearInterval(heartbeat);"]),
    '  console.log("closed", code, reason);',
    "});",
    "",
  ].join("\n");
}
