import { expect, test } from "@playwright/test";
import { inChromium } from "../difftest/chromiumPage.ts";
import { describeDifference, runDifftest } from "../difftest/difftest.ts";
import { provideChromium } from "../tools/browsers.ts";

test("[DT1] a thousand made-up pages, policies and targets are predicted as Chromium does it", async () => {
  test.setTimeout(240_000);
  const { count, blocked, differences } = await inChromium(await provideChromium(), (page) =>
    runDifftest(page, "chromium", 1000, 20_261_128),
  );
  console.log(`Chromium: ${count} cases, ${blocked} blocked by a policy, ${differences.length} differ`);
  expect(differences.map(describeDifference)).toEqual([]);
  expect(count).toBe(1000);
  // A prediction that always says the same would not do.
  expect(Math.min(blocked, count - blocked)).toBeGreaterThan(150);
});
