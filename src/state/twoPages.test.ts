import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Profile } from "../core/profile/profile.ts";

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
  tell.mockClear();
});
afterEach(() => {
  for (const channel of channels.splice(0)) channel.close();
  vi.unstubAllGlobals();
});

/** A page of its own: its modules share the database with those of the others, and nothing else. */
async function openPage() {
  vi.resetModules();
  const store = await import("./workbench.ts");
  const library = await import("./library.ts");
  const { isEdited } = await import("./effective.ts");
  const { editProfile } = await import("./connection.ts");
  const { startLibrary } = await import("./libraryStore.ts");
  await startLibrary();
  const state = store.workbench;
  const tab = () => store.activeTab(state());
  return {
    ...store,
    ...library,
    edit: editProfile,
    state,
    tab,
    isEdited: () => isEdited(tab()),
    library: () => state().library,
    named: (name: string) => state().library.profiles.find((one) => one.name === name),
    notice: () => state().notice?.kind,
    undo: () => state().notice?.undo?.(),
    names: () =>
      state()
        .library.profiles.map(({ name }) => name)
        .toSorted(),
  };
}
type Page = Awaited<ReturnType<typeof openPage>>;

const soon = (claim: () => void): Promise<void> => vi.waitFor(claim, { timeout: 5000, interval: 2 });
const idOf = (page: Page, name: string): string => page.named(name)?.id ?? "none";
const secret = { name: "token", value: "s3cret", secret: true };

/** Two pages that both show the saved profile "Shop". */
async function twoPages(setup: Partial<Profile> = {}): Promise<readonly [Page, Page]> {
  const first = await openPage();
  first.edit({ url: "ws://shop/1", ...setup });
  await first.saveAs(first.tab().id, "Shop", null);
  const second = await openPage();
  second.openSaved(idOf(second, "Shop"));
  return [first, second];
}

async function save(page: Page, url: string): Promise<void> {
  page.edit({ url });
  await page.saveTab();
}

describe("given two pages that show one profile", () => {
  test("[ST20] a tab without edits follows what the other page saves, and the engine hears of it", async () => {
    const [first, second] = await twoPages();
    tell.mockClear();
    await save(first, "ws://shop/2");
    await soon(() => {
      expect(second.tab().profile.url).toBe("ws://shop/2");
    });
    expect(second.isEdited()).toBe(false);
    expect(second.tab().saved?.revision).toBe(first.tab().saved?.revision);
    const configured = expect.objectContaining({ url: "ws://shop/2" }) as unknown;
    expect(tell).toHaveBeenCalledWith({ type: "configure", session: second.tab().id, profile: configured });
  });

  test("[ST20] an edited tab does not; saving it writes nothing, and asks", async () => {
    const [first, second] = await twoPages();
    second.edit({ url: "ws://shop/mine" });
    await save(first, "ws://shop/2");
    await soon(() => {
      expect(second.named("Shop")?.profile.url).toBe("ws://shop/2");
    });
    expect(second.tab().profile.url).toBe("ws://shop/mine");
    await second.saveTab();
    expect(second.state().dialog).toMatchObject({ is: "conflict", tab: second.tab().id, theirs: { name: "Shop" } });
    expect(second.notice()).toBeUndefined();
    const third = await openPage();
    expect(third.named("Shop")?.profile.url).toBe("ws://shop/2");
  });

  test("[ST20] both saving at the same moment: one is stored, the other one asked", async () => {
    const [first, second] = await twoPages();
    await Promise.all([save(first, "ws://shop/a"), save(second, "ws://shop/b")]);
    const asked = [first, second].filter((page) => page.state().dialog?.is === "conflict");
    expect(asked).toHaveLength(1);
    const urls = [first, second].map((page) => page.tab().profile.url);
    expect(urls).toEqual(["ws://shop/a", "ws://shop/b"]);
  });

  test("[ST20] both saving the same asks nobody", async () => {
    const [first, second] = await twoPages();
    second.edit({ url: "ws://shop/2" });
    await save(first, "ws://shop/2");
    await second.saveTab();
    expect(second.state().dialog).toBeNull();
    expect(second.isEdited()).toBe(false);
  });

  async function conflict(): Promise<readonly [Page, Page]> {
    const [first, second] = await twoPages({ variables: [secret] });
    second.edit({ url: "ws://shop/mine" });
    await save(first, "ws://shop/theirs");
    await second.saveTab();
    expect(second.state().dialog?.is).toBe("conflict");
    return [first, second];
  }
  const settle = async (page: Page, choice: "both" | "mine" | "theirs"): Promise<void> => {
    const { dialog } = page.state();
    if (dialog?.is === "conflict") await page.settle(dialog.tab, dialog.theirs, choice);
    expect(page.state().dialog).toBeNull();
  };
  const urlsIn = async (): Promise<Readonly<Record<string, string>>> => {
    const { profiles } = (await openPage()).library();
    expect(profiles.every(({ profile }) => profile.variables[0]?.value === secret.value)).toBe(true);
    return Object.fromEntries(profiles.map(({ name, profile }) => [name, profile.url]));
  };

  test("[ST21] “both” saves mine beside theirs; the tab shows mine", async () => {
    const [, second] = await conflict();
    await settle(second, "both");
    expect(await urlsIn()).toEqual({ Shop: "ws://shop/theirs", "Shop (2)": "ws://shop/mine" });
    expect(second.tab().saved?.id).toBe(idOf(second, "Shop (2)"));
    expect(second.isEdited()).toBe(false);
  });

  test("[ST21] “mine” replaces theirs, which a clean tab follows", async () => {
    const [first, second] = await conflict();
    await settle(second, "mine");
    expect(await urlsIn()).toEqual({ Shop: "ws://shop/mine" });
    await soon(() => {
      expect(first.tab().profile.url).toBe("ws://shop/mine");
    });
  });

  test("[ST21] “mine” asks again where the other page has saved once more", async () => {
    const [first, second] = await conflict();
    await save(first, "ws://shop/later");
    await soon(() => {
      expect(second.named("Shop")?.profile.url).toBe("ws://shop/later");
    });
    const { dialog } = second.state();
    if (dialog?.is === "conflict") await second.settle(dialog.tab, dialog.theirs, "mine");
    expect(second.state().dialog).toMatchObject({ theirs: { profile: { url: "ws://shop/later" } } });
    expect(await urlsIn()).toEqual({ Shop: "ws://shop/later" });
  });

  test("[ST21] “theirs” takes the place of mine, which undo brings back", async () => {
    const [, second] = await conflict();
    await settle(second, "theirs");
    expect(second.tab().profile.url).toBe("ws://shop/theirs");
    expect(second.isEdited()).toBe(false);
    second.undo();
    expect(second.tab().profile.url).toBe("ws://shop/mine");
    expect(second.isEdited()).toBe(true);
    expect(await urlsIn()).toEqual({ Shop: "ws://shop/theirs" });
    await second.saveTab();
    expect(second.state().dialog?.is).toBe("conflict");
  });

  test("[ST22] name and place change no revision: the other page saves its edits over them, and keeps both", async () => {
    const [first, second] = await twoPages();
    const id = idOf(first, "Shop");
    const { revision } = first.named("Shop") ?? {};
    second.edit({ url: "ws://shop/mine" });
    const folder = await first.newFolder("Work");
    await first.rename("profiles", id, "Store");
    await first.moveProfile(id, folder, null);
    expect(first.named("Store")).toMatchObject({ revision, folder });
    await second.saveTab();
    expect(second.state().dialog).toBeNull();
    await soon(() => {
      expect(first.named("Store")).toMatchObject({ folder, profile: { url: "ws://shop/mine" } });
    });
    expect(first.tab().profile.url).toBe("ws://shop/mine");
  });

  test("[ST22] renaming and moving in two pages at once loses neither", async () => {
    const [first, second] = await twoPages();
    const id = idOf(first, "Shop");
    const folder = await first.newFolder("Work");
    await Promise.all([first.rename("profiles", id, "Store"), second.moveProfile(id, folder, null)]);
    const third = await openPage();
    expect(third.named("Store")).toMatchObject({ folder });
  });

  test("[ST23] deleted in one page: a tab of the other keeps its edits, also where undo brings a later one back", async () => {
    const [first, second] = await twoPages();
    second.edit({ url: "ws://shop/mine" });
    await save(first, "ws://shop/2");
    const id = idOf(first, "Shop");
    await first.deleteProfile(id);
    await soon(() => {
      expect(second.names()).toEqual([]);
    });
    first.undo();
    await soon(() => {
      expect(second.names()).toEqual(["Shop"]);
    });
    expect(second.tab().profile.url).toBe("ws://shop/mine");
    expect(second.isEdited()).toBe(true);
  });

  test("[ST23] saving what the other page has deleted brings it back", async () => {
    const [first, second] = await twoPages();
    second.edit({ url: "ws://shop/mine" });
    await Promise.all([first.deleteProfile(idOf(first, "Shop")), second.saveTab()]);
    await soon(() => {
      expect(first.named("Shop")?.profile.url).toBe("ws://shop/mine");
    });
  });

  test("[ST24] after a reload a tab that had no edits shows what was saved meanwhile, an edited one its edits", async () => {
    const [first] = await twoPages();
    const { saved, profile } = first.tab();
    await save(first, "ws://shop/2");
    const later = await openPage();
    // As a stored workspace brings them back: before the library is there.
    vi.resetModules();
    const { setWorkbench, workbench } = await import("./workbench.ts");
    const { newTab } = await import("./tab.ts");
    const { startLibrary } = await import("./libraryStore.ts");
    const clean = { ...newTab(profile), saved };
    const edited = { ...newTab({ ...profile, url: "ws://shop/mine" }), saved: saved && { ...saved, edited: true } };
    setWorkbench({ tabs: [clean, edited], active: clean.id });
    await startLibrary();
    expect(workbench().tabs.map((tab) => tab.profile.url)).toEqual(["ws://shop/2", "ws://shop/mine"]);
    expect(later.names()).toEqual(["Shop"]);
  });
});
