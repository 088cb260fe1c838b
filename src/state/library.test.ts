import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

vi.mock("./engine.ts", () => ({ engine: () => ({ tell: () => undefined }) }));

beforeEach(() => {
  vi.stubGlobal("indexedDB", new IDBFactory());
  vi.stubGlobal("BroadcastChannel", undefined);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

/** A page that has just been opened, or opened again. */
async function openPage() {
  vi.resetModules();
  const { activeTab, workbench } = await import("./workbench.ts");
  const library = await import("./library.ts");
  const { isEdited } = await import("./effective.ts");
  const { editProfile } = await import("./connection.ts");
  const { openTab } = await import("./tabs.ts");
  const { startLibrary } = await import("./libraryStore.ts");
  const { newProfile } = await import("../core/profile/profile.ts");
  await startLibrary();
  const tab = () => activeTab(workbench());
  return {
    ...library,
    openTab,
    newProfile,
    edit: editProfile,
    state: workbench,
    tab,
    isEdited: () => isEdited(tab()),
    library: () => workbench().library,
    notice: () => workbench().notice?.kind,
    undo: () => workbench().notice?.undo?.(),
    names: () =>
      workbench()
        .library.profiles.map(({ name }) => name)
        .toSorted(),
  };
}
type Page = Awaited<ReturnType<typeof openPage>>;

const soon = (claim: () => void): Promise<void> => vi.waitFor(claim, { timeout: 5000, interval: 2 });
const idOf = (page: Page, name: string): string =>
  page.library().profiles.find((one) => one.name === name)?.id ?? "none";
const secret = { name: "token", value: "s3cret", secret: true };

async function pageWithShop(): Promise<Page> {
  const page = await openPage();
  page.edit({ url: "ws://shop/1", variables: [secret] });
  await page.saveAs(page.tab().id, "Shop", null);
  return page;
}

describe("undo", () => {
  test("[ST30] brings a deleted profile back, with its secrets, and its tab is its tab again", async () => {
    const page = await pageWithShop();
    const before = page.library();
    await page.deleteProfile(idOf(page, "Shop"));
    expect(page.names()).toEqual([]);
    expect((await openPage()).library().profiles).toEqual([]);
    expect(page.notice()).toBe("deleted");
    page.undo();
    await soon(() => {
      expect(page.library()).toEqual(before);
    });
    expect(page.isEdited()).toBe(false);
    expect((await openPage()).library()).toEqual(before);
  });

  test("[ST30] brings a deleted folder back, with all that was in it, in its order", async () => {
    const page = await pageWithShop();
    const folder = await page.newFolder("Work");
    await page.moveProfile(idOf(page, "Shop"), folder, null);
    await page.newSavedProfile("Outside", null);
    await page.newSavedProfile("Second", folder);
    const before = page.library();
    await page.deleteFolder(folder);
    expect(page.names()).toEqual(["Outside"]);
    expect(page.library().folders).toEqual([]);
    page.undo();
    await soon(() => {
      expect(page.library().folders).toHaveLength(1);
    });
    const { folders, profiles } = (await openPage()).library();
    expect(folders).toEqual(before.folders);
    expect(new Set(profiles)).toEqual(new Set(before.profiles));
  });
});

describe("names and places", () => {
  test("[ST25] a name that is taken gets a number; other folders' names are no matter", async () => {
    const page = await openPage();
    const folder = await page.newFolder("Work");
    await page.newFolder("Work");
    for (const place of [null, null, folder, null]) await page.newSavedProfile("Shop", place);
    expect(page.names()).toEqual(["Shop", "Shop", "Shop (2)", "Shop (3)"]);
    expect(new Set(page.library().folders.map(({ name }) => name))).toEqual(new Set(["Work", "Work (2)"]));
  });

  test("[ST25] a copy stands behind its original, with everything in it", async () => {
    const page = await openPage();
    page.edit({ url: "ws://shop", variables: [secret] });
    await page.saveAs(page.tab().id, "Shop", null);
    await page.newSavedProfile("Other", null);
    await page.duplicateProfile(idOf(page, "Shop"));
    const { profiles } = page.library();
    const ordered = profiles.toSorted((one, other) => one.order - other.order);
    expect(ordered.map(({ name }) => name)).toEqual(["Shop", "Shop (2)", "Other"]);
    expect(ordered[1]?.profile).toEqual(ordered[0]?.profile);
    expect(page.tab().saved?.id).toBe(ordered[1]?.id);
  });

  test("[ST25] a tab that was never saved is asked for a name; an open profile is not opened twice", async () => {
    const page = await openPage();
    await page.saveTab();
    expect(page.state().dialog).toEqual({ is: "save" });
    const id = await page.newSavedProfile("Shop", null);
    const { length } = page.state().tabs;
    page.openTab({ ...page.newProfile, url: "ws://other" });
    page.openSaved(id);
    expect(page.state().tabs).toHaveLength(length + 1);
    expect(page.tab().saved?.id).toBe(id);
    page.edit({ url: "ws://edited" });
    page.revertTab();
    expect(page.tab().profile).toEqual(page.newProfile);
    page.undo();
    expect(page.tab().profile.url).toBe("ws://edited");
  });
});
