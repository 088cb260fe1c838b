import type { Locator, Page } from "@playwright/test";
import { hasNoFindings, LOOKS } from "../fixtures/accessible.ts";
import { openSettings, settingsOf } from "../fixtures/settings.ts";
import { expect, test } from "../fixtures/test.ts";

const palette = (page: Page): Locator => page.getByRole("dialog", { name: "Commands" });
/** Opens the palette, types and takes the first that is found. */
async function command(page: Page, typed: string): Promise<void> {
  await page.keyboard.press("Control+K");
  const field = palette(page).getByRole("combobox", { name: "Command, profile, event or setting" });
  await field.fill(typed);
  await expect(palette(page).getByRole("option").first()).toBeVisible();
  await page.keyboard.press("Enter");
}

test.describe("the palette", () => {
  test("does what is chosen by a few letters, and gives the focus back", async ({ page, workbench, servers }) => {
    const server = await servers.websocket();
    await workbench.open();
    await workbench.url.fill(server.url);
    await workbench.url.focus();
    await page.keyboard.press("Control+K");
    await expect(palette(page)).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(palette(page)).toBeHidden();
    await expect(workbench.url).toBeFocused();
    await command(page, "connect");
    await workbench.isIn("open");
    await command(page, "hold view");
    await expect(workbench.button("Hold view")).toHaveAttribute("aria-pressed", "true");
    await command(page, "cancel, disconnect");
    await workbench.isIn("closed");
  });

  test("finds profiles, tabs, settings and what was said to mean it, and says when there is nothing", async ({
    page,
    workbench,
    library,
  }) => {
    await workbench.open();
    await workbench.url.fill("ws://localhost:1/prices");
    await library.saveAs("Price feed");
    await page.keyboard.press("n");
    await expect(workbench.url).toHaveValue("");
    await command(page, "price feed");
    await expect(workbench.url).toHaveValue("ws://localhost:1/prices");
    await command(page, "entries kept");
    await expect(settingsOf(page).getByRole("textbox", { name: "Entries kept" })).toBeFocused();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+K");
    await page.keyboard.type("no such thing at all");
    await expect(palette(page)).toContainText("Nothing has this name.");
  });

  test("finds the events of the log and shows only one of them", async ({ page, workbench, servers }) => {
    const server = await servers.socketio();
    await workbench.open();
    await workbench.protocol("Socket.IO");
    await workbench.connect(server.url);
    server.emit("price", 1);
    server.emit("order", 2);
    await expect(workbench.log).toContainText("order");
    await command(page, "only price");
    await expect(workbench.filter).toHaveValue("event:price");
    await workbench.hasEntries(1);
  });

  test("what is not possible now is not offered", async ({ page, workbench }) => {
    await workbench.open();
    await page.keyboard.press("Control+K");
    await page.keyboard.type("pause capture");
    await expect(palette(page).getByRole("option", { name: /^Pause capture/ })).toHaveCount(0);
  });
});

test.describe("keys", () => {
  test("can be changed, taken from another command, refused and set back", async ({ page, workbench, servers }) => {
    const server = await servers.websocket();
    await workbench.connect(server.url);
    await page.keyboard.press("Shift+?");
    const dialog = settingsOf(page);
    await expect(dialog.getByRole("heading", { name: "Keys", exact: true })).toBeInViewport();
    await dialog.getByRole("button", { name: "Keys of “Pause capture”: none" }).click();
    await page.keyboard.press("Control+T");
    const row = dialog.locator('[data-command="pause"]');
    await expect(row).toContainText("Ctrl T belongs to the browser, to text fields or to lists.");
    await page.keyboard.press("h");
    await expect(row).toContainText("H was “Hold view”, which has no keys now.");
    await expect(dialog.getByRole("button", { name: "Keys of “Hold view”: none" })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
    await workbench.log.focus();
    await page.keyboard.press("h");
    await expect(workbench.button("Pause capture")).toHaveAttribute("aria-pressed", "true");
    await expect(workbench.button("Hold view")).toHaveAttribute("aria-pressed", "false");
    await page.reload();
    await expect(workbench.url).toBeVisible();
    await page.keyboard.press("Shift+?");
    await expect(dialog.getByRole("button", { name: "Keys of “Pause capture”: H" })).toBeVisible();
    await dialog.getByRole("button", { name: "All keys as they were" }).click();
    await expect(dialog.getByRole("button", { name: "Keys of “Hold view”: H" })).toBeVisible();
    await expect(dialog.getByRole("button", { name: "Keys of “Pause capture”: none" })).toBeVisible();
  });

  test("of the log and of the message are the user's, too", async ({ page, workbench, servers }) => {
    const server = await servers.websocket();
    await workbench.connect(server.url);
    const dialog = await openSettings(page);
    await dialog.getByRole("searchbox", { name: "Search keys" }).fill("next entry");
    await dialog.getByRole("button", { name: "Keys of “Next entry”: J" }).click();
    await page.keyboard.press("x");
    await page.keyboard.press("Escape");
    await workbench.log.focus();
    await page.keyboard.press("Home");
    await expect(workbench.rows().first()).toHaveAttribute("aria-selected", "true");
    await page.keyboard.press("j");
    await page.keyboard.press("x");
    await expect(workbench.rows().nth(1)).toHaveAttribute("aria-selected", "true");
  });

  test("single letters can be switched off; F6 walks the regions", async ({ page, workbench, servers }) => {
    const server = await servers.websocket();
    await workbench.connect(server.url);
    const dialog = await openSettings(page);
    await dialog.getByRole("checkbox", { name: "Single letters are commands" }).uncheck();
    await page.keyboard.press("Escape");
    await workbench.log.focus();
    await page.keyboard.press("h");
    await expect(workbench.button("Hold view")).toHaveAttribute("aria-pressed", "false");
    await workbench.url.focus();
    const seen = new Set<string>();
    for (let step = 0; step < 9; step++) {
      await page.keyboard.press("F6");
      seen.add(await page.evaluate(() => document.activeElement?.closest("[class]")?.className ?? ""));
    }
    expect(seen.size).toBeGreaterThanOrEqual(6);
    await workbench.log.focus();
    await page.keyboard.press("Shift+F6");
    await expect(workbench.log).not.toBeFocused();
    await page.keyboard.press("F6");
    await expect(workbench.log).toBeFocused();
  });
});

test.describe("layouts and sizes", () => {
  const left = async (of: Locator): Promise<number> => (await of.boundingBox())?.x ?? Number.NaN;
  const top = async (of: Locator): Promise<number> => (await of.boundingBox())?.y ?? Number.NaN;

  test("the log stands above, right of or below what is written; the text in the editor stays", async ({
    page,
    workbench,
    servers,
  }) => {
    const server = await servers.websocket();
    await workbench.connect(server.url);
    const composer = page.getByRole("region", { name: "Composer" });
    await workbench.message.fill("kept through every layout");
    expect(await top(workbench.log)).toBeLessThan(await top(composer));
    await command(page, "layout right");
    await expect.poll(async () => (await left(composer)) < (await left(workbench.log))).toBe(true);
    await expect(workbench.message).toHaveValue("kept through every layout");
    const edge = page.getByRole("separator", { name: "Width of the composer" });
    await edge.focus();
    const before = (await composer.boundingBox())?.width ?? 0;
    await page.keyboard.press("ArrowRight");
    await expect.poll(async () => (await composer.boundingBox())?.width).toBe(before + 24);
    await command(page, "layout below");
    await expect.poll(async () => (await top(composer)) < (await top(workbench.log))).toBe(true);
    await page.reload();
    await workbench.connect(server.url);
    await expect.poll(async () => (await top(composer)) < (await top(workbench.log))).toBe(true);
  });

  test("the log alone has its tabs; Enter leads to the message, and F back to everything", async ({
    page,
    workbench,
    servers,
  }) => {
    const server = await servers.websocket();
    await workbench.connect(server.url);
    await workbench.log.focus();
    await page.keyboard.press("f");
    await expect(page.getByRole("region", { name: "Composer" })).toBeHidden();
    await page.keyboard.press("Home");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("tab", { name: "Inspect" })).toHaveAttribute("aria-selected", "true");
    await expect(workbench.log).toBeHidden();
    await page.keyboard.press("f");
    await expect(workbench.log).toBeVisible();
    await expect(page.getByRole("region", { name: "Composer" })).toBeVisible();
  });

  test("at 200 % the window counts half: one panel at a time, profiles in a drawer, nothing out of sight", async ({
    workbench,
    page,
  }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await workbench.open();
    await page.getByRole("button", { name: /^WS ?Echo/ }).click();
    await workbench.isIn("open");
    await expect(page.getByRole("navigation", { name: "Profiles" })).toBeVisible();
    for (let step = 0; step < 10; step++) await page.keyboard.press("+");
    await expect(page.getByRole("tab", { name: "Compose" })).toBeVisible();
    await expect(page.getByRole("navigation", { name: "Profiles" })).toBeHidden();
    await expect(workbench.rows()).toHaveCount(2);
    await expect(workbench.rows().last()).toBeInViewport({ ratio: 1 });
    await expect(workbench.button("Record session")).toBeInViewport({ ratio: 1 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(1440);
    await page.keyboard.press("0");
    await expect(page.getByRole("navigation", { name: "Profiles" })).toBeVisible();
  });

  test("everything grows and shrinks together, rows of the log too, and it is kept", async ({
    page,
    workbench,
    servers,
  }) => {
    const server = await servers.websocket();
    await workbench.connect(server.url);
    const height = async (): Promise<number> => (await workbench.rows().first().boundingBox())?.height ?? 0;
    const normal = await height();
    await workbench.log.focus();
    for (let step = 0; step < 5; step++) await page.keyboard.press("+");
    await expect.poll(height).toBeCloseTo(normal * 1.5, 0);
    const second = await workbench.rows().nth(1).boundingBox();
    const first = await workbench.rows().first().boundingBox();
    expect(second?.y).toBeCloseTo((first?.y ?? 0) + normal * 1.5, 0);
    await page.reload();
    const dialog = await openSettings(page);
    await expect(dialog.getByRole("combobox", { name: "Size", exact: true })).toHaveValue("15");
    await dialog.getByRole("button", { name: "Size: as it was at first" }).click();
    await expect(dialog.getByRole("combobox", { name: "Size", exact: true })).toHaveValue("10");
  });
});

test.describe("tabs", () => {
  test("a tab has a menu: duplicate, move, close the others", async ({ page, workbench }) => {
    await workbench.open();
    await workbench.url.fill("ws://localhost:1/one");
    const tabs = page.locator(".tabs").getByRole("tab");
    await tabs.first().click({ button: "right" });
    await page.getByRole("menuitem", { name: "Duplicate this connection" }).click();
    await expect(tabs).toHaveCount(2);
    await workbench.url.fill("ws://localhost:1/two");
    await expect(tabs.nth(1)).toContainText("/two");
    await tabs.nth(1).focus();
    await page.keyboard.press("Alt+ArrowLeft");
    await expect(tabs.first()).toContainText("/two");
    await tabs.first().dragTo(tabs.nth(1));
    await expect(tabs.first()).toContainText("/one");
    await tabs.first().click({ button: "right" });
    await page.getByRole("menuitem", { name: "Close the others" }).click();
    await expect(tabs).toHaveCount(1);
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(tabs).toHaveCount(2);
  });
});

for (const look of LOOKS) {
  const { colorScheme, locale, viewport } = look;
  test.describe(`${colorScheme}, ${locale}, ${String(viewport.width)} px`, () => {
    test.use(look);
    test("axe finds nothing in the palette and the settings", async ({ page }) => {
      await page.goto("./");
      await expect(page.locator('[data-focus="url"]')).toBeVisible();
      await page.keyboard.press("Control+K");
      await expect(page.getByRole("option").first()).toBeVisible();
      await hasNoFindings(page, "dialog");
      await page.keyboard.press("Escape");
      await page.keyboard.press("Control+,");
      await expect(page.locator("#settings-data")).toBeAttached();
      await hasNoFindings(page, "dialog");
    });
  });
}
