import { hasNoFindings, LOOKS } from "../fixtures/accessible.ts";
import { expect, test } from "../fixtures/test.ts";

// The large editor is what is tried here.
test.use({ savesData: false });

for (const look of LOOKS) {
  const { colorScheme, locale, viewport } = look;
  test.describe(`${colorScheme}, ${locale}, ${String(viewport.width)} px`, () => {
    test.use(look);
    test("axe finds nothing on the start, open and closed screens; nothing scrolls sideways", async ({ page }) => {
      await page.goto("./");
      const isWide = viewport.width > 860;
      const echo = page.getByRole("button", { name: /^(WS ?Echo|WS ?回显)/ });
      await expect(echo).toBeVisible();
      await hasNoFindings(page);
      await echo.click();
      const status = page.locator("[data-phase]");
      await expect(status).toHaveAttribute("data-phase", "open");
      if (isWide) await expect(page.locator(".monaco-editor").first()).toBeVisible();
      await hasNoFindings(page);
      await page.getByRole("button", { name: locale === "en-US" ? "Disconnect" : "断开", exact: true }).click();
      await expect(status).toHaveAttribute("data-phase", "closed");
      await page.locator("[data-kind=lifecycle]").last().click();
      await hasNoFindings(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    });
  });
}

test("the browser's own tab tells the state of the connection", async ({ page, workbench, servers }) => {
  const server = await servers.websocket();
  await workbench.connect(server.url);
  await expect(page).toHaveTitle(/^● 127\.0\.0\.1:\d+ · Sockwright$/);
  await expect(page.locator("link[rel=icon]")).toHaveAttribute("href", /^data:image\/svg/);
  server.dropAll();
  await expect(page).toHaveTitle(/^✕ /);
});

test.describe("language and theme", () => {
  test.use({ locale: "zh-CN" });
  test("Chinese is chosen from the browser, English by hand, and the choice is kept", async ({ page }) => {
    await page.goto("./");
    await expect(page.getByRole("button", { name: "连接", exact: true })).toBeVisible();
    await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
    await page.getByRole("button", { name: "设置", exact: true }).click();
    await page.getByRole("combobox", { name: "语言" }).selectOption("en");
    await page.getByRole("combobox", { name: "Theme" }).selectOption("dark");
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
    await expect(page.getByRole("button", { name: "Connect", exact: true })).toBeVisible();
    await page.keyboard.press("Escape");
    await page.reload();
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
    await expect(page.getByRole("button", { name: "Connect", exact: true })).toBeVisible();
  });
});

test("the main job by keyboard alone", async ({ workbench, servers, page, library }) => {
  const server = await servers.websocket();
  await workbench.open();
  await page.keyboard.press("u");
  await page.keyboard.type(server.url);
  await page.keyboard.press("Control+Enter");
  await workbench.isIn("open");
  await expect(page.locator(".monaco-editor").first()).toBeVisible();
  await page.keyboard.press("F6");
  await page.keyboard.press("m");
  await page.keyboard.type("by keyboard");
  await page.keyboard.press("Control+Enter");
  await expect(workbench.rows({ direction: "received" })).toContainText("by keyboard");
  // To the log, its filter, a row, its octets, and back.
  await page.keyboard.press("F6");
  while (!(await workbench.log.evaluate((log) => log === document.activeElement))) await page.keyboard.press("F6");
  await page.keyboard.press("/");
  await page.keyboard.type("dir:received by");
  await workbench.hasEntries(1);
  // What is offered goes first, then what was typed, then the field.
  while ((await workbench.filter.inputValue()) !== "") await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await expect(workbench.log).toBeFocused();
  await page.keyboard.press("End");
  await page.keyboard.press("k");
  await expect(page.getByRole("tab", { name: "Pretty" })).toBeVisible();
  await expect(page.locator("[data-focus=inspector]")).toContainText("by keyboard");
  await page.keyboard.press("Enter");
  await expect(page.locator("[data-focus=inspector]")).toBeFocused();
  await page.keyboard.press("3");
  await expect(page.getByRole("tab", { name: "Hex" })).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Escape");
  await expect(workbench.log).toBeFocused();
  await page.keyboard.press("Control+.");
  await workbench.isIn("closed");
  // Kept, shared, and another one.
  await page.keyboard.press("Control+s");
  await expect(library.dialog).toBeVisible();
  await page.keyboard.press("Control+a");
  await page.keyboard.type("By keyboard");
  await page.keyboard.press("Enter");
  await expect(library.item("By keyboard")).toBeVisible();
  await workbench.log.focus();
  await page.keyboard.press("s");
  await expect(library.dialog).toContainText("By keyboard");
  await page.keyboard.press("Escape");
  await expect(library.dialog).toBeHidden();
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("option", { name: /^New connection/ })).toBeVisible();
  await page.keyboard.type("new connection");
  await page.keyboard.press("Enter");
  await expect(workbench.url).toBeFocused();
  await expect(workbench.url).toHaveValue("");
});

test.describe("1024 px", () => {
  test.use({ viewport: { width: 1024, height: 768 } });
  test("a new connection offers where somebody was before", async ({ workbench, servers, page }) => {
    const server = await servers.websocket();
    await workbench.connect(server.url);
    await page.keyboard.press("Control+.");
    await workbench.isIn("closed");
    await workbench.button("New connection").click();
    const recent = page.getByRole("region", { name: "Recent addresses" });
    await recent
      .getByRole("button", { name: server.url.replace("ws://", "") })
      .first()
      .click();
    await expect(workbench.url).toHaveValue(server.url);
    await workbench.isIn("idle");
  });
});

test("what is typed in the very moment in which the page is seen is kept, and keys are heard", async ({
  workbench,
  page,
}) => {
  await page.addInitScript(() => {
    const watcher = new MutationObserver(() => {
      const url = document.querySelector<HTMLInputElement>("[data-focus=url]");
      if (!url) return;
      watcher.disconnect();
      document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "u", code: "KeyU", bubbles: true }));
      // oxlint-disable-next-line typescript/no-deprecated -- the only way to type from within a page
      for (const letter of "ws://early") document.execCommand("insertText", false, letter);
    });
    watcher.observe(document, { childList: true, subtree: true });
  });
  await workbench.open();
  await expect(workbench.url).toHaveValue("ws://early");
});

test("why it failed, by keyboard alone", async ({ workbench, servers, page }) => {
  const server = await servers.socketio();
  await workbench.open();
  await page.keyboard.press("u");
  await page.keyboard.type(server.url.replace("http", "ws"));
  await page.keyboard.press("Control+Enter");
  await workbench.explains("socketio-behind-raw");
  await page.keyboard.press("F6");
  await page.keyboard.press("d");
  await expect(workbench.diagnosis).toBeHidden();
  await page.keyboard.press("d");
  await expect(workbench.diagnosis.locator(":focus")).toHaveCount(1);
  await page.keyboard.press("Tab");
  await expect(workbench.diagnosis.locator(":focus")).toHaveCount(1);
});
