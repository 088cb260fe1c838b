import { checkSteps } from "./checkSteps.ts";
import { runTogether } from "./steps.ts";
import { sum, tallyLine } from "./tally.ts";

/** `npm run check`: types of every layer, lint, format, unused code, unit tests, architecture. */
export async function run(): Promise<number> {
  const start = performance.now();
  const tally = sum(await runTogether(checkSteps));
  console.log(`${tallyLine(tally)} in ${((performance.now() - start) / 1000).toFixed(1)} s`);
  return tally.failed === 0 ? 0 : 1;
}
