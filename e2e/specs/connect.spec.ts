import { expect, test } from "../fixtures/test.ts";

test.describe("a raw WebSocket", () => {
  test("connects, talks, filters and disconnects with the code of the user's choice", async ({
    workbench,
    servers,
    page,
  }) => {
    const server = await servers.websocket();
    await workbench.connect(server.url);
    await workbench.send('{"type": "tick", "id": 12345678901234567890}');
    await workbench.send("something else");
    await expect(workbench.rows({ direction: "received" })).toHaveCount(2);
    expect(server.received[0]?.text).toBe('{"type": "tick", "id": 12345678901234567890}');

    await workbench.filter.fill("tick");
    await workbench.hasEntries(2);
    await workbench.filter.fill("/else$/ dir:in");
    await workbench.hasEntries(1);
    await workbench.filter.fill("");
    await workbench.hasEntries(6);

    const closing = await workbench.setting("Close code");
    await closing.getByRole("textbox", { name: "Code" }).fill("4321");
    await closing.getByRole("textbox", { name: "Reason" }).fill("再见 👋");
    await page.keyboard.press("Escape");
    await workbench.button("Disconnect").click();
    await workbench.isIn("closed");
    await expect.poll(() => server.closes).toEqual([{ code: 4321, reason: "再见 👋" }]);
    await expect(workbench.rows({ kind: "lifecycle" }).last()).toContainText("4321");
    expect(server.clients()).toBe(0);
  });

  test("offers subprotocols and shows the one that was chosen", async ({ workbench, servers, page }) => {
    const server = await servers.websocket({ subprotocols: ["feed.v2"] });
    await workbench.open();
    const chip = await workbench.setting("Subprotocols");
    await chip.getByRole("textbox", { name: "Subprotocols" }).fill("feed.v3\nfeed.v2");
    await page.keyboard.press("Escape");
    await workbench.connect(server.url);
    expect(server.requests[0]?.headers["sec-websocket-protocol"]).toBe("feed.v3, feed.v2");
    await expect(page.getByText("feed.v2 negotiated")).toBeVisible();
  });

  test("says at the field what is wrong with a close reason, and sends no broken one", async ({
    workbench,
    servers,
    page,
  }) => {
    const server = await servers.websocket();
    await workbench.open();
    const closing = await workbench.setting("Close code");
    await closing.getByRole("textbox", { name: "Reason" }).fill("字".repeat(42));
    await expect(closing.getByRole("alert")).toContainText("126 bytes");
    await page.keyboard.press("Escape");
    await workbench.start(server.url);
    await workbench.isIn("idle");
    expect(server.requests).toEqual([]);
  });

  test("keeps every tab's connection alive while it is hidden", async ({ workbench, servers, page }) => {
    const [one, two] = [await servers.websocket(), await servers.websocket()];
    await workbench.connect(one.url);
    await page.getByRole("button", { name: "New connection" }).click();
    await workbench.connect(two.url);
    one.broadcast("while hidden");
    await page.getByRole("tab", { name: new RegExp(String(one.port)) }).click();
    await expect(workbench.rows({ direction: "received" })).toContainText("while hidden");
    expect([one.clients(), two.clients()]).toEqual([1, 1]);
  });

  test("closing a tab while open leaves no socket behind, and undo brings its setup back", async ({
    workbench,
    servers,
    page,
  }) => {
    const server = await servers.websocket();
    await workbench.connect(server.url);
    await page.getByRole("button", { name: /^Close 127/ }).click();
    await expect.poll(() => server.clients()).toBe(0);
    await workbench.button("Undo").click();
    await expect(workbench.url).toHaveValue(server.url);
    await workbench.isIn("idle");
  });

  test("a double click on Connect connects once", async ({ workbench, servers }) => {
    const server = await servers.websocket();
    await workbench.open();
    await workbench.url.fill(server.url);
    await workbench.button("Connect").dblclick();
    await workbench.isIn("open");
    expect(server.requests).toHaveLength(1);
  });

  test("a reload while open asks first", async ({ workbench, servers, page }) => {
    const server = await servers.websocket();
    await workbench.connect(server.url);
    const asked = page.waitForEvent("dialog");
    void page.reload().catch(() => undefined);
    const dialog = await asked;
    expect(dialog.type()).toBe("beforeunload");
    await dialog.dismiss();
    await workbench.isIn("open");
    expect(server.clients()).toBe(1);
  });

  test("setup and draft survive a reload", async ({ workbench, page }) => {
    await workbench.open();
    await workbench.url.fill("ws://127.0.0.1:9/kept?a=1");
    await workbench.url.press("Tab");
    await expect
      .poll(async () => {
        await page.reload();
        return workbench.url.inputValue();
      })
      .toBe("ws://127.0.0.1:9/kept?a=1");
  });

  test("a link fills in a tab and never connects", async ({ workbench, servers, page }) => {
    const server = await servers.websocket();
    await page.goto(`./#/?protocol=websocket&url=${encodeURIComponent(server.url)}`);
    await expect(workbench.url).toHaveValue(server.url);
    await workbench.isIn("idle");
    expect(server.requests).toEqual([]);
    await workbench.button("Connect").click();
    await workbench.isIn("open");
    await page.evaluate(() => {
      location.hash = "#/?protocol=socketio&url=http://127.0.0.1:9&namespace=/chat";
    });
    await expect(workbench.url).toHaveValue("http://127.0.0.1:9");
    await expect(page.getByRole("textbox", { name: "Namespace" })).toHaveValue("/chat");
    expect(server.clients()).toBe(1);
  });
});

test.describe("the playground", () => {
  test("is one click away", async ({ workbench, page }) => {
    await workbench.open();
    await page.getByRole("button", { name: /Echo Returns|Echo.*echo.*Returns what it gets/ }).click();
    await workbench.isIn("open");
    await workbench.send("hello");
    await expect(workbench.rows({ direction: "received" })).toContainText("hello");
  });

  for (const [name, phase, text] of [
    ["Close with a code", "closed", "4401"],
    ["Refuse", "failed", "1006"],
    ["Drop", "closed", "1006"],
    ["Bad frame", "closed", "1006"],
  ] as const) {
    test(`${name} ends visibly, with what the browser told`, async ({ workbench, page }) => {
      await workbench.open();
      await page.getByRole("button", { name }).click();
      await workbench.isIn(phase);
      await expect(workbench.rows({ kind: "lifecycle" }).last()).toContainText(text);
      await expect(workbench.button("Connect")).toBeEnabled();
    });
  }

  test("Hang is given up at the timeout, and Cancel works before", async ({ workbench, page }) => {
    await workbench.open();
    await page.getByRole("button", { name: /Hang/ }).click();
    await workbench.isIn("connecting");
    await workbench.button("Cancel").click();
    await workbench.isIn("failed");
    const timeout = await workbench.setting("Timeout");
    await timeout.getByRole("textbox", { name: "Timeout" }).fill("0.3");
    await page.keyboard.press("Escape");
    await workbench.button("Connect").click();
    await expect(workbench.rows({ kind: "lifecycle" }).last()).toContainText("no answer within");
    await workbench.isIn("failed");
  });
});
