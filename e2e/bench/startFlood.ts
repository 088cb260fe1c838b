import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import * as v from "valibot";
import { root } from "../tools/command.ts";

interface FloodOptions {
  /** messages in all */
  readonly n: number;
  /** messages a second; absent: as fast as the client reads */
  readonly rate?: number;
  /** bytes a message; absent: 120 */
  readonly size?: number;
  readonly as?: "text" | "binary";
}

export interface FloodServer {
  readonly barePage: string;
  /** JSON, no two messages alike */
  url(options: FloodOptions): string;
  /** a Socket.IO server that sends events without end, and the same frames for a page that only counts */
  readonly events: { readonly socketIo: string; readonly bare: string };
  close(): Promise<void>;
}

/** Starts floodServer.ts in a process of its own. */
export async function startFlood(): Promise<FloodServer> {
  const child = fork(join(root, "e2e/tools/run.mjs"), ["../bench/floodServer"], { cwd: root });
  const gone = once(child, "exit");
  const first = await Promise.race([once(child, "message"), gone.then(() => [])]);
  const { port } = v.parse(v.object({ port: v.number() }), first[0]);
  return {
    barePage: `http://127.0.0.1:${port}/`,
    url: ({ n, rate = 0, size = 120, as = "text" }) =>
      `ws://127.0.0.1:${port}/playground/flood?n=${n}&size=${size}&rate=${rate}&as=${as}`,
    events: { socketIo: `http://127.0.0.1:${port}`, bare: `ws://127.0.0.1:${port}/bare-events` },
    async close() {
      child.disconnect();
      await gone;
    },
  };
}
