import { expect, test } from "../fixtures/firefox.ts";
test("[F1] serves", async ({ firefoxPage: page, appUrl }) => {
  await page.goto(appUrl);
  expect(await page.title()).toContain("Sockwright");
});
test("[F2] must fail", async ({ firefoxPage: page, appUrl }) => {
  await page.goto(appUrl);
  await page.evaluate(() => { setTimeout(() => { throw new Error("boom"); }, 0); });
  await new Promise((r) => setTimeout(r, 300));
});
