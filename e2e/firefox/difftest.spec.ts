import { expect, test } from "@playwright/test";
import { describeDifference, runDifftest } from "../difftest/difftest.ts";
import { inFirefox } from "../difftest/firefoxPage.ts";
import { need } from "../fixtures/needs.ts";

test("[DT1] made-up pages, policies and targets are predicted as Firefox does it", async () => {
  need("firefox");
  test.setTimeout(240_000);
  const { count, blocked, differences } = await inFirefox((page) => runDifftest(page, "firefox", 240, 20_261_128));
  console.log(`Firefox: ${count} cases, ${blocked} blocked by a policy, ${differences.length} differ`);
  expect(differences.map(describeDifference)).toEqual([]);
  expect(count).toBe(240);
  expect(Math.min(blocked, count - blocked)).toBeGreaterThan(40);
});
