import { expect, test } from "../fixtures/test.ts";
test("[T1] serves", async ({ page, servers }) => {
  const ws = await servers.websocket();
  const py = await servers.python();
  expect(py.url).toContain("ws:");
  const response = await page.goto("./");
  expect(response?.headers()["content-security-policy"]).toContain("default-src 'none'");
  expect(ws.url).toContain("ws://");
  await expect(page).toHaveTitle(/Sockwright/);
  await page.waitForTimeout(500);
  console.log(await page.locator("body").innerText());
});
test("[T2] must fail: uncaught", async ({ page }) => {
  await page.goto("./");
  await page.evaluate(() => { setTimeout(() => { throw new Error("boom"); }, 0); });
  await page.waitForTimeout(100);
});
test("[T3] must fail: csp", async ({ page }) => {
  await page.goto("./");
  await page.evaluate(() => { const i = document.createElement("img"); i.src = "http://127.0.0.1:9/x.png"; document.body.append(i); });
  await page.waitForTimeout(100);
});
test("[T4] failed connection is fine", async ({ page, servers }) => {
  const ws = await servers.websocket({ refuse: 401 });
  await page.goto("./");
  await page.evaluate((u) => { void fetch("/nothing-here"); }, ws.url);
  await page.waitForTimeout(100);
});
