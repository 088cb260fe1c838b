import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { emptyBundle, type Bundle } from "../core/profile/bundle.ts";
import { emptyLibrary, type Library } from "../core/profile/library.ts";
import { newProfile } from "../core/profile/profile.ts";
import { planImport, type ImportPlan, type PlanAction } from "../core/profile/share/plan.ts";
import { epochMs } from "../core/units/units.ts";
import { loadLibrary } from "../storage/library.ts";
import { addPlanned, offerOf } from "./exchange.ts";
import { changeRecords } from "./libraryStore.ts";
import { newTab } from "./tab.ts";
import { activeTab, setWorkbench, workbench } from "./workbench.ts";

vi.mock("./engine.ts", () => ({ engine: () => ({ tell: () => undefined }) }));
vi.stubGlobal("indexedDB", new IDBFactory());

const secret = (value: string) => ({ name: "token", value, secret: true });
const profileAt = (url: string, token = "s3cret") => ({ ...newProfile, url, variables: [secret(token)] });
const mark = (id: string, order: number) => ({ id, name: id, order, revision: `r-${id}`, changedAt: epochMs(1) });
const library: Library = {
  folders: [mark("Work", 1)],
  profiles: [
    { ...mark("Shop", 2), folder: "Work", profile: profileAt("ws://shop") },
    { ...mark("Feed", 1), folder: "Work", profile: profileAt("ws://feed") },
    { ...mark("Lost", 1), folder: "gone", profile: profileAt("ws://lost") },
  ],
  environments: [{ ...mark("Live", 1), variables: [secret("live")] }],
};
const sorted = ({ folders, profiles, environments }: Library): Library => ({
  folders: folders.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  profiles: profiles.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  environments: environments.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
});
const soon = (claim: () => void): Promise<void> => vi.waitFor(claim, { timeout: 5000, interval: 2 });

beforeEach(async () => {
  const { folders, profiles, environments } = workbench().library;
  await changeRecords([
    ...folders.map(({ id }) => ({ store: "folders", id, next: () => null }) as const),
    ...profiles.map(({ id }) => ({ store: "profiles", id, next: () => null }) as const),
    ...environments.map(({ id }) => ({ store: "environments", id, next: () => null }) as const),
    ...library.folders.map((one) => ({ store: "folders", id: one.id, next: () => one }) as const),
    ...library.profiles.map((one) => ({ store: "profiles", id: one.id, next: () => one }) as const),
    ...library.environments.map((one) => ({ store: "environments", id: one.id, next: () => one }) as const),
  ]);
  const tab = newTab();
  setWorkbench({ tabs: [tab], active: tab.id, notice: null });
});
afterEach(() => {
  vi.restoreAllMocks();
});

const bundle: Bundle = {
  folders: ["New", "Work"],
  profiles: [
    { id: null, name: "Fresh", folder: "New", profile: profileAt("ws://fresh", "fresh") },
    { id: "Shop", name: "Shop", folder: "Work", profile: { ...profileAt("ws://shop", ""), notes: "changed" } },
  ],
  environments: [
    { id: null, name: "Test", variables: [secret("test")] },
    { id: "Live", name: "Live", variables: [secret(""), { name: "host", value: "h", secret: false }] },
  ],
};
const planned = (action: PlanAction): ImportPlan => {
  const plan = planImport(workbench().library, bundle);
  const choose = (actions: readonly PlanAction[]): PlanAction => (actions.includes(action) ? action : "add");
  return { ...plan, items: plan.items.map((item) => ({ ...item, action: choose(item.actions) })) };
};

describe("an import", () => {
  test.each(["replace", "keep-both"] as const)(
    "[ST32] adds what was confirmed, and undo takes all back: %s",
    async (action) => {
      await addPlanned(planned(action), true);
      const { profiles, environments, folders } = await loadLibrary();
      expect(folders.map(({ name }) => name).toSorted()).toEqual(["New", "Work"]);
      const fresh = profiles.find(({ name }) => name === "Fresh");
      expect(fresh?.profile).toEqual(profileAt("ws://fresh", "fresh"));
      expect(fresh?.folder).toBe(folders.find(({ name }) => name === "New")?.id);
      expect([fresh?.id, "Shop"]).toContain(activeTab(workbench()).saved?.id);
      const shop = profiles.find(({ id }) => id === "Shop");
      const live = environments.find(({ id }) => id === "Live");
      expect(shop?.profile.notes).toBe(action === "replace" ? "changed" : "");
      expect(shop?.profile.variables).toEqual([secret("s3cret")]);
      expect(live?.variables[0]).toEqual(secret("live"));
      expect([profiles.length, environments.length]).toEqual(action === "replace" ? [4, 2] : [5, 3]);
      const { notice } = workbench();
      expect(notice?.kind).toBe("imported");
      notice?.undo?.();
      await soon(() => {
        expect(sorted(workbench().library)).toEqual(sorted(library));
      });
      expect(sorted(await loadLibrary())).toEqual(sorted(library));
    },
  );

  test("[ST32] of which everything is skipped does nothing", async () => {
    const plan = planImport(workbench().library, bundle);
    await addPlanned({ ...plan, items: plan.items.map((item) => ({ ...item, action: "skip" })) }, true);
    expect(workbench().notice).toBeNull();
    expect(sorted(await loadLibrary())).toEqual(sorted(library));
  });

  test("[ST41] that the database refuses holds in memory; undo stays at hand", async () => {
    const put = vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
      throw new DOMException("no room", "QuotaExceededError");
    });
    await addPlanned(planned("replace"), false);
    expect(workbench().library.profiles).toHaveLength(4);
    const { notice } = workbench();
    expect(notice?.kind).toBe("storage");
    put.mockRestore();
    expect(sorted(await loadLibrary())).toEqual(sorted(library));
    notice?.undo?.();
    await soon(() => {
      expect(sorted(workbench().library)).toEqual(sorted(library));
    });
    expect(sorted(await loadLibrary())).toEqual(sorted(library));
  });
});

describe("what can be shared", () => {
  test("[ST33] everything: folders and what is in them in their order, then what is in none", () => {
    const offer = offerOf({ is: "everything" });
    expect(offer?.bundle.profiles.map(({ name, folder }) => [name, folder])).toEqual([
      ["Feed", "Work"],
      ["Shop", "Work"],
      ["Lost", null],
    ]);
    expect(offer?.bundle).toMatchObject({ folders: ["Work"], environments: [{ name: "Live" }] });
  });

  test("[ST33] a folder, a profile, an environment; nothing of what is gone", () => {
    expect(offerOf({ is: "folder", id: "Work" })?.bundle).toMatchObject({
      folders: ["Work"],
      profiles: [{ name: "Feed" }, { name: "Shop" }],
      environments: [],
    });
    expect(offerOf({ is: "profile", id: "Shop" })?.bundle).toMatchObject({
      profiles: [{ id: "Shop", folder: "Work" }],
    });
    expect(offerOf({ is: "environment", id: "Live" })?.bundle).toMatchObject({ environments: [{ id: "Live" }] });
    for (const is of ["folder", "profile", "environment"] as const) expect(offerOf({ is, id: "gone" })).toBeNull();
  });

  test("[ST33] a tab, with the environment whose variables it mentions", () => {
    const show = (url: string): Bundle | undefined => {
      const tab = { ...newTab({ ...newProfile, url }), environment: "Live" };
      setWorkbench({ tabs: [tab], active: tab.id });
      return offerOf({ is: "tab" })?.bundle;
    };
    expect(show("ws://h/{{token}}")).toMatchObject({ profiles: [{ id: null }], environments: [{ name: "Live" }] });
    expect(show("ws://h/\\{{token}}")?.environments).toEqual([]);
    setWorkbench({ library: emptyLibrary });
    expect(show("ws://h/{{token}}")?.environments).toEqual([]);
    expect(offerOf({ is: "everything" })?.bundle).toEqual(emptyBundle);
    setWorkbench({ library });
  });
});
