import { once } from "node:events";
import { createServer } from "node:http";
import { io } from "socket.io-client";
import { describe, expect, test } from "vitest";
import { mountPlayground } from "./mount.ts";
import { playgroundServers } from "./servers/index.ts";
import { fetchText, follow, originOf, refused, startPlayground } from "./testing.ts";

describe("plain HTTP", () => {
  test("servers.json lists every path", async () => {
    const server = await startPlayground();
    const { status, type, body } = await fetchText(`http://${server.origin}/playground/servers.json`);
    expect(status).toBe(200);
    expect(type).toBe("application/json");
    expect(JSON.parse(body)).toEqual({
      sockwright: 1,
      paths: playgroundServers.map(({ path }) => path),
    });
    await server.close();
  });

  test.each(["/playground/echo", "/playground/", "/playground/none", "/playground/socket.io"])(
    "%s answers 426",
    async (path) => {
      const server = await startPlayground();
      const { status, body } = await fetchText(`http://${server.origin}${path}`);
      expect(status).toBe(426);
      expect(body).toContain("WebSocket");
      await server.close();
    },
  );

  test("other paths go to the listener that was there before", async () => {
    const server = createServer((_request, response) => response.end("the app"));
    const end = mountPlayground(server);
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const origin = originOf(server);
    const read = async (path: string) => (await fetchText(`http://${origin}${path}`)).body;
    expect(await read("/playgrounds")).toBe("the app");
    expect(await read("/playground/echo")).not.toBe("the app");
    end();
    expect(await read("/playground/echo")).toBe("the app");
    await new Promise((resolve) => server.close(resolve));
  });
});

describe("upgrades", () => {
  test("an unknown playground path is refused with 404", async () => {
    const server = await startPlayground();
    const answer = await refused(`ws://${server.origin}/playground/none`);
    expect(answer.status).toBe(404);
    await server.close();
  });

  test("other paths are left to the listener that answers them", async () => {
    const server = await startPlayground();
    server.http.on("upgrade", (request, socket) => {
      if (request.url === "/hot-reload") socket.end("HTTP/1.1 418 Ours\r\n\r\n");
    });
    expect((await refused(`ws://${server.origin}/hot-reload`)).status).toBe(418);
    expect((await refused(`ws://${server.origin}/playground/none`)).status).toBe(404);
    await server.close();
  });

  test("other paths are refused where nobody else listens", async () => {
    const server = await startPlayground({ elsewhere: "refuse" });
    expect((await refused(`ws://${server.origin}/hot-reload`)).status).toBe(404);
    await server.close();
  });
});

describe("the end", () => {
  test("a server closes at once although clients of every kind are connected", async () => {
    const server = await startPlayground();
    const base = `${server.origin}/playground`;
    const echoing = follow(`ws://${base}/echo`);
    const flooded = follow(`ws://${base}/flood?n=5000000`);
    const hanging = follow(`ws://${base}/hang`);
    const oldVersion = follow(`ws://${base}/socket.io-v2/?EIO=3&transport=websocket`);
    const options = { path: "/playground/socket.io/", forceNew: true, reconnection: false };
    const polling = io(`http://${server.origin}`, { ...options, transports: ["polling"] });
    const websocket = io(`http://${server.origin}`, { ...options, transports: ["websocket"] });
    const connected = [polling, websocket].map((client) => {
      return new Promise<void>((resolve) => client.on("connect", resolve));
    });
    await Promise.all([...connected, once(echoing.client, "open"), flooded.received(1)]);

    const start = performance.now();
    await server.close();
    expect(performance.now() - start).toBeLessThan(500);
    const courses = await Promise.all([echoing, flooded, hanging, oldVersion].map((c) => c.ended));
    expect(courses.map(({ events }) => events.at(-1)?.slice(0, 8))).toEqual(Array(4).fill("close 10"));
    polling.disconnect();
    websocket.disconnect();
  });

  test("ending the playground leaves the server, and may be done twice", async () => {
    const server = await startPlayground();
    const course = follow(`ws://${server.origin}/playground/clock`);
    await course.received(1);
    server.end();
    server.end();
    expect((await course.ended).events).toEqual(["open", "close 1006"]);
    expect((await fetchText(`http://${server.origin}/playground/servers.json`)).status).toBe(404);
    await server.close();
  });
});
