import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { resultsFolder, runTool } from "./command.ts";
import { asOne, type Step, type StepResult } from "./steps.ts";
import { tallyVitest } from "./tally.ts";

/** Every layer has a dialect of its own: what it may see of the world. */
const layers: readonly string[] = [
  "src",
  "e2e",
  "src/core",
  "src/core/tsconfig.test.json",
  "src/engine",
  "src/engine/tsconfig.test.json",
  "src/playground",
];

const tool = (name: string, program: string, ...args: readonly string[]): Step => ({
  name,
  run: async () => asOne(await runTool(program, args)),
});

/** What a runner wrote, or null if it wrote nothing that can be read. */
export function readReport(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}

/** @param projects of vite.config.ts */
export async function runVitest(projects: readonly string[], live: boolean): Promise<StepResult> {
  const file = join(resultsFolder, `vitest-${projects.join("-")}.json`);
  rmSync(file, { force: true });
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const args = ["run", ...projects.map((project) => `--project=${project}`), ...reporters];
  const { code, output, seconds } = await runTool("vitest", args, { live });
  return { tally: tallyVitest(readReport(file), code), output, seconds };
}

/** All that can be said without a build and a browser; the longest first. */
export const checkSteps: readonly Step[] = [
  { name: "unit tests", run: () => runVitest(["unit", "page"], false) },
  tool("lint", "oxlint", "--type-aware"),
  tool("unused files, exports, packages", "knip"),
  ...layers.map((layer) => tool(`types of ${layer}`, "typescript/tsc", "-p", layer)),
  tool("format", "oxfmt", "--check"),
];
