import type { Locator, Page } from "@playwright/test";
import { hasNoFindings, LOOKS } from "../fixtures/accessible.ts";
import { expect, test } from "../fixtures/test.ts";
import type { CommandId } from "../../src/core/profile/keymap.ts";

const POPOVER = "[popover]:popover-open";

/** By the palette, in any language. */
async function choose(page: Page, command: CommandId): Promise<void> {
  await page.keyboard.press("Control+K");
  await page.locator(".palette-field input").fill(command);
  await page.locator(`[data-value="command ${command}"]`).click();
}

async function opens(page: Page): Promise<void> {
  await page.goto("./");
  await expect(page.locator('[data-focus="url"]')).toBeVisible();
}

async function closes(page: Page): Promise<void> {
  await page.keyboard.press("Escape");
  await expect(page.locator("dialog")).toHaveCount(0);
}

async function dialogsAreClean(page: Page, commands: readonly CommandId[]): Promise<void> {
  for (const command of commands)
    await test.step(command, async () => {
      await choose(page, command);
      await expect(page.locator("dialog[open] h2").first()).toBeVisible();
      await hasNoFindings(page, "dialog[open]");
      await closes(page);
    });
}

/** Each of these buttons opens a panel of its own, whose words stay inside it. */
async function popoversAreClean(page: Page, buttons: Locator): Promise<void> {
  await expect(buttons.first()).toBeVisible();
  for (const button of await buttons.all()) {
    await button.click();
    const panel = page.locator(POPOVER);
    await expect(panel).toBeVisible();
    await hasNoFindings(page, POPOVER);
    expect(await panel.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
    await page.keyboard.press("Escape");
    await expect(panel).toHaveCount(0);
  }
}

const playground = async (page: Page, name: RegExp): Promise<void> => {
  await opens(page);
  await page.getByRole("button", { name }).click();
  await expect(page.locator("[data-phase]")).toHaveAttribute("data-phase", "open");
};

/** In a narrow window, what is not set is folded away. */
async function unfolds(page: Page): Promise<void> {
  const fold = page.locator(".chips .narrow-only");
  if (await fold.isVisible()) await fold.click();
}

const WIDE_AND_NARROW = [
  LOOKS[0],
  { colorScheme: "dark", locale: "zh-CN", viewport: { width: 390, height: 844 } },
] as const;

for (const look of WIDE_AND_NARROW) {
  const { colorScheme, locale, viewport } = look;
  test.describe(`axe finds nothing: ${colorScheme}, ${locale}, ${String(viewport.width)} px`, () => {
    test.use(look);
    // Many panels each: fewer tests than panels, and none that a busy machine ends.
    test.beforeEach(() => {
      test.slow();
    });

    test("in the dialogs of profiles, files and settings, and in a link that is opened", async ({ page }) => {
      await opens(page);
      await page.locator('[data-focus="url"]').fill("wss://example.com/feed?token=s3cret");
      await dialogsAreClean(page, ["save", "environments", "templates", "import", "copy-as", "about", "back-up"]);
      await dialogsAreClean(page, ["open-log", "recordings", "codes", "keys"]);
      await choose(page, "share");
      const link = page.locator("dialog[open] textarea");
      await expect(link).toHaveValue(/#\/p\/1/);
      await hasNoFindings(page, "dialog[open]");
      const address = await link.inputValue();
      await closes(page);
      await page.goto(address);
      await expect(page.locator("dialog[open] [data-destination]")).toBeVisible();
      await hasNoFindings(page, "dialog[open]");
    });

    test("around a log: its dialogs, its menus, the settings of its connection", async ({ page }) => {
      await playground(page, /^WS ?(?:Echo|回显)/);
      await popoversAreClean(page, page.locator(".log-bar [popovertarget]"));
      await page.locator("[data-seq]").first().click({ button: "right" });
      await expect(page.getByRole("menu")).toBeVisible();
      await hasNoFindings(page, "[role=menu]");
      await page.keyboard.press("Escape");
      await dialogsAreClean(page, ["export-log", "charts", "timeline"]);
      await unfolds(page);
      await popoversAreClean(page, page.locator(".chips [popovertarget]"));
    });

    test("around Socket.IO: its dialogs, and the settings of its connection", async ({ page }) => {
      await playground(page, /^IO ?v4 (?:echo|回显)/);
      await dialogsAreClean(page, ["events", "detect", "admin"]);
      await unfolds(page);
      await popoversAreClean(page, page.locator(".chips [popovertarget]"));
    });

    test("in the policy lab, and in what reads an error", async ({ page }) => {
      await opens(page);
      await choose(page, "lab");
      await expect(page.locator(".labout h2")).toBeVisible();
      await hasNoFindings(page, "main");
      await choose(page, "clue");
      const lines = page.locator("main textarea");
      await lines.fill("Error: connect ECONNREFUSED ::1:8080");
      await expect(page.locator("main [data-cause]").first()).toBeVisible();
      await hasNoFindings(page, "main");
    });
  });
}

test("a dialog that is the first of the visit opens from the palette", async ({ page }) => {
  await opens(page);
  await choose(page, "templates");
  await expect(page.getByRole("dialog", { name: "Templates" })).toBeVisible();
});

test.describe("where the system imposes its colours", () => {
  test.use({ forcedColors: "active" });
  test("the chosen entry and the state still differ from the others", async ({ page }) => {
    await playground(page, /^WS ?Echo/);
    const fill = (of: Locator): Promise<string> => of.evaluate((element) => getComputedStyle(element).backgroundColor);
    const rows = page.locator("[data-seq]");
    await rows.first().click();
    await expect(rows.first()).toHaveAttribute("aria-selected", "true");
    expect(await fill(rows.first())).not.toBe(await fill(rows.nth(1)));
    expect(await fill(page.locator(".status .mark"))).not.toBe(await fill(page.locator(".status")));
  });
});

test.describe("where less motion is wished for", () => {
  test.use({ reducedMotion: "reduce", savesData: false });
  test("nothing moves by itself, on any screen and in any dialog", async ({ page }) => {
    const moving = (): Promise<readonly string[]> =>
      page.evaluate(() => {
        const lasts = (durations: string): boolean =>
          durations.split(",").some((duration) => Number.parseFloat(duration) > 0);
        return [...document.querySelectorAll("*")]
          .filter((element) => {
            const { transitionDuration, animationName, animationDuration, scrollBehavior } = getComputedStyle(element);
            const isAnimated = animationName !== "none" && lasts(animationDuration);
            return lasts(transitionDuration) || isAnimated || scrollBehavior === "smooth";
          })
          .map(({ outerHTML }) => outerHTML.slice(0, 120));
      });
    await opens(page);
    await expect(page.getByRole("button", { name: "New connection", exact: true })).toBeVisible();
    expect(await moving()).toEqual([]);
    await page.getByRole("button", { name: /Hang/ }).first().click();
    await expect(page.locator("[data-phase]")).toHaveAttribute("data-phase", "connecting");
    expect(await moving()).toEqual([]);
    await playground(page, /^WS ?Echo/);
    await expect(page.locator(".monaco-editor").first()).toBeVisible();
    await page.locator("[data-seq]").first().click();
    expect(await moving()).toEqual([]);
    await choose(page, "settings");
    await expect(page.getByRole("dialog")).toBeVisible();
    expect(await moving()).toEqual([]);
  });
});
