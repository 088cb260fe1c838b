import * as v from "valibot";

/** How many of something passed, failed and were left out. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export const onePassed: Tally = { passed: 1, failed: 0, skipped: 0 };
export const oneFailed: Tally = { passed: 0, failed: 1, skipped: 0 };
export const oneSkipped: Tally = { passed: 0, failed: 0, skipped: 1 };

export function sum(tallies: readonly Tally[]): Tally {
  const total = (pick: (tally: Tally) => number): number => tallies.reduce((all, tally) => all + pick(tally), 0);
  return {
    passed: total((one) => one.passed),
    failed: total((one) => one.failed),
    skipped: total((one) => one.skipped),
  };
}

/** The line that ends a run: `12 passed, 1 failed`, and what was left out, if anything was. */
export function tallyLine({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}

/**
 * A runner that fails without a failed test broke down, and one that saw no test proves nothing:
 * both count as one failure.
 */
function distrust(tally: Tally, exitCode: number): Tally {
  const isEmpty = tally.passed + tally.failed + tally.skipped === 0;
  return isEmpty || (exitCode !== 0 && tally.failed === 0) ? { ...tally, failed: tally.failed + 1 } : tally;
}

const vitestReport = v.object({
  numPassedTests: v.number(),
  numFailedTests: v.number(),
  numPendingTests: v.number(),
  numTodoTests: v.number(),
  testResults: v.array(v.object({ status: v.string(), assertionResults: v.array(v.unknown()) })),
});

/** @param report what Vitest's `json` reporter wrote; anything else counts as one failure */
export function tallyVitest(report: unknown, exitCode: number): Tally {
  const parsed = v.safeParse(vitestReport, report);
  if (!parsed.success) return oneFailed;
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = parsed.output;
  // A file that could not be loaded has no tests to fail.
  const broken = testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0);
  return distrust(
    { passed: numPassedTests, failed: numFailedTests + broken.length, skipped: numPendingTests + numTodoTests },
    exitCode,
  );
}

const playwrightReport = v.object({
  stats: v.object({ expected: v.number(), unexpected: v.number(), flaky: v.number(), skipped: v.number() }),
  errors: v.array(v.unknown()),
});

/** @param report what Playwright's `json` reporter wrote; anything else counts as one failure */
export function tallyPlaywright(report: unknown, exitCode: number): Tally {
  const parsed = v.safeParse(playwrightReport, report);
  if (!parsed.success) return oneFailed;
  const { stats, errors } = parsed.output;
  // `errors` are those outside of tests: the set-up, a file that could not be loaded.
  return distrust(
    { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length, skipped: stats.skipped },
    exitCode,
  );
}
