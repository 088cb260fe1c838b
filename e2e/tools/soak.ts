import { setTimeout as wait } from "node:timers/promises";
import { parseArgs } from "node:util";
import * as v from "valibot";
import { startBrowser } from "../bench/browser.ts";
import { install, readShown, search } from "../bench/inPage.ts";
import { connect, linkTo, longTasks, run as runInPage, shown } from "../bench/measure.ts";
import { memoryOf } from "../bench/million.ts";
import { startFlood } from "../bench/startFlood.ts";
import { provideChromium } from "./browsers.ts";
import { freshBuild } from "./distFolder.ts";
import { serveApp } from "./servedApp.ts";

/** A message in ten matches. */
const filter = '/"seq":\\d*7,/';
const minute = 60_000;
/** Tasks beyond this are freezes. */
const freeze = 100;

const mebibytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(0).padStart(6)} MiB`;

/**
 * `npm run soak`: 5,000 messages a second for ten minutes with the filter on, memory and loss printed each
 * minute. `npm run soak -- --minutes 2 --rate 10000`.
 */
export async function run(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { minutes: { type: "string", default: "10" }, rate: { type: "string", default: "5000" } },
  });
  const [minutes, rate] = [Number(values.minutes), Number(values.rate)];
  const executable = await provideChromium();
  await freshBuild();
  const app = await serveApp();
  const flood = await startFlood();
  const browser = await startBrowser(executable);
  try {
    const page = await browser.open(`(${install.toString()})();`);
    const n = Math.round(minutes * 60 * rate);
    await connect(page, { browser, flood, appUrl: app.url }, linkTo(flood.url({ n, rate })));
    await runInPage(page, search, filter, -1);
    const read = async (): Promise<v.InferOutput<typeof shown>> => v.parse(shown, await runInPage(page, readShown));
    console.log(`${n.toLocaleString("en-US")} messages, ${rate} a second, filter ${filter}`);
    const start = performance.now();
    let received = 0;
    let freezes = 0;
    let still = 0;
    for (let next = start + Math.min(minute, minutes * minute); ; next += minute) {
      await wait(Math.max(0, next - performance.now()));
      const now = await read();
      const tasks = v.parse(longTasks, await page.evaluate("instruments.longTasks.splice(0)"));
      const long = tasks.filter(({ duration }) => duration > freeze);
      freezes += long.length;
      still = now.received === received ? still + 1 : 0;
      received = now.received ?? 0;
      const memory = mebibytes(memoryOf(await page.processId()));
      const longest = Math.max(0, ...long.map(({ duration }) => duration));
      console.log(
        `${((performance.now() - start) / minute).toFixed(1).padStart(5)} min  received ${received.toLocaleString("en-US").padStart(10)}  rows that match ${String(now.rows).padStart(8)}  ${memory}  tasks > ${freeze} ms: ${long.length}${long.length > 0 ? `, longest ${Math.round(longest)} ms` : ""}`,
      );
      if (received >= n || still > 1) break;
    }
    const lost = n - received;
    console.log(`lost ${lost}, freezes ${freezes}`);
    await page.close();
    return lost === 0 && freezes === 0 ? 0 : 1;
  } finally {
    await browser.close();
    await flood.close();
    await app.close();
  }
}
