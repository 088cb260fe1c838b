import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Environment, Folder, SavedProfile } from "../core/profile/library.ts";
import { emptyDraft, newProfile, type Profile } from "../core/profile/profile.ts";
import { defaultSettings } from "../core/profile/settings.ts";
import type { Variable } from "../core/profile/template.ts";
import type { StoredTab } from "../core/profile/workspace.ts";
import { epochMs } from "../core/units/units.ts";
import { loadAll, write, type StoreName } from "./database.ts";
import { changeLibrary, loadLibrary, type LibraryChange } from "./library.ts";
import { loadRecent, saveRecent } from "./recent.ts";
import { loadSettings } from "./settings.ts";
import { loadWorkspace, saveWorkspace } from "./workspace.ts";

const ALL = ["settings", "workspace", "folders", "profiles", "environments", "secrets", "recent"] as const;
const OPEN = ALL.filter((store) => store !== "secrets");

vi.stubGlobal("indexedDB", new IDBFactory());
const kept = new Map<string, string>();
const sessionStorage = {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => kept.set(key, value),
};

/** One database for all: it is emptied, which takes less than to make another. */
beforeEach(async () => {
  vi.stubGlobal("sessionStorage", sessionStorage);
  vi.stubGlobal("navigator", {});
  kept.clear();
  await clear();
});
afterEach(() => {
  vi.restoreAllMocks();
});

async function clear(): Promise<void> {
  const rows = await loadAll(ALL);
  await write(ALL.flatMap((store) => rows[store].map(([key]) => ({ store, key, value: undefined }))));
}

/** Everything in these stores as one text. */
const textOf = async (stores: readonly StoreName[]): Promise<string> => JSON.stringify(await loadAll(stores));

const mark = (id: string) => ({ id, name: id, order: 1, revision: "r", changedAt: epochMs(1) });
const profileOf = (variables: readonly Variable[]): Profile => ({ ...newProfile, url: "ws://h", variables });
const saved = (id: string, variables: readonly Variable[] = []): SavedProfile => ({
  ...mark(id),
  folder: null,
  profile: profileOf(variables),
});
const environment = (id: string, variables: readonly Variable[] = []): Environment => ({ ...mark(id), variables });
const tab = (id: string, variables: readonly Variable[] = []): StoredTab => ({
  id,
  profile: profileOf(variables),
  title: "",
  saved: { id: "p", revision: "r", edited: true },
  environment: "e",
  frame: emptyDraft,
  event: emptyDraft,
  history: [],
});
const putProfile = (record: SavedProfile): LibraryChange => ({ store: "profiles", id: record.id, next: () => record });
const putEnvironment = (record: Environment): LibraryChange => ({
  store: "environments",
  id: record.id,
  next: () => record,
});

const SECRET = "s3cr3t-";
const text = fc.oneof(fc.string({ maxLength: 8 }), fc.constantFrom("__proto__", "半 \ud83d", "{{a}}"));
const variables: fc.Arbitrary<readonly Variable[]> = fc.array(
  fc.oneof(
    fc.record({ name: text, value: text, secret: fc.constant(false) }),
    fc.record({ name: text, value: text.map((end) => SECRET + end), secret: fc.constant(true) }),
  ),
  { maxLength: 5 },
);

describe("values of secret variables", () => {
  test("[ST10] stand in a store of their own, whatever the variables are, and come back", async () => {
    await fc.assert(
      fc.asyncProperty(variables, variables, variables, async (one, two, three) => {
        const [profile, shared] = [saved("p", one), environment("e", two)];
        const workspace = { tabs: [tab("t", one), tab("u", two), tab("v", three)], active: "u" };
        const recent = [three, one, two].map((list) => ({ profile: profileOf(list), opened: list.length > 1 }));
        await changeLibrary([putProfile(profile), putEnvironment(shared)]);
        await saveWorkspace(workspace);
        await saveRecent(recent);
        expect(await textOf(OPEN)).not.toContain(SECRET);
        expect(await loadLibrary()).toEqual({ folders: [], profiles: [profile], environments: [shared] });
        expect(await loadWorkspace()).toEqual(workspace);
        expect(await loadRecent()).toEqual(recent);
      }),
      { numRuns: 40 },
    );
  });

  const token = { name: "token", value: `${SECRET}1`, secret: true };

  test("[ST11] go with their record", async () => {
    await changeLibrary([putProfile(saved("p", [token])), putEnvironment(environment("e", [token]))]);
    await saveWorkspace({ tabs: [tab("t", [token])], active: "t" });
    await saveRecent([{ profile: profileOf([token]), opened: true }]);
    await changeLibrary([
      { store: "profiles", id: "p", next: () => null },
      { store: "environments", id: "e", next: () => null },
    ]);
    await saveWorkspace({ tabs: [tab("t")], active: "t" });
    await saveRecent([]);
    expect(await textOf(ALL)).not.toContain(SECRET);
  });

  test("[ST11] go when a variable is none any more, and with a workspace that is not kept", async () => {
    await changeLibrary([putProfile(saved("p", [token]))]);
    await changeLibrary([putProfile(saved("p", [{ ...token, value: "" }]))]);
    for (const page of ["1", "2", "3", "4", "5", "6"]) {
      kept.set("sockwright.page", page);
      vi.spyOn(Date, "now").mockReturnValue(Number(page));
      await saveWorkspace({ tabs: [tab(page, [{ ...token, value: `${SECRET}${page}` }])], active: page });
    }
    kept.clear();
    expect((await loadWorkspace())?.active).toBe("6");
    expect(await textOf(ALL)).not.toContain(`${SECRET}1`);
    expect(await textOf(["secrets"])).toContain(`${SECRET}2`);
  });

  test("[ST11] stay where a record is read, renamed and written again", async () => {
    await changeLibrary([putProfile(saved("p", [token]))]);
    await changeLibrary([{ store: "profiles", id: "p", next: (current) => current && { ...current, name: "new" } }]);
    const { profiles } = await loadLibrary();
    expect(profiles).toEqual([{ ...saved("p", [token]), name: "new" }]);
  });
});

describe("several changes at once", () => {
  test("[ST12] each is made from what the one before left", async () => {
    await changeLibrary([
      putProfile(saved("p")),
      { store: "profiles", id: "p", next: (current) => current && { ...current, name: "renamed" } },
      { store: "profiles", id: "p", next: (current) => current && { ...current, folder: "f" } },
      putEnvironment(environment("e")),
      { store: "environments", id: "e", next: () => null },
      { store: "environments", id: "e", next: (current) => current ?? undefined },
    ]);
    const { profiles, environments } = await loadLibrary();
    expect(profiles).toEqual([{ ...saved("p"), name: "renamed", folder: "f" }]);
    expect(environments).toEqual([]);
  });
});

describe("damaged records", () => {
  /** Anything that a database takes. */
  const stored = fc.anything({ withBigInt: true, withDate: true, withMap: true, withSet: true, withTypedArray: true });
  const folder: Folder = mark("good");

  test("[ST13] never throw, and never hide the others", async () => {
    const key = fc.constantFrom("a", "good:", "all", "mine", "recent:all", "profiles:good", "workspace:mine");
    const damage = fc.array(fc.tuple(fc.constantFrom(...ALL), key, stored), { maxLength: 6 });
    kept.set("sockwright.page", "mine");
    await fc.assert(
      fc.asyncProperty(damage, async (damaged) => {
        await clear();
        await changeLibrary([
          { store: "folders", id: "good", next: () => folder },
          putProfile(saved("good")),
          putEnvironment(environment("good")),
        ]);
        await write([
          { store: "workspace", key: "other", value: { tabs: [tab("t")], active: "t", savedAt: 5 } },
          ...damaged.map(([store, at, value]) => ({ store, key: at, value: value ?? null })),
        ]);
        const library = await loadLibrary();
        expect(library.folders).toContainEqual(folder);
        expect(library.profiles).toContainEqual(saved("good"));
        expect(library.environments).toContainEqual(environment("good"));
        expect((await loadWorkspace())?.tabs.map(({ id }) => id)).toContain("t");
        await loadRecent();
        await loadSettings();
        await changeLibrary([
          { store: "profiles", id: "a", next: (current) => current && { ...current, name: "b" } },
          putProfile(saved("a")),
        ]);
        expect((await loadLibrary()).profiles).toContainEqual(saved("a"));
      }),
      { numRuns: 50 },
    );
  });

  test("[ST13] a record that claims the id of another has that of its own place", async () => {
    await write([
      { store: "profiles", key: "a", value: { ...saved("good"), name: "impostor" } },
      { store: "profiles", key: "good", value: saved("good") },
    ]);
    expect((await loadLibrary()).profiles).toEqual([{ ...saved("a"), name: "impostor" }, saved("good")]);
  });

  test("[ST13] one tab of a workspace, or one of the recent, takes no other with it", async () => {
    kept.set("sockwright.page", "mine");
    const tabs = [{ id: 7 }, tab("t"), null, { ...tab("u"), frame: "x", history: 1, saved: "p" }];
    await write([
      { store: "workspace", key: "mine", value: { tabs, active: 1 } },
      { store: "recent", key: "all", value: [null, { profile: profileOf([]), opened: "x" }, 7] },
    ]);
    expect(await loadWorkspace()).toEqual({ tabs: [tab("t"), { ...tab("u"), saved: null }], active: "" });
    expect(await loadRecent()).toEqual([{ profile: profileOf([]), opened: false }]);
  });

  test("[ST13] secrets of a recent setup stay with it behind a damaged one", async () => {
    const list = [{ name: "token", value: `${SECRET}1`, secret: true }];
    await saveRecent([
      { profile: profileOf([]), opened: true },
      { profile: profileOf(list), opened: true },
    ]);
    const [[, records] = []] = (await loadAll(["recent"])).recent;
    await write([{ store: "recent", key: "all", value: Array.isArray(records) ? [null, records[1]] : null }]);
    expect(await loadRecent()).toEqual([{ profile: profileOf(list), opened: true }]);
  });

  test.each([
    ["savedAt that is no number", "workspace", { tabs: [tab("x")], savedAt: { valueOf: 1, toString: 1 } }],
    ["no workspace at all", "workspace", { tabs: "none", savedAt: 9 }],
    ["secrets that are none", "secrets", [1, "two", null]],
  ] as const)("[ST14] a page without a workspace takes the latest that can be read: %s", async (_, store, value) => {
    const key = store === "secrets" ? "workspace:other" : "damaged";
    await write([
      { store: "workspace", key: "other", value: { tabs: [tab("t")], active: "t", savedAt: 5 } },
      { store, key, value },
    ]);
    expect((await loadWorkspace())?.tabs).toEqual([tab("t")]);
  });

  test("[ST14] that of a page which is open is left to it", async () => {
    kept.set("sockwright.page", "other");
    await saveWorkspace({ tabs: [tab("t")], active: "t" });
    kept.clear();
    const held = [{ name: "sockwright.page.other" }, { name: "somebody else's" }, {}];
    vi.stubGlobal("navigator", { locks: { query: () => Promise.resolve({ held }) } });
    expect(await loadWorkspace()).toBeNull();
    vi.stubGlobal("navigator", {});
    expect((await loadWorkspace())?.active).toBe("t");
  });

  test("[ST14] where older workspaces cannot be removed, the latest is read all the same", async () => {
    for (let page = 1; page <= 7; page++) {
      const value = { tabs: [tab(String(page))], active: "", savedAt: page };
      await write([{ store: "workspace", key: String(page), value }]);
    }
    const full = new DOMException("full", "QuotaExceededError");
    vi.spyOn(IDBObjectStore.prototype, "delete").mockImplementation(() => {
      throw full;
    });
    expect((await loadWorkspace())?.tabs).toEqual([tab("7")]);
  });
});

test("[ST15] what was typed in the last moment is taken once, before what is stored; secrets and files too", async () => {
  const { keepUnsaved, takeUnsaved } = await import("./unsaved.ts");
  vi.stubGlobal("sessionStorage", { ...sessionStorage, removeItem: (key: string) => kept.delete(key) });
  const file = { name: "a", bytes: Uint8Array.of(0, 255) };
  const frame = { ...emptyDraft, parts: [{ format: "file" as const, text: "", file }] };
  const workspace = { tabs: [{ ...tab("t", [{ name: "t", value: SECRET, secret: true }]), frame }], active: "t" };
  await saveWorkspace({ tabs: [tab("old")], active: "old" });
  keepUnsaved({ workspace, settings: { ...defaultSettings, theme: "dark" } });
  const { workspace: left, settings } = Object(takeUnsaved()) as Record<string, unknown>;
  expect(await loadWorkspace(left)).toEqual(workspace);
  expect((await loadSettings(settings)).theme).toBe("dark");
  expect(takeUnsaved()).toBeUndefined();
  kept.set("sockwright.unsaved", "{");
  expect(takeUnsaved()).toBeUndefined();
});
