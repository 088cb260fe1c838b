import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, loadavg, totalmem } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { startBrowser, type BenchBrowser } from "../bench/browser.ts";
import {
  measureApp,
  measureBare,
  measureBounded,
  kinds,
  measureSteady,
  text120,
  type Bench,
  type BoundedRun,
  type RateRun,
  type SteadyRun,
} from "../bench/measure.ts";
import { measureFirstPaint } from "../bench/firstPaint.ts";
import { measureMillion, type MillionRun } from "../bench/million.ts";
import { markdown, table, verdictLine, verdicts, type Figures, type KindRuns } from "../bench/report.ts";
import { startFlood } from "../bench/startFlood.ts";
import { provideChromium } from "./browsers.ts";
import { resultsFolder } from "./command.ts";
import { freshBuild } from "./distFolder.ts";
import { serveApp } from "./servedApp.ts";

function machineLine(browser: BenchBrowser): string {
  const [processor] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  const load = loadavg()[0]?.toFixed(1) ?? "?";
  const machine = `${cpus().length} × ${processor?.model.trim() ?? "unknown processor"}, ${memory} GiB`;
  return `${machine}, ${process.platform}, Node ${process.versions.node}, ${browser.version}, load ${load}`;
}

/** The rounds interleave what is compared, in turns, so that a busy machine is unfair to nobody. */
async function measureRounds(bench: Bench, rounds: number): Promise<Figures> {
  const bare: RateRun[] = [];
  const app: RateRun[] = [];
  const steady: SteadyRun[] = [];
  const bounded: BoundedRun[] = [];
  const millions: MillionRun[] = [];
  const paints: number[] = [];
  const others = kinds.map((kind) => ({ kind, runs: { bare: [] as RateRun[], app: [] as RateRun[] } }));
  for (let round = 0; round < rounds; round += 1) {
    console.log(`round ${round + 1} of ${rounds}`);
    const both = [
      async () => bare.push(await measureBare(bench, text120)),
      async () => app.push(await measureApp(bench, text120)),
    ];
    for (const measure of round % 2 === 0 ? both : both.reverse()) await measure();
    for (const { kind, runs } of others) {
      runs.bare.push(await measureBare(bench, kind));
      runs.app.push(await measureApp(bench, kind));
    }
    steady.push(await measureSteady(bench, 10_000));
    bounded.push(await measureBounded(bench, 200_000));
    millions.push(await measureMillion(bench));
    paints.push(await measureFirstPaint(bench));
  }
  const byKind = others.map(({ kind, runs }): KindRuns => ({ name: kind.name, ...runs }));
  return { bare, app, steady, bounded, kinds: byKind, millions, paints };
}

/**
 * `npm run bench`: how fast the built app receives, beside a page that only counts.
 * `npm run bench -- --rounds 5`, `--url https://…` for another build than ours.
 */
export async function run(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { rounds: { type: "string", default: "3" }, url: { type: "string" } },
  });
  const executable = await provideChromium();
  if (values.url === undefined) await freshBuild();
  const app = values.url === undefined ? await serveApp() : { url: values.url, close: () => Promise.resolve() };
  const flood = await startFlood();
  const browser = await startBrowser(executable);
  try {
    console.log(machineLine(browser));
    const figures = await measureRounds({ browser, flood, appUrl: app.url }, Number(values.rounds));
    const judged = verdicts(figures);
    console.log(`\n${table(figures)}\n\n${judged.map(verdictLine).join("\n")}`);
    mkdirSync(resultsFolder, { recursive: true });
    const load = loadavg()[0] ?? 0;
    if (load > cpus().length + 2) console.log(`\nThis machine is busy (load ${load.toFixed(1)}): times are too long.`);
    const report = { machine: machineLine(browser), figures, verdicts: judged };
    writeFileSync(join(resultsFolder, "bench.json"), `${JSON.stringify(report, null, 2)}\n`);
    writeFileSync(join(resultsFolder, "bench.md"), markdown(figures, report.machine));
    return judged.every(({ isMet }) => isMet) ? 0 : 1;
  } finally {
    await browser.close();
    await flood.close();
    await app.close();
  }
}
