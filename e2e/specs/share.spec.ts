import type { Browser, Page } from "@playwright/test";
import { watchForMistakes } from "../fixtures/mistakes.ts";
import { LibraryPages } from "../fixtures/library.ts";
import { expect, test } from "../fixtures/test.ts";
import { Workbench } from "../fixtures/workbench.ts";

test.use({ viewport: { width: 1440, height: 900 } });

/** Opens a link as somebody else would, in a browser that has never seen the app. */
async function elsewhere(browser: Browser, link: string, look: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, serviceWorkers: "block" });
  const mistakes = await watchForMistakes(context, []);
  const page = await context.newPage();
  await page.goto(link);
  await look(page);
  await context.close();
  expect(mistakes()).toEqual([]);
}

test("a setup is shared without its secrets, shown elsewhere before it is added, and connects there", async ({
  browser,
  page,
  workbench,
  library,
  servers,
}) => {
  const server = await servers.websocket({ subprotocols: ["feed.v2"] });
  await workbench.open();
  await library.addEnvironment("预发 🚀", [
    { name: "where", value: new URL(server.url).host },
    { name: "token", value: "s3cret-value", secret: true },
  ]);
  await workbench.url.fill("ws://{{where}}/?access_token={{token}}&name=%E4%BD%A0%E5%A5%BD");
  await page.getByRole("button", { name: /^Subprotocols/ }).click();
  await page.getByRole("textbox", { name: "Subprotocols" }).fill("feed.v2");
  await page.keyboard.press("Escape");
  await library.saveAs("行情 📈");

  await page.getByRole("button", { name: "Share", exact: true }).click();
  const values = library.dialog.getByRole("checkbox", { name: "Environment “预发 🚀” with values" });
  await values.check();
  await expect(library.dialog.getByRole("checkbox", { name: "token", exact: true })).not.toBeChecked();
  const link = await library.link();
  expect(new URL(link).search).toBe("");

  await elsewhere(browser, link, async (other) => {
    const there = new LibraryPages(other);
    const bench = new Workbench(other);
    await expect(there.dialog).toContainText("行情 📈");
    await expect(there.dialog.locator("[data-destination]")).toContainText("{{where}}");
    await bench.isIn("idle");
    await there.dialog.getByRole("button", { name: "Add and open" }).click();
    await expect(bench.url).toHaveValue("ws://{{where}}/?access_token={{token}}&name=%E4%BD%A0%E5%A5%BD");
    await bench.isIn("idle");
    expect(other.url()).not.toContain("#/p/");
    await there.environment.getByRole("combobox", { name: "Environment" }).selectOption({ label: "预发 🚀" });
    // The secret stayed behind: its name came, and it is asked for.
    await bench.button("Connect").click();
    await expect(bench.alert).toContainText("{{token}}");
    await there.environment.getByRole("button", { name: "Edit environments" }).click();
    await there.dialog.getByRole("textbox", { name: "Value" }).nth(1).fill("mine");
    await there.dialog.getByRole("button", { name: "Close", exact: true }).last().click();
    await bench.button("Connect").click();
    await bench.isIn("open");
  });
});

test("an encrypted link opens with its passphrase alone", async ({ browser, page, workbench, library }) => {
  await workbench.open();
  await workbench.url.fill("ws://localhost:1/?token=plain-secret-1");
  await page.getByRole("button", { name: "Share", exact: true }).click();
  await library.dialog.getByRole("checkbox", { name: "Encrypt the link" }).check();
  await library.dialog.getByRole("textbox", { name: "Passphrase" }).fill("brisk-otter");
  await library.dialog.getByRole("checkbox", { name: "token", exact: true }).check();
  await expect(library.dialog.getByRole("textbox", { name: "Link", exact: true })).toHaveValue(/#\/p\/1e\./);
  const link = await library.link();

  await elsewhere(browser, link, async (other) => {
    const there = new LibraryPages(other);
    const passphrase = there.dialog.getByRole("textbox", { name: "Passphrase" });
    await passphrase.fill("wrong");
    await there.dialog.getByRole("button", { name: "Decrypt" }).click();
    await expect(there.dialog).toContainText("does not open this link");
    await passphrase.fill("brisk-otter");
    await there.dialog.getByRole("button", { name: "Decrypt" }).click();
    await there.dialog.getByRole("button", { name: "Add and open" }).click();
    await expect(new Workbench(other).url).toHaveValue("ws://localhost:1/?token=plain-secret-1");
  });
});

test("links that cannot be opened are refused with a sentence, and nothing is stored", async ({
  page,
  workbench,
  library,
}) => {
  await workbench.open();
  for (const [link, says] of [
    ["1.AAAA", /incomplete|changed/],
    ["2.abc", /newer/],
    [`1.${"A".repeat(300_000)}`, /more than a link may/],
    ["<script>alert(1)</script>", /incomplete|changed/],
  ] as const) {
    await page.evaluate((hash) => {
      location.hash = hash;
    }, `#/p/${link}`);
    await expect(library.dialog.getByRole("alert")).toContainText(says);
    await library.dialog.getByRole("button", { name: "Close", exact: true }).last().click();
  }
  await expect(library.tree).toHaveCount(0);
});

test("a link that lies about its host is marked", async ({ page, workbench, library }) => {
  await workbench.open();
  await workbench.url.fill("wss://еxample.com/feed");
  await library.saveAs("Bank");
  await page.getByRole("button", { name: "Share", exact: true }).click();
  const link = await library.link();
  await page.keyboard.press("Escape");
  await library.act("Bank", "Delete");
  await page.goto(link);
  await expect(library.dialog.locator("[data-look=mixed-script]")).toContainText("xn--");
  await library.dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(library.tree).toHaveCount(0);

  // Also where it hides in a variable.
  await workbench.url.fill("wss://{{host}}/feed");
  await library.addEnvironment("Bank", [{ name: "host", value: "еxample.com" }]);
  await page.getByRole("button", { name: "Share", exact: true }).click();
  await library.dialog.getByRole("checkbox", { name: "Environment “Bank” with values" }).check();
  const hidden = await library.link();
  await page.keyboard.press("Escape");
  await page.goto(hidden);
  await expect(library.dialog.locator("[data-look=mixed-script]").first()).toContainText("xn--");
  await expect(library.dialog.locator("[data-variables]")).toContainText("host=еxample.com");
});

test("everything goes into a file without secrets, and comes back from it by drop", async ({
  browser,
  page,
  workbench,
  library,
}) => {
  await workbench.open();
  await workbench.url.fill("ws://localhost:1/one");
  await library.saveAs("One");
  await library.addEnvironment("Staging", [
    { name: "host", value: "example.com" },
    { name: "token", value: "s3cret", secret: true },
  ]);
  await page.getByRole("button", { name: "Settings", exact: true }).click();
  await page.getByRole("button", { name: "Back up everything", exact: true }).click();
  const [saved] = await Promise.all([
    page.waitForEvent("download"),
    library.dialog.getByRole("button", { name: "Save as file" }).click(),
  ]);
  expect(saved.suggestedFilename()).toBe("sockwright-backup.json");
  const chunks: Buffer[] = [];
  for await (const chunk of await saved.createReadStream()) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString("utf8");
  expect(text).not.toContain("s3cret");

  await elsewhere(browser, page.url(), async (other) => {
    const there = new LibraryPages(other);
    await expect(there.side).toContainText("Nothing is saved yet");
    await other.evaluate((content) => {
      const data = new DataTransfer();
      data.items.add(new File([content], "backup.json", { type: "application/json" }));
      document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
    }, text);
    await expect(there.dialog).toContainText("Read as Sockwright");
    await there.dialog.getByRole("button", { name: "Add 2 items" }).click();
    await there.hasItems(["One"]);
    await expect(there.environment.getByRole("combobox", { name: "Environment" })).toContainText("Staging");
    // The same once more: it is known again.
    await there.import(text);
    await expect(there.dialog.getByText("Already here")).toHaveCount(2);
    await expect(there.dialog.getByRole("button", { name: /^Add 0/ })).toBeDisabled();
  });
});

test("lines of other tools are read, and what has no place is listed", async ({ workbench, library }) => {
  await workbench.open();
  await library.import(
    "curl 'https://chat.example/ws' -H 'Upgrade: websocket' -H 'Connection: Upgrade' " +
      "-H 'Sec-WebSocket-Protocol: chat.v1' -H 'Cookie: sid=1' --insecure",
  );
  await expect(library.dialog).toContainText("Read as curl");
  await expect(library.dialog.locator("[data-destination]")).toHaveText("TLS chat.example:443");
  await expect(library.dialog.getByRole("heading", { name: /^Left out/ })).toBeVisible();
  await library.dialog.getByRole("button", { name: "Add 1 item" }).click();
  await expect(workbench.url).toHaveValue("wss://chat.example/ws");
  await expect(workbench.page.getByRole("button", { name: /^Subprotocols/ })).toContainText("chat.v1");
  await workbench.isIn("idle");
});

test("the setup is copied as code, secrets as names", async ({ page, workbench, library }) => {
  await workbench.open();
  await workbench.url.fill("wss://h.example/p?token=abcdefgh");
  await page.getByRole("button", { name: "Copy as code" }).click();
  const code = library.dialog.locator("[data-format]");
  await expect(code).toContainText("wss://h.example/p?token={{token}}");
  await library.dialog.getByRole("checkbox", { name: "With the values of secrets" }).check();
  await expect(code).toContainText("token=abcdefgh");
  await library.dialog.getByRole("button", { name: "Python websockets" }).click();
  await expect(code).toContainText("import asyncio");
});
