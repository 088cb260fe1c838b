import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium, type Browser, type Page } from "@playwright/test";
import type { Locale } from "../../src/i18n/index.ts";
import { showDiagnosis, showLog, type Stage } from "../pictures/scenes.ts";
import { SETUPS } from "../pictures/setups.ts";
import { startShop } from "../pictures/shopServer.ts";
import { smallPng } from "../pictures/smallPng.ts";
import { chromiumFlags, provideChromium } from "./browsers.ts";
import { root } from "./command.ts";
import { freshBuild } from "./distFolder.ts";
import { serveApp } from "./servedApp.ts";

const folder = join(root, ".github/pictures");
const viewport = { width: 1280, height: 864 };
const scenes = { log: showLog, diagnosis: showDiagnosis } as const;
const languages: Readonly<Record<Locale, { readonly tag: string; readonly suffix: string }>> = {
  en: { tag: "en-US", suffix: "" },
  "zh-CN": { tag: "zh-CN", suffix: "-zh-CN" },
};
/** The page as it is once nothing in it changes any more: the large editor and its colours come when it rests. */
async function stillPicture(page: Page): Promise<Buffer> {
  await page.locator(".monaco-editor").first().waitFor();
  const shoot = (): Promise<Buffer> => page.screenshot({ animations: "disabled", caret: "hide" });
  for (let before = await shoot(); ;) {
    await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
    const next = await shoot();
    if (next.equals(before)) return next;
    before = next;
  }
}

/** A scene is played anew for each picture: a theme that is switched would still be the same page, a language not. */
async function take(browser: Browser, stage: Omit<Stage, "page">, colorScheme: "light" | "dark"): Promise<void> {
  const { tag, suffix } = languages[stage.locale];
  for (const [name, show] of Object.entries(scenes)) {
    const context = await browser.newContext({ viewport, colorScheme, locale: tag, serviceWorkers: "block" });
    const page = await context.newPage();
    await show({ ...stage, page });
    await page.mouse.move(0, 0);
    const png = smallPng(await stillPicture(page));
    const file = `${name}-${colorScheme}${suffix}.png`;
    writeFileSync(join(folder, file), png);
    console.log(`${file.padEnd(30)} ${(png.length / 1000).toFixed(0).padStart(4)} kB`);
    await context.close();
  }
}

/** `npm run pictures`: those of the README, of the built app and real servers, into .github/pictures. */
export async function run(): Promise<number> {
  const executablePath = await provideChromium();
  await freshBuild();
  mkdirSync(folder, { recursive: true });
  // The name and the port that a reader will see.
  const app = await serveApp({ host: "localhost", port: 4173 });
  const browser = await chromium.launch({ executablePath, args: [...chromiumFlags] });
  try {
    for (const locale of ["en", "zh-CN"] as const) {
      const shop = await startShop(SETUPS[locale].events);
      for (const scheme of ["light", "dark"] as const)
        await take(browser, { locale, appUrl: app.url, port: shop.port }, scheme);
      await shop.close();
    }
    return 0;
  } finally {
    await browser.close();
    await app.close();
  }
}
