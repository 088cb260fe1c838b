import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Profile } from "../core/profile/profile.ts";
import { handle, newSession, type SessionState } from "../core/session/session.ts";
import { epochMs, ms } from "../core/units/units.ts";

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

const CONNECTING = { handle: handle(1), phase: "connecting", retries: 0, since: epochMs(1), errored: false } as const;
const negotiated = { subprotocol: "", extensions: "", url: "ws://a/", socketio: null };
const ending = {
  cause: { kind: "no-close-event" },
  opened: true,
  errored: false,
  asked: false,
  at: epochMs(1),
  lasted: ms(1),
} as const;

async function openPage() {
  vi.resetModules();
  const { activeTab, setWorkbench, updateActive, workbench } = await import("./workbench.ts");
  const { startRecent, forgetRecent } = await import("./recent.ts");
  const { newProfile } = await import("../core/profile/profile.ts");
  await startRecent();
  const become = (session: SessionState): void => {
    updateActive(() => ({ session }));
  };
  return {
    forgetRecent,
    recent: () => workbench().recent,
    urls: () => workbench().recent.map(({ profile, opened }) => `${profile.url} ${opened ? "opened" : "did not open"}`),
    saved: () => activeTab(workbench()).saved,
    updateActive,
    connect(change: Partial<Profile>, opens: boolean): void {
      become(newSession);
      updateActive(() => ({ profile: { ...newProfile, ...change } }));
      become(CONNECTING);
      if (opens) become({ ...CONNECTING, phase: "open", negotiated });
    },
    become,
    /** The active tab shows a saved profile from now on. */
    save(id: string): void {
      const record = {
        id,
        name: id,
        order: 1,
        revision: "r",
        changedAt: epochMs(1),
        folder: null,
        profile: newProfile,
      };
      setWorkbench(({ library }) => ({ library: { ...library, profiles: [record] } }));
      updateActive(() => ({ saved: { id, revision: "r", edited: false } }));
    },
  };
}

const soon = (claim: () => void | Promise<void>): Promise<void> => vi.waitFor(claim, { timeout: 5000, interval: 2 });

test("[ST50] setups that are connected with come first; whether one opened is known", async () => {
  const page = await openPage();
  page.connect({ url: "ws://a" }, true);
  page.connect({ url: "ws://b" }, false);
  expect(page.urls()).toEqual(["ws://b did not open", "ws://a opened"]);
  page.connect({ url: "ws://a" }, false);
  expect(page.urls()).toEqual(["ws://a did not open", "ws://b did not open"]);
  await soon(async () => {
    expect((await openPage()).urls()).toEqual(page.urls());
  });
});

test("[ST50] another attempt of the same connection, and a tab of a saved profile, are not among them", async () => {
  const page = await openPage();
  page.connect({ url: "ws://a" }, true);
  page.connect({ url: "ws://b" }, true);
  page.updateActive(({ profile }) => ({ profile: { ...profile, url: "ws://c" } }));
  page.become({ handle: handle(1), phase: "waiting", retries: 1, retryAt: epochMs(1), ending });
  page.become(CONNECTING);
  expect(page.urls()).toEqual(["ws://b opened", "ws://a opened"]);
  page.save("p");
  page.connect({ url: "ws://d" }, true);
  expect(page.urls()).toEqual(["ws://b opened", "ws://a opened"]);
});

test("[ST50] twelve are kept; one that is forgotten goes, with its secrets", async () => {
  const page = await openPage();
  for (let at = 1; at <= 13; at++)
    page.connect(
      { url: `ws://${String(at)}`, variables: [{ name: "t", value: `s${String(at)}`, secret: true }] },
      true,
    );
  expect(page.urls()).toHaveLength(12);
  expect(page.urls()[11]).toBe("ws://2 opened");
  const [latest] = page.recent();
  if (latest) page.forgetRecent(latest);
  expect(page.urls()[0]).toBe("ws://12 opened");
  const { loadAll } = await import("../storage/database.ts");
  await soon(async () => {
    expect((await openPage()).recent()).toEqual(page.recent());
  });
  const stored = JSON.stringify(await loadAll(["recent", "secrets"]));
  expect(stored).toContain('"s12"');
  expect(stored).not.toContain('"s13"');
  expect(stored).not.toContain('"s1"');
});

test("[ST50] two addresses of Socket.IO differ by namespace and path, two of WebSocket do not", async () => {
  const page = await openPage();
  const { newProfile } = await import("../core/profile/profile.ts");
  for (const protocol of ["websocket", "socketio"] as const)
    for (const namespace of ["/", "/chat"])
      page.connect({ protocol, url: "ws://a", socketio: { ...newProfile.socketio, namespace } }, true);
  expect(page.recent().map(({ profile }) => profile.protocol)).toEqual(["socketio", "socketio", "websocket"]);
});

test("[ST51] other pages follow", async () => {
  const first = await openPage();
  const second = await openPage();
  first.connect({ url: "ws://a" }, true);
  await soon(() => {
    expect(second.urls()).toEqual(["ws://a opened"]);
  });
});

test("[ST51] what a refusing database did not take stays, also beside what another page stores", async () => {
  const first = await openPage();
  const second = await openPage();
  const put = vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
    throw new DOMException("no room", "QuotaExceededError");
  });
  first.connect({ url: "ws://mine" }, true);
  await soon(() => {
    expect(put.mock.settledResults.length).toBeGreaterThanOrEqual(2);
  });
  put.mockRestore();
  second.connect({ url: "ws://theirs" }, true);
  await soon(() => {
    expect(first.urls()).toEqual(["ws://mine opened", "ws://theirs opened"]);
  });
  first.connect({ url: "ws://later" }, true);
  await soon(() => {
    expect(second.urls()).toEqual(["ws://later opened", "ws://mine opened", "ws://theirs opened"]);
  });
});

test("[ST51] a list that cannot be read again leaves the one in memory", async () => {
  const first = await openPage();
  const second = await openPage();
  first.connect({ url: "ws://a" }, true);
  await soon(() => {
    expect(second.urls()).toHaveLength(1);
  });
  const getAll = vi.spyOn(IDBObjectStore.prototype, "getAll").mockImplementation(() => {
    throw new DOMException("broken", "UnknownError");
  });
  first.connect({ url: "ws://b" }, true);
  await soon(() => {
    expect(getAll).toHaveBeenCalled();
  });
  await new Promise((done) => setTimeout(done, 5));
  expect(second.urls()).toEqual(["ws://a opened"]);
});
