import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import * as v from "valibot";
import { chromiumFlags } from "../tools/browsers.ts";
import { Cdp } from "./cdp.ts";

/** 20 s for Chromium to write down where it listens. */
const startPatience = 20_000;

const evaluation = v.object({
  result: v.object({ value: v.optional(v.unknown()) }),
  exceptionDetails: v.optional(
    v.object({ text: v.string(), exception: v.optional(v.object({ description: v.optional(v.string()) })) }),
  ),
});
const metricsAnswer = v.object({ metrics: v.array(v.object({ name: v.string(), value: v.number() })) });

const processes = v.object({ processInfo: v.array(v.object({ type: v.string(), id: v.number() })) });

/** One page, in a context of its own: no storage of the run before. */
export interface BenchPage {
  goto(url: string): Promise<void>;
  /** @param expression may be a promise; what it gives must be JSON */
  evaluate(expression: string): Promise<unknown>;
  /** `Performance.getMetrics`: seconds and counts since the page started */
  metrics(): Promise<ReadonlyMap<string, number>>;
  collectGarbage(): Promise<void>;
  /** of the page's own process */
  processId(): Promise<number>;
  /** as on a slow phone: the processor so many times as slow, and bits a second, and ms until an answer */
  throttle(slowdown: number, bandwidth: number, latency: number): Promise<void>;
  close(): Promise<void>;
}

export interface BenchBrowser {
  readonly version: string;
  /** @param onNewDocument a script that runs before any of the page's own */
  open(onNewDocument: string): Promise<BenchPage>;
  close(): Promise<void>;
}

/** Port and path, as Chromium writes them into its profile. */
async function readDevtoolsUrl(profile: string): Promise<string> {
  const deadline = Date.now() + startPatience;
  while (Date.now() < deadline) {
    const text = await readFile(join(profile, "DevToolsActivePort"), "utf8").catch(() => "");
    const [port, path] = text.split("\n");
    if (port !== undefined && path !== undefined && path !== "") return `ws://127.0.0.1:${port}${path}`;
    await wait(50);
  }
  throw new Error("Chromium did not say where it listens");
}

async function openPage(cdp: Cdp, onNewDocument: string): Promise<BenchPage> {
  const { browserContextId } = v.parse(
    v.object({ browserContextId: v.string() }),
    await cdp.send("Target.createBrowserContext"),
  );
  const { targetId } = v.parse(
    v.object({ targetId: v.string() }),
    await cdp.send("Target.createTarget", { url: "about:blank", browserContextId, width: 1280, height: 800 }),
  );
  const { sessionId } = v.parse(
    v.object({ sessionId: v.string() }),
    await cdp.send("Target.attachToTarget", { targetId, flatten: true }),
  );
  const send = (method: string, params?: Readonly<Record<string, unknown>>): Promise<unknown> =>
    cdp.send(method, params, sessionId);

  await send("Page.enable");
  await send("Page.addScriptToEvaluateOnNewDocument", { source: onNewDocument });
  await send("Performance.enable");

  const evaluate = async (expression: string): Promise<unknown> => {
    const params = { expression, awaitPromise: true, returnByValue: true };
    const { result, exceptionDetails } = v.parse(evaluation, await send("Runtime.evaluate", params));
    if (exceptionDetails === undefined) return result.value;
    throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  };

  return {
    evaluate,
    async goto(url) {
      const { errorText } = v.parse(
        v.object({ errorText: v.optional(v.string()) }),
        await send("Page.navigate", { url }),
      );
      if (errorText !== undefined) throw new Error(`${url}: ${errorText}`);
      await evaluate(
        "new Promise((loaded) => document.readyState === 'complete' ? loaded() : addEventListener('load', () => loaded()))",
      );
    },
    async metrics() {
      const { metrics } = v.parse(metricsAnswer, await send("Performance.getMetrics"));
      return new Map(metrics.map(({ name, value }) => [name, value]));
    },
    async collectGarbage() {
      await send("HeapProfiler.collectGarbage");
      // Workers have heaps of their own, which only this reaches.
      await send("Memory.simulatePressureNotification", { level: "critical" });
    },
    async processId() {
      const { processInfo } = v.parse(processes, await cdp.send("SystemInfo.getProcessInfo"));
      // Contexts have processes of their own, and the one that was opened last has the highest number.
      const renderers = processInfo.filter(({ type }) => type === "renderer").map(({ id }) => id);
      return Math.max(...renderers);
    },
    async throttle(slowdown, bandwidth, latency) {
      await send("Emulation.setCPUThrottlingRate", { rate: slowdown });
      await send("Network.enable");
      const throughput = bandwidth / 8;
      const conditions = { offline: false, latency, downloadThroughput: throughput, uploadThroughput: throughput };
      await send("Network.emulateNetworkConditions", conditions);
    },
    async close() {
      await cdp.send("Target.closeTarget", { targetId });
      await cdp.send("Target.disposeBrowserContext", { browserContextId });
    },
  };
}

/**
 * Starts a Chromium with an empty profile, which goes with it.
 * @param more flags
 */
export async function startBrowser(executable: string, more: readonly string[] = []): Promise<BenchBrowser> {
  const profile = await mkdtemp(join(tmpdir(), "sockwright-bench-"));
  const flags = [...chromiumFlags, "--remote-debugging-port=0", `--user-data-dir=${profile}`, "--lang=en-US", ...more];
  const child = spawn(executable, [...flags, "about:blank"], { stdio: "ignore" });
  const gone = once(child, "exit");

  const stop = async (): Promise<void> => {
    child.kill();
    await gone;
    // Its last processes may still be writing.
    await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  };
  try {
    const cdp = await Cdp.connect(await readDevtoolsUrl(profile));
    const { product } = v.parse(v.object({ product: v.string() }), await cdp.send("Browser.getVersion"));
    return {
      version: product,
      open: (onNewDocument) => openPage(cdp, onNewDocument),
      async close() {
        cdp.close();
        await stop();
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
