import { expect, test } from "../fixtures/test.ts";
import type { Workbench } from "../fixtures/workbench.ts";

const event = (workbench: Workbench) => workbench.page.getByRole("textbox", { name: "Event" });
/** The row that says how the last attempt ended. */
const ending = (workbench: Workbench, text: string) =>
  expect(workbench.rows({ kind: "lifecycle" }).filter({ hasText: text }).last());
const namespace = (workbench: Workbench, name: string) =>
  workbench.page.getByRole("textbox", { name: "Namespace" }).fill(name);

/** Opens the app with the second client version chosen. */
async function openV2(workbench: Workbench): Promise<void> {
  await workbench.open();
  await workbench.protocol("Socket.IO");
  await workbench.page.getByRole("combobox", { name: "Client version" }).selectOption("Client v2 (server 2)");
}

async function websocketOnly(workbench: Workbench): Promise<void> {
  const transports = await workbench.setting("Transports");
  await transports.getByRole("combobox", { name: "Transports" }).selectOption("websocket");
  await workbench.page.keyboard.press("Escape");
}

/** A value in the composer's open argument. */
async function write(workbench: Workbench, format: "JSON" | "Text" | "Hex", text: string): Promise<void> {
  await workbench.format.selectOption(format);
  await workbench.message.fill(text);
}

test.describe("Socket.IO v2", () => {
  test("connects over polling, is upgraded, and shows every event with all its arguments", async ({
    workbench,
    servers,
  }) => {
    const server = await servers.socketioV2();
    await openV2(workbench);
    await workbench.connect(server.url);
    await expect(workbench.rows({ kind: "lifecycle" }).filter({ hasText: "Transport upgraded" })).toContainText(
      "polling → websocket",
    );
    server.emit("news", { n: 1 }, "two", [3], null);
    const row = workbench.rows({ direction: "received", kind: "message" }).filter({ hasText: "news" });
    await expect(row).toContainText('news{"n":1} "two" [3] null');
  });

  test("its code is fetched with the first connection by it, not before", async ({ workbench, servers, page }) => {
    const scripts: string[] = [];
    page.on("request", (request) => scripts.push(new URL(request.url()).pathname));
    const v2 = (): number => scripts.filter((path) => path.includes("/engine/") && !path.includes("worker")).length;
    const [old, current] = await Promise.all([servers.socketioV2(), servers.socketio()]);
    await workbench.open();
    await workbench.protocol("Socket.IO");
    await workbench.connect(current.url);
    await workbench.button("Disconnect").click();
    await workbench.isIn("closed");
    const before = v2();
    await workbench.page.getByRole("combobox", { name: "Client version" }).selectOption("Client v2 (server 2)");
    expect(v2()).toBe(before);
    await workbench.connect(old.url);
    expect(v2()).toBeGreaterThan(before);
  });

  for (const transport of ["polling → websocket", "websocket", "polling"]) {
    test(`${transport}: events with JSON, text and octets, both ways, and their acknowledgement`, async ({
      workbench,
      servers,
      page,
    }) => {
      const server = await servers.socketioV2();
      await openV2(workbench);
      const transports = await workbench.setting("Transports");
      await transports.getByRole("combobox", { name: "Transports" }).selectOption(transport);
      await page.keyboard.press("Escape");
      await workbench.connect(server.url);
      await event(workbench).fill("mixed");
      await page.getByRole("checkbox", { name: "Expect acknowledgement" }).check();
      await write(workbench, "JSON", '{"id": 1}');
      await workbench.button("Add an argument").click();
      await write(workbench, "Text", "plain 文本");
      await workbench.button("Add an argument").click();
      await write(workbench, "Hex", "01 02 ff");
      await workbench.sendButton.click();
      await expect.poll(() => server.received.length).toBe(1);
      const [received] = server.received;
      expect(received?.event).toBe("mixed");
      expect(received?.args).toEqual([{ id: 1 }, "plain 文本", Buffer.from([1, 2, 255])]);
      const back = '{"id":1} "plain 文本" <binary 3 B>';
      await expect(workbench.rows({ direction: "sent", kind: "message" })).toContainText(back);
      await expect(workbench.rows({ direction: "received", kind: "message" })).toContainText(back);
      await expect(workbench.rows({ kind: "ack" })).toContainText(/ack 0.*ms/);
    });
  }

  test("numbers keep their digits; next to octets they stay numbers at least", async ({ workbench, servers }) => {
    const server = await servers.socketioV2();
    await openV2(workbench);
    await workbench.connect(server.url);
    await event(workbench).fill("number");
    await write(workbench, "JSON", "12345678901234567890");
    await workbench.sendButton.click();
    await expect(workbench.rows({ kind: "message", direction: "sent" })).toContainText("12345678901234567890");
    await workbench.button("Add an argument").click();
    await write(workbench, "Hex", "01");
    await workbench.sendButton.click();
    await expect.poll(() => server.received.length).toBe(2);
    expect(server.received.map(({ args }) => args[0])).toEqual([1.2345678901234567e19, 1.2345678901234567e19]);
  });

  test("an acknowledgement that never comes is said after its timeout", async ({ workbench, servers, page }) => {
    const server = await servers.socketioV2();
    await openV2(workbench);
    await workbench.connect(server.url);
    await event(workbench).fill("silence");
    await page.getByRole("checkbox", { name: "Expect acknowledgement" }).check();
    await page.getByRole("textbox", { name: "Acknowledgement timeout in seconds" }).fill("0.2");
    await write(workbench, "JSON", "1");
    await workbench.sendButton.click();
    await ending(workbench, "No acknowledgement of silence").toBeVisible();
  });

  test("a name that this version alone keeps to itself is said at the field", async ({ workbench, servers }) => {
    const server = await servers.socketioV2();
    await openV2(workbench);
    await workbench.connect(server.url);
    await event(workbench).fill("ping");
    await write(workbench, "Text", "");
    await workbench.sendButton.click();
    await expect(workbench.alert).toContainText("keeps to itself");
    await workbench.isIn("open");
    expect(server.received).toEqual([]);
  });

  test("an event of the server named like one of the client's own ends nothing", async ({ workbench, servers }) => {
    const server = await servers.socketioV2();
    await openV2(workbench);
    await workbench.connect(server.url);
    server.emit("connect_error", "only a name");
    await expect(workbench.rows({ direction: "received", kind: "message" })).toContainText("only a name");
    await workbench.isIn("open");
  });

  test("namespace, query and headers reach the server; auth is not sent, and the chip says so", async ({
    workbench,
    servers,
    page,
  }) => {
    const server = await servers.socketioV2();
    await openV2(workbench);
    const auth = await workbench.setting("Auth");
    await expect(auth).toContainText("client v2 has no auth");
    await auth.getByRole("textbox", { name: "Auth" }).fill('{"token": }');
    await expect(auth.getByRole("alert")).toBeHidden();
    await page.keyboard.press("Escape");
    const headers = await workbench.setting("Headers");
    await headers.getByRole("textbox", { name: "Add" }).fill("x-trace");
    await headers.getByRole("textbox", { name: "Value" }).first().fill("7");
    await page.keyboard.press("Escape");
    await namespace(workbench, "/admin");
    await workbench.connect(`${server.url}/?token=secret&room=r 1`);
    const handshake = server.handshakes.find((one) => one.namespace === "/admin");
    expect(handshake?.query).toMatchObject({ token: "secret", room: "r 1" });
    expect(handshake?.headers["x-trace"]).toBe("7");
    await event(workbench).fill("inside");
    await write(workbench, "JSON", "[1]");
    await workbench.sendButton.click();
    await expect(workbench.rows({ direction: "received", kind: "message" })).toContainText("inside");
    expect(server.received).toEqual([{ namespace: "/admin", event: "inside", args: [[1]] }]);
  });

  test("cookies travel with polling only where they are asked for", async ({ workbench, servers, page }) => {
    const server = await servers.socketioV2();
    await page.context().addCookies([{ name: "who", value: "me", url: server.url }]);
    await openV2(workbench);
    await workbench.connect(server.url);
    expect(server.handshakes.at(-1)?.headers.cookie).toBeUndefined();
    await workbench.button("Disconnect").click();
    await workbench.isIn("closed");
    const transports = await workbench.setting("Transports");
    await transports.getByRole("checkbox", { name: /withCredentials/ }).check();
    await page.keyboard.press("Escape");
    await workbench.connect(server.url);
    expect(server.handshakes.at(-1)?.headers.cookie).toContain("who=me");
  });

  test("an unknown namespace is refused, and is not tried again", async ({ workbench, servers }) => {
    const server = await servers.socketioV2();
    await openV2(workbench);
    await workbench.reconnects();
    await namespace(workbench, "/ghost");
    await workbench.start(server.url);
    await workbench.isIn("failed");
    await ending(workbench, "“Invalid namespace”").toContainText("not tried again");
    await expect.poll(() => server.clients()).toBe(0);
  });

  test("a middleware's refusal is shown, with its text or with its data", async ({ workbench, servers }) => {
    const server = await servers.socketioV2();
    await openV2(workbench);
    await namespace(workbench, "/admin");
    await workbench.start(`${server.url}/?token=wrong`);
    await workbench.isIn("failed");
    await ending(workbench, "“unauthorized”").toContainText("not tried again");
    await workbench.start(`${server.url}/?token=data`);
    await ending(workbench, 'data {"code":401}').toContainText("not tried again");
  });

  test("the server's disconnect ends visibly; the user's leaves no client behind", async ({ workbench, servers }) => {
    const server = await servers.socketioV2();
    await openV2(workbench);
    await workbench.connect(server.url);
    server.disconnectAll();
    await workbench.isIn("closed");
    await ending(workbench, "io server disconnect").toBeVisible();
    await workbench.button("Connect").click();
    await workbench.isIn("open");
    await workbench.button("Disconnect").click();
    await workbench.isIn("closed");
    await ending(workbench, "io client disconnect").toBeVisible();
    await expect.poll(() => server.clients()).toBe(0);
  });

  test("a connection that is cut is told with the WebSocket's close code, and comes back", async ({
    workbench,
    servers,
  }) => {
    const server = await servers.socketioV2();
    await openV2(workbench);
    await websocketOnly(workbench);
    await workbench.reconnects({ first: "0.2" });
    await workbench.connect(server.url);
    server.cut();
    await ending(workbench, "transport close").toContainText("1006");
    await workbench.isIn("open");
    await expect.poll(() => server.clients()).toBe(1);
  });

  test("the client pings; what is no packet ends the connection in words", async ({ workbench, servers }) => {
    const server = await servers.websocket({
      echo: false,
      onMessage: ({ text }, client) => {
        if (text === "2") client.send("3");
      },
    });
    await openV2(workbench);
    await websocketOnly(workbench);
    await workbench.start(server.url);
    await expect.poll(() => server.clients()).toBe(1);
    server.broadcast('0{"sid":"s1","upgrades":[],"pingInterval":200,"pingTimeout":5000}');
    server.broadcast("40");
    await workbench.isIn("open");
    await expect(workbench.rows({ kind: "ping", direction: "sent" }).nth(1)).toBeVisible();
    await expect(workbench.rows({ kind: "ping", direction: "received" }).first()).toBeVisible();
    server.broadcast('42{"no":"array"}');
    await workbench.isIn("closed");
    await ending(workbench, "parse error").toBeVisible();
    await expect.poll(() => server.clients()).toBe(0);
  });

  test("an address that no WebSocket can be made of fails at once", async ({ workbench, servers }) => {
    const server = await servers.socketioV2();
    await openV2(workbench);
    await websocketOnly(workbench);
    const path = await workbench.setting("Path");
    await path.getByRole("textbox", { name: "Path" }).fill("/io#here");
    await workbench.page.keyboard.press("Escape");
    await workbench.start(server.url);
    await workbench.isIn("failed");
    await ending(workbench, "fragment identifier").toBeVisible();
  });

  test("a server of version 4 says which protocol it wants; one with allowEIO3 takes the client in", async ({
    workbench,
    servers,
    baseURL,
  }) => {
    const origin = new URL(baseURL ?? "").origin;
    const strict = await servers.socketio({ cors: { origin } });
    const patient = await servers.socketio({ cors: { origin }, allowEIO3: true });
    await openV2(workbench);
    await workbench.start(strict.url);
    await workbench.isIn("failed");
    await ending(workbench, "xhr poll error").toContainText("Unsupported protocol version");
    await workbench.connect(patient.url);
    await event(workbench).fill("hello");
    await write(workbench, "JSON", "[1]");
    await workbench.sendButton.click();
    await expect(workbench.rows({ direction: "received", kind: "message" })).toContainText("hello");
  });
});
