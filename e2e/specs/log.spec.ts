import { readFile } from "node:fs/promises";
import { expect, test } from "../fixtures/test.ts";

test.describe("the log", () => {
  test("follows the end only while pinned to it, and counts what is new", async ({ workbench, servers, page }) => {
    const server = await servers.websocket({ echo: false });
    await workbench.connect(server.url);
    for (let n = 0; n < 200; n++) server.broadcast(`message ${String(n)}`);
    await workbench.hasEntries(202);
    await expect(workbench.rows().last()).toContainText("message 199");
    await workbench.log.hover();
    await page.mouse.wheel(0, -1000);
    await expect(workbench.rows().last()).not.toContainText("message 199");
    const shown = await workbench.rows().first().textContent();
    for (let n = 200; n < 210; n++) server.broadcast(`message ${String(n)}`);
    await workbench.button("10 new, jump to end").click();
    expect(shown).not.toBeNull();
    await expect(workbench.rows().last()).toContainText("message 209");
  });

  test("Hold view keeps the picture, Pause capture keeps out of the log, and both say so", async ({
    workbench,
    servers,
  }) => {
    const server = await servers.websocket({ echo: false });
    await workbench.connect(server.url);
    server.broadcast("one");
    await workbench.hasEntries(3);
    await workbench.button("Hold view").click();
    server.broadcast("two");
    await expect(workbench.button("1 new, jump to end")).toBeVisible();
    await workbench.hasEntries(3);
    await workbench.button("Hold view").click();
    await workbench.hasEntries(4);

    await workbench.button("Pause capture").click();
    await workbench.hasEntries(5);
    server.broadcast("not recorded");
    await expect(workbench.status).toHaveAttribute("data-received-count", "3");
    await workbench.button("Pause capture").click();
    await expect(workbench.rows().last()).toContainText("1 message (12 B) not recorded");
    server.broadcast("three");
    await expect(workbench.rows().last()).toContainText("three");
  });

  test("Clear can be undone, and nothing is lost by it", async ({ workbench, servers }) => {
    const server = await servers.websocket();
    await workbench.connect(server.url);
    await workbench.send("kept");
    await workbench.hasEntries(4);
    await workbench.button("Clear log").click();
    await workbench.hasEntries(0);
    await workbench.send("after");
    await workbench.hasEntries(2);
    await workbench.button("Undo").click();
    await workbench.hasEntries(6);
  });

  test("filters by direction, kind, text and expression, and says what it does not understand", async ({
    workbench,
    servers,
  }) => {
    const server = await servers.websocket();
    await workbench.connect(server.url);
    await workbench.send("alpha");
    await workbench.send("beta");
    await workbench.hasEntries(6);
    await workbench.button("Received").click();
    await workbench.hasEntries(2);
    await workbench.filter.fill("alpha");
    await workbench.hasEntries(1);
    await workbench.button("All").click();
    await workbench.hasEntries(2);
    await workbench.filter.fill("kind:lifecycle");
    await workbench.hasEntries(2);
    await workbench.filter.fill("/(/");
    await expect(workbench.alert).toContainText("not a regular expression");
    await workbench.filter.fill("nothing like it");
    await workbench.button("Clear the filter").click();
    await workbench.hasEntries(6);
  });

  test("shows an entry whole: as a tree, raw and in hex; copies, resends, composes", async ({
    workbench,
    servers,
    page,
    context,
  }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const server = await servers.websocket();
    const text = '{"id":12345678901234567890,"id":2,"deep":{"名":"值"}}';
    await workbench.connect(server.url);
    await workbench.send(text);
    await workbench.rows({ direction: "received" }).click();
    const inspector = page.getByRole("region", { name: "Message", exact: true });
    await expect(inspector).toContainText("12345678901234567890");
    await expect(inspector).toContainText("值");
    await inspector.getByRole("tab", { name: "Raw" }).click();
    await expect(inspector).toContainText(text);
    await inspector.getByRole("tab", { name: "Hex" }).click();
    await expect(inspector).toContainText("7b 22 69 64");
    await inspector.getByRole("button", { name: "Copy message" }).click();
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(text);
    await inspector.getByRole("button", { name: "Send again" }).click();
    await expect.poll(() => server.received.length).toBe(2);
    await workbench.message.fill("");
    await inspector.getByRole("button", { name: "Open in composer" }).click();
    await expect(workbench.message).toHaveValue(text);
  });

  test("goes by keys: down, up, to the inspector and back", async ({ workbench, servers, page }) => {
    const server = await servers.websocket({ echo: false });
    await workbench.connect(server.url);
    for (let n = 0; n < 100; n++) server.broadcast(`message ${String(n)}`);
    await workbench.hasEntries(102);
    await workbench.log.focus();
    await page.keyboard.press("Home");
    await expect(workbench.log.locator('[aria-selected="true"]')).toHaveAttribute("data-seq", "1");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("j");
    await expect(workbench.log.locator('[aria-selected="true"]')).toHaveAttribute("data-seq", "3");
    await page.keyboard.press("PageDown");
    await page.keyboard.press("k");
    await expect(workbench.log.locator('[aria-selected="true"]')).toBeInViewport();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("region", { name: "Payload" })).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(workbench.log).toBeFocused();
    await page.keyboard.press("End");
    await expect(workbench.rows().last()).toContainText("message 99");
  });

  test("exports JSON Lines with every octet, and downloads one payload", async ({ workbench, servers, page }) => {
    const server = await servers.websocket();
    await workbench.connect(server.url);
    await workbench.send("text 你好");
    await workbench.format.selectOption("Hex");
    await workbench.send("00 ff");
    await workbench.hasEntries(6);
    const exporting = page.waitForEvent("download");
    await workbench.button("Export log").click();
    await workbench.button("Export").click();
    const file = await (await exporting).path();
    const lines = (await readFile(file, "utf8"))
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines[0]).toMatchObject({ sockwright: "log", version: 1 });
    expect(lines.slice(1).map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(lines).toContainEqual(expect.objectContaining({ direction: "received", text: "text 你好", size: 11 }));
    expect(lines).toContainEqual(expect.objectContaining({ direction: "received", base64: "AP8=" }));

    await page.keyboard.press("Escape");
    await workbench.rows({ direction: "received" }).last().click();
    const downloading = page.waitForEvent("download");
    await workbench.button("Download payload").click();
    expect([...(await readFile(await (await downloading).path()))]).toEqual([0, 255]);
  });

  test("puts the day before the time, and counts it from the first entry, when asked to", async ({
    workbench,
    servers,
  }) => {
    const server = await servers.websocket();
    await workbench.connect(server.url);
    await expect(workbench.rows().first()).toContainText(/\d\d:\d\d:\d\d\.\d{4}/);
    await workbench.button("Time").click();
    await expect(workbench.rows().first()).toContainText(/\d\d-\d\d \d\d:\d\d:\d\d\.\d{4}/);
    await workbench.button("Time").click();
    await expect(workbench.rows().first()).toContainText("+0.0000");
  });
});
