import type { Format } from "./format.ts";
import { jsFrame, jsString } from "./writing/javascript.ts";
import { startWriting } from "./writing/setup.ts";

/** A script for Node.js on the package `ws`. */
export const nodeWs = {
  id: "node-ws",
  name: "Node.js ws",
  read: null,
  write: {
    protocols: ["websocket"],
    language: "javascript",
    keepsVariables: false,
    write: (name, profile) => {
      const { request, opening, heartbeat, written } = startWriting(name, profile, [
        "on-open-messages",
        "binary-message",
        "heartbeat",
        "connect-timeout",
        "close-code",
      ]);
      if (request.protocol !== "websocket") return written("");
      const { url, subprotocols, closing } = request;
      const sends = opening.flatMap((message) => (message.type === "frame" ? [jsFrame(message.payload, "node")] : []));
      const beat = heartbeat?.message.type === "frame" ? jsFrame(heartbeat.message.payload, "node") : null;
      const close = [closing.code, ...(closing.reason === "" ? [] : [jsString(closing.reason)])];
      return written(
        [
          "// npm install ws",
          'import WebSocket from "ws";',
          "",
          `const socket = new WebSocket(${jsString(url)}, [${subprotocols.map(jsString).join(", ")}], {`,
          `  handshakeTimeout: ${String(profile.connectTimeout)},`,
          "});",
          ...(beat === null ? [] : ["let heartbeat;"]),
          "",
          'socket.on("open", () => {',
          '  console.log("open", socket.protocol);',
          ...sends.map((payload) => `  socket.send(${payload});`),
          ...(beat === null
            ? []
            : [`  heartbeat = setInterval(() => socket.send(${beat}), ${String(heartbeat?.every ?? 0)});`]),
          "});",
          'socket.on("message", (data, isBinary) => console.log(isBinary ? data : data.toString()));',
          'socket.on("error", (error) => console.error(error.message));',
          'socket.on("close", (code, reason) => {',
          ...(beat === null ? [] : ["  clearInterval(heartbeat);"]),
          '  console.log("closed", code, reason.toString());',
          "  process.exit();",
          "});",
          `process.on("SIGINT", () => socket.close(${closing.code === null ? "" : close.join(", ")}));`,
          "",
        ].join("\n"),
      );
    },
  },
} as const satisfies Format;
