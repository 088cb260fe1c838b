import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Variable } from "../core/profile/template.ts";

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

async function openPage() {
  vi.resetModules();
  const store = await import("./workbench.ts");
  const environments = await import("./environments.ts");
  const { startLibrary } = await import("./libraryStore.ts");
  await startLibrary();
  const state = store.workbench;
  return {
    ...environments,
    state,
    tab: () => store.activeTab(state()),
    notice: () => state().notice?.kind,
    undo: () => state().notice?.undo?.(),
    values: () =>
      Object.fromEntries(
        state().library.environments.map((one) => [one.name, one.variables.map(({ value }) => value).join()]),
      ),
  };
}

const soon = (claim: () => void): Promise<void> => vi.waitFor(claim, { timeout: 5000, interval: 2 });
const variables = (value: string): readonly Variable[] => [{ name: "a", value, secret: true }];
const values = async () => (await openPage()).values();

test("[ST26] what is typed holds at once, for the engine too, and is stored when it rests", async () => {
  const page = await openPage();
  const id = await page.newEnvironment("Live", variables("1"));
  page.chooseEnvironment(id);
  tell.mockClear();
  page.editEnvironment(id, { variables: variables("12") });
  expect(page.values()).toEqual({ Live: "12" });
  const profile = expect.objectContaining({ variables: variables("12") }) as unknown;
  expect(tell).toHaveBeenCalledWith({ type: "configure", session: page.tab().id, profile });
  expect(await values()).toEqual({ Live: "1" });
  await vi.waitFor(
    async () => {
      expect(await values()).toEqual({ Live: "12" });
    },
    { timeout: 5000, interval: 100 },
  );
  expect(page.values()).toEqual({ Live: "12" });
});

test("[ST26] what another page does meanwhile does not take it away", async () => {
  const page = await openPage();
  const id = await page.newEnvironment("Live", variables("1"));
  const other = await openPage();
  page.editEnvironment(id, { variables: variables("mine") });
  await other.newEnvironment("Other");
  await soon(() => {
    expect(page.values()).toEqual({ Live: "mine", Other: "" });
  });
  await page.storeAllTyped();
  expect(await values()).toEqual({ Live: "mine", Other: "" });
});

test("[ST26] typing goes on while it is being stored, and makes no second one", async () => {
  const page = await openPage();
  const id = await page.newEnvironment("Live");
  page.editEnvironment(id, { variables: variables("1") });
  const stored = page.storeAllTyped();
  for (const value of ["12", "123", "1234"]) {
    page.editEnvironment(id, { variables: variables(value) });
    // Somewhere in the midst of the transaction.
    await new Promise((done) => setImmediate(done));
    expect(page.values()).toEqual({ Live: value });
  }
  await stored;
  expect(page.values()).toEqual({ Live: "1234" });
  await page.storeAllTyped();
  expect(page.values()).toEqual({ Live: "1234" });
  expect(await values()).toEqual({ Live: "1234" });
  expect(page.notice()).toBeUndefined();
});

test("[ST27] one that two pages edit at once: both are kept, and it is told", async () => {
  const first = await openPage();
  const id = await first.newEnvironment("Live", variables("1"));
  const second = await openPage();
  first.editEnvironment(id, { variables: variables("theirs") });
  second.editEnvironment(id, { variables: variables("mine"), name: "Staging" });
  await first.storeAllTyped();
  await second.storeAllTyped();
  const both = { Live: "theirs", Staging: "mine" };
  expect(second.values()).toEqual(both);
  expect(second.notice()).toBe("kept-both");
  expect(first.notice()).toBeUndefined();
  expect(await values()).toEqual(both);
  await soon(() => {
    expect(first.values()).toEqual(both);
  });
});

test("[ST27] edits one after another are no conflict", async () => {
  const first = await openPage();
  const id = await first.newEnvironment("Live");
  const second = await openPage();
  for (const [page, value] of [
    [first, "1"],
    [second, "2"],
    [first, "3"],
  ] as const) {
    page.editEnvironment(id, { variables: variables(value) });
    await page.storeAllTyped();
    await soon(() => {
      for (const one of [first, second]) expect(one.values()).toEqual({ Live: value });
    });
  }
});

test("[ST27] one that is deleted while it is being typed in is kept", async () => {
  const first = await openPage();
  const id = await first.newEnvironment("Live", variables("1"));
  const second = await openPage();
  second.editEnvironment(id, { variables: variables("mine") });
  await first.deleteEnvironment(id);
  // Another change after it, by which it is known that the second page has heard.
  await first.newEnvironment("Other");
  await soon(() => {
    expect(second.values()).toEqual({ Live: "mine", Other: "" });
  });
  await second.storeAllTyped();
  expect(await values()).toEqual({ Live: "mine", Other: "" });
});

test("[ST31] undo brings a deleted one back, with its secrets, what was typed last, and in its tab", async () => {
  const page = await openPage();
  const id = await page.newEnvironment("Live", variables("1"));
  page.chooseEnvironment(id);
  page.editEnvironment(id, { variables: variables("s3cret") });
  await page.deleteEnvironment(id);
  expect(page.values()).toEqual({});
  expect(await values()).toEqual({});
  const none = expect.objectContaining({ variables: [] }) as unknown;
  expect(tell).toHaveBeenLastCalledWith({ type: "configure", session: page.tab().id, profile: none });
  page.undo();
  await soon(() => {
    expect(page.values()).toEqual({ Live: "s3cret" });
  });
  expect(await values()).toEqual({ Live: "s3cret" });
  const all = expect.objectContaining({ variables: variables("s3cret") }) as unknown;
  expect(tell).toHaveBeenLastCalledWith({ type: "configure", session: page.tab().id, profile: all });
});
