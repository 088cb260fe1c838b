import { expect, type Locator, type Page } from "@playwright/test";
import { en } from "../../src/i18n/en.ts";
import type { Locale, Messages } from "../../src/i18n/index.ts";
import { en as libraryEn } from "../../src/i18n/library/en.ts";
import type { LibraryTexts } from "../../src/i18n/library/libraryTexts.ts";
import { zhCN as libraryZhCN } from "../../src/i18n/library/zh-CN.ts";
import { zhCN } from "../../src/i18n/zh-CN.ts";
import { SETUPS, setupFile } from "./setups.ts";

export interface Stage {
  readonly page: Page;
  readonly locale: Locale;
  readonly appUrl: string;
  /** where the shop's server listens */
  readonly port: number;
}

/** The app's own words, by which its parts are found. */
const WORDS: Readonly<Record<Locale, { readonly page: Messages; readonly library: LibraryTexts }>> = {
  en: { page: en, library: libraryEn },
  "zh-CN": { page: zhCN, library: libraryZhCN },
};

/** Other programs may share the machine. */
const patience = { timeout: 30_000 };
/** The widest line of the fix needs four steps of 24 px more than the panel has. */
const widerBy = 4;

class Scene {
  readonly page: Page;
  readonly t: Messages;

  constructor(page: Page, t: Messages) {
    this.page = page;
    this.t = t;
  }

  button(name: string): Locator {
    return this.page.getByRole("button", { name, exact: true });
  }

  async isIn(phase: "open" | "closed" | "failed"): Promise<void> {
    const status = this.page.getByRole("status", { name: this.t.status.label });
    await expect(status).toHaveAttribute("data-phase", phase, patience);
  }

  /** Opens a profile of the list, and connects. */
  async connect(profile: string): Promise<void> {
    await this.page.getByRole("treeitem", { name: profile, exact: true }).click();
    await this.button(this.t.connection.connect).click();
    await this.isIn("open");
  }

  async send(saved: string): Promise<void> {
    const composer = this.page.getByRole("region", { name: this.t.composer.label });
    await composer.getByRole("button", { name: saved, exact: true }).click();
    await composer.getByRole("button", { name: this.t.composer.send, exact: true }).click();
  }

  async row(words: string): Promise<Locator> {
    const log = this.page.getByRole("grid", { name: this.t.log.label });
    const row = log.locator("[data-seq]").filter({ hasText: words }).last();
    await expect(row).toBeVisible(patience);
    return row;
  }
}

/** Opens the app, and adds what the setup of this language holds. */
async function open({ page, locale, appUrl, port }: Stage): Promise<Scene> {
  const words = WORDS[locale];
  const scene = new Scene(page, words.page);
  const file = setupFile(SETUPS[locale], port);
  await page.goto(appUrl);
  await scene.button(words.library.side.import).first().click();
  await page.getByRole("textbox", { name: words.library.import.paste }).fill(JSON.stringify(file));
  await scene.button(words.library.import.add(file.profiles.length)).click();
  await scene.button(words.page.app.dismiss).click();
  return scene;
}

/** Events come in, one of them is read, one is sent and acknowledged. */
export async function showLog(stage: Stage): Promise<void> {
  const { support, messages, events, says } = SETUPS[stage.locale];
  const scene = await open(stage);
  await scene.connect(support);
  await scene.send(messages.subscribe);
  const [, last] = events.at(-1) ?? [];
  await scene.row(JSON.stringify(last));
  await scene.send(messages.answer);
  await scene.row(`"from":"you","text":"${says}"`);
  await (await scene.row("LMP-04")).click();
  await expect(scene.page.getByRole("treeitem", { name: "tracking" })).toBeVisible(patience);
}

/** Over IPv4 it works; over IPv6 nobody listens. */
export async function showDiagnosis(stage: Stage): Promise<void> {
  const { orders, messages } = SETUPS[stage.locale];
  const scene = await open(stage);
  await scene.connect(orders);
  await scene.send(messages.subscribe);
  await scene.row("shipped");
  await scene.button(scene.t.connection.disconnect).click();
  await scene.isIn("closed");
  const address = scene.page.getByRole("textbox", { name: scene.t.connection.url });
  await address.fill(`ws://[::1]:${String(stage.port)}/`);
  await scene.button(scene.t.connection.connect).click();
  await scene.isIn("failed");
  const diagnosis = scene.page.locator("[data-cause]");
  await expect(diagnosis).toHaveAttribute("data-cause", "localhost-family", patience);
  await expect(diagnosis).toHaveAttribute("data-probing", "false", patience);
  // The diagnosis needs the room more than the list of profiles.
  await scene.page.keyboard.press("p");
  const edge = scene.page.getByRole("separator").last();
  for (let step = 0; step < widerBy; step += 1) await edge.press("ArrowLeft");
  await edge.blur();
  // A log that has become smaller may have let go of its end.
  const jump = scene.button(scene.t.log.jumpToEnd);
  if (await jump.isVisible()) await jump.click();
}
