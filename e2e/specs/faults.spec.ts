import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures/test.ts";

/** Playwright has every frame reported to it, which costs it more than it costs the app to receive them. */
const reported = { timeout: 120_000 };

test.describe("whatever the server does", () => {
  test("a drop and a reset end visibly, with code and wasClean", async ({ workbench, servers, page }) => {
    const server = await servers.websocket();
    await workbench.connect(server.url);
    server.dropAll();
    await workbench.isIn("closed");
    await workbench.rows({ kind: "lifecycle" }).last().click();
    await page.getByRole("tab", { name: "Message", exact: true }).click();
    const facts = page.getByRole("region", { name: "What happened" });
    await expect(facts).toContainText("1006");
    await expect(facts).toContainText("Abnormal Closure");
    await expect(facts).toContainText("no wasClean");
    await workbench.button("Connect").click();
    await workbench.isIn("open");
    server.resetAll();
    await workbench.isIn("closed");
  });

  test("a message of 100 MB is kept whole, shown in part, and loaded on request", async ({
    workbench,
    servers,
    page,
  }) => {
    test.setTimeout(240_000);
    const server = await servers.websocket({ echo: false });
    await workbench.connect(server.url);
    server.broadcast("x".repeat(100_000_000));
    server.broadcast("after");
    await expect(workbench.rows({ direction: "received" }).last()).toContainText("after", reported);
    await workbench.rows({ direction: "received" }).first().click();
    await expect(workbench.rows({ direction: "received" }).first()).toContainText("100 MB");
    await expect(page.getByText("262.1 kB of 100 MB shown")).toBeVisible();
    await expect(workbench.button("Load all 100 MB")).toBeVisible();
  });

  test("a flood loses nothing", async ({ workbench, page }) => {
    test.setTimeout(240_000);
    await workbench.open();
    await page.getByRole("button", { name: /Flood/ }).click();
    await expect(workbench.status).toHaveAttribute("data-received-count", "100000", reported);
    await workbench.hasEntries(100_002);
    await expect(workbench.rows().last()).toContainText('"seq":99999');
    await workbench.filter.fill('"seq":77777,');
    await workbench.hasEntries(1);
    await workbench.isIn("open");
  });

  test("a server that never answers the close frame does not hold the page", async ({ workbench, servers }) => {
    const server = await servers.websocket({ silent: true });
    await workbench.connect(server.url);
    await workbench.button("Disconnect").click();
    await workbench.isIn("closing");
    await workbench.button("Disconnect").click();
    await workbench.isIn("closed");
    await expect(workbench.rows({ kind: "lifecycle" }).last()).toContainText("did not answer the close frame");
  });

  test("closing while connecting leaves no socket behind", async ({ workbench, servers }) => {
    const server = await servers.hand((socket) => void socket.resume());
    await workbench.start(server.url.replace(/^http/, "ws"));
    await workbench.isIn("connecting");
    await workbench.button("Cancel").click();
    await workbench.isIn("failed");
    await expect.poll(() => server.open()).toBe(0);
  });

  test("nobody listening: failed, with a way on", async ({ workbench, servers }) => {
    const server = await servers.websocket();
    await server.stopListening();
    await workbench.start(server.url);
    await workbench.isIn("failed");
    await expect(workbench.rows({ kind: "lifecycle" }).last()).toContainText("1006");
    await expect(workbench.button("Connect")).toBeEnabled();
  });
});

test.describe("reconnecting", () => {
  test("counts down, tries again when the server is back, and loses no entry", async ({ workbench, servers }) => {
    const server = await servers.websocket();
    await workbench.open();
    await workbench.reconnects({ first: "0.3", longest: "0.5" });
    await workbench.connect(server.url);
    await workbench.send("before");
    await expect(workbench.rows({ direction: "received" })).toHaveCount(1);
    await server.stopListening();
    server.dropAll();
    // The log follows its end: on a busy machine the rows of an early attempt are out of sight before they are looked for.
    await expect(
      workbench
        .rows({ kind: "lifecycle" })
        .filter({ hasText: /Attempt ([2-9]|\d\d), connecting/ })
        .last(),
    ).toBeVisible();
    await server.listenAgain();
    await workbench.isIn("open");
    await workbench.send("after");
    await workbench.filter.fill("dir:in");
    await workbench.hasEntries(2);
    expect(server.clients()).toBe(1);
  });

  test("waits as long as it says; now and stop", async ({ workbench, servers, page }) => {
    const server = await servers.websocket();
    await workbench.open();
    await workbench.reconnects({ first: "600" });
    await workbench.connect(server.url);
    server.dropAll();
    await workbench.isIn("waiting");
    await expect(page.getByText(/^in \d/)).toBeVisible();
    await workbench.button("Now").click();
    await workbench.isIn("open");
    server.dropAll();
    await workbench.isIn("waiting");
    await workbench.button("Cancel").click();
    await workbench.isIn("closed");
    await expect(workbench.rows({ kind: "lifecycle" }).last()).toContainText("Reconnecting stopped");
  });
});

test.describe("a heartbeat", () => {
  test("goes out at its interval, and its answer is tied to it", async ({ workbench, servers, page }) => {
    const server = await servers.websocket();
    await workbench.open();
    const heartbeat = await workbench.setting("Heartbeat");
    await heartbeat.getByRole("checkbox", { name: "Heartbeat" }).check();
    await heartbeat.getByRole("textbox", { name: "Send" }).fill("ping {{$counter}}");
    await heartbeat.getByRole("textbox", { name: "Every" }).fill("0.2");
    await heartbeat.getByRole("textbox", { name: "Answer contains" }).fill("ping");
    await page.keyboard.press("Escape");
    await workbench.connect(server.url);
    await expect(workbench.rows({ kind: "ping", direction: "received" }).nth(1)).toContainText(/heartbeat · [\d.]+ ms/);
    expect(server.received.slice(0, 2).map(({ text }) => text)).toEqual(["ping 1", "ping 2"]);
    await expect(page.getByText("RTT")).toBeVisible();
  });

  test("without an answer ends the connection when told to", async ({ workbench, servers, page }) => {
    const server = await servers.websocket({ echo: false });
    await workbench.open();
    const heartbeat = await workbench.setting("Heartbeat");
    await heartbeat.getByRole("checkbox", { name: "Heartbeat" }).check();
    await heartbeat.getByRole("textbox", { name: "Send" }).fill("ping");
    await heartbeat.getByRole("textbox", { name: "Every" }).fill("0.1");
    await heartbeat.getByRole("textbox", { name: "Answer contains" }).fill("pong");
    await heartbeat.getByRole("textbox", { name: "Answer within" }).fill("0.1");
    await heartbeat.getByRole("combobox", { name: "If none comes" }).selectOption("end the connection");
    await page.keyboard.press("Escape");
    await workbench.start(server.url);
    await workbench.isIn("closed");
    await expect(workbench.rows({ kind: "lifecycle" }).last()).toContainText("no answer to the heartbeat");
    await expect.poll(() => server.clients()).toBe(0);
  });
});

test.describe("what the browser blocks", () => {
  test.use({ tolerated: [/Content Security Policy/] });
  test("an error without a close ends visibly", async ({ workbench, servers, page }) => {
    const server = await servers.websocket();
    await page.route("**/engine/worker-*.js", async (route) => {
      const response = await route.fetch();
      const headers = { ...response.headers(), "content-security-policy": "connect-src 'none'" };
      await route.fulfill({ response, headers });
    });
    await workbench.start(server.url);
    await workbench.isIn("failed");
    await expect(workbench.rows({ kind: "lifecycle" }).last()).toContainText("an error event and no close event");
    await expect(workbench.button("Connect")).toBeEnabled();
    expect(server.requests).toEqual([]);
  });
});

test("the network gone and back is noted, and a waiting connection is tried at once", async ({
  workbench,
  servers,
  context,
}) => {
  const server = await servers.websocket();
  await workbench.open();
  await workbench.reconnects({ first: "600" });
  await workbench.connect(server.url);
  await context.setOffline(true);
  await expect(workbench.rows().last()).toContainText("network is gone");
  server.dropAll();
  await workbench.isIn("waiting");
  await context.setOffline(false);
  await workbench.isIn("open");
  expect(server.clients()).toBe(1);
});

test("a constructor that throws ends visibly, is named, and is not tried again", async ({
  workbench,
  servers,
  page,
}) => {
  const server = await servers.websocket();
  const throwing =
    'self.WebSocket = class { constructor() { throw new DOMException("no sockets here", "SecurityError"); } };';
  await page.route("**/engine/worker-*.js", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${throwing}\n${await response.text()}` });
  });
  await workbench.open();
  await workbench.reconnects();
  await workbench.start(server.url);
  await workbench.isIn("failed");
  await expect(workbench.rows({ kind: "lifecycle" }).last()).toContainText("SecurityError no sockets here");
  await expect(workbench.button("Connect")).toBeEnabled();
});

/** Holds the engine's script back. @returns lets it come */
async function delaysEngine(page: Page): Promise<() => void> {
  let come = (): void => undefined;
  const coming = new Promise<void>((resolve) => {
    come = resolve;
  });
  await page.route("**/engine/worker-*.js", async (route) => {
    await coming;
    await route.continue();
  });
  return () => {
    come();
  };
}

test.describe("the engine", () => {
  test("that gets stuck is a sentence with a way on", async ({ workbench, page }) => {
    await page.route("**/engine/worker-*.js", (route) =>
      route.fulfill({
        contentType: "text/javascript",
        body: 'onmessage = ({ data }) => { if (data.type === "hello") postMessage({ type: "hello", version: data.version }); };',
      }),
    );
    await workbench.open();
    const dialog = page.getByRole("alertdialog");
    await expect(dialog).toContainText("has not answered for 10 seconds", { timeout: 20_000 });
    await page.unroute("**/engine/worker-*.js");
    await workbench.button("Restart the engine").click();
    await expect(dialog).toHaveCount(0);
  });

  test("that is late takes nothing away from who is typing, and goes on when it comes", async ({
    workbench,
    servers,
    page,
  }) => {
    const server = await servers.websocket();
    const come = await delaysEngine(page);
    await workbench.open();
    await workbench.url.focus();
    await page.keyboard.type("ws://");
    const dialog = page.getByRole("alertdialog");
    await expect(dialog).toContainText("within 3 seconds");
    await page.keyboard.type(server.url.replace("ws://", ""));
    await expect(workbench.url).toHaveValue(server.url);
    await expect(workbench.url).toBeFocused();
    come();
    await expect(dialog).toHaveCount(0);
    await expect(workbench.url).toBeFocused();
    await page.keyboard.press("Control+Enter");
    await workbench.isIn("open");
  });

  test("that is late gives the focus back that it took", async ({ workbench, page }) => {
    const come = await delaysEngine(page);
    await workbench.open();
    await workbench.button("Share").focus();
    await expect(workbench.button("Restart the engine")).toBeFocused();
    come();
    await expect(page.getByRole("alertdialog")).toHaveCount(0);
    await expect(workbench.button("Share")).toBeFocused();
  });

  test("that cannot load is a sentence with a way on", async ({ workbench, servers, page }) => {
    const server = await servers.websocket();
    await page.route("**/engine/*.js", (route) => route.abort());
    await page.goto("./");
    await expect(page.getByRole("alertdialog")).toContainText("The engine is not running");
    await page.unroute("**/engine/*.js");
    await workbench.button("Restart the engine").click();
    await expect(page.getByRole("alertdialog")).toHaveCount(0);
    await workbench.connect(server.url);
  });

  test("that stays silent is a sentence too", async ({ page }) => {
    await page.route("**/engine/worker-*.js", (route) => route.fulfill({ contentType: "text/javascript", body: "" }));
    await page.goto("./");
    await expect(page.getByRole("alertdialog")).toContainText("did not answer within 3 seconds");
  });
});
