import { createServer, type ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { serveFolder } from "../../src/playground/staticFiles.ts";
import { listen, shut } from "../servers/listen.ts";
import { distFolder } from "../tools/distFolder.ts";
import * as v from "valibot";
import { withPage, type Bench } from "./measure.ts";

/** A slow phone on a slow network, as Lighthouse has it. */
const slow = { processor: 4, bandwidth: 1_600_000, latency: 150 } as const;
/** 6 s: nothing larger is painted after that. */
const settled = 6000;

/** The build as any static host serves it: compressed. */
async function serveCompressed(): Promise<{ readonly url: string; close(): Promise<void> }> {
  const serve = await serveFolder(distFolder);
  const server = createServer((request, response) => {
    const end = response.end.bind(response) as (content?: Buffer) => ServerResponse;
    response.end = ((content?: Buffer) => {
      // A refusal has told its headers already, and has no content.
      if (content === undefined) return end();
      response.setHeader("Content-Encoding", "gzip");
      return end(gzipSync(content, { level: 9 }));
    }) as typeof response.end;
    serve(request, response);
  });
  const port = await listen(server, "127.0.0.1");
  return {
    url: `http://127.0.0.1:${port}/`,
    async close() {
      server.closeAllConnections();
      await shut(server);
    },
  };
}

/** @returns the moment of the largest paint of a first visit, in milliseconds */
export async function measureFirstPaint(bench: Bench): Promise<number> {
  const host = await serveCompressed();
  try {
    return await withPage(bench, async (page) => {
      await page.throttle(slow.processor, slow.bandwidth, slow.latency);
      await page.goto(host.url);
      await wait(settled);
      const last = `new Promise((resolve) => new PerformanceObserver((list) => resolve(list.getEntries().at(-1).startTime))
        .observe({ type: "largest-contentful-paint", buffered: true }))`;
      return v.parse(v.number(), await page.evaluate(last));
    });
  } finally {
    await host.close();
  }
}
