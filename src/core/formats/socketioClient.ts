import type { Format } from "./format.ts";
import { socketIoScript } from "./writing/socketIoScript.ts";

/** A script for Node.js on the package `socket.io-client`, of the version that the server speaks. */
export const socketioClient = {
  id: "socketio-client",
  name: "socket.io-client",
  read: null,
  write: {
    protocols: ["socketio"],
    language: "javascript",
    keepsVariables: false,
    write: (name, profile) => socketIoScript(name, profile, "node"),
  },
} as const satisfies Format;
