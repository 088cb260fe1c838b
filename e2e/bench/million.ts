import { readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import * as v from "valibot";
import type { BenchPage } from "./browser.ts";
import { readShown, scrollTo, search } from "./inPage.ts";
import { connect, linkTo, longTasks, run, shown, withPage, type Bench } from "./measure.ts";

/** Messages of a long session. */
const million = 1_000_000;
/** 120 s for them to arrive; some 40 as a rule. */
const patience = 120_000;

/** How a log of a million messages is to live with. Spans are milliseconds. */
export interface MillionRun {
  /** memory of the page's process for a message, in bytes */
  readonly memory: number;
  readonly rows: number;
  /** a text that is in one message */
  readonly substring: number;
  /** a pattern that is in ten */
  readonly regex: number;
  /** until a row somewhere in it is painted, after the scrollbar was dragged there; the slowest of them */
  readonly scroll: number;
  /** the page's longest task while it was searched */
  readonly longestTask: number;
}

/** Proportional memory of a process, in bytes: what is shared counts in part. @see proc(5), smaps_rollup */
export function memoryOf(pid: number): number {
  const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, "utf8");
  return Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1] ?? Number.NaN) * 1024;
}

/** 15 s after the last message: a worker's garbage goes when it has been quiet for a while, and nobody can call for it. */
const quiet = 15_000;

/** After what can be let go of is let go of. NaN where the system does not tell. */
async function measureMemory(page: BenchPage): Promise<number> {
  if (process.platform !== "linux") return Number.NaN;
  await page.collectGarbage();
  await wait(1000);
  return memoryOf(await page.processId());
}

const found = v.object({ span: v.number(), rows: v.number() });

export function measureMillion(bench: Bench): Promise<MillionRun> {
  return withPage(bench, async (page) => {
    await connect(page, bench, linkTo(bench.flood.url({ n: 1 })));
    // The editor comes when the page rests, and weighs as much as a log: it is there before the log grows.
    while ((await page.evaluate("document.querySelector('.monaco-editor') !== null")) !== true) await wait(100);
    await wait(3000);
    const before = await measureMemory(page);
    // The same page goes on to the flood: what it holds already is no part of the log.
    await connect(page, bench, linkTo(bench.flood.url({ n: million })));
    const deadline = performance.now() + patience;
    const read = async (): Promise<v.InferOutput<typeof shown>> => v.parse(shown, await run(page, readShown));
    while (((await read()).received ?? 0) < million) {
      if (performance.now() > deadline) throw new Error("the million did not arrive");
      await wait(100);
    }
    await wait(quiet);
    const { rows } = await read();
    const memory = ((await measureMemory(page)) - before) / million;
    await page.evaluate("instruments.longTasks.length = 0");
    const one = async (filter: string, expected: number): Promise<number> => {
      const { span, rows: left } = v.parse(found, await run(page, search, filter, expected));
      if (left !== expected) throw new Error(`${filter}: ${left} rows instead of ${expected}`);
      await run(page, search, "", rows ?? 0);
      return span;
    };
    const substring = await one('"seq":777777,', 1);
    const regex = await one('/"seq":77777\\d,/', 10);
    const tasks = v.parse(longTasks, await page.evaluate("instruments.longTasks"));
    const spans = v.parse(v.array(v.number()), await run(page, scrollTo, [0.5, 0.1, 0.9, 0.3333, 0.77, 0.02, 0.62]));
    return {
      memory,
      rows: rows ?? 0,
      substring,
      regex,
      scroll: Math.max(...spans),
      longestTask: Math.max(0, ...tasks.map(({ duration }) => duration)),
    };
  });
}
