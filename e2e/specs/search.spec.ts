import { expect, test } from "../fixtures/test.ts";

const tick = (n: number): string => JSON.stringify({ type: n % 2 === 0 ? "tick" : "tock", n, user: { id: n * 1000 } });

test.describe("finding things in the log", () => {
  test("completes the filter as it is typed, by keys alone", async ({ workbench, servers, page }) => {
    const server = await servers.websocket({ echo: false });
    await workbench.connect(server.url);
    for (let n = 0; n < 10; n++) server.broadcast(tick(n));
    await workbench.hasEntries(12);
    await workbench.filter.focus();
    await page.keyboard.type("ki");
    await page.keyboard.press("ArrowDown");
    await expect(page.getByRole("option", { name: "kind:", exact: true })).toHaveAttribute("aria-selected", "true");
    await page.keyboard.press("Enter");
    await expect(workbench.filter).toHaveValue("kind:");
    await page.keyboard.type("mes");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Tab");
    await expect(workbench.filter).toHaveValue("kind:message");
    await expect(page.getByRole("listbox")).toHaveCount(0);
    await workbench.hasEntries(10);
  });

  test("whoever types on in the moment in which a completion is taken types behind it", async ({ workbench, page }) => {
    await workbench.open();
    await page.getByRole("button", { name: /^WS ?Echo/ }).click();
    await workbench.isIn("open");
    await workbench.filter.focus();
    await page.keyboard.type("ki");
    await page.keyboard.press("ArrowDown");
    await expect(page.getByRole("option", { name: "kind:", exact: true })).toHaveAttribute("aria-selected", "true");
    await workbench.filter.evaluate(async (field) => {
      const input = field as HTMLInputElement;
      input.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }));
      input.setRangeText("mes", input.selectionStart ?? 0, input.selectionEnd ?? 0, "end");
      input.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertText" }));
      for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
    });
    await page.keyboard.type("sage");
    await expect(workbench.filter).toHaveValue("kind:message");
  });

  test("finds by a JSON path and a comparison, by number, and by time", async ({ workbench, servers, page }) => {
    const server = await servers.websocket({ echo: false });
    await workbench.connect(server.url);
    for (let n = 0; n < 10; n++) server.broadcast(tick(n));
    await workbench.hasEntries(12);
    for (const [filter, count] of [
      ["json:$.type=tick", 5],
      ["json:$..id>=8000", 2],
      ["json:$.type=tick -json:$.n=4", 4],
      ["seq:3..5", 3],
      ["/t.ck.*[89]/", 2],
      ["after:+1h", 0],
      ["before:+1h", 12],
    ] as const) {
      await workbench.filter.fill(filter);
      await workbench.hasEntries(count);
    }
    await workbench.filter.fill("json:$.type=");
    await expect(workbench.alert).toContainText("not a JSON path with a comparison");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await workbench.hasEntries(12);
  });

  test("a match deep in a payload is seen in its row", async ({ workbench, servers }) => {
    const server = await servers.websocket({ echo: false });
    await workbench.connect(server.url);
    server.broadcast(JSON.stringify({ pad: "x".repeat(5000), state: "Paid", after: "y".repeat(5000) }));
    await workbench.hasEntries(3);
    await workbench.filter.fill("paid");
    const match = workbench.rows({ direction: "received" }).getByText("Paid", { exact: true });
    await expect(match).toBeInViewport({ ratio: 1 });
    await expect(match).toHaveJSProperty("tagName", "MARK");
    await workbench.filter.fill("");
    await expect(workbench.rows({ direction: "received" })).toContainText('{"pad":"xxx');
  });

  test("marks matches, shows them among all entries, and goes from one to the next", async ({
    workbench,
    servers,
    page,
  }) => {
    const server = await servers.websocket({ echo: false });
    await workbench.connect(server.url);
    for (let n = 0; n < 300; n++) server.broadcast(n % 100 === 50 ? `needle ${String(n)}` : `hay ${String(n)}`);
    await workbench.hasEntries(302);
    await workbench.filter.fill("needle");
    await workbench.hasEntries(3);
    await expect(workbench.rows().first().getByText("needle", { exact: true })).toBeVisible();
    await workbench.button("How the log is shown").click();
    await page.getByRole("combobox", { name: "With a filter" }).selectOption({ label: "all, matches marked" });
    await page.keyboard.press("Escape");
    await workbench.hasEntries(302);
    await expect(page.getByText("3 matches")).toBeVisible();
    const chosen = page.locator(".row[aria-selected=true]");
    await workbench.rows().first().click();
    await workbench.filter.focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Shift+Enter");
    await workbench.button("Next match").click();
    await expect(chosen).toContainText("needle");
    await workbench.log.focus();
    await page.keyboard.press("End");
    await workbench.rows().last().click();
    await page.keyboard.press(",");
    await expect(chosen).toContainText("needle 250");
    await page.keyboard.press(",");
    await expect(chosen).toContainText("needle 150");
    await page.keyboard.press(".");
    await expect(chosen).toContainText("needle 250");
    // From the last to the first.
    await page.keyboard.press(".");
    await expect(chosen).toContainText("needle 50");
  });

  test("a pattern that takes for ever is stopped, and holds nothing up", async ({ workbench, servers }) => {
    const server = await servers.websocket();
    await workbench.connect(server.url);
    server.broadcast(`${"a".repeat(40)}!`);
    await workbench.hasEntries(3);
    await workbench.filter.fill("/^(a|a)*$/");
    await workbench.send("still alive");
    await expect(workbench.status).toHaveAttribute("data-received-count", "2");
    await expect(workbench.alert).toContainText("took too long");
    await workbench.filter.fill("/alive$/");
    await workbench.hasEntries(2);
  });

  test("keeps filters by name, in every tab and over reloads", async ({ workbench, servers, page }) => {
    const server = await servers.websocket({ greeting: "hello" });
    await workbench.connect(server.url);
    await workbench.filter.fill("dir:in hello");
    await workbench.button("Saved filters").click();
    await page.getByRole("textbox", { name: "Name of the filter" }).fill("Greetings");
    await workbench.button("Save").click();
    await page.keyboard.press("Escape");
    await workbench.button("Disconnect").click();
    await workbench.isIn("closed");
    await page.reload();
    await workbench.connect(server.url);
    await workbench.button("Saved filters").click();
    await page.getByRole("button", { name: /^Greetings/ }).click();
    await expect(workbench.filter).toHaveValue("dir:in hello");
    await workbench.hasEntries(1);
    await workbench.button("Saved filters").click();
    await workbench.button("Delete Greetings").click();
    await expect(page.getByText("Saved filters are listed here")).toBeVisible();
  });
});

test.describe("reading the log", () => {
  test("pins entries with notes, tells the time between them, and leads back to them", async ({
    workbench,
    servers,
    page,
  }) => {
    const server = await servers.websocket({ echo: false });
    await workbench.connect(server.url);
    for (let n = 0; n < 200; n++) server.broadcast(`message ${String(n)}`);
    await workbench.hasEntries(202);
    await workbench.rows().last().click();
    await page.keyboard.press("b");
    await page.keyboard.press("Home");
    await expect(page.locator(".row[aria-selected=true]")).toHaveAttribute("data-seq", "1");
    await page.keyboard.press("b");
    const pins = page.getByRole("region", { name: "Pinned entries" });
    await expect(pins.getByRole("listitem")).toHaveCount(2);
    await expect(pins).toContainText(/\+\d+\.\d+ m?s/);
    await pins.getByRole("textbox", { name: "Note on #202" }).fill("the last one");
    await pins.getByRole("button", { name: "Go to #202" }).click();
    await expect(page.locator(".row[aria-selected=true]")).toHaveAttribute("data-seq", "202");
    await expect(page.locator(".row[aria-selected=true]")).toBeInViewport();
    await pins.getByRole("button", { name: "Unpin all" }).click();
    await expect(pins).toHaveCount(0);
  });

  test("goes to a number and to a time, and says what is neither", async ({ workbench, servers, page }) => {
    const server = await servers.websocket({ echo: false });
    await workbench.connect(server.url);
    for (let n = 0; n < 500; n++) server.broadcast(`message ${String(n)}`);
    await workbench.hasEntries(502);
    await workbench.filter.fill("message 7");
    await workbench.log.focus();
    await page.keyboard.press("g");
    const field = page.getByRole("textbox", { name: "Go to: Number or time" });
    await field.fill("soon");
    await page.keyboard.press("Enter");
    await expect(page.getByText("`soon`").or(page.getByText("soon is neither a number nor a time"))).toBeVisible();
    await field.fill("#321");
    await page.keyboard.press("Enter");
    // The filter hides it: everything is shown, with the matches marked.
    await expect(page.locator(".row[aria-selected=true]")).toHaveAttribute("data-seq", "321");
    await workbench.hasEntries(502);
    await workbench.log.focus();
    await page.keyboard.press("g");
    await field.fill("+0s");
    await page.keyboard.press("Enter");
    await expect(page.locator(".row[aria-selected=true]")).toHaveAttribute("data-seq", "1");
  });

  test("heartbeats in a row are one, columns and rows are a choice that is kept", async ({
    workbench,
    servers,
    page,
  }) => {
    const server = await servers.socketio({ pingInterval: 100 });
    await workbench.open();
    await workbench.protocol("Socket.IO");
    await workbench.connect(server.url);
    await workbench.button("How the log is shown").click();
    await page.getByRole("checkbox", { name: "Heartbeats in a row as one" }).check();
    await page.getByRole("checkbox", { name: "Size" }).uncheck();
    await page.getByRole("combobox", { name: "Rows" }).selectOption("compact");
    await page.keyboard.press("Escape");
    await expect(workbench.rows({ kind: "ping" }).last()).toContainText(/heartbeat × [4-9]/);
    // Before and after the upgrade of the transport, whose packets stand between them.
    expect(await workbench.rows({ kind: "ping" }).count()).toBeLessThanOrEqual(2);
    expect((await workbench.rows().first().boundingBox())?.height).toBe(20);
    await expect(page.getByRole("columnheader", { name: "Size" })).toBeHidden();
  });

  test("the menu of a row narrows the filter to what it is", async ({ workbench, servers, page }) => {
    const server = await servers.websocket();
    await workbench.connect(server.url);
    await workbench.send("one");
    await workbench.hasEntries(4);
    await workbench.rows({ direction: "received" }).click({ button: "right" });
    await page.getByRole("menuitem", { name: "Only kind message" }).click();
    await expect(workbench.filter).toHaveValue("kind:message");
    await workbench.hasEntries(2);
    await workbench.rows().first().click({ button: "right" });
    await page.getByRole("menuitem", { name: "From here on" }).click();
    await expect(workbench.filter).toHaveValue("kind:message seq:>=3");
  });

  test("charts show the traffic, and a span that is dragged over filters the log", async ({ workbench, page }) => {
    await workbench.open();
    await page.getByRole("button", { name: /Clock/ }).first().click();
    await workbench.isIn("open");
    await expect(workbench.rows({ direction: "received" }).nth(2)).toBeVisible();
    await workbench.button("How the log is shown").click();
    await workbench.button("Charts…").click();
    const charts = page.getByRole("dialog", { name: "Charts" });
    const rate = charts.getByRole("slider", { name: "Messages a second" });
    await expect(rate).toHaveAttribute("aria-valuetext", /^Received ≤ \d.*, Sent ≤ 0$/);
    await expect(charts).toContainText("No acknowledgement and no heartbeat");
    const box = await rate.locator("canvas").boundingBox();
    if (!box) throw new Error("no chart");
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width - 20, box.y + box.height / 2, { steps: 4 });
    await page.mouse.up();
    await expect(workbench.filter).toHaveValue(/^after:\d{4}-\S+ before:\d{4}-\S+$/);
  });

  test("a chart is read by keys, and a span of it taken by keys or by a finger", async ({ workbench, page }) => {
    await workbench.open();
    await page.getByRole("button", { name: /Clock/ }).first().click();
    await workbench.isIn("open");
    await expect(workbench.rows({ direction: "received" }).nth(2)).toBeVisible();
    const openCharts = async (): Promise<void> => {
      await workbench.button("How the log is shown").click();
      await workbench.button("Charts…").click();
    };
    await openCharts();
    const rate = page.getByRole("slider", { name: "Messages a second" });
    await rate.focus();
    await page.keyboard.press("End");
    await expect(rate).toHaveAttribute("aria-valuetext", /^\d\d:\d\d:\d\d.* – .*: Received \S+, Sent 0$/);
    const last = await rate.getAttribute("aria-valuenow");
    await page.keyboard.press("ArrowLeft");
    await expect(rate).toHaveAttribute("aria-valuenow", String(Number(last) - 1));
    await page.keyboard.press("Shift+PageDown");
    await page.keyboard.press("Enter");
    await expect(workbench.filter).toHaveValue(/^after:\d{4}-\S+ before:\d{4}-\S+$/);

    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog", { name: "Charts" })).toBeHidden();
    await workbench.filter.fill("");
    await openCharts();
    const box = await rate.locator("canvas").boundingBox();
    if (!box) throw new Error("no chart");
    const finger = await page.context().newCDPSession(page);
    const touch = (type: "touchStart" | "touchMove" | "touchEnd", x: number) =>
      finger.send("Input.dispatchTouchEvent", {
        type,
        touchPoints: type === "touchEnd" ? [] : [{ x, y: box.y + box.height / 2 }],
      });
    const middle = box.x + box.width / 2;
    await touch("touchStart", middle);
    for (const by of [20, 40, 80]) await touch("touchMove", middle + by);
    await touch("touchEnd", 0);
    await expect(workbench.filter).toHaveValue(/^after:\d{4}-\S+ before:\d{4}-\S+$/);
  });

  test("several connections stand on one timeline, whose rows lead to them", async ({ workbench, servers, page }) => {
    const first = await servers.websocket({ greeting: "from the first" });
    const second = await servers.websocket({ greeting: "from the second" });
    await workbench.connect(first.url);
    await expect(workbench.rows({ direction: "received" })).toHaveCount(1);
    await workbench.button("New connection").click();
    await workbench.connect(second.url);
    await expect(workbench.rows({ direction: "received" })).toHaveCount(1);
    await workbench.button("How the log is shown").click();
    await workbench.button("Timeline of several connections…").click();
    const timeline = page.getByRole("grid", { name: "Timeline" });
    await expect(timeline).toHaveAttribute("aria-rowcount", "6");
    first.broadcast("later, from the first");
    await expect(timeline.getByRole("row").last()).toContainText("later, from the first");
    await page.getByRole("textbox", { name: "Filter timeline" }).fill("dir:in");
    await expect(timeline).toHaveAttribute("aria-rowcount", "3");
    await timeline
      .getByRole("button", { name: new RegExp(`^Open .*${String(first.port)}`) })
      .first()
      .click();
    await expect(page.getByRole("tab", { name: new RegExp(String(first.port)) })).toHaveAttribute(
      "aria-selected",
      "true",
    );
    await expect(page.locator(".row[aria-selected=true]")).toContainText("from the first");
  });
});

test("payloads that hide, turn and imitate are shown as they are, marked, and do nothing", async ({
  workbench,
  servers,
  page,
}) => {
  const server = await servers.websocket({ echo: false });
  await workbench.connect(server.url);
  const payloads = [
    "nul \u0000 inside",
    "turned \u202edetrever\u202c back",
    "zero\u200bwidth",
    '<img src=x onerror="document.title=1"><script>document.title=2</script>',
    "",
    "عربي then Latin, 你好, 👩‍👩‍👧",
    "line\nbreak\ttab",
  ];
  for (const payload of payloads) server.broadcast(payload);
  await workbench.hasEntries(2 + payloads.length);
  const rows = workbench.rows({ direction: "received" });
  for (const [at, shown] of ["nul ␀ inside", "‹202E›", "‹200B›", "<script>", "", "你好", "line"].entries())
    await expect(rows.nth(at)).toContainText(shown);
  await workbench.filter.fill("<script>");
  await workbench.hasEntries(1);
  await expect(rows.first().getByText("<script>", { exact: true })).toBeVisible();
  await rows.first().click();
  await expect(page.getByRole("region", { name: "Payload" })).toContainText("<img src=x onerror=");
  await expect(page).toHaveTitle(/Sockwright/);
  for (const row of await workbench.rows().all()) expect((await row.boundingBox())?.height).toBe(24);
});
