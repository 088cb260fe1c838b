import { LibraryPages } from "../fixtures/library.ts";
import { expect, test } from "../fixtures/test.ts";
import { Workbench } from "../fixtures/workbench.ts";

test.use({ viewport: { width: 1440, height: 900 } });

test("two browser tabs follow each other, and the later save of one profile is told", async ({
  context,
  page,
  workbench,
  library,
}) => {
  await workbench.open();
  await workbench.url.fill("ws://localhost:1/first");
  await library.saveAs("Shared");
  const otherPage = await context.newPage();
  const other = new LibraryPages(otherPage);
  const otherBench = new Workbench(otherPage);
  await otherBench.open();
  await other.item("Shared").click();
  await expect(otherBench.url).toHaveValue("ws://localhost:1/first");

  // A clean tab follows.
  await workbench.url.fill("ws://localhost:1/second");
  await page.keyboard.press("Control+s");
  await expect(library.toast).toContainText("saved");
  await expect(otherBench.url).toHaveValue("ws://localhost:1/second");

  // An edited one does not, and its save is told.
  await otherBench.url.fill("ws://localhost:1/theirs");
  await expect(other.item("Shared, unsaved changes")).toBeVisible();
  await workbench.url.fill("ws://localhost:1/mine");
  await page.keyboard.press("Control+s");
  await expect(library.item("Shared")).toBeVisible();
  await otherPage.keyboard.press("Control+s");
  await expect(other.dialog).toContainText("saved elsewhere in the meantime");
  await other.dialog.getByRole("button", { name: "Keep both" }).click();
  await other.hasItems(["Shared", "Shared (2)"]);
  await library.hasItems(["Shared", "Shared (2)"]);
  await expect(workbench.url).toHaveValue("ws://localhost:1/mine");
  await library.item("Shared (2)").click();
  await expect(workbench.url).toHaveValue("ws://localhost:1/theirs");
});

declare global {
  interface Window {
    /** Tests: the browser refuses to write. */
    isDiskFull?: boolean;
  }
}

test("a full disk is said; the work stays, can be exported, and is stored once there is room", async ({
  page,
  workbench,
  library,
}) => {
  // Chromium 156 does not hold IndexedDB to an overridden quota, so the error is made where it would come from.
  await page.addInitScript(() => {
    const { put } = IDBObjectStore.prototype as { put: (...given: unknown[]) => IDBRequest<IDBValidKey> };
    IDBObjectStore.prototype.put = function (...given: unknown[]) {
      if (globalThis.window.isDiskFull === true)
        throw new DOMException("The quota has been exceeded.", "QuotaExceededError");
      return Reflect.apply(put, this, given);
    };
  });
  await workbench.open();
  await page.evaluate(() => {
    window.isDiskFull = true;
  });
  await workbench.url.fill("ws://localhost:1/kept");
  await library.saveAs("Kept");
  await expect(library.toast).toContainText("refuses to store");
  await library.hasItems(["Kept"]);
  await library.toast.getByRole("button", { name: "Back up everything" }).click();
  await expect(library.dialog.getByRole("textbox", { name: "Link", exact: true })).toHaveValue(/#\/p\/1\./);
  await page.keyboard.press("Escape");

  await page.evaluate(() => {
    window.isDiskFull = false;
  });
  await library.act("Kept", "Rename");
  await library.type("Kept after all", "Kept");
  await library.hasItems(["Kept after all"]);
  await page.reload();
  await library.hasItems(["Kept after all"]);
  await expect(workbench.url).toHaveValue("ws://localhost:1/kept");
});

test("without a database everything works in memory, and that is said", async ({ page, workbench, library }) => {
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, "indexedDB", {
      value: {
        open: () => {
          throw new DOMException("The user denied permission to access the database.", "SecurityError");
        },
      },
    });
  });
  await workbench.open();
  await expect(library.toast).toContainText("refuses to store");
  await workbench.url.fill("ws://localhost:1/memory");
  await library.saveAs("Memory");
  await workbench.url.fill("ws://localhost:1/edited");
  await expect(library.item("Memory, unsaved changes")).toBeVisible();
});

test("settings follow in every page", async ({ context, page, workbench }) => {
  await workbench.open();
  const other = await context.newPage();
  await new Workbench(other).open();
  await page.getByRole("button", { name: "Settings", exact: true }).click();
  await page.getByRole("combobox", { name: "Theme" }).selectOption("dark");
  await expect(other.locator("html")).toHaveAttribute("data-theme", "dark");
});

test("what is typed into an environment a moment before a reload is kept, secrets too", async ({
  page,
  workbench,
  library,
}) => {
  await workbench.open();
  await library.addEnvironment("Dev", [{ name: "token", value: "old", secret: true }]);
  await library.environment.getByRole("button", { name: "Edit environments" }).click();
  await library.dialog.getByRole("textbox", { name: "Value" }).first().fill("typed at last");
  await page.reload();
  await library.environment.getByRole("button", { name: "Edit environments" }).click();
  await expect(library.dialog.getByRole("textbox", { name: "Value" }).first()).toHaveValue("typed at last");
});

test("a duplicated tab is a page of its own: neither overwrites the other's drafts", async ({ page, workbench }) => {
  await workbench.open();
  await workbench.url.fill("ws://localhost:1/one");
  // As the browser duplicates a tab: with a copy of its session storage.
  const [copy] = await Promise.all([page.waitForEvent("popup"), page.evaluate(() => void open(location.href))]);
  const other = new Workbench(copy);
  await other.url.fill("ws://localhost:1/two");
  await copy.reload();
  await expect(other.url).toHaveValue("ws://localhost:1/two");
  await page.reload();
  await expect(workbench.url).toHaveValue("ws://localhost:1/one");
});

test("behind a dialog no key acts, and the focus comes back from it", async ({ page, workbench, library }) => {
  await workbench.open();
  const share = page.getByRole("button", { name: "Share", exact: true });
  await share.click();
  await expect(library.dialog).toContainText("What goes along");
  await page.evaluate(() => {
    (document.activeElement as HTMLElement | null)?.blur();
  });
  await page.keyboard.press("p");
  await page.keyboard.press("Control+s");
  await expect(library.dialog).toContainText("What goes along");
  await page.keyboard.press("Escape");
  await expect(share).toBeFocused();
  await expect(library.side).toBeVisible();
});
