import { once } from "node:events";
import { io, type Socket } from "socket.io-client";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { fetchText, follow, startPlayground, type TestServer } from "./testing.ts";

let server: TestServer;
const clients: Socket[] = [];

beforeAll(async () => {
  server = await startPlayground();
});
afterEach(() => {
  for (const client of clients.splice(0)) client.disconnect();
});
afterAll(() => server.close());

function connect(namespace: string, options: object = {}): Socket {
  const path = "/playground/socket.io/";
  const client = io(`http://${server.origin}${namespace}`, { path, forceNew: true, ...options });
  clients.push(client);
  return client;
}

/** Recovery puts an offset behind the values of every event that a v4 server sends. */
const offset: unknown = expect.any(String);

const next = (client: Socket, event: string): Promise<readonly unknown[]> =>
  new Promise((resolve) => client.once(event, (...values: unknown[]) => resolve(values)));

describe("Socket.IO v4, namespace /", () => {
  test.each([["websocket"], ["polling"]])("echoes events and binary over %s", async (transport) => {
    const client = connect("/", { transports: [transport] });
    client.emit("price", { eur: 1 }, Buffer.from([1, 2]));
    expect(await next(client, "price")).toEqual([{ eur: 1 }, Buffer.from([1, 2]), offset]);
  });

  test("upgrades from polling to WebSocket", async () => {
    const client = connect("/");
    await expect.poll(() => client.io.engine?.transport.name).toBe("websocket");
  });

  test("acknowledges with the values that it got", async () => {
    const client = connect("/");
    const answer = await new Promise((resolve) => {
      client.emit("ask", "a", 2, (...values: unknown[]) => resolve(values));
    });
    expect(answer).toEqual(["a", 2]);
  });

  test("push is followed by so many numbered ticks, and by none for nonsense", async () => {
    const client = connect("/");
    const ticks: unknown[] = [];
    client.on("tick", (number) => ticks.push(number));
    client.emit("push", -1);
    client.emit("push", 1200);
    while (ticks.length < 1200) await next(client, "tick");
    expect(ticks).toEqual([...Array(1200).keys()]);
  });

  test("kick disconnects", async () => {
    const client = connect("/");
    client.emit("kick");
    const [reason] = await next(client, "disconnect");
    expect(reason).toBe("io server disconnect");
  });

  test("recovers a connection that broke", async () => {
    const client = connect("/", { transports: ["websocket"], reconnectionDelay: 50 });
    await next(client, "connect");
    const { id } = client;
    client.emit("first");
    await next(client, "first");
    client.io.engine.close();
    await next(client, "connect");
    expect(client.recovered).toBe(true);
    expect(client.id).toBe(id);
  });

  test("an unknown namespace is refused", async () => {
    const [error] = await next(connect("/nowhere"), "connect_error");
    expect(error).toMatchObject({ message: "Invalid namespace" });
  });
});

describe("Socket.IO v4, namespace /admin", () => {
  test("refuses without the token, with data", async () => {
    const [error] = await next(connect("/admin", { auth: { token: "no" } }), "connect_error");
    expect(error).toMatchObject({ message: "unauthorized", data: { code: 401 } });
  });

  test("lets in with it", async () => {
    const client = connect("/admin", { auth: { token: "playground" } });
    await next(client, "connect");
    client.emit("hello");
    expect(await next(client, "hello")).toEqual([offset]);
  });
});

describe("Socket.IO v4, namespace /chat", () => {
  test("says in a room what was said to it", async () => {
    const [ann, ben] = [connect("/chat"), connect("/chat")];
    expect(await ann.emitWithAck("join", "tea")).toEqual({ ok: true, room: "tea", members: 1 });
    const arrival = next(ann, "joined");
    expect(await ben.emitWithAck("join", "tea")).toMatchObject({ members: 2 });
    expect(await arrival).toEqual([{ room: "tea", who: ben.id }, offset]);

    const heard = Promise.all([next(ann, "message"), next(ben, "message")]);
    expect(await ben.emitWithAck("message", "tea", "hi")).toEqual({ ok: true });
    const said = [{ room: "tea", from: ben.id, text: "hi" }, offset];
    expect(await heard).toEqual([said, said]);

    const seen = next(ben, "typing");
    ann.emit("typing", "tea");
    expect(await seen).toEqual([{ room: "tea", from: ann.id }, offset]);
  });

  test("refuses what makes no sense", async () => {
    const client = connect("/chat");
    expect(await client.emitWithAck("join", 7)).toMatchObject({ ok: false });
    expect(await client.emitWithAck("message", "elsewhere", "x")).toMatchObject({ ok: false });
    expect(await client.emitWithAck("typing")).toMatchObject({ ok: false });
  });
});

test("any origin may read v4's answers", async () => {
  const address = `http://${server.origin}/playground/socket.io/?EIO=4&transport=polling`;
  const response = await fetch(address, { headers: { Origin: "https://other.example" } });
  expect(response.headers.get("access-control-allow-origin")).toBe("*");
  expect(await response.text()).toMatch(/^0\{"sid"/);
});

describe("Socket.IO v2", () => {
  test("opens unasked, echoes and acknowledges", async () => {
    const address = `${server.origin}/playground/socket.io-v2/?EIO=3&transport=websocket`;
    const course = follow(`ws://${address}`);
    const [opening, connected] = await course.received(2);
    expect(opening).toMatch(/^0\{"sid"/);
    expect(connected).toBe("40");
    course.client.send('427["ask",1,{"a":2}]');
    expect((await course.received(4)).slice(2)).toEqual(['437[1,{"a":2}]', '42["ask",1,{"a":2}]']);
    course.client.send('42["error","boo"]');
    course.client.send('42["after"]');
    while (course.messages.at(-1)?.text !== '42["after"]') await once(course.client, "message");
    course.client.terminate();
  });

  test("answers polling", async () => {
    const address = `http://${server.origin}/playground/socket.io-v2/?EIO=3&transport=polling`;
    const { status, body } = await fetchText(address);
    expect(status).toBe(200);
    expect(body).toMatch(/^\d+:0\{"sid"/);
  });
});
