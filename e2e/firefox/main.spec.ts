import type { Page } from "puppeteer-core";
import { expect, test } from "../fixtures/firefox.ts";

const aria = (name: string, role: string): string => `::-p-aria([name="${name}"][role="${role}"])`;

async function phase(page: Page): Promise<string | null> {
  return page.$eval("[data-phase]", (element) => element.getAttribute("data-phase"));
}

const isIn = (page: Page, wanted: string) => expect.poll(() => phase(page), { timeout: 15_000 }).toBe(wanted);

const rows = (page: Page, selector: string): Promise<string[]> =>
  page.$$eval(`[role="grid"] [data-seq]${selector}`, (elements) =>
    elements.map(({ textContent }) => textContent ?? ""),
  );

const entries = (page: Page): Promise<string | null> =>
  page.$eval('[role="grid"]', (grid) => grid.getAttribute("aria-rowcount"));

async function connect(page: Page, url: string): Promise<void> {
  await page.locator(aria("URL", "textbox")).fill(url);
  await page.locator(aria("Connect", "button")).click();
  await isIn(page, "open");
}

async function write(page: Page, text: string): Promise<void> {
  await page.waitForSelector(".monaco-editor");
  await page.focus(".editor textarea");
  await page.keyboard.down("Control");
  await page.keyboard.press("a");
  await page.keyboard.up("Control");
  await page.keyboard.type(text);
  await page.locator(aria("Send", "button")).click();
}

// The large editor is tried here, too.
test.use({ savesData: false });

test.describe("the main job in Firefox", () => {
  test("raw WebSocket: connect, send, see, filter, disconnect", async ({ firefoxPage: page, servers, appUrl }) => {
    test.setTimeout(60_000);
    const server = await servers.websocket();
    await page.goto(appUrl);
    await connect(page, server.url);
    await write(page, "first message");
    await expect
      .poll(() => rows(page, '[data-direction="received"]'))
      .toEqual([expect.stringContaining("first message")]);
    await write(page, "second");
    await expect.poll(() => entries(page)).toBe("6");
    await page.locator(aria("Filter log", "searchbox")).fill("second dir:in");
    await expect.poll(() => entries(page)).toBe("1");
    // In a worker of the engine's own, under the engine's policy.
    await page.locator(aria("Filter log", "searchbox")).fill("/^(first|sec)/ dir:out");
    await expect.poll(() => entries(page), { timeout: 15_000 }).toBe("2");
    await page.locator(aria("Disconnect", "button")).click();
    await isIn(page, "closed");
    await expect.poll(() => server.closes).toEqual([{ code: 1000, reason: "" }]);
    expect(server.received.map(({ text }) => text)).toEqual(["first message", "second"]);
  });

  test("Socket.IO v4: connect, emit, acknowledgement, disconnect", async ({ firefoxPage: page, servers, appUrl }) => {
    test.setTimeout(60_000);
    const server = await servers.socketio({ cors: { origin: "*" } });
    await page.goto(appUrl);
    await page.locator('::-p-aria([name="Socket.IO"][role="radio"])').click();
    await connect(page, server.url);
    await page.locator(aria("Event", "textbox")).fill("ask");
    await page.locator(aria("Expect acknowledgement", "checkbox")).click();
    await write(page, "[1, 2]");
    await expect.poll(() => rows(page, '[data-kind="ack"]')).toEqual([expect.stringContaining("ack 0")]);
    await page.locator(aria("Filter log", "searchbox")).fill("event:ask");
    await expect.poll(() => entries(page)).toBe("2");
    await page.locator(aria("Disconnect", "button")).click();
    await isIn(page, "closed");
    expect(server.received[0]).toMatchObject({ event: "ask", args: [[1, 2]] });
    await expect.poll(() => server.clients()).toBe(0);
  });

  test("a refused connection and a drop end visibly", async ({ firefoxPage: page, servers, appUrl }) => {
    test.setTimeout(60_000);
    const server = await servers.websocket();
    await page.goto(appUrl);
    await connect(page, server.url);
    server.dropAll();
    await isIn(page, "closed");
    await server.stopListening();
    await page.locator(aria("Connect", "button")).click();
    await isIn(page, "failed");
    await expect.poll(async () => (await rows(page, '[data-kind="lifecycle"]')).at(-1)).toContain("1006");
  });
});
