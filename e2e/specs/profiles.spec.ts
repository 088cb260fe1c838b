import { hasNoFindings, LOOKS } from "../fixtures/accessible.ts";
import { expect, test } from "../fixtures/test.ts";

test.use({ viewport: { width: 1440, height: 900 } });

test("the life of a profile: saved, edited, reloaded, renamed, moved, searched, duplicated, deleted, brought back", async ({
  page,
  workbench,
  library,
}) => {
  await workbench.open();
  await workbench.url.fill("ws://localhost:1/one");
  await library.saveAs("One");
  await expect(page.getByRole("tab", { name: "One" })).toBeVisible();

  // Unsaved changes are visible, outlive a reload, and can be saved by key.
  await workbench.url.fill("ws://localhost:1/two");
  await expect(library.item("One, unsaved changes")).toBeVisible();
  await page.reload();
  await expect(workbench.url).toHaveValue("ws://localhost:1/two");
  await expect(library.item("One, unsaved changes")).toBeVisible();
  await page.keyboard.press("Control+s");
  await expect(library.toast).toContainText("saved");
  await expect(library.item("One")).toBeVisible();

  await page.getByRole("button", { name: "New connection" }).click();
  await workbench.url.fill("ws://localhost:1/three");
  await library.saveAs("Three");
  await library.hasItems(["One", "Three"]);

  // A folder, its name, and moving by keyboard.
  await library.side.getByRole("button", { name: "New folder" }).click();
  await library.type("Team", "New folder");
  await library.hasItems(["Team", "One", "Three"]);
  await library.item("One").focus();
  await page.keyboard.press("Alt+ArrowUp");
  await library.hasItems(["Team", "One", "Three"]);
  await expect(library.item("One")).toHaveAttribute("aria-level", "2");
  await library.item("Three").dragTo(library.item("One"), { targetPosition: { x: 40, y: 2 } });
  await library.hasItems(["Team", "Three", "One"]);
  await expect(library.item("Three")).toHaveAttribute("aria-level", "2");

  await library.item("Three").focus();
  await page.keyboard.press("F2");
  await library.type("Drei", "Three");
  await library.act("Drei", "Duplicate");
  await library.hasItems(["Team", "Drei", "Drei (2)", "One"]);
  await expect(workbench.url).toHaveValue("ws://localhost:1/three");

  await library.side.getByRole("searchbox", { name: "Find a profile" }).fill("two");
  await library.hasItems(["Team", "One"]);
  await library.side.getByRole("searchbox", { name: "Find a profile" }).fill("");

  await library.item("Drei (2)").focus();
  await page.keyboard.press("Delete");
  await library.hasItems(["Team", "Drei", "One"]);
  await library.toast.getByRole("button", { name: "Undo" }).click();
  await library.hasItems(["Team", "Drei", "Drei (2)", "One"]);
  await library.act("Team", "Delete");
  await expect(library.tree).toHaveCount(0);
  await library.toast.getByRole("button", { name: "Undo" }).click();
  await library.hasItems(["Team", "Drei", "Drei (2)", "One"]);
  await page.reload();
  await library.hasItems(["Team", "Drei", "Drei (2)", "One"]);
});

test("an environment's values hold at once, in every field, and secrets are masked", async ({
  page,
  workbench,
  library,
  servers,
}) => {
  const server = await servers.websocket();
  await workbench.open();
  await library.addEnvironment("Staging", [
    { name: "host", value: new URL(server.url).host },
    { name: "token", value: "s3cret", secret: true },
  ]);
  await expect(library.environment).not.toContainText("s3cret");

  // Completed while typing, said where it has no value, and filled when it is used.
  await workbench.url.pressSequentially("ws://{{ho");
  await page.getByRole("option", { name: /host/ }).click();
  await workbench.url.pressSequentially("/chat?token={{tok");
  await workbench.url.press("Enter");
  await expect(workbench.url).toHaveValue("ws://{{host}}/chat?token={{token}}");
  await workbench.url.hover();
  await expect(page.getByRole("tooltip")).toContainText("host");
  await expect(page.locator("#url-says")).toContainText("token={{token}}");
  await workbench.url.pressSequentially("&x={{nothing}}");
  await expect(page.locator("#url-says")).toContainText("has no value in Staging");
  await workbench.button("Connect").click();
  await workbench.isIn("idle");
  await workbench.url.fill("ws://{{host}}/chat?token={{token}}");
  await workbench.button("Connect").click();
  await workbench.isIn("open");

  // Values change at once in the open tab.
  await workbench.message.fill("to {{host}}");
  await library.environment.getByRole("button", { name: "Edit environments" }).click();
  await library.dialog.getByRole("textbox", { name: "Value" }).first().fill("elsewhere");
  await library.dialog.getByRole("button", { name: "Close", exact: true }).last().click();
  await workbench.sendButton.click();
  await expect(workbench.rows({ direction: "received" }).last()).toContainText("to elsewhere");

  // A profile's own variable goes before.
  await page.getByRole("button", { name: /^Variables/ }).click();
  const own = page.getByRole("dialog", { name: "Variables" });
  await own.getByRole("textbox", { name: "Add" }).fill("host");
  await own.getByRole("textbox", { name: "Value" }).first().fill("mine");
  await page.keyboard.press("Escape");
  await workbench.sendButton.click();
  await expect(workbench.rows({ direction: "received" }).last()).toContainText("to mine");
});

test("a variable without a value in a message that goes out by itself is said before anything is sent", async ({
  page,
  workbench,
  library,
  servers,
}) => {
  const server = await servers.websocket();
  await workbench.open();
  await library.side.getByRole("button", { name: "Templates" }).click();
  await library.dialog.getByRole("button", { name: /Home Assistant/ }).click();
  await workbench.url.fill(server.url);
  await workbench.button("Connect").click();
  await expect(workbench.alert).toContainText("On open");
  await expect(workbench.alert).toContainText("{{accessToken}}");
  await workbench.isIn("idle");
  await page.getByRole("button", { name: /^Variables/ }).click();
  await page.getByRole("dialog", { name: "Variables" }).getByRole("textbox", { name: "Value" }).first().fill("abc");
  await page.keyboard.press("Escape");
  await workbench.button("Connect").click();
  await workbench.isIn("open");
  await expect(workbench.rows({ direction: "received" }).first()).toContainText('"access_token":"abc"');
});

test("what was connected with is found again without saving, and can be forgotten", async ({
  page,
  workbench,
  library,
  servers,
}) => {
  const server = await servers.websocket();
  const where = server.url.replace("ws://", "").replace(/\/$/, "");
  await workbench.connect(server.url);
  await workbench.button("Disconnect").click();
  await page.reload();
  const recent = library.side.getByRole("region", { name: "Recent addresses" });
  await recent.getByRole("button", { name: new RegExp(`opened the last time.*${where}`) }).click();
  await expect(workbench.url).toHaveValue(server.url);
  await workbench.isIn("idle");
  await recent.getByText(where).hover();
  await recent.getByRole("button", { name: /^Forget/ }).click();
  await expect(recent).toHaveCount(0);
});

test("WuKongIM's route check reads what is announced and says what is wrong with it", async ({
  workbench,
  library,
  servers,
}) => {
  const announcing = (address: string) =>
    servers.http({ status: 200, cors: true, body: JSON.stringify({ tcp_addr: "", ws_addr: address, wss_addr: "" }) });
  const [wrong, right] = [await announcing("ws://0.0.0.0:5200"), await announcing("ws://127.0.0.1:5200")];
  await workbench.open();
  await library.side.getByRole("button", { name: "Templates" }).click();
  await library.dialog.getByRole("button", { name: /WuKongIM/ }).click();
  await workbench.page.getByRole("button", { name: /^Notes/ }).click();
  await library.dialog.getByRole("button", { name: "Check /route" }).click();
  const field = library.dialog.getByRole("textbox", { name: "Address of /route" });
  await expect(field).toHaveValue("http://localhost:5001/route?uid=alice");
  await field.fill(`http://127.0.0.1:${String(wrong.port)}/route?uid=alice`);
  await library.dialog.getByRole("button", { name: "Ask" }).click();
  await expect(library.dialog.locator("[data-fault=wildcard]")).toContainText("address to listen on");
  await field.fill(`http://127.0.0.1:${String(right.port)}/route?uid=alice`);
  await library.dialog.getByRole("button", { name: "Ask" }).click();
  await library.dialog.locator("[data-fault=none]").getByRole("button", { name: "Connect there" }).click();
  await expect(workbench.url).toHaveValue("ws://127.0.0.1:5200");
  await workbench.isIn("idle");
});

for (const look of LOOKS) {
  const { colorScheme, locale, viewport } = look;
  const { width } = viewport;
  test.describe(`${colorScheme}, ${locale}, ${String(width)} px`, () => {
    test.use(look);
    test("axe finds nothing in the profiles and their dialogs; nothing scrolls sideways", async ({ page }) => {
      const isEnglish = locale === "en-US";
      await page.goto("./#/?protocol=websocket&url=ws://localhost:1/%3Ftoken=abcdefgh");
      await page.getByRole("button", { name: isEnglish ? "Save this profile" : "保存为配置" }).click();
      const dialog = page.locator("dialog[open]");
      await expect(dialog).toBeVisible();
      await hasNoFindings(page);
      await dialog.getByRole("button", { name: isEnglish ? "Save" : "保存", exact: true }).click();
      await expect(dialog).toHaveCount(0);
      if (width < 1200) await page.getByRole("button", { name: isEnglish ? "Profiles" : "配置", exact: true }).click();
      await expect(page.getByRole("tree")).toBeVisible();
      await hasNoFindings(page);
      await page.getByRole("button", { name: isEnglish ? "New environment" : "新建环境" }).click();
      await expect(dialog).toBeVisible();
      await hasNoFindings(page);
      await page.keyboard.press("Escape");
      if (width < 1200) await page.keyboard.press("Escape");
      await page.getByRole("button", { name: isEnglish ? "Share" : "分享", exact: true }).click();
      await expect(dialog.locator("textarea")).not.toBeEmpty();
      await hasNoFindings(page);
      await page.keyboard.press("Escape");
      await expect(dialog).toHaveCount(0);
      await page.goto("./#/p/1.AAAA");
      await expect(dialog).toBeVisible();
      await hasNoFindings(page);
      await page.keyboard.press("Escape");
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    });
  });
}
