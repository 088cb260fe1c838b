import { hasNoFindings, LOOKS } from "../fixtures/accessible.ts";
import { expect, test } from "../fixtures/test.ts";

test.describe("the policy lab", () => {
  test("says who blocks in each engine, and a fix is applied", async ({ page }) => {
    await page.goto("./");
    await page.getByRole("button", { name: "Policy lab" }).first().click();
    const verdict = page.getByRole("region", { name: "Verdict" });
    await expect(verdict).toHaveAttribute("data-by", "csp");
    await expect(verdict.getByRole("row", { name: /blocked/ })).toHaveCount(3);
    await page.getByRole("button", { name: "Paste anything" }).click();
    const nginx = `add_header Content-Security-Policy "default-src 'self'; connect-src ws://api.test:81" always;`;
    await page.getByRole("textbox", { name: "Text with policies in it" }).fill(nginx);
    await page.getByRole("button", { name: "Find policies" }).click();
    await expect(page.getByRole("textbox", { name: "Policy 1" })).toHaveValue(
      "default-src 'self'; connect-src ws://api.test:81",
    );
    await page.getByRole("textbox", { name: "Target URL" }).fill("wss://api.test:81/");
    await expect(verdict.getByRole("row", { name: /Chromium/ })).toContainText("blocked");
    await expect(verdict.getByRole("row", { name: /Firefox/ })).toContainText("allowed");
    await page.getByRole("button", { name: "Apply" }).first().click();
    await expect(verdict).toHaveAttribute("data-allowed", "true");
    await expect(page.getByRole("textbox", { name: "Policy 1" })).toHaveValue(
      "default-src 'self'; connect-src ws://api.test:81 wss://api.test:81",
    );
  });

  test("a link carries the case, opens no connection, and is refused when it is damaged", async ({
    page,
    servers,
    context,
  }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const server = await servers.websocket();
    await page.goto("./#/lab");
    await page.getByRole("textbox", { name: "Target URL" }).fill(server.url);
    await page.getByRole("button", { name: "Copy a link to this case" }).click();
    await expect(page.getByText("Copied")).toBeVisible();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    const other = await context.newPage();
    await other.goto(link);
    await expect(other.getByRole("textbox", { name: "Target URL" })).toHaveValue(server.url);
    expect(server.requests).toEqual([]);
    await other.goto(link.slice(0, -6));
    await other.reload();
    await expect(other.getByRole("alert")).toContainText("damaged");
    await other.getByRole("button", { name: "Close the lab" }).click();
    await expect(other.getByRole("textbox", { name: "URL", exact: true })).toBeVisible();
  });

  for (const look of LOOKS) {
    test.describe(`${look.colorScheme}, ${look.locale}, ${look.viewport.width} px`, () => {
      test.use(look);
      test("axe finds nothing", async ({ page }) => {
        await page.goto("./#/lab");
        await expect(page.locator(".labout")).toBeVisible();
        await hasNoFindings(page);
      });
    });
  }
});

test.describe("the live check", () => {
  test.use({ tolerated: [/connect-src .*livecheck|violates the following Content Security Policy/] });

  test("tries the case in this browser, and it does as predicted", async ({ page, servers }) => {
    const server = await servers.websocket();
    await page.goto("./#/lab");
    const live = page.getByRole("region", { name: "Try it here" });
    await page.getByRole("textbox", { name: "Target URL" }).fill(`${server.url}/allowed`);
    await page.getByRole("textbox", { name: "Policy 1" }).fill(`connect-src ${server.url}`);
    await live.getByRole("button").click();
    await expect(live.getByRole("status")).toHaveText("As predicted: it connected.");
    expect(server.requests.map(({ url }) => url)).toEqual(["/allowed"]);
    await page.getByRole("textbox", { name: "Policy 1" }).fill("connect-src 'self' https:");
    await live.getByRole("button").click();
    await expect(live.getByRole("status")).toHaveText("As predicted: blocked by a policy.");
    expect(server.requests).toHaveLength(1);
  });
});
