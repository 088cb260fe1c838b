import { openSettings } from "../fixtures/settings.ts";
import { expect, test } from "../fixtures/test.ts";

test.describe("settings", () => {
  test("a font of one's own, the day beside the time, and the way back", async ({ page, workbench, servers }) => {
    const server = await servers.websocket();
    await workbench.connect(server.url);
    const dialog = await openSettings(page);
    await dialog.getByRole("textbox", { name: "Font of payloads" }).fill('A "quoted" family');
    await dialog.getByRole("combobox", { name: "Times" }).selectOption("Day and time of day");
    await page.keyboard.press("Escape");
    await expect(workbench.rows().first().getByRole("gridcell").nth(1)).toHaveText(/^\d\d-\d\d \d\d:\d\d:\d\d\.\d{4}$/);
    expect(await workbench.url.evaluate((field) => getComputedStyle(field).fontFamily)).toMatch(
      /^"A \\"quoted\\" family"/,
    );
    await openSettings(page);
    await dialog.getByRole("button", { name: "All settings as they were" }).click();
    await page.keyboard.press("Escape");
    await expect(workbench.rows().first().getByRole("gridcell").nth(1)).toHaveText(/^\d\d:\d\d:\d\d\.\d{4}$/);
  });

  test("new connections begin with what was chosen; open ones stay", async ({ page, workbench }) => {
    await workbench.open();
    await workbench.url.fill("ws://localhost:1/");
    const dialog = await openSettings(page);
    const defaults = dialog.getByRole("group", { name: "What new connections begin with" });
    await defaults.getByRole("checkbox", { name: "Reconnect" }).check();
    await defaults.getByRole("textbox", { name: "First wait" }).fill("2");
    await page.keyboard.press("Escape");
    const reconnect = page
      .getByRole("group", { name: "Settings of this connection" })
      .getByRole("button", { name: "Reconnect" });
    await expect(reconnect).toContainText("off");
    await page.keyboard.press("n");
    await expect(reconnect).not.toContainText("off");
  });

  test("everything that is kept can be deleted, after a question", async ({ page, workbench, library }) => {
    await workbench.open();
    await workbench.url.fill("ws://localhost:1/secret");
    await library.saveAs("Secret place");
    await library.addEnvironment("Staging", [{ name: "token", value: "s3cret", secret: true }]);
    const dialog = await openSettings(page);
    await dialog.getByRole("combobox", { name: "Theme" }).selectOption("dark");
    await dialog.getByRole("button", { name: "Delete everything" }).click();
    await dialog.getByRole("button", { name: "Keep it" }).click();
    await expect(dialog.getByRole("button", { name: "Delete everything" })).toBeVisible();
    await dialog.getByRole("button", { name: "Delete everything" }).click();
    await Promise.all([
      page.waitForEvent("load"),
      dialog.getByRole("button", { name: "Delete it all, for good" }).click(),
    ]);
    await expect(workbench.url).toHaveValue("");
    await expect(library.side).toContainText("Nothing is saved yet");
    await expect(page.locator("html")).not.toHaveAttribute("data-theme", "dark");
    expect(
      await page.evaluate(async () =>
        (await indexedDB.databases()).map(({ name }) => name).includes("sockwright-recordings"),
      ),
    ).toBe(false);
  });
});
