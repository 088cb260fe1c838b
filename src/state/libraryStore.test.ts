import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

const { tell } = vi.hoisted(() => ({ tell: vi.fn<(message: unknown) => void>() }));
vi.mock("./engine.ts", () => ({ engine: () => ({ tell }) }));

const channels: BroadcastChannel[] = [];
class ClosedLater extends BroadcastChannel {
  constructor(name: string) {
    super(name);
    channels.push(this);
  }
  /** What a page of an earlier test still has to say is for nobody. */
  override postMessage(message: unknown): void {
    if (channels.includes(this)) super.postMessage(message);
  }
}

beforeEach(() => {
  vi.stubGlobal("indexedDB", new IDBFactory());
  vi.stubGlobal("BroadcastChannel", ClosedLater);
});
afterEach(() => {
  for (const channel of channels.splice(0)) channel.close();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

async function openPage() {
  vi.resetModules();
  const store = await import("./workbench.ts");
  const library = await import("./library.ts");
  const environments = await import("./environments.ts");
  const { editProfile } = await import("./connection.ts");
  const libraryStore = await import("./libraryStore.ts");
  await libraryStore.startLibrary();
  const state = store.workbench;
  return {
    ...libraryStore,
    ...library,
    ...environments,
    edit: editProfile,
    state,
    tab: () => store.activeTab(state()),
    names: () =>
      state()
        .library.profiles.map(({ name }) => name)
        .toSorted(),
    urls: () => Object.fromEntries(state().library.profiles.map(({ name, profile }) => [name, profile.url])),
    notice: () => state().notice?.kind,
    undo: () => state().notice?.undo?.(),
  };
}

const soon = (claim: () => void): Promise<void> => vi.waitFor(claim, { timeout: 5000, interval: 2 });
const full = (): DOMException => new DOMException("no room", "QuotaExceededError");

/** How a database refuses. @returns what makes it work again */
const REFUSALS: Readonly<Record<string, () => () => void>> = {
  "a record has no room": () => {
    const put = vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
      throw full();
    });
    return () => {
      put.mockRestore();
    };
  },
  "the disk is full at the end": () => {
    const commit = vi.spyOn(IDBTransaction.prototype, "commit").mockImplementation(function (this: IDBTransaction) {
      this.abort();
    });
    return () => {
      commit.mockRestore();
    };
  },
};

describe.each(Object.entries(REFUSALS))("where %s", (_, refuse) => {
  test("[ST40] what was done holds in memory, and is stored with the next change", async () => {
    const page = await openPage();
    await page.newSavedProfile("Before", null);
    const restore = refuse();
    const id = await page.newSavedProfile("Shop", null);
    expect(page.notice()).toBe("storage");
    await page.rename("profiles", id, "Store");
    const folder = await page.newFolder("Work");
    await page.moveProfile(id, folder, null);
    expect(page.names()).toEqual(["Before", "Store"]);
    expect(page.hasUnstored()).toBe(true);
    expect((await openPage()).names()).toEqual(["Before"]);
    restore();
    await page.newFolder("Other");
    expect(page.hasUnstored()).toBe(false);
    const { profiles, folders } = (await openPage()).state().library;
    expect(profiles).toEqual(expect.arrayContaining([...page.state().library.profiles]));
    expect(profiles.find((one) => one.id === id)).toMatchObject({ name: "Store", folder });
    expect(folders.map(({ name }) => name).toSorted()).toEqual(["Other", "Work"]);
  });

  test("[ST41] that it is not stored is what stays said, with the way back", async () => {
    const page = await openPage();
    const id = await page.newSavedProfile("Shop", null);
    const restore = refuse();
    page.edit({ url: "ws://edited" });
    await page.saveTab();
    expect(page.notice()).toBe("storage");
    await page.saveAs(page.tab().id, "Copy", null);
    expect(page.notice()).toBe("storage");
    await page.deleteProfile(id);
    expect(page.names()).toEqual(["Copy"]);
    expect(page.notice()).toBe("storage");
    page.undo();
    await soon(() => {
      expect(page.names()).toEqual(["Copy", "Shop"]);
    });
    restore();
    await page.newFolder("Work");
    expect((await openPage()).urls()).toEqual({ Copy: "ws://edited", Shop: "ws://edited" });
  });

  test("[ST42] what another page changes meanwhile takes nothing away", async () => {
    const page = await openPage();
    const other = await openPage();
    const id = await page.newSavedProfile("Shop", null);
    const restore = refuse();
    await page.newSavedProfile("Waits", null);
    await page.rename("profiles", id, "Renamed");
    restore();
    await other.newSavedProfile("Theirs", null);
    await soon(() => {
      expect(page.names()).toEqual(["Renamed", "Theirs", "Waits"]);
    });
    expect(page.hasUnstored()).toBe(true);
    await page.newFolder("Work");
    expect((await openPage()).names()).toEqual(["Renamed", "Theirs", "Waits"]);
  });

  test("[ST43] a save that waits, of a profile that another page saves first: both are kept, and it is told", async () => {
    const page = await openPage();
    const id = await page.newSavedProfile("Shop", null);
    const other = await openPage();
    other.openSaved(id);
    const restore = refuse();
    page.edit({ url: "ws://mine" });
    await page.saveTab();
    restore();
    other.edit({ url: "ws://theirs" });
    await other.saveTab();
    const both = { Shop: "ws://theirs", "Shop (2)": "ws://mine" };
    await soon(() => {
      expect(page.urls()).toEqual(both);
    });
    expect(page.notice()).toBe("kept-both");
    expect(page.hasUnstored()).toBe(true);
    await page.newFolder("Work");
    expect((await openPage()).urls()).toEqual(both);
  });

  test("[ST43] edits on top of a save that waits stay in their tab, and are asked about", async () => {
    const page = await openPage();
    const id = await page.newSavedProfile("Shop", null);
    const other = await openPage();
    other.openSaved(id);
    const restore = refuse();
    page.edit({ url: "ws://mine" });
    await page.saveTab();
    page.edit({ url: "ws://mine/2" });
    restore();
    other.edit({ url: "ws://theirs" });
    await other.saveTab();
    await soon(() => {
      expect(page.urls()).toEqual({ Shop: "ws://theirs", "Shop (2)": "ws://mine" });
    });
    expect(page.tab().profile.url).toBe("ws://mine/2");
    await page.saveTab();
    expect(page.state().dialog?.is).toBe("conflict");
  });

  test("[ST43] the same of an environment", async () => {
    const page = await openPage();
    const id = await page.newEnvironment("Live");
    const other = await openPage();
    const values = () =>
      Object.fromEntries(page.state().library.environments.map(({ name, variables }) => [name, variables[0]?.value]));
    const restore = refuse();
    page.editEnvironment(id, { variables: [{ name: "a", value: "mine", secret: true }] });
    await page.storeAllTyped();
    expect(page.notice()).toBe("storage");
    restore();
    other.editEnvironment(id, { variables: [{ name: "a", value: "theirs", secret: false }] });
    await other.storeAllTyped();
    const both = { Live: "theirs", "Live (2)": "mine" };
    await soon(() => {
      expect(values()).toEqual(both);
    });
    expect(page.notice()).toBe("kept-both");
    await page.newFolder("Work");
    await soon(() => {
      expect(other.state().library.environments).toHaveLength(2);
    });
    expect(values()).toEqual(both);
  });

  test("[ST40] saved again and again: the last is stored", async () => {
    const page = await openPage();
    await page.newSavedProfile("Shop", null);
    const restore = refuse();
    for (const url of ["ws://1", "ws://2"]) {
      page.edit({ url });
      await page.saveTab();
    }
    restore();
    page.edit({ url: "ws://3" });
    await page.saveTab();
    expect(page.notice()).toBe("saved");
    expect(page.state().dialog).toBeNull();
    expect((await openPage()).urls()).toEqual({ Shop: "ws://3" });
  });
});

describe("where the database cannot be opened", () => {
  test("[ST40] everything works in memory; once it opens, it is stored beside what was there", async () => {
    const before = await openPage();
    await before.newSavedProfile("Before", null);
    const factory = indexedDB;
    const open = vi.fn<() => never>(() => {
      throw new DOMException("denied", "SecurityError");
    });
    vi.stubGlobal("indexedDB", { open });
    const page = await openPage();
    const id = await page.newSavedProfile("Shop", null);
    expect(page.notice()).toBe("storage");
    await page.rename("profiles", id, "Store");
    page.edit({ url: "ws://memory" });
    await page.saveTab();
    expect(page.urls()).toEqual({ Store: "ws://memory" });
    expect(open).toHaveBeenCalled();
    vi.stubGlobal("indexedDB", factory);
    await page.newFolder("Work");
    const urls = { Before: "", Store: "ws://memory" };
    expect(page.urls()).toEqual(urls);
    expect((await openPage()).urls()).toEqual(urls);
  });
});

test("[ST42] what is stored and cannot be read again is shown all the same", async () => {
  const page = await openPage();
  const getAll = vi.spyOn(IDBObjectStore.prototype, "getAll").mockImplementation(() => {
    throw new DOMException("broken", "UnknownError");
  });
  await page.newSavedProfile("Shop", null);
  expect(page.names()).toEqual(["Shop"]);
  expect(page.hasUnstored()).toBe(false);
  getAll.mockRestore();
  expect((await openPage()).names()).toEqual(["Shop"]);
});

test("[ST44] a mistake in one change is reported to who made it, and in nobody else's way", async () => {
  const page = await openPage();
  const mistake: () => never = () => {
    throw new RangeError("mistake");
  };
  await expect(page.changeRecords([{ store: "folders", id: "f", next: mistake }])).rejects.toThrow("mistake");
  await page.newSavedProfile("Shop", null);
  expect((await openPage()).names()).toEqual(["Shop"]);
});
