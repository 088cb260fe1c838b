import { gzipSync } from "node:zlib";
import type { Locator, Page } from "@playwright/test";
import { hasNoFindings } from "../fixtures/accessible.ts";
import { expect, test } from "../fixtures/test.ts";

const inspectorOf = (page: Page): Locator => page.getByRole("region", { name: "Message", exact: true });
const hex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text.replaceAll(" ", ""), "hex"));
const item = (inside: Locator, name: string | RegExp): Locator => inside.getByRole("treeitem", { name });
const clipboard = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());

test.describe("decoded payloads", () => {
  test("MessagePack, MQTT and STOMP are recognised, and another decoder can be chosen", async ({
    workbench,
    servers,
    page,
  }) => {
    const server = await servers.websocket({ echo: false });
    await workbench.connect(server.url);
    server.broadcast(hex("82 a2 69 64 cf ff ff ff ff ff ff ff ff a4 6e 61 6d 65 a3 61 62 63"));
    server.broadcast(hex("30070003612f626869"));
    server.broadcast('MESSAGE\ndestination:/queue/a\n\n{"n":1}\0');
    await workbench.hasEntries(5);
    const inspector = inspectorOf(page);
    const received = workbench.rows({ direction: "received" });
    await received.nth(0).click();
    await inspector.getByRole("tab", { name: "Decoded" }).click();
    const decodeAs = inspector.getByRole("combobox", { name: "Decode as" });
    await expect(decodeAs).toContainText("Auto: MessagePack");
    await expect(item(inspector, /id.*18446744073709551615/)).toBeVisible();
    await received.nth(1).click();
    await expect(inspector).toContainText("PUBLISH a/b");
    await expect(item(inspector, /Topic Name.*"a\/b"/)).toBeVisible();
    await received.nth(2).click();
    await expect(inspector).toContainText("MESSAGE /queue/a");
    await decodeAs.selectOption("MQTT");
    await expect(inspector).toContainText("breaks the rules of the protocol");
    await received.nth(1).click();
    await expect(decodeAs).toHaveValue("mqtt");
  });

  test("an event of Socket.IO has its attachments in place", async ({ workbench, servers, page }) => {
    const server = await servers.socketio({ cors: { origin: "*" } });
    await workbench.open();
    await workbench.protocol("Socket.IO");
    await workbench.connect(server.url);
    server.emit("file", { name: "a", data: Buffer.from([1, 2, 3]) });
    await workbench.rows({ direction: "received", kind: "message" }).filter({ hasText: "file" }).click();
    const inspector = inspectorOf(page);
    await expect(item(inspector, /data.*3 B 01 02 03.*attachment 0/)).toBeVisible();
    await inspector.getByRole("tab", { name: "Decoded" }).click();
    await expect(item(inspector, /BINARY_EVENT/)).toBeVisible();
    await expect(item(inspector, /data.*01 02 03/)).toBeVisible();
  });

  test("protobuf is read by the names of a .proto file, whose faults have a line", async ({
    workbench,
    servers,
    page,
  }) => {
    const server = await servers.websocket({ echo: false });
    await workbench.connect(server.url);
    server.broadcast(hex("08 96 01 12 03 61 62 63 1a 02 08 05"));
    await workbench.rows({ direction: "received" }).click();
    const inspector = inspectorOf(page);
    await inspector.getByRole("tab", { name: "Decoded" }).click();
    await inspector.getByRole("combobox", { name: "Decode as" }).selectOption("Protocol Buffers");
    await expect(item(inspector, /field 1.*150/)).toBeVisible();
    const load = async (text: string): Promise<void> => {
      const choosing = page.waitForEvent("filechooser");
      await inspector.getByRole("button", { name: "Load .proto" }).click();
      await (await choosing).setFiles({ name: "shop.proto", mimeType: "text/plain", buffer: Buffer.from(text) });
    };
    await load('syntax = "proto3";\nmessage Order {\n  int32 id = 1\n}');
    await expect(workbench.alert).toContainText("Line 4");
    await load(
      'syntax = "proto3"; message Inner { int32 x = 1; } message Order { int32 id = 1; string name = 2; Inner inner = 3; }',
    );
    await inspector.getByRole("combobox", { name: "Message type" }).selectOption("Order");
    await expect(item(inspector, /id.*150/)).toBeVisible();
    await expect(item(inspector, /name.*"abc"/)).toBeVisible();
    await expect(item(inspector, /x.*5/)).toBeVisible();
    await hasNoFindings(page);
  });
});

test.describe("the tree of a payload", () => {
  test("goes by keys, copies paths and values, and opens what is inside a value", async ({
    workbench,
    servers,
    page,
    context,
  }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const server = await servers.websocket({ echo: false });
    await workbench.connect(server.url);
    const packed = gzipSync('{"inner":[1,2]}').toString("base64");
    server.broadcast(JSON.stringify({ a: [{ "b c": 1 }], packed, deep: { er: { x: "\u202e\u0000y" } } }));
    await workbench.rows({ direction: "received" }).click();
    const tree = page.getByRole("tree", { name: "Payload as a tree" });
    await expect(tree).toBeVisible();
    await workbench.log.focus();
    await page.keyboard.press("Enter");
    await expect(tree).toBeFocused();
    for (const key of ["ArrowDown", "ArrowDown", "ArrowRight", "ArrowRight"]) await page.keyboard.press(key);
    await expect(item(tree, /b c/)).toHaveAttribute("aria-selected", "true");
    await page.keyboard.press("p");
    await expect.poll(() => clipboard(page)).toBe('$.a[0]["b c"]');
    await page.keyboard.press("k");
    await expect.poll(() => clipboard(page)).toBe("b c");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect(item(tree, /inner/)).toBeVisible();
    await page.keyboard.press("Enter");
    await expect(item(tree, /inner/)).toBeHidden();
    await page.keyboard.press("End");
    await page.keyboard.press("*");
    await expect(item(tree, /x.*‹202E›/)).toBeVisible();
    await page.keyboard.press("Home");
    await page.keyboard.press("ArrowLeft");
    await expect(item(tree, /a/)).toHaveCount(1);
    await page.keyboard.press("c");
    await expect.poll(() => clipboard(page)).toContain('"deep":{"er"');
    await item(tree, /keys/).click({ button: "right" });
    await page.getByRole("menuitem", { name: "Copy path" }).click();
    await expect.poll(() => clipboard(page)).toBe("$");
    await page.keyboard.press("3");
    await expect(page.getByRole("tab", { name: "Hex" })).toHaveAttribute("aria-selected", "true");
  });

  test("what was closed and opened stays so while other rows are looked at", async ({ workbench, servers, page }) => {
    const server = await servers.websocket({ echo: false });
    await workbench.connect(server.url);
    server.broadcast('{"first":{"inner":1},"second":[2]}');
    server.broadcast('{"other":{"inner":3}}');
    const received = workbench.rows({ direction: "received" });
    await received.first().click();
    const tree = page.getByRole("tree", { name: "Payload as a tree" });
    await expect(item(tree, /^inner/)).toBeVisible();
    await page.getByRole("button", { name: "Collapse all" }).click();
    await expect(item(tree, /^inner/)).toBeHidden();
    await received.nth(1).click();
    await expect(item(tree, /^inner: 3/)).toBeVisible();
    await received.first().click();
    await expect(item(tree, /^first/)).toBeVisible();
    await expect(item(tree, /^inner/)).toBeHidden();
  });

  test("10 MB on one line open whole, nothing stands still for long, and what the filter finds is marked", async ({
    workbench,
    servers,
    page,
  }) => {
    const server = await servers.websocket({ echo: false });
    await workbench.connect(server.url);
    const rows = Array.from(
      { length: 120_000 },
      (_, id) => `{"id":${String(id)},"name":"user number ${String(id)}","tags":["a","b"],"at":1700000000}`,
    );
    server.broadcast(`[${rows.join(",")}]`);
    await workbench.rows({ direction: "received" }).click();
    const inspector = inspectorOf(page);
    await page.evaluate(() => {
      const seen: number[] = [];
      new PerformanceObserver((list) => seen.push(...list.getEntries().map(({ duration }) => duration))).observe({
        type: "longtask",
      });
      Object.assign(window, { longTasks: seen });
    });
    await inspector.getByRole("button", { name: /^Load all/ }).click();
    await expect(item(inspector, /\[ \] 120,000/)).toBeVisible();
    const tree = page.getByRole("tree");
    await tree.focus();
    await page.keyboard.press("End");
    await expect(item(tree, /\{ \} 4/).last()).toBeVisible();
    await page.keyboard.press("ArrowRight");
    await expect(item(tree, /^id: 119999/)).toBeVisible();
    const longest = await page.evaluate(() => Math.max(0, ...(window as unknown as { longTasks: number[] }).longTasks));
    console.log(`longest task while 10 MB of JSON opened: ${String(Math.round(longest))} ms`);
    expect(longest).toBeLessThan(1000);
    await workbench.filter.fill('"user number"');
    await page.keyboard.press("Home");
    await expect(inspector.locator("mark").first()).toContainText("user number");
  });

  test("nesting 10,000 deep opens, in full", async ({ workbench, servers, page }) => {
    const server = await servers.websocket({ echo: false });
    await workbench.connect(server.url);
    server.broadcast("[".repeat(10_000) + "7" + "]".repeat(10_000));
    await workbench.rows({ direction: "received" }).click();
    const inspector = inspectorOf(page);
    await inspector.getByRole("button", { name: "Expand all" }).click();
    await page.getByRole("tree").focus();
    await page.keyboard.press("End");
    await expect(item(inspector, /7/).last()).toHaveAttribute("aria-level", "10001");
    await inspector.getByRole("tab", { name: "Decoded" }).click();
    await expect(page.getByRole("tree")).toBeVisible();
  });
});

test("two messages are compared, by structure and by text", async ({ workbench, servers, page }) => {
  const server = await servers.websocket({ echo: false });
  await workbench.connect(server.url);
  server.broadcast('{"id":1,"tags":["a","b"],"old":true}');
  server.broadcast('{"id":2,"tags":["a","x","b"],"new":null}');
  const received = workbench.rows({ direction: "received" });
  await received.nth(0).click();
  await workbench.button("Compare from here").click();
  await received.nth(1).click();
  await workbench.button("Compare with #3").click();
  const dialog = page.getByRole("dialog", { name: "Compare two messages" });
  await expect(dialog).toContainText("2 added, 1 removed, 1 changed");
  await expect(dialog.getByRole("listitem").filter({ hasText: "$.id" })).toContainText("1 → 2");
  await expect(dialog.getByRole("listitem").filter({ hasText: "$.tags[1]" })).toContainText('"x"');
  await hasNoFindings(page);
  await dialog.getByRole("button", { name: "Swap" }).click();
  await expect(dialog).toContainText("1 added, 2 removed, 1 changed");
  await dialog.getByRole("radio", { name: "Text" }).click();
  await expect(dialog.getByRole("listitem").filter({ hasText: '"old": true' })).toBeVisible();
});
