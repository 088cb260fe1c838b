import { rmSync } from "node:fs";
import { join } from "node:path";
import { findFirefox, provideChromium } from "./browsers.ts";
import { checkSteps, readReport, runVitest } from "./checkSteps.ts";
import { resultsFolder, runTool } from "./command.ts";
import { build } from "./distFolder.ts";
import { asOne, runStep, runTogether, type Step, type StepResult } from "./steps.ts";
import { oneFailed, oneSkipped, sum, tallyLine, tallyPlaywright, type Tally } from "./tally.ts";

async function runPlaywright(project: string): Promise<StepResult> {
  const file = join(resultsFolder, `playwright-${project}.json`);
  rmSync(file, { force: true });
  const { code, seconds } = await runTool(
    "@playwright/test",
    ["test", "--config", "e2e/playwright.config.ts", "--project", project],
    { live: true, env: { PLAYWRIGHT_JSON: file } },
  );
  return { tally: tallyPlaywright(readReport(file), code), output: "", seconds };
}

const buildStep: Step = { name: "build", run: async () => asOne(await build()) };

const budget: Step = { name: "bytes of the build", run: () => runVitest(["build"], true) };

const chromium: Step = {
  name: "end to end in Chromium",
  async run() {
    await provideChromium();
    return runPlaywright("chromium");
  },
};

const firefox: Step = {
  name: "end to end in Firefox",
  async run() {
    if (findFirefox() !== null) return runPlaywright("firefox");
    const isRequired = process.env["SOCKWRIGHT_REQUIRE_ALL"] === "1";
    const said = "no Firefox on this machine: install one, or name one in SOCKWRIGHT_FIREFOX";
    return { tally: isRequired ? oneFailed : oneSkipped, seconds: 0, output: "", said };
  },
};

/** What `--only` can name, in the order of the run. */
const parts = {
  check: () => runTogether(checkSteps),
  build: async () => [await runStep(buildStep)],
  budget: async () => [await runStep(budget)],
  chromium: async () => [await runStep(chromium)],
  firefox: async () => [await runStep(firefox)],
} satisfies Record<string, () => Promise<readonly Tally[]>>;

type Part = keyof typeof parts;
const all = Object.keys(parts) as readonly Part[];
const groups: Readonly<Record<string, readonly string[]>> = { e2e: ["chromium", "firefox"] };

/** @returns null if the arguments ask for something that is not there */
function chosen(args: readonly string[]): readonly Part[] | null {
  if (args.length === 0) return all;
  const [flag, names] = args;
  if (flag !== "--only" || names === undefined || args.length > 2) return null;
  const wanted = names.split(",").flatMap((name) => groups[name] ?? [name]);
  const found = all.filter((part) => wanted.includes(part));
  return found.length === new Set(wanted).size ? found : null;
}

/**
 * `npm test`: everything. `npm test -- --only check,e2e` runs parts of it.
 * The last line is `N passed, N failed`; a runner that breaks down counts as a failure.
 */
export async function run(args: readonly string[]): Promise<number> {
  const wanted = chosen(args);
  if (wanted === null) {
    console.log(`npm test -- --only ${[...all, ...Object.keys(groups)].join(",")}`);
    console.log(tallyLine(oneFailed));
    return 1;
  }
  const tallies: Tally[] = [];
  let isBuilt = true;
  for (const part of wanted) {
    if (!isBuilt) {
      console.log(`FAIL  ${part}: there is no build to test`);
      tallies.push(oneFailed);
      continue;
    }
    tallies.push(...(await parts[part]()));
    isBuilt = part !== "build" || sum(tallies.slice(-1)).failed === 0;
  }
  const tally = sum(tallies);
  console.log(tallyLine(tally));
  return tally.failed === 0 ? 0 : 1;
}
