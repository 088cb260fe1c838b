import { defineConfig } from "@playwright/test";
import { chromiumFlags, findChromium } from "./tools/browsers.ts";

const executablePath = findChromium();

/** Named hosts that lead to this machine: browsers treat names unlike loopback addresses. */
const namedHosts = "--host-resolver-rules=MAP *.test 127.0.0.1";

/**
 * Two projects, for two ways of driving a browser: Playwright its own fixtures in Chromium, and
 * puppeteer-core in Firefox, because Playwright drives no Firefox but its own build.
 * `npm test` names the file of the JSON report.
 */
export default defineConfig({
  globalSetup: "./tools/globalSetup.ts",
  forbidOnly: process.env["CI"] !== undefined,
  fullyParallel: true,
  workers: 2,
  retries: 0,
  // Tests that pass need a few seconds; a busy machine needs patience, not another verdict.
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [["list"], ["json", { outputFile: process.env["PLAYWRIGHT_JSON"] ?? "../test-results/playwright.json" }]],
  projects: [
    {
      name: "chromium",
      testDir: "./specs",
      outputDir: "../test-results/chromium",
      use: {
        browserName: "chromium",
        locale: "en-US",
        // Each test would fetch the whole build; the one of it lets them in.
        serviceWorkers: "block",
        // Without its film, which slows every test that passes.
        trace: "off",
        // The runner's own "only-on-failure" takes one of every test: it cannot know before the page is closed.
        screenshot: "off",
        video: "off",
        launchOptions: { args: [...chromiumFlags, namedHosts], ...(executablePath === null ? {} : { executablePath }) },
      },
    },
    { name: "firefox", testDir: "./firefox", outputDir: "../test-results/firefox" },
  ],
});
