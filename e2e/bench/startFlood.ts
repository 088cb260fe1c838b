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
}

export interface FloodServer {
  readonly barePage: string;
  /** 120 bytes of JSON a message, no two alike */
  url(options: FloodOptions): string;
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
    url: ({ n, rate = 0 }) => `ws://127.0.0.1:${port}/playground/flood?n=${n}&size=120&rate=${rate}`,
    async close() {
      child.disconnect();
      await gone;
    },
  };
}
