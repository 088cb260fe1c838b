import { describe, expect, test } from "vitest";
import { sum, tallyLine, tallyPlaywright, tallyVitest } from "./tally.ts";

const vitest = {
  numPassedTests: 5,
  numFailedTests: 0,
  numPendingTests: 1,
  numTodoTests: 0,
  testResults: [{ status: "passed", assertionResults: [{}] }],
};
const playwright = { stats: { expected: 3, unexpected: 0, flaky: 0, skipped: 0 }, errors: [] };

describe("a report of Vitest", () => {
  test("[TO1] is counted test by test", () => {
    expect(tallyVitest(vitest, 0)).toEqual({ passed: 5, failed: 0, skipped: 1 });
    expect(tallyVitest({ ...vitest, numFailedTests: 2 }, 1)).toEqual({ passed: 5, failed: 2, skipped: 1 });
  });

  test("[TO1] counts a file that could not be loaded as a failure", () => {
    const testResults = [{ status: "failed", assertionResults: [] }];
    expect(tallyVitest({ ...vitest, testResults }, 1).failed).toBe(1);
  });
});

describe("a report of Playwright", () => {
  test("[TO1] is counted test by test, a flaky one as failed", () => {
    expect(tallyPlaywright(playwright, 0)).toEqual({ passed: 3, failed: 0, skipped: 0 });
    const stats = { expected: 1, unexpected: 1, flaky: 1, skipped: 4 };
    expect(tallyPlaywright({ stats, errors: [] }, 1)).toEqual({ passed: 1, failed: 2, skipped: 4 });
  });

  test("[TO1] counts what failed outside of the tests", () => {
    expect(tallyPlaywright({ ...playwright, errors: [{ message: "set-up" }] }, 1).failed).toBe(1);
  });
});

describe("a runner that broke down", () => {
  test("[TO2] failed when it leaves no report, or one that cannot be read", () => {
    expect(tallyVitest(null, 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
    expect(tallyPlaywright({ stats: {} }, 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  test("[TO2] failed when it says so, whatever its tests say", () => {
    expect(tallyVitest(vitest, 1).failed).toBe(1);
    expect(tallyPlaywright(playwright, 1).failed).toBe(1);
  });

  test("[TO2] failed when it saw no test", () => {
    expect(tallyVitest({ ...vitest, numPassedTests: 0, numPendingTests: 0 }, 0).failed).toBe(1);
    expect(tallyPlaywright({ ...playwright, stats: { ...playwright.stats, expected: 0 } }, 0).failed).toBe(1);
  });
});

test("[TO3] the last line names what was skipped only if something was", () => {
  expect(tallyLine({ passed: 2, failed: 0, skipped: 0 })).toBe("2 passed, 0 failed");
  const both = sum([
    { passed: 2, failed: 0, skipped: 0 },
    { passed: 1, failed: 1, skipped: 3 },
  ]);
  expect(tallyLine(both)).toBe("3 passed, 1 failed, 3 skipped");
});
