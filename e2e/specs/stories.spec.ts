import { connect } from "node:net";
import type { Page } from "@playwright/test";
import { needThat } from "../fixtures/needs.ts";
import { expect, test } from "../fixtures/test.ts";

const listens = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });

const alternatives = (page: Page) => page.locator("[data-cause] li[data-cause]");

test.describe("what brought people here", () => {
  test("“ECONNREFUSED ::1:8080”, and the server is up", async ({ workbench, servers }) => {
    const server = await servers.websocket({ host: "0.0.0.0" });
    await workbench.start(`ws://[::1]:${String(server.port)}`);
    await workbench.explains("localhost-family", "certain");
    // The owner of a Node client reads why `localhost` failed there, although this browser opens it.
    await expect(workbench.diagnosis).toContainText(/localhost.*Node.*ECONNREFUSED ::1/);
    await workbench.diagnosis.getByRole("button", { name: /^Use ws:\/\/127\.0\.0\.1.* and connect$/ }).click();
    await workbench.isIn("open");
    expect(server.clients()).toBe(1);
    await workbench.button("Disconnect").click();
    await workbench.isIn("closed");
    await workbench.connect(`ws://localhost:${String(server.port)}`);
  });

  test("“socket hang up” from EvolutionAPI: a raw client, and it speaks Socket.IO", async ({ workbench, servers }) => {
    const server = await servers.socketio();
    await workbench.start(server.url.replace("http", "ws"));
    await workbench.explains("socketio-behind-raw");
    await workbench.button("Switch to Socket.IO and connect").click();
    await workbench.isIn("open");
    expect(server.handshakes.map((handshake) => handshake.namespace)).toEqual(["/"]);
  });

  test("502 from nginx in front of EvolutionAPI: a raw client, and it speaks Socket.IO", async ({
    workbench,
    servers,
  }) => {
    const { port } = await servers.socketio();
    const proxy = await servers.nginx({
      server: `location / {
        proxy_http_version 1.1; proxy_set_header Upgrade $http_upgrade; proxy_set_header Connection "upgrade";
        proxy_pass http://127.0.0.1:${String(port)};
      }`,
    });
    await workbench.start(`ws://127.0.0.1:${String(proxy.port)}/shop1`);
    await workbench.explains("socketio-behind-raw");
    await workbench.button("Switch to Socket.IO and connect").click();
    await workbench.isIn("open");
  });

  test("“xhr poll error”, and the server says cors: { origin: ['*'] }", async ({ workbench, servers }) => {
    const server = await servers.socketio({ cors: { origin: ["*"] } });
    await workbench.open();
    await workbench.protocol("Socket.IO");
    await workbench.start(server.url);
    await workbench.explains("socketio-cors", "likely");
    await workbench.button("Use websocket only and connect").click();
    await workbench.isIn("open");
  });

  test("“Invalid namespace”: the instance has had no event yet", async ({ workbench, servers, page }) => {
    const server = await servers.socketio();
    await workbench.open();
    await workbench.protocol("Socket.IO");
    await workbench.reconnects({ first: "0.1" });
    await page.getByRole("textbox", { name: "Namespace" }).fill("/shop1");
    await workbench.start(server.url);
    await workbench.explains("socketio-namespace", "certain");
    await workbench.isIn("failed");
    await expect(workbench.rows({ kind: "lifecycle" }).filter({ hasText: "Invalid namespace" })).toContainText(
      "not tried again",
    );
    server.create("/shop1");
    await workbench.button("Connect").click();
    await workbench.isIn("open");
  });

  test("WuKongIM says ws://127.0.0.1:5200, and the client is elsewhere", async ({ workbench, page }) => {
    needThat(!(await listens(5200)), "free port 5200");
    await workbench.start("ws://127.0.0.1:5200");
    await workbench.explains("unreachable");
    await expect(alternatives(page).first()).toHaveAttribute("data-cause", "loopback-address");
    await workbench.diagnosis
      .getByRole("tab", { name: /WuKongIM/ })
      .first()
      .click();
    await expect(workbench.diagnosis).toContainText("WK_EXTERNAL_IP");
  });

  test("a token is refused, and nobody says so", async ({ workbench, servers }) => {
    const server = await servers.websocket({
      echo: false,
      onMessage: () => void setTimeout(() => server.dropAll(), 1200),
    });
    await workbench.connect(server.url);
    await workbench.send('{"method": "connect", "params": {"token": "wrong"}}');
    await workbench.explains("auth-after-open", "likely");
  });

  test("“it disconnects after a minute”: three times after the same silence", async ({ workbench, servers, page }) => {
    let cut: NodeJS.Timeout | undefined;
    const idle = 1500;
    const restart = (): void => {
      clearTimeout(cut);
      cut = setTimeout(() => server.dropAll(), idle);
    };
    const server = await servers.websocket({ onMessage: restart });
    await workbench.open();
    for (let times = 1; times <= 3; times++) {
      await workbench.connect(server.url);
      restart();
      await workbench.isIn("closed");
    }
    await workbench.explains("idle-timeout", "likely");
    await page.getByRole("button", { name: /^Send a heartbeat every .* and connect$/ }).click();
    await workbench.isIn("open");
    restart();
    await expect.poll(() => server.received.length).toBeGreaterThanOrEqual(3);
    expect(server.clients()).toBe(1);
  });

  test("a page with upgrade-insecure-requests, and a server without TLS", async ({ workbench, servers }) => {
    const [server, app] = await Promise.all([
      servers.websocket(),
      servers.app({
        enginePolicy: "default-src 'none'; script-src 'self'; connect-src 'self' ws: wss:; upgrade-insecure-requests",
      }),
    ]);
    await workbench.page.goto(app.url);
    await workbench.start(`ws://a.test:${String(server.port)}`);
    await workbench.isIn("failed");
    await workbench.explains("csp-upgrade", "likely");
    await expect(workbench.diagnosis).toContainText("upgrade-insecure-requests");
    await expect(workbench.diagnosis).toContainText(`wss://a.test:${String(server.port)}`);
    expect(server.requests).toEqual([]);
  });
});
