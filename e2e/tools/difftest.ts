import { parseArgs } from "node:util";
import { describeDifference, runDifftest, type DiffReport, type DrivenPage } from "../difftest/difftest.ts";
import { inChromium } from "../difftest/chromiumPage.ts";
import { inFirefox } from "../difftest/firefoxPage.ts";
import { provideChromium } from "./browsers.ts";

/**
 * `npm run difftest`: 20,000 made-up pages, policies and targets; what is predicted is held against Chromium.
 * `npm run difftest -- --count 5000 --seed 7 --browser firefox`.
 */
export async function run(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      count: { type: "string", default: "20000" },
      seed: { type: "string", default: String(Math.floor(Math.random() * 2 ** 31)) },
      browser: { type: "string", default: "chromium" },
    },
  });
  const isFirefox = values.browser === "firefox";
  const [count, seed] = [Number(values.count), Number(values.seed)];
  const start = performance.now();
  const use = (page: DrivenPage): Promise<DiffReport> =>
    runDifftest(page, isFirefox ? "firefox" : "chromium", count, seed, (done, found) => {
      if (done % 1000 < 80) console.log(`${done} of ${count}, ${found} differ`);
    });
  const { blocked, differences } = await (isFirefox ? inFirefox(use) : inChromium(await provideChromium(), use));
  for (const difference of differences) console.log(describeDifference(difference));
  const seconds = ((performance.now() - start) / 1000).toFixed(0);
  console.log(
    `${values.browser}, seed ${seed}: ${count} cases, ${blocked} blocked by a policy, ${differences.length} differ, ${seconds} s`,
  );
  return differences.length === 0 ? 0 : 1;
}
