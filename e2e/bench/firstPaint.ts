import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { createGzip } from "node:zlib";
import { listen, shut } from "../servers/listen.ts";
import { distFolder } from "../tools/distFolder.ts";
import * as v from "valibot";
import { withPage, type Bench } from "./measure.ts";

/** A slow phone on a slow network, as Lighthouse has it. */
const slow = { processor: 4, bandwidth: 1_600_000, latency: 150 } as const;
/** 6 s: nothing larger is painted after that. */
const settled = 6000;

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".json": "application/json",
};

/** The build as any static host serves it: compressed. */
async function serveCompressed(): Promise<{ readonly url: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? "/", "http://host").pathname);
    const file = join(distFolder, path === "/" ? "index.html" : path);
    if (!file.startsWith(distFolder) || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end();
      return;
    }
    const type = types[extname(file)] ?? "application/octet-stream";
    response.writeHead(200, { "Content-Type": type, "Content-Encoding": "gzip", Vary: "Accept-Encoding" });
    createReadStream(file)
      .pipe(createGzip({ level: 9 }))
      .pipe(response);
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
