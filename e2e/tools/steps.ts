import { availableParallelism } from "node:os";
import type { Finished } from "./command.ts";
import { oneFailed, onePassed, tallyLine, type Tally } from "./tally.ts";

/** One thing that a task runs. */
export interface Step {
  readonly name: string;
  run(): Promise<StepResult>;
}

export interface StepResult {
  readonly tally: Tally;
  readonly seconds: number;
  /** shown only if the step failed, or alone speaks in `said` */
  readonly output: string;
  /** one plain line for people; absent: nothing to add */
  readonly said?: string;
}

/** A command that passes or fails as a whole. */
export function asOne({ code, output, seconds }: Finished): StepResult {
  return { tally: code === 0 ? onePassed : oneFailed, output, seconds };
}

function report({ name }: Step, result: StepResult): void {
  const { tally, seconds, output, said } = result;
  const mark = tally.failed > 0 ? "FAIL" : tally.passed > 0 ? "ok  " : "skip";
  const count = tally.passed + tally.failed + tally.skipped > 1 ? `  ${tallyLine(tally)}` : "";
  console.log(`${mark}  ${name.padEnd(34)} ${seconds.toFixed(1).padStart(6)} s${count}`);
  if (said !== undefined) console.log(`      ${said}`);
  if (tally.failed > 0 && output.trim() !== "") console.log(`${output.trimEnd()}\n`);
}

/** Runs one step; one that throws has failed. */
export async function runStep(step: Step): Promise<Tally> {
  let result: StepResult;
  try {
    result = await step.run();
  } catch (error) {
    const output = error instanceof Error ? (error.stack ?? error.message) : String(error);
    result = { tally: oneFailed, seconds: 0, output };
  }
  report(step, result);
  return result.tally;
}

/** Runs the steps in their order, as many at a time as there are processors. */
export async function runTogether(steps: readonly Step[]): Promise<readonly Tally[]> {
  const tallies: Tally[] = [];
  const waiting = [...steps];
  const work = async (): Promise<void> => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) tallies.push(await runStep(step));
  };
  await Promise.all(Array.from({ length: Math.max(2, availableParallelism()) }, work));
  return tallies;
}
