import { expect, test } from "../fixtures/test.ts";

test.describe("the URL field", () => {
  for (const [typed, becomes] of [
    ["localhost:3000", "ws://localhost:3000"],
    ["ws//127.0.0.1:9", "ws://127.0.0.1:9"],
    ["127.0.0.1:9/path", "ws://127.0.0.1:9/path"],
    ["http://127.0.0.1:9", "ws://127.0.0.1:9"],
    ["ws：／／127。0。0。1:9", "ws://127.0.0.1:9"],
    ["ws://[::1]:9/#frag", "ws://[::1]:9/"],
  ] as const) {
    test(`${typed} is mended visibly`, async ({ workbench, page }) => {
      await workbench.open();
      await workbench.url.fill(typed);
      await expect(page.getByText(`Connects to ${becomes}`)).toBeVisible();
      await workbench.url.press("Tab");
      await expect(workbench.url).toHaveValue(becomes);
    });
  }

  for (const [typed, says] of [
    ["/path", "needs a host"],
    ["ws://a b/", "cannot contain a space"],
    ["ws://::1:8080/", "written in brackets"],
    ["ftp://host", "not a scheme"],
    ["ws://host:99999", "not a port"],
    ["ws://{{nobody}}/", "has no value"],
  ] as const) {
    test(`${typed} is explained and not connected to`, async ({ workbench }) => {
      await workbench.open();
      await workbench.url.fill(typed);
      await expect(workbench.alert).toContainText(says);
      await expect(workbench.url).toHaveAttribute("aria-invalid", "true");
      await workbench.button("Connect").click();
      await workbench.isIn("idle");
      await expect(workbench.url).toHaveValue(typed);
    });
  }

  test("an empty one says so once somebody tries", async ({ workbench }) => {
    await workbench.open();
    await expect(workbench.alert).toHaveCount(0);
    await workbench.button("Connect").click();
    await expect(workbench.alert).toContainText("An address is needed");
  });

  test("user and password are explained", async ({ workbench, page }) => {
    await workbench.open();
    await workbench.url.fill("ws://me:secret@127.0.0.1:9/");
    await expect(page.getByText("do not send the user and password")).toBeVisible();
  });

  test("Escape leaves it, so that letters are keys again, and takes nothing from it", async ({ workbench, page }) => {
    await workbench.open();
    await page.keyboard.press("u");
    await page.keyboard.type("ws://127.0.0.1:9/mine");
    await page.keyboard.press("Escape");
    await expect(workbench.url).not.toBeFocused();
    await page.keyboard.press("u");
    await expect(workbench.url).toBeFocused();
    await expect(workbench.url).toHaveValue("ws://127.0.0.1:9/mine");
  });

  test("a suggestion is taken with one click", async ({ workbench }) => {
    await workbench.open();
    await workbench.url.fill("ws://::1:8080/x");
    await workbench.button("Use ws://[::1]:8080/x").click();
    await expect(workbench.url).toHaveValue("ws://[::1]:8080/x");
  });

  test("parameters and address change together", async ({ workbench, servers, page }) => {
    const server = await servers.websocket();
    await workbench.open();
    await workbench.url.fill(`${server.url}/?a=1`);
    const params = await workbench.setting("Params");
    await expect(params.getByRole("textbox", { name: "Value" }).first()).toHaveValue("1");
    await params.getByRole("textbox", { name: "Add" }).fill("名");
    await params.getByRole("textbox", { name: "Value" }).nth(1).fill("a b&c");
    await page.keyboard.press("Escape");
    await expect(workbench.url).toHaveValue(`${server.url}/?a=1&%E5%90%8D=a%20b%26c`);
    await workbench.button("Connect").click();
    await workbench.isIn("open");
    expect(server.requests[0]?.url).toBe("/?a=1&%E5%90%8D=a%20b%26c");
  });

  test("a path in a Socket.IO address moves to its own field", async ({ workbench, page }) => {
    await workbench.open();
    await workbench.protocol("Socket.IO");
    await workbench.url.fill("ws://127.0.0.1:9/chat?a=1");
    await workbench.button("Use /chat as namespace").click();
    await expect(workbench.url).toHaveValue("http://127.0.0.1:9?a=1");
    await expect(page.getByRole("textbox", { name: "Namespace" })).toHaveValue("/chat");
  });

  test("variables are filled when connecting", async ({ workbench, servers, page }) => {
    const server = await servers.websocket();
    await workbench.open();
    const variables = await workbench.setting("Variables");
    await variables.getByRole("textbox", { name: "Add" }).fill("port");
    await variables.getByRole("textbox", { name: "Value" }).first().fill(String(server.port));
    await page.keyboard.press("Escape");
    await workbench.connect("ws://127.0.0.1:{{port}}/");
    await workbench.send("port is {{port}}, \\{{port}} stays");
    await expect.poll(() => server.received[0]?.text).toBe(`port is ${String(server.port)}, {{port}} stays`);
    await expect(workbench.url).toHaveValue("ws://127.0.0.1:{{port}}/");
  });
});
