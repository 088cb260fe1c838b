import type { Page } from "@playwright/test";
import { hasNoFindings } from "../fixtures/accessible.ts";
import { expect, test } from "../fixtures/test.ts";
import { Workbench } from "../fixtures/workbench.ts";

test.use({ viewport: { width: 1440, height: 900 } });

const dialogOf = (page: Page) => page.getByRole("dialog", { name: "Recordings" });

/** Opens the list from the start screen of a new tab. */
async function openList(page: Page): Promise<void> {
  await page.getByRole("button", { name: "New connection", exact: true }).click();
  await page.getByRole("button", { name: "Recordings", exact: true }).click();
}

test("a recording outlives a crash of its page, up to the last second, and says that it never ended", async ({
  context,
  page,
  workbench,
  servers,
}) => {
  const server = await servers.websocket({ echo: false });
  await workbench.connect(server.url);
  server.broadcast("before the button");
  await workbench.hasEntries(3);
  const record = workbench.button("Record session");
  await record.click();
  await expect(record).toHaveAttribute("aria-pressed", "true");
  server.broadcast("after the button");
  await workbench.hasEntries(4);
  await workbench.rows().last().click();
  await page.keyboard.press("b");
  await page.getByRole("textbox", { name: /^Note on #/ }).fill("from here on");

  // Another page sees it grow; then the first one is gone without a word.
  const other = await context.newPage();
  const bench = new Workbench(other);
  await bench.open();
  await openList(other);
  const row = dialogOf(other).getByRole("row", { name: /127\.0\.0\.1|localhost/ });
  await expect(row).toContainText("recording now");
  await expect(row.getByRole("cell", { name: "4", exact: true })).toBeVisible();
  const crashed = page.waitForEvent("crash");
  const session = await context.newCDPSession(page);
  void session.send("Page.crash").catch(() => undefined);
  await crashed;
  await expect(row).toContainText("ended without a close");
  await hasNoFindings(other);

  await dialogOf(other)
    .getByRole("button", { name: /^Open / })
    .click();
  await expect(dialogOf(other)).toBeHidden();
  await expect(bench.status).toHaveText("Recorded; read-only");
  await bench.hasEntries(4);
  await expect(bench.rows().last()).toContainText("after the button");

  // What was marked is marked, and what is marked now is kept as well.
  const note = other.getByRole("textbox", { name: /^Note on #/ });
  await expect(note).toHaveValue("from here on");
  await note.fill("as of here");
  await bench.rows().first().click();
  await other.keyboard.press("b");
  await expect(note).toHaveCount(2);
  await other.getByRole("button", { name: /^Close .*(127\.0\.0\.1|localhost)/ }).click();
  await openList(other);
  await dialogOf(other)
    .getByRole("button", { name: /^Open / })
    .click();
  await expect(note).toHaveCount(2);
  await expect(note.last()).toHaveValue("as of here");
});

test("recordings are named, deleted, brought back, and every connection is recorded where that is wished", async ({
  page,
  workbench,
  servers,
}) => {
  const server = await servers.websocket();
  await workbench.open();
  await page.getByRole("button", { name: "Recordings", exact: true }).click();
  const dialog = dialogOf(page);
  await expect(dialog).toContainText("Nothing is recorded");
  await dialog.getByRole("checkbox", { name: "Record every connection" }).check();
  await page.keyboard.press("Escape");
  await workbench.connect(server.url);
  await expect(workbench.button("Record session")).toHaveAttribute("aria-pressed", "true");
  await workbench.send("hello");
  await workbench.hasEntries(4);
  await workbench.button("Record session").click();
  await expect(workbench.button("Record session")).toHaveAttribute("aria-pressed", "false");

  await openList(page);
  const rows = dialog.getByRole("row").filter({ has: page.getByRole("button", { name: /^Open / }) });
  await expect(rows).toHaveCount(1);
  await expect(rows.getByRole("cell", { name: "4", exact: true })).toBeVisible();
  const act = async (name: string): Promise<void> => {
    await rows.getByRole("button", { name: /^Actions of / }).click();
    await page.getByRole("menuitem", { name, exact: true }).click();
  };
  await act("Rename");
  const field = dialog.getByRole("textbox", { name: /^New name of/ });
  await field.fill("The good one");
  await field.press("Enter");
  await expect(rows).toContainText("The good one");
  await expect(rows).toContainText("kept always");
  await act("Delete");
  await expect(rows).toHaveCount(0);
  await dialog.getByRole("button", { name: "Undo" }).click();
  await expect(rows).toContainText("The good one");
  await act("Open and export");
  await expect(page.getByRole("dialog", { name: "Export log" })).toContainText("All, 4 entries");
});

test("a database that refuses ends the recording with a sentence, and takes nothing from the log", async ({
  page,
  workbench,
  servers,
}) => {
  // One that a newer version of the app has left behind: this one may not touch it.
  await workbench.open();
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        indexedDB.open("sockwright-recordings", 99).onsuccess = resolve;
      }),
  );
  const server = await servers.websocket();
  await workbench.connect(server.url);
  await workbench.button("Record session").click();
  await expect(page.locator(".toast")).toContainText("the browser stores no more");
  await expect(workbench.button("Record session")).toHaveAttribute("aria-pressed", "false");
  await workbench.button("Dismiss").click();
  await workbench.send("still here");
  await workbench.hasEntries(4);
  await expect(workbench.rows().last()).toContainText("still here");
});
