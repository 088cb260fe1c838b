import { hasNoFindings, LOOKS } from "../fixtures/accessible.ts";
import { expect, test } from "../fixtures/test.ts";

test.describe("the diagnosis", () => {
  test("opens by itself, and takes no focus", async ({ workbench, servers, page }) => {
    const server = await servers.websocket({ refuse: 403 });
    await workbench.open();
    await workbench.url.fill(server.url);
    await workbench.url.press("Control+Enter");
    await workbench.explains("http-answer");
    await expect(workbench.url).toBeFocused();
    await expect(page.getByRole("tab", { name: "Diagnosis" })).toHaveAttribute("aria-selected", "true");
  });

  test("opens once for a failure, and not again for every retry", async ({ workbench, servers, page }) => {
    const server = await servers.websocket({ refuse: 503 });
    await workbench.open();
    await workbench.reconnects({ first: "0.3", longest: "0.3" });
    await workbench.start(server.url);
    await expect(workbench.diagnosis).toBeVisible();
    const message = page.getByRole("tab", { name: "Message", exact: true });
    await message.click();
    const before = server.requests.length;
    await expect.poll(() => server.requests.length).toBeGreaterThan(before + 3);
    await expect(message).toHaveAttribute("aria-selected", "true");
    await expect(workbench.diagnosis).toHaveCount(0);
  });

  test("of an older ending is a click away in the log, after a success too", async ({ workbench, servers }) => {
    const server = await servers.websocket();
    await server.stopListening();
    await workbench.start(server.url);
    await workbench.explains("unreachable");
    await server.listenAgain();
    await workbench.button("Connect").click();
    await workbench.isIn("open");
    server.closeAll(4000);
    await workbench.explains("close-code");
    await workbench.rows({ kind: "lifecycle" }).filter({ hasText: "1006" }).first().click();
    await workbench.explains("unreachable");
    await workbench.button("Show the last one").click();
    await workbench.explains("close-code");
  });

  test("asks a normal end nothing", async ({ workbench, servers }) => {
    const server = await servers.websocket();
    await workbench.connect(server.url);
    await workbench.button("Disconnect").click();
    await workbench.isIn("closed");
    await expect(workbench.diagnosis).toHaveCount(0);
    expect(server.requests).toHaveLength(1);
  });

  test("is copied as Markdown, without the secrets of the address", async ({ workbench, servers, context, page }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const server = await servers.websocket({ refuse: 401 });
    await workbench.start(`${server.url}/feed?token=s3cr3t-value`);
    await workbench.explains("http-answer");
    await workbench.button("Copy as Markdown").click();
    await expect(page.getByText("Copied", { exact: true })).toBeVisible();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain("http-answer");
    expect(copied).toContain("/feed");
    expect(copied).not.toContain("s3cr3t-value");
  });

  test("travels as a file, and is explained anew elsewhere", async ({ workbench, servers, context, page }) => {
    const server = await servers.websocket({ refuse: 401 });
    await workbench.start(server.url);
    await workbench.explains("http-answer", "certain");
    const downloading = page.waitForEvent("download");
    await workbench.button("Export evidence").click();
    const file = await (await downloading).path();
    await server.close();

    const other = await context.newPage();
    await other.goto("./");
    await other.getByLabel("Open evidence").setInputFiles(file);
    const diagnosis = other.getByRole("region", { name: "Diagnosis" });
    await expect(diagnosis).toHaveAttribute("data-cause", "http-answer");
    await expect(diagnosis).toHaveAttribute("data-certainty", "certain");
    await expect(diagnosis).toContainText("From a file");
    await expect(diagnosis.getByRole("button", { name: /^Probe/ })).toHaveCount(0);
  });

  test("of a broken file says so", async ({ workbench, page }) => {
    await workbench.open();
    const broken = { name: "broken.json", mimeType: "application/json", buffer: Buffer.from('{"sockwright":"evid') };
    await page.getByLabel("Open evidence").setInputFiles(broken);
    await expect(page.getByText("broken.json holds no ending")).toBeVisible();
    await expect(workbench.diagnosis).toHaveCount(0);
  });
});

test.describe("probes", () => {
  test("are sent for targets on this machine only, unless told otherwise", async ({ workbench, servers, page }) => {
    const server = await servers.http({ status: 403 });
    await workbench.open();
    await page.getByRole("button", { name: "Settings", exact: true }).click();
    const policy = page.getByRole("combobox", { name: "Probe after a failure" });
    await expect(policy).toHaveValue("loopback");
    await page.keyboard.press("Escape");
    await workbench.start(`ws://a.test:${String(server.port)}`);
    await workbench.isIn("failed");
    await expect(workbench.button("Probe now")).toBeVisible();
    expect(server.requests).toHaveLength(1);
    await workbench.start(server.url);
    await workbench.explains("http-answer", "certain");
    expect(server.requests.length).toBeGreaterThan(2);
  });

  test("that are forbidden wait for a click, and are shown before", async ({ workbench, servers, page }) => {
    const server = await servers.http({ status: 403 });
    await workbench.open();
    await page.getByRole("button", { name: "Settings", exact: true }).click();
    await page.getByRole("combobox", { name: "Probe after a failure" }).selectOption("never");
    await page.keyboard.press("Escape");
    await workbench.start(`${server.url}/feed`);
    await workbench.isIn("failed");
    const probe = workbench.button("Probe now");
    await expect(probe).toBeVisible();
    await expect(workbench.diagnosis).toHaveAttribute("data-probing", "false");
    await expect(workbench.diagnosis).toContainText(`GET ${server.url.replace("ws", "http")}/feed`);
    await expect(workbench.diagnosis).toContainText("not sent yet");
    expect(server.requests).toEqual(["/feed"]);
    await probe.click();
    await workbench.explains("http-answer", "certain");
    await expect(workbench.diagnosis.locator("li[data-probe=http]")).toContainText("/feed");
    expect(server.requests.length).toBeGreaterThan(1);
  });
});

test.describe("close codes", () => {
  test("are a reference of their own, with a search", async ({ workbench, page }) => {
    await workbench.open();
    await workbench.button("Close-code reference").click();
    const reference = page.getByRole("dialog", { name: "Close codes" });
    await reference.getByRole("searchbox", { name: "Find a close code" }).fill("4401");
    const entries = reference.getByRole("listitem");
    await expect(entries.first()).toContainText("4401");
    await entries.first().getByRole("button").click();
    await expect(reference).toContainText("Usual cause");
    await hasNoFindings(page);
    await page.keyboard.press("Escape");
    await expect(reference).toBeHidden();
  });

  test("are looked up from a diagnosis", async ({ workbench, servers, page }) => {
    const server = await servers.websocket();
    await workbench.connect(server.url);
    server.closeAll(4000);
    await workbench.explains("close-code");
    await workbench.button("All close codes").click();
    const reference = page.getByRole("dialog", { name: "Close codes" });
    await expect(reference.getByRole("searchbox")).toHaveValue("4000");
    await page.keyboard.press("Escape");
    await expect(reference).toBeHidden();
  });
});

for (const look of LOOKS) {
  const { colorScheme, locale, viewport } = look;
  test.describe(`${colorScheme}, ${locale}, ${String(viewport.width)} px`, () => {
    test.use(look);
    test("axe finds nothing in a diagnosis; nothing scrolls sideways", async ({ servers, page }) => {
      const server = await servers.websocket({ refuse: 403 });
      await page.goto(`./#/?protocol=websocket&url=${encodeURIComponent(server.url)}`);
      await page.getByRole("button", { name: locale === "en-US" ? "Connect" : "连接", exact: true }).click();
      const diagnosis = page.getByRole("region", { name: locale === "en-US" ? "Diagnosis" : "诊断" });
      await expect(diagnosis).toHaveAttribute("data-certainty", "certain");
      await expect(diagnosis).toHaveAttribute("data-cause", "http-answer");
      await expect(diagnosis).toHaveAttribute("data-probing", "false");
      await hasNoFindings(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    });
  });
}
