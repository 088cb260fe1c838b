import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { emptyDraft, newProfile } from "../core/profile/profile.ts";
import { defaultSettings } from "../core/profile/settings.ts";

const load = async () => ({
  ...(await import("./database.ts")),
  ...(await import("./library.ts")),
  ...(await import("./recent.ts")),
  ...(await import("./settings.ts")),
  ...(await import("./workspace.ts")),
});

beforeEach(() => {
  vi.resetModules();
  vi.stubGlobal("indexedDB", new IDBFactory());
  vi.stubGlobal("navigator", {});
  const kept = new Map([["sockwright.page", "mine"]]);
  vi.stubGlobal("sessionStorage", { getItem: (key: string) => kept.get(key) ?? null });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A connection of another page, which does not say when it gives way. */
const connect = (version: number, upgrade: (database: IDBDatabase) => void = () => undefined): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open("sockwright", version);
    request.addEventListener("upgradeneeded", () => {
      upgrade(request.result);
    });
    request.addEventListener("blocked", () => {
      reject(new Error("blocked"));
    });
    request.addEventListener("success", () => {
      resolve(request.result);
    });
    request.addEventListener("error", () => {
      reject(request.error ?? new Error("refused"));
    });
  });

const STORES_1 = ["settings", "workspace"] as const;

/** As version 1 made it and wrote its records: before saved profiles, environments, notes and secrets. */
async function writeVersion1(): Promise<IDBDatabase> {
  const database = await connect(1, (made) => {
    for (const store of STORES_1) made.createObjectStore(store);
  });
  const { notes: _, system: __, ...profile } = newProfile;
  const tab = {
    id: "t1",
    profile: { ...profile, url: "ws://old/{{room}}", variables: [{ name: "room", value: "7" }] },
    frame: { ...emptyDraft, parts: [{ format: "text", text: "being written", file: null }] },
    event: { event: "chat", ack: 5000, parts: [{ format: "json", text: "[1]", file: null }] },
    history: [emptyDraft],
  };
  const { profilesShown: ___, ...settings } = { ...defaultSettings, theme: "dark", sizes: { log: 300 } };
  const transaction = database.transaction(STORES_1, "readwrite");
  transaction.objectStore("settings").put(settings, "all");
  const workspace = { tabs: [tab], active: "t1", savedAt: 1 };
  transaction.objectStore("workspace").put(workspace, "mine");
  await new Promise((done) => {
    transaction.addEventListener("complete", done);
  });
  return database;
}

describe("a database of version 1", () => {
  test("[ST1] is read whole; what its records lack has its default", async () => {
    (await writeVersion1()).close();
    const { loadSettings, loadWorkspace, loadLibrary, loadRecent } = await load();
    expect(await loadSettings()).toEqual({ ...defaultSettings, theme: "dark", sizes: { log: 300 } });
    const url = "ws://old/{{room}}";
    const variables = [{ name: "room", value: "7", secret: false }];
    expect(await loadWorkspace()).toEqual({
      active: "t1",
      tabs: [
        {
          id: "t1",
          profile: { ...newProfile, url, variables },
          title: "",
          saved: null,
          environment: null,
          frame: { ...emptyDraft, parts: [{ format: "text", text: "being written", file: null }] },
          event: { event: "chat", ack: 5000, parts: [{ format: "json", text: "[1]", file: null }] },
          history: [emptyDraft],
        },
      ],
    });
    expect(await loadLibrary()).toEqual({ folders: [], profiles: [], environments: [] });
    expect(await loadRecent()).toEqual([]);
  });

  test("[ST1] takes what this version writes, and keeps its own", async () => {
    (await writeVersion1()).close();
    const { loadAll, loadSettings, saveSettings, saveRecent, loadRecent } = await load();
    await saveRecent([{ profile: newProfile, opened: true }]);
    await saveSettings({ ...(await loadSettings()), theme: "light" });
    expect((await loadAll(["workspace"])).workspace.map(([key]) => key)).toEqual(["mine"]);
    expect(await loadSettings()).toEqual({ ...defaultSettings, theme: "light", sizes: { log: 300 } });
    expect(await loadRecent()).toEqual([{ profile: newProfile, opened: true }]);
  });

  test("[ST4] that an older page does not let go of is refused after a while, and used once it does", async () => {
    const older = await writeVersion1();
    const { loadSettings } = await load();
    vi.useFakeTimers({ toFake: ["setTimeout"] });
    const refused = loadSettings().catch(String);
    await vi.waitFor(() => {
      expect(vi.getTimerCount()).toBe(1);
    });
    vi.advanceTimersByTime(2000);
    expect(await refused).toContain("open in another tab");
    vi.useRealTimers();
    await expect(loadSettings()).rejects.toThrow("open in another tab");
    older.close();
    await vi.waitFor(async () => {
      expect((await loadSettings()).theme).toBe("dark");
    });
  });
});

test("[ST2] without a database there are no tabs, no library, and the default settings", async () => {
  const { loadSettings, loadWorkspace, loadLibrary, loadRecent } = await load();
  expect(await loadWorkspace()).toBeNull();
  expect(await loadSettings()).toEqual(defaultSettings);
  expect(await loadLibrary()).toEqual({ folders: [], profiles: [], environments: [] });
  expect(await loadRecent()).toEqual([]);
});

test("[ST2] a browser that forbids even to ask is asked again the next time", async () => {
  const { loadSettings } = await load();
  const factory = indexedDB;
  const open = (): never => {
    throw new DOMException("denied", "SecurityError");
  };
  vi.stubGlobal("indexedDB", { open });
  await expect(loadSettings()).rejects.toThrow("denied");
  vi.stubGlobal("indexedDB", factory);
  expect(await loadSettings()).toEqual(defaultSettings);
});

test("[ST3] a newer version is refused, and nothing is written to it", async () => {
  const newer = await connect(3, (made) => {
    for (const store of ["settings", "workspace", "recent", "secrets"]) made.createObjectStore(store);
  });
  const { loadSettings, saveSettings, loadWorkspace, loadLibrary, saveRecent } = await load();
  const refused = { name: "VersionError" };
  await expect(loadSettings()).rejects.toMatchObject(refused);
  await expect(loadWorkspace()).rejects.toMatchObject(refused);
  await expect(loadLibrary()).rejects.toMatchObject(refused);
  await expect(saveSettings(defaultSettings)).rejects.toMatchObject(refused);
  await expect(saveRecent([{ profile: newProfile, opened: true }])).rejects.toMatchObject(refused);
  expect(newer.version).toBe(3);
  const counted = await Promise.all(
    [...newer.objectStoreNames].map(
      (store) =>
        new Promise((resolve) => {
          const request = newer.transaction(store).objectStore(store).count();
          request.addEventListener("success", () => {
            resolve(request.result);
          });
        }),
    ),
  );
  expect(counted).toEqual([0, 0, 0, 0]);
});

test("[ST4] a page gives way to one that raises the version, and is refused from then on", async () => {
  const { saveSettings, loadSettings } = await load();
  await saveSettings(defaultSettings);
  const newer = await connect(3);
  expect(newer.version).toBe(3);
  await expect(loadSettings()).rejects.toMatchObject({ name: "VersionError" });
});

test("[ST4] a database that is deleted while the page is open is made again", async () => {
  const { saveSettings, loadSettings } = await load();
  await saveSettings({ ...defaultSettings, theme: "dark" });
  await new Promise((done) => {
    indexedDB.deleteDatabase("sockwright").addEventListener("success", done);
  });
  expect(await loadSettings()).toEqual(defaultSettings);
  await saveSettings({ ...defaultSettings, theme: "light" });
  expect((await loadSettings()).theme).toBe("light");
});

test("[ST5] of several records all are written or none", async () => {
  const { write, change, loadAll } = await load();
  const bad = { store: "recent", key: "b", value: () => "no function can be stored" } as const;
  const good = { store: "settings", key: "a", value: 1 } as const;
  await expect(write([good, bad])).rejects.toMatchObject({ name: "DataCloneError" });
  await expect(change(["settings", "recent"], [], () => [good, bad])).rejects.toMatchObject({ name: "DataCloneError" });
  await expect(
    change(["settings"], [good], () => {
      throw new RangeError("mistake");
    }),
  ).rejects.toThrow("mistake");
  expect(await loadAll(["settings", "recent"])).toEqual({ settings: [], recent: [] });
  await write([good]);
  await write([{ ...good, value: undefined }]);
  expect((await loadAll(["settings"])).settings).toEqual([]);
});
