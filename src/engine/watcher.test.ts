import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { View } from "../core/log/view.ts";
import type { Watch } from "../link/protocol.ts";
import { Matcher } from "./journal/matcher.ts";
import { noEntry } from "./journal/journal.ts";
import { makeSession } from "./testing.ts";
import { Watcher } from "./watcher.ts";

/** One frame, and what a busy machine adds to a timer. */
const FRAME = 20;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A session with some messages, and what is pushed of it; the page paints at once. */
function watched() {
  const session = makeSession();
  const write = (data: string): void => {
    session.recorder.write({ ...noEntry, direction: "received", kind: "message", payload: "text", data });
  };
  for (const text of ["one", "two", "three"]) write(text);
  const watch: Watch = {
    filter: "",
    shows: "matches",
    groups: false,
    generation: 1,
    from: 0,
    count: 10,
    follow: true,
  };
  const pushed: View[] = [];
  const watcher = new Watcher(session, watch, new Matcher(), (view) => {
    pushed.push(view);
    queueMicrotask(() => {
      watcher.painted();
    });
  });
  return { watch, watcher, pushed, write };
}

test("[JO60] what a filter leaves of a short log is there in the next frame, in one piece", async () => {
  const { watch, watcher, pushed } = watched();
  await vi.advanceTimersByTimeAsync(500);
  const before = pushed.length;
  watcher.look({ ...watch, filter: "t", generation: 2 });
  await vi.advanceTimersByTimeAsync(FRAME);
  expect(pushed.slice(before).map(({ generation, total, scanned }) => ({ generation, total, scanned }))).toEqual([
    { generation: 2, total: 2, scanned: 1 },
  ]);
  // As somebody types on.
  watcher.look({ ...watch, filter: "th", generation: 3 });
  await vi.advanceTimersByTimeAsync(FRAME);
  expect(pushed.at(-1)).toMatchObject({ generation: 3, total: 1, scanned: 1 });
  await vi.advanceTimersByTimeAsync(500);
  expect(pushed.slice(before)).toHaveLength(2);
  watcher.stop();
});

test("[JO61] a message that comes under a filter is shown in the next frame, too", async () => {
  const { watch, watcher, pushed, write } = watched();
  watcher.look({ ...watch, filter: "t", generation: 2 });
  await vi.advanceTimersByTimeAsync(500);
  write("ten");
  watcher.wrote();
  await vi.advanceTimersByTimeAsync(FRAME);
  expect(pushed.at(-1)?.total).toBe(3);
  write("twenty");
  watcher.wrote();
  await vi.advanceTimersByTimeAsync(FRAME);
  expect(pushed.at(-1)?.total).toBe(4);
  watcher.stop();
});
