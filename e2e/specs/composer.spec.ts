import { expect, test } from "../fixtures/test.ts";

// The large editor is what is tried here.
test.use({ savesData: false });

test.describe("the composer", () => {
  test("sends hex, Base64 and files as octets", async ({ workbench, servers, page }) => {
    const server = await servers.websocket();
    await workbench.connect(server.url);
    await workbench.format.selectOption("Hex");
    await workbench.send("00 ff:10");
    await workbench.format.selectOption("Base64");
    await workbench.send("5L2g5aW9");
    await workbench.format.selectOption("File");
    await page
      .locator('input[type="file"]')
      .setInputFiles({ name: "a.bin", mimeType: "application/octet-stream", buffer: Buffer.from([1, 2, 3]) });
    await expect(page.getByText("a.bin 3 B")).toBeVisible();
    await workbench.sendButton.click();
    await expect
      .poll(() => server.received.map(({ bytes }) => bytes && [...bytes]))
      .toEqual([
        [0, 255, 16],
        [0xe4, 0xbd, 0xa0, 0xe5, 0xa5, 0xbd],
        [1, 2, 3],
      ]);
    const received = workbench.rows({ direction: "received" });
    await expect(received.first()).toContainText("00 ff 10");
    await expect(received.nth(1)).toContainText("你好");
  });

  for (const [format, text, says] of [
    ["JSON", '{"a": 1,}', "Line 1, column 8: No comma before the end."],
    ["Hex", "0g", "not a hex digit"],
    ["Base64", "A?", "cannot stand there"],
    ["Text", "{{nobody}}", "has no value"],
  ] as const) {
    test(`wrong ${format} is said at the field; nothing is sent, nothing lost`, async ({ workbench, servers }) => {
      const server = await servers.websocket();
      await workbench.connect(server.url);
      await workbench.format.selectOption(format);
      await workbench.send(text);
      await expect(workbench.alert).toContainText(says);
      await expect(workbench.message).toHaveValue(text);
      expect(server.received).toEqual([]);
    });
  }

  test("Ctrl+Enter sends, ↑ brings back what was sent, ↓ what was being written", async ({
    workbench,
    servers,
    page,
  }) => {
    const server = await servers.websocket();
    await workbench.connect(server.url);
    await workbench.message.fill("first");
    await workbench.message.press("Control+Enter");
    await workbench.message.fill("second");
    await workbench.message.press("Control+Enter");
    await expect.poll(() => server.received.length).toBe(2);
    await workbench.message.fill("unsent");
    await page.keyboard.press("ArrowUp");
    await expect(workbench.message).toHaveValue("second");
    await page.keyboard.press("ArrowUp");
    await expect(workbench.message).toHaveValue("first");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await expect(workbench.message).toHaveValue("unsent");
  });

  test("is a textarea at once; Monaco takes over its text, caret and undo", async ({ workbench, servers, page }) => {
    const server = await servers.websocket();
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route(/mountEditor-.*\.js/, async (route) => {
      await held;
      await route.continue();
    });
    await workbench.connect(server.url);
    const area = page.locator("textarea:not(.inputarea)").and(workbench.message);
    await area.pressSequentially("ab");
    await area.press("ArrowLeft");
    await area.pressSequentially("X");
    release();
    await expect(page.locator(".monaco-editor").first()).toBeVisible();
    await expect(workbench.message).toHaveValue("aXb");
    await page.keyboard.type("Y");
    await expect(workbench.message).toHaveValue("aXYb");
    await page.keyboard.press("Control+z");
    await page.keyboard.press("Control+z");
    await expect(workbench.message).toHaveValue("ab");
  });

  test("tidies and minifies JSON without touching its numbers", async ({ workbench, servers }) => {
    const server = await servers.websocket();
    await workbench.connect(server.url);
    await workbench.format.selectOption("JSON");
    await workbench.message.fill('{"a":[1,12345678901234567890],"b":{}}');
    await workbench.button("Tidy").click();
    await expect(workbench.message).toHaveValue('{\n  "a": [\n    1,\n    12345678901234567890\n  ],\n  "b": {}\n}');
    await workbench.button("Minify").click();
    await expect(workbench.message).toHaveValue('{"a":[1,12345678901234567890],"b":{}}');
  });

  test("saves a message under a name, and loads it again", async ({ workbench, servers, page }) => {
    const server = await servers.websocket();
    await workbench.connect(server.url);
    await workbench.message.fill("subscribe me");
    await workbench.button("Save this message").click();
    const menu = page.getByRole("dialog", { name: "Save this message" });
    await menu.getByRole("textbox", { name: "Name of the message" }).fill("订阅");
    await menu.getByRole("button", { name: "Save" }).click();
    await workbench.message.fill("other");
    await workbench.button("订阅").click();
    await expect(workbench.message).toHaveValue("subscribe me");
  });

  test("messages on open go out in order, with generated values, after every connect", async ({
    workbench,
    servers,
    page,
  }) => {
    const server = await servers.websocket();
    await workbench.connect(server.url);
    await workbench.message.fill("hello {{$counter}} {{$uuid}}");
    const onOpen = await workbench.setting("On open");
    await onOpen.getByRole("button", { name: "Add the composer’s message" }).click();
    await page.keyboard.press("Escape");
    for (const round of [1, 2]) {
      await workbench.button("Disconnect").click();
      await workbench.isIn("closed");
      await workbench.button("Connect").click();
      await workbench.isIn("open");
      await expect
        .poll(() => server.received.at(-1)?.text)
        .toMatch(new RegExp(`^hello ${String(round)} [0-9a-f-]{36}$`));
    }
  });
});

test("connect and send: the message waits until the connection is open", async ({ workbench, servers }) => {
  const server = await servers.websocket();
  await workbench.connect(server.url);
  await workbench.button("Disconnect").click();
  await workbench.isIn("closed");
  await workbench.message.fill("patient");
  await workbench.sendButton.click();
  await expect(workbench.alert).toContainText("Not connected. The message is kept.");
  await workbench.button("Connect and send").click();
  await expect.poll(() => server.received.map(({ text }) => text)).toEqual(["patient"]);
});
