import { once } from "node:events";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { follow, refused, startPlayground, tcpEnding, type TestServer } from "./testing.ts";

let server: TestServer;
let base: string;

beforeAll(async () => {
  server = await startPlayground();
  base = `ws://${server.origin}/playground`;
});
afterAll(() => server.close());

describe("echo", () => {
  test("sends text back as text and binary as binary", async () => {
    const course = follow(`${base}/echo`);
    await once(course.client, "open");
    course.client.send("你好");
    course.client.send(Buffer.from([1, 2, 3]));
    await course.received(2);
    expect(course.messages).toEqual([
      { text: "你好", isBinary: false },
      { text: "\u0001\u0002\u0003", isBinary: true },
    ]);
    course.client.close(4001, "done");
    expect((await course.ended).events).toEqual(["open", "close 4001 done"]);
  });

  test("chooses the first subprotocol offered, and none when none is offered", async () => {
    const offering = follow(`${base}/echo`, ["b.v2", "a.v1"]);
    const plain = follow(`${base}/echo`);
    await Promise.all([once(offering.client, "open"), once(plain.client, "open")]);
    expect(offering.client.protocol).toBe("b.v2");
    expect(plain.client.protocol).toBe("");
    offering.client.terminate();
    plain.client.terminate();
  });

  test("loses nothing of a client that sends faster than it reads", async () => {
    const course = follow(`${base}/echo`);
    await once(course.client, "open");
    course.client.pause();
    const body = "x".repeat(1024 * 1024);
    for (let index = 0; index < 32; index += 1) course.client.send(body);
    setTimeout(() => course.client.resume(), 100);
    expect((await course.received(32)).every((each) => each === body)).toBe(true);
    course.client.terminate();
  });
});

test("clock tells the time at once and again a second later", async () => {
  const start = performance.now();
  const course = follow(`${base}/clock`);
  await course.received(1);
  expect(performance.now() - start).toBeLessThan(500);
  const messages = await course.received(2);
  expect(messages.map((each) => each.replace(/\d{4}-[^"]+Z/, "now"))).toEqual([
    '{"tick":0,"time":"now"}',
    '{"tick":1,"time":"now"}',
  ]);
  course.client.terminate();
});

describe("refuse", () => {
  test.each([200, 204, 401, 404, 429, 503])("answers with status %i", async (status) => {
    expect(await refused(`${base}/refuse?status=${status}`)).toMatchObject({ status });
  });

  test("says so in a sentence, and 403 when nothing is asked for", async () => {
    expect(await refused(`${base}/refuse`)).toEqual({
      status: 403,
      body: "The playground refuses this handshake with 403.\n",
      location: undefined,
    });
  });

  test("redirects somewhere", async () => {
    const answer = await refused(`${base}/refuse?status=302`);
    expect(answer).toMatchObject({ status: 302, location: "/playground/echo" });
  });
});

test("hang never answers", async () => {
  const { client, events, ended } = follow(`${base}/hang`);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(client.readyState).toBe(client.CONNECTING);
  expect(events).toEqual([]);
  client.terminate();
  await ended;
});

describe("close", () => {
  test("closes with code and reason after the time asked for", async () => {
    const start = performance.now();
    const course = follow(`${base}/close?code=4401&reason=${encodeURIComponent("令牌")}&after=150`);
    expect((await course.ended).events).toEqual(["open", "close 4401 令牌"]);
    expect(performance.now() - start).toBeGreaterThan(140);
  });

  test.each([0, 999, 1004, 1005, 1006, 1015, 2999, 5000, 65_535])(
    "puts %i on the wire although nobody may",
    async (code) => {
      const { events } = await follow(`${base}/close?code=${code}&after=0`).ended;
      expect(events).toEqual(["open", `error Invalid WebSocket frame: invalid status code ${code}`, "close 1006"]);
    },
  );
});

describe("drop", () => {
  test("ends TCP without a close frame", async () => {
    const { events } = await follow(`${base}/drop?after=50`).ended;
    expect(events).toEqual(["open", "close 1006"]);
  });

  test.each([
    ["/drop?after=50", "end"],
    ["/drop?after=50&reset=1", "ECONNRESET"],
  ])("%s is seen by TCP as %s", async (path, ending) => {
    expect(await tcpEnding(server.origin, `/playground${path}`)).toBe(ending);
  });
});

describe("idle", () => {
  test("ends TCP after so long without a frame, and starts anew with every frame", async () => {
    const start = performance.now();
    const course = follow(`${base}/idle?after=300`);
    await once(course.client, "open");
    setTimeout(() => course.client.send("still here"), 200);
    const { events, messages } = await course.ended;
    expect(messages).toEqual([{ text: "still here", isBinary: false }]);
    expect(events).toEqual(["open", "close 1006"]);
    expect(performance.now() - start).toBeGreaterThan(480);
  });
});

describe("bad", () => {
  test.each([
    ["utf8", "Invalid WebSocket frame: invalid UTF-8 sequence"],
    ["rsv", "Invalid WebSocket frame: RSV1 must be clear"],
    ["opcode", "Invalid WebSocket frame: invalid opcode 3"],
    ["masked", "Invalid WebSocket frame: MASK must be clear"],
    ["fragmented-control", "Invalid WebSocket frame: FIN must be set"],
    ["close-1-byte", "Invalid WebSocket frame: invalid payload length 1"],
    ["length", "Unsupported WebSocket frame: payload length > 2^53 - 1"],
  ])("%s breaks one rule after the opening", async (frame, fault) => {
    const { events } = await follow(`${base}/bad?frame=${frame}`).ended;
    expect(events).toEqual(["open", `error ${fault}`, "close 1006"]);
  });
});

test.each([
  ["/close?code=70000", '"code" must be a whole number from 0 to 65535, not "70000".'],
  ["/close?code=-1", '"code" must be a whole number from 0 to 65535, not "-1".'],
  ["/close?code=%00%0d%0aX:1", '"code" must be a whole number from 0 to 65535, not "\\u0000\\r\\nX:1".'],
  ["/close?code=%E0%A4%A", '"code" must be a whole number from 0 to 65535, not'],
  [`/close?reason=${"é".repeat(62)}`, '"reason" must be at most 123 bytes long, not 124.'],
  ["/flood?n=5000001&size=1", '"n" must be a whole number from 0 to 5000000, not "5000001". "size"'],
  ["/flood?rate=Infinity", '"rate" must be a whole number from 0 to 1000000, not "Infinity".'],
  ["/refuse?status=101", '"status" must be a whole number from 200 to 599, not "101".'],
  ["/drop?reset=yes", '"reset" must be one of 0, 1, not "yes".'],
  ["/idle?after=", '"after" must be a whole number from 1 to 3600000, not "".'],
  ["/bad?frame=__proto__", '"frame" must be one of utf8, rsv,'],
])("a value that cannot be read is answered with 400: %s", async (address, sentence) => {
  const { status, body } = await refused(`${base}${address}`);
  expect(status).toBe(400);
  expect(body).toContain(sentence);
});
