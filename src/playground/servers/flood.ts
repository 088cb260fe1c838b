import type { Socket } from "node:net";
import { WebSocket } from "ws";
import { floodBatch, type FloodBatch } from "../floodBatch.ts";
import { opcodes } from "../frame.ts";
import { openWebSocket } from "../openWebSocket.ts";
import { playgroundServer } from "../playgroundServer.ts";

/** 10 ms: a steady rate is sent in portions this far apart, the finest that Node's timers keep. */
const portion = 10;

interface Flood {
  /** messages in all */
  readonly n: number;
  /** messages a second; 0: as fast as the client reads */
  readonly rate: number;
  readonly batch: FloodBatch;
}

/**
 * Sends `n` messages and then stays open. The frames go straight to the socket, one batch in
 * flight: its write callback is the backpressure, so nothing piles up here. `ws` only reads, and
 * writes its pongs and close frame between two batches, which are whole frames.
 */
export function pour(client: WebSocket, socket: Socket, { batch, ...flood }: Flood): void {
  const start = performance.now();
  let sent = 0;

  const due = (): number =>
    flood.rate === 0 ? flood.n : Math.floor(((performance.now() - start) * flood.rate) / 1000);

  const next = (): void => {
    if (client.readyState !== WebSocket.OPEN || sent >= flood.n) return;
    const count = Math.min(flood.n, due()) - sent;
    if (count <= 0) {
      setTimeout(next, portion);
      return;
    }
    const isBehind = count > batch.capacity;
    const bytes = batch.fill(sent, isBehind ? batch.capacity : count);
    sent += isBehind ? batch.capacity : count;
    // Not `next` itself: a loopback write is done at once, and its callbacks would follow each
    // other without ever letting Node read, not even the client's close frame.
    socket.write(bytes, () => {
      if (isBehind) setImmediate(next);
      else setTimeout(next, portion);
    });
  };
  next();
}

export const flood = playgroundServer({
  path: "/playground/flood",
  parameters: (query) => ({
    n: query.number("n", { absent: 100_000, min: 0, max: 5_000_000 }),
    size: query.number("size", { absent: 120, min: 40, max: 10_000_000 }),
    as: query.choice("as", ["text", "binary"], "text"),
    rate: query.number("rate", { absent: 0, min: 0, max: 1_000_000 }),
  }),
  answer: (upgrade, { n, rate, size, as }) =>
    openWebSocket(upgrade, (client) => {
      const batch = floodBatch(size, { opcode: opcodes[as], before: "", after: "" });
      pour(client, upgrade.socket, { n, rate, batch });
    }),
});
