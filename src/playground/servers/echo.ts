import type { WebSocket } from "ws";
import { openWebSocket } from "../openWebSocket.ts";
import { playgroundServer } from "../playgroundServer.ts";

/** 4 MiB: above it the server stops reading until its answers have left. */
const maxWaiting = 4 * 1024 * 1024;

/**
 * Sends every message back as it came, text as text and binary as binary. A client that sends
 * without reading is slowed down rather than buffered for.
 */
export function echoMessages(client: WebSocket): void {
  client.on("message", (data, isBinary) => {
    client.send(data, { binary: isBinary }, () => {
      if (client.isPaused && client.bufferedAmount < maxWaiting) client.resume();
    });
    if (client.bufferedAmount >= maxWaiting) client.pause();
  });
}

/** The smallest server: copy this file to add another, and register it in index.ts. */
export const echo = playgroundServer({
  path: "/playground/echo",
  parameters: () => null,
  answer: (upgrade) => openWebSocket(upgrade, echoMessages),
});
