import { once } from "node:events";
import { afterAll, beforeAll, expect, test } from "vitest";
import { follow, startPlayground, type TestServer } from "./testing.ts";

let server: TestServer;
let base: string;

beforeAll(async () => {
  server = await startPlayground();
  base = `ws://${server.origin}/playground/flood`;
});
afterAll(() => server.close());

/** Parsed, not searched for: every body must be JSON. */
function seqOf(body: string): unknown {
  const message: unknown = JSON.parse(body);
  return typeof message === "object" && message !== null && "seq" in message ? message.seq : null;
}

test("sends 100,000 messages of 120 bytes when nothing is asked for, and stays open", async () => {
  const course = follow(base);
  const messages = await course.received(100_000);
  expect(new Set(messages).size).toBe(100_000);
  expect(messages.every((each) => Buffer.byteLength(each) === 120)).toBe(true);
  expect(messages.every((each, index) => seqOf(each) === index)).toBe(true);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(course.events).toEqual(["open"]);
  expect(course.messages).toHaveLength(100_000);
  course.client.close();
  await course.ended;
});

// The sizes around which a frame's length takes another form, and one above a batch.
test.each([40, 125, 126, 65_535, 65_536, 300_000])("sends exactly %i bytes", async (size) => {
  const course = follow(`${base}?n=12&size=${size}`);
  const messages = await course.received(12);
  expect(messages.map((each) => Buffer.byteLength(each))).toEqual(Array(12).fill(size));
  expect(messages.map((each) => seqOf(each))).toEqual([...Array(12).keys()]);
  course.client.terminate();
});

test("keeps to a rate", async () => {
  const start = performance.now();
  const course = follow(`${base}?n=200&rate=500`);
  await course.received(200);
  const took = performance.now() - start;
  expect(took).toBeGreaterThan(380);
  expect(took).toBeLessThan(800);
  course.client.terminate();
});

test("waits for a client that does not read, and goes on when it does", async () => {
  const course = follow(`${base}?n=2000&size=100000`);
  await once(course.client, "open");
  course.client.pause();
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(course.messages.length).toBeLessThan(200);
  course.client.resume();
  expect(await course.received(2000)).toHaveLength(2000);
  course.client.terminate();
});

test("hears the client's close in the middle of it", async () => {
  const course = follow(`${base}?n=5000000`);
  await course.received(1000);
  course.client.close(1000);
  expect((await course.ended).events).toEqual(["open", "close 1000"]);
  expect(course.messages.length).toBeLessThan(5_000_000);
});
