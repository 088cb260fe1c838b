import { launch } from "puppeteer-core";
import { findFirefox } from "../tools/browsers.ts";
import type { DiffReport, DrivenPage } from "./difftest.ts";

/**
 * Names of this machine, no waiting after a socket that failed (many go to one port), and timers that run while frames
 * are loading.
 */
const firefoxPreferences = {
  "network.dns.localDomains": "a.test,b.test,sub.a.test,x.sub.a.test,foo.localhost",
  "network.websocket.delay-failed-reconnects": false,
  "dom.timeout.defer_during_load": false,
  "dom.min_background_timeout_value": 4,
  "dom.timeout.enable_budget_timer_throttling": false,
};

/** A Firefox through puppeteer-core. @throws where there is none */
export async function inFirefox(use: (page: DrivenPage) => Promise<DiffReport>): Promise<DiffReport> {
  const executablePath = findFirefox();
  if (executablePath === null) throw new Error("no Firefox: install one, or name one in SOCKWRIGHT_FIREFOX");
  const extraPrefsFirefox = firefoxPreferences;
  const browser = await launch({
    browser: "firefox",
    executablePath,
    headless: true,
    acceptInsecureCerts: true,
    extraPrefsFirefox,
  });
  try {
    const page = await browser.newPage();
    // A tab behind another has slow timers.
    await page.bringToFront();
    return await use({ goto: (url) => page.goto(url), run: (inPage, input) => page.evaluate(inPage, input) });
  } finally {
    await browser.close();
  }
}
