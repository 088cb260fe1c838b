import { setTimeout as wait } from "node:timers/promises";
import * as v from "valibot";
import type { BenchBrowser, BenchPage } from "./browser.ts";
import { click, install, readShown, watchFrames } from "./inPage.ts";
import type { FloodServer } from "./startFlood.ts";
import { percentile, slope } from "./statistics.ts";

/** 2 s until compilers, windows and buffers have settled, and the editor has come. */
const warmUp = 2000;
/** 2.5 s: long against the quarter of a second after which a status line is written anew. */
const duration = 2500;
/** 60 s for a bounded run to arrive; 200,000 messages take some six. */
const patience = 60_000;
/** 3 s without a new message: the rest is lost. */
const standstill = 3000;
/** More messages than any run receives. */
const endless = 5_000_000;

export interface RateRun {
  /** messages a second */
  readonly rate: number;
  /** the main thread's tasks of more than 50 ms while it was measured, in milliseconds */
  readonly longTasks: readonly number[];
  /** those before: from Connect until the warm-up was over */
  readonly startTasks: readonly number[];
}

export interface SteadyRun {
  readonly rate: number;
  /** share of the time in which the main thread ran a task, 0 to 1 */
  readonly busy: number;
  /** the same in processor time, which other programs do not lengthen */
  readonly cpu: number;
  /** 95 % of the frames came within so many milliseconds of the one before */
  readonly frame: number;
}

export interface BoundedRun {
  readonly sent: number;
  readonly received: number;
  /** of the log; a few more than messages, because it has entries of its own */
  readonly rows: number;
}

export interface Bench {
  readonly browser: BenchBrowser;
  readonly flood: FloodServer;
  /** with a slash at the end */
  readonly appUrl: string;
}

const samples = v.array(v.object({ at: v.number(), count: v.number() }));
export const longTasks = v.array(v.object({ at: v.number(), duration: v.number() }));
export const shown = v.object({
  received: v.nullable(v.number()),
  rows: v.nullable(v.number()),
  isVisible: v.boolean(),
});

/** Runs a function of inPage.ts in the page. */
export const run = (page: BenchPage, inPage: { toString(): string }, ...args: readonly unknown[]): Promise<unknown> =>
  page.evaluate(`(${inPage.toString()})(${args.map((arg) => JSON.stringify(arg)).join()})`);

export async function withPage<R>({ browser }: Bench, use: (page: BenchPage) => Promise<R>): Promise<R> {
  const page = await browser.open(`(${install.toString()})();`);
  try {
    return await use(page);
  } finally {
    await page.close();
  }
}

async function until(condition: () => Promise<boolean>, what: string): Promise<void> {
  const deadline = performance.now() + patience;
  while (!(await condition())) {
    if (performance.now() > deadline) throw new Error(`${what}: not within ${patience / 1000} s`);
    await wait(50);
  }
}

/** What is received: its name, and where it comes from. */
export interface Kind {
  readonly name: string;
  /** what the bare page counts */
  bare(flood: FloodServer): string;
  /** what a link to the app says behind its `?` */
  link(flood: FloodServer): string;
}

const plain = (name: string, options: { readonly size?: number; readonly as?: "binary" }): Kind => {
  const url = (flood: FloodServer): string => flood.url({ n: endless, ...options });
  return { name, bare: url, link: (flood) => linkTo(url(flood)) };
};
export const linkTo = (url: string): string => `protocol=websocket&url=${encodeURIComponent(url)}`;

/** The first is what the budgets are about. */
export const text120 = plain("text, 120 B", {});
export const kinds: readonly Kind[] = [
  plain("text, 1 KiB", { size: 1024 }),
  plain("text, 64 KiB", { size: 65_536 }),
  plain("binary, 120 B", { as: "binary" }),
  {
    name: "Socket.IO events, 120 B",
    bare: ({ events }) => events.bare,
    link: ({ events }) => `protocol=socketio&path=/events/&url=${encodeURIComponent(events.socketIo)}`,
  },
];

/** A page that only counts. */
export function measureBare(bench: Bench, kind: Kind): Promise<RateRun> {
  return withPage(bench, async (page) => {
    await page.goto(bench.flood.barePage);
    await page.evaluate(`start(${JSON.stringify(kind.bare(bench.flood))})`);
    await until(async () => (await page.evaluate("received > 0")) === true, "the first message");
    await wait(warmUp);
    const sample = async (): Promise<unknown> => page.evaluate("({ at: performance.now(), count: received })");
    const first = await sample();
    await wait(duration);
    return { rate: slope(v.parse(samples, [first, await sample()])), longTasks: [], startTasks: [] };
  });
}

/**
 * Opens the app as a link would, and connects it.
 * @returns when, on the page's clock
 */
export async function connect(page: BenchPage, bench: Bench, link: string): Promise<number> {
  await page.goto(`${bench.appUrl}#/?${link}`);
  const at = v.parse(v.number(), await run(page, click, "Connect"));
  await until(async () => Number(await page.evaluate("instruments.shown.at(-1)?.count ?? 0")) > 0, "the first message");
  if (!v.parse(shown, await run(page, readShown)).isVisible) throw new Error("the page is hidden: it has no frames");
  return at;
}

/** How fast the shown count grows. */
async function shownRate(page: BenchPage): Promise<number> {
  await page.evaluate("instruments.shown.length = 0");
  await wait(duration);
  const found = v.parse(samples, await page.evaluate("instruments.shown"));
  if (found.length < 2) throw new Error("the count of received messages stands still");
  return slope(found);
}

/** The app at full speed, its log on screen and following. */
export function measureApp(bench: Bench, kind: Kind): Promise<RateRun> {
  return withPage(bench, async (page) => {
    const connectedAt = await connect(page, bench, kind.link(bench.flood));
    await wait(warmUp);
    const warmAt = v.parse(v.number(), await page.evaluate("performance.now()"));
    const rate = await shownRate(page);
    const tasks = v.parse(longTasks, await page.evaluate("instruments.longTasks"));
    const from = (start: number, end: number): readonly number[] =>
      tasks.filter(({ at }) => at >= start && at < end).map((task) => task.duration);
    return { rate, longTasks: from(warmAt, Infinity), startTasks: from(connectedAt, warmAt) };
  });
}

/** The app at a steady rate: how much of the main thread it takes, and then how even its frames are. */
export function measureSteady(bench: Bench, rate: number): Promise<SteadyRun> {
  return withPage(bench, async (page) => {
    await connect(page, bench, linkTo(bench.flood.url({ n: endless, rate })));
    await wait(warmUp);
    const before = await page.metrics();
    const reached = await shownRate(page);
    const after = await page.metrics();
    const spent = (name: string): number => (after.get(name) ?? Number.NaN) - (before.get(name) ?? Number.NaN);
    // Not in the same window: asking for every frame costs tasks of its own.
    const frames = v.parse(v.array(v.number()), await run(page, watchFrames, duration));
    const [busy, cpu] = [spent("TaskDuration") / spent("Timestamp"), spent("ThreadTime") / spent("Timestamp")];
    return { rate: reached, busy, cpu, frame: percentile(frames, 0.95) };
  });
}

/** The app and a flood that ends: what it shows when all is quiet. */
export function measureBounded(bench: Bench, n: number): Promise<BoundedRun> {
  return withPage(bench, async (page) => {
    await connect(page, bench, linkTo(bench.flood.url({ n })));
    const read = async (): Promise<v.InferOutput<typeof shown>> => v.parse(shown, await run(page, readShown));
    let last = { count: 0, at: performance.now() };
    await until(async () => {
      const count = (await read()).received ?? 0;
      if (count !== last.count) last = { count, at: performance.now() };
      return count === n || performance.now() - last.at > standstill;
    }, "the last message");
    // One too many would come now.
    await wait(500);
    const { received, rows } = await read();
    return { sent: n, received: received ?? 0, rows: rows ?? 0 };
  });
}
