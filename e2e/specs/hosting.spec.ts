import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { parseHeadersFile } from "../../src/playground/headersFile.ts";
import { nginxConfig } from "../../src/playground/nginxConfig.ts";
import { need } from "../fixtures/needs.ts";
import { expect, test } from "../fixtures/test.ts";
import { Workbench } from "../fixtures/workbench.ts";
import { startAppServer } from "../servers/appServer.ts";
import { makeCertificate } from "../servers/certificate.ts";
import { startProgram } from "../servers/program.ts";
import { distFolder } from "../tools/distFolder.ts";
import { root, runTool } from "../tools/command.ts";

const rules = parseHeadersFile(readFileSync(join(distFolder, "_headers"), "utf8"));

/** Connects and is echoed: page, engine and sockets work where they are served. */
async function works(page: Page, url: string, target: string): Promise<void> {
  const workbench = new Workbench(page);
  await page.goto(url);
  await workbench.connect(target);
  await workbench.send("hello");
  await expect(workbench.rows({ direction: "received", kind: "message" })).toContainText("hello");
}

test.describe("hosts", () => {
  test("nginx, under a path, with the policy as headers", async ({ page, servers }) => {
    const echo = await servers.websocket();
    const nginx = await servers.nginx({
      server: nginxConfig(rules, { prefix: "/tools/sockwright/", folder: distFolder }),
    });
    const url = `http://127.0.0.1:${String(nginx.port)}/tools/sockwright/`;
    const policies = new Map<string, string>();
    page.on("response", (response) => {
      policies.set(new URL(response.url()).pathname, response.headers()["content-security-policy"] ?? "");
    });
    await works(page, url, echo.url);
    expect(policies.get("/tools/sockwright/")).toContain("frame-ancestors 'none'");
    const engine = [...policies].find(([path]) => path.includes("/engine/worker"));
    expect(engine?.[1]).toContain("connect-src 'self' ws: wss:");
  });

  test("nginx over HTTPS with a CA of one's own", async ({ browser, servers }) => {
    const nginx = await servers.nginx({
      server: nginxConfig(rules, { prefix: "/", folder: distFolder }),
      certificate: makeCertificate(),
    });
    const context = await browser.newContext({ ignoreHTTPSErrors: true, serviceWorkers: "block" });
    const page = await context.newPage();
    // A loopback address may be reached from HTTPS, too.
    const echo = await servers.websocket();
    await works(page, `https://127.0.0.1:${String(nginx.port)}/`, echo.url);
    await context.close();
  });

  test("Python's http.server, which sends no headers", async ({ page, servers }) => {
    need("python");
    const echo = await servers.websocket();
    const args = ["-u", "-m", "http.server", "0", "--bind", "127.0.0.1", "--directory", distFolder];
    const python = await startProgram("python3", args, /port (\d+)/, root);
    try {
      await works(page, `http://127.0.0.1:${python.says}/`, echo.url);
    } finally {
      await python.close();
    }
  });

  test("the package's own command, with the playground", async ({ page }) => {
    const built = await runTool("vite", ["build", "--mode", "command"]);
    expect(built.code, built.output).toBe(0);
    const args = ["bin/sockwright.js", "--port", "0", "--host", "127.0.0.1"];
    const command = await startProgram(process.execPath, args, /Sockwright: (\S+)/, root);
    try {
      const workbench = new Workbench(page);
      await page.goto(command.says);
      await page.getByRole("button", { name: /^WS Echo/ }).click();
      await workbench.isIn("open");
    } finally {
      await command.close();
    }
  });
});

test.describe("without a network", () => {
  test.use({ serviceWorkers: "allow" });

  test("the app opens once it was there, and a newer build is offered, not forced", async ({ context, page }) => {
    const app = await startAppServer();
    try {
      await page.goto(app.url);
      await page.evaluate(async () => {
        await navigator.serviceWorker.ready;
      });
      // The first visit is not under its control; the next one is.
      await page.reload();
      await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
      await context.setOffline(true);
      await page.reload();
      const workbench = new Workbench(page);
      await workbench.url.fill("ws://127.0.0.1:9/");
      await page.getByRole("radio", { name: "Socket.IO" }).click();
      await expect(page.getByRole("combobox", { name: "Client version" })).toBeVisible();
      await context.setOffline(false);
      app.release();
      await page.evaluate(async () => {
        await (await navigator.serviceWorker.ready).update();
      });
      const update = page.getByRole("button", { name: "A new version is ready" });
      await expect(update).toBeVisible();
      const reloaded = page.waitForEvent("load");
      await update.click();
      await reloaded;
      await expect(workbench.url).toHaveValue("ws://127.0.0.1:9/");
      await expect(update).toBeHidden();
    } finally {
      await app.close();
    }
  });
});
