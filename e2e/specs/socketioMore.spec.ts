import { emits, lifecycle, openSocketIo, own } from "../fixtures/socketio.ts";
import { expect, test } from "../fixtures/test.ts";

test.describe("namespaces", () => {
  test("several on one connection, each with its state, its auth and its events", async ({
    workbench,
    servers,
    page,
  }) => {
    const server = await servers.socketio();
    await openSocketIo(workbench);
    const panel = await workbench.setting("More namespaces");
    const name = panel.getByRole("textbox", { name: "Namespace" });
    const auth = panel.getByRole("textbox", { name: "Auth" });
    await workbench.button("Add a namespace").click();
    await name.fill("/admin");
    await auth.fill('{"token": }');
    await expect(panel.getByRole("alert")).toContainText("Line 1");
    await auth.fill('{"token": "secret"}');
    await page.keyboard.press("Escape");
    await workbench.connect(server.url);
    await expect(lifecycle(workbench, "Namespace /admin joined")).toBeVisible();
    expect(server.clients()).toBe(1);

    await page.getByRole("combobox", { name: "To" }).selectOption("/admin");
    await emits(workbench, "hello", "1");
    await expect(workbench.rows({ direction: "received", kind: "message" })).toContainText("/admin");
    expect(server.received).toEqual([{ namespace: "/admin", event: "hello", args: [1] }]);

    await workbench.setting("More namespaces");
    await expect(panel.getByText("joined", { exact: true })).toBeVisible();
    await panel.getByRole("button", { name: "Leave" }).click();
    await expect(panel.getByText("left", { exact: true })).toBeVisible();
    await panel.getByRole("checkbox", { name: /connection of its own/ }).check();
    await panel.getByRole("button", { name: "Join" }).click();
    await expect(panel.getByText("joined", { exact: true })).toBeVisible();
    await expect.poll(() => server.clients()).toBe(2);
    await panel.getByRole("button", { name: "Leave" }).click();
    await expect.poll(() => server.clients()).toBe(1);
    await page.keyboard.press("Escape");
    await workbench.sendButton.click();
    await expect(workbench.page.getByText("/admin is not joined. The message is kept.")).toBeVisible();
  });

  test("an unknown one is asked for again until it exists, beside the connection's own and as it", async ({
    workbench,
    servers,
    page,
  }) => {
    const server = await servers.socketio();
    await openSocketIo(workbench);
    const panel = await workbench.setting("More namespaces");
    await workbench.button("Add a namespace").click();
    await panel.getByRole("textbox", { name: "Namespace" }).fill("ghost");
    await panel.getByRole("checkbox", { name: /Keep trying/ }).check();
    await panel.getByRole("textbox", { name: "Every" }).fill("0.3");
    await page.keyboard.press("Escape");
    await workbench.connect(server.url);
    await expect(
      lifecycle(workbench, /Namespace \/ghost refused: Invalid namespace; again in 300/).first(),
    ).toBeVisible();
    server.create("/ghost");
    await expect(lifecycle(workbench, "Namespace /ghost joined")).toBeVisible();
    await workbench.button("Disconnect").click();
    await own(workbench, "/late");
    await workbench.start(server.url);
    await workbench.isIn("waiting");
    server.create("/late");
    await workbench.isIn("open");
  });
});

test.describe("namespaces of version 2, and on connections of their own", () => {
  test("client 2 joins several, and is told of one that does not exist", async ({ workbench, servers, page }) => {
    const server = await servers.socketioV2();
    await openSocketIo(workbench);
    await page.getByRole("combobox", { name: "Client version" }).selectOption("2");
    const panel = await workbench.setting("More namespaces");
    for (const name of ["/admin", "/ghost"]) {
      await workbench.button("Add a namespace").click();
      await panel.getByRole("textbox", { name: "Namespace" }).last().fill(name);
    }
    await page.keyboard.press("Escape");
    await workbench.connect(`${server.url}/?token=secret`);
    await expect(lifecycle(workbench, "Namespace /admin joined")).toBeVisible();
    await expect(lifecycle(workbench, "Namespace /ghost refused: Invalid namespace")).toBeVisible();
    expect(server.clients()).toBe(1);
    await page.getByRole("combobox", { name: "To" }).selectOption("/admin");
    await emits(workbench, "hello", '{"deep": {"$base64": "AQI="}}');
    await expect(workbench.rows({ direction: "received", kind: "message" })).toContainText("<binary 2 B>");
    expect(server.received).toEqual([{ namespace: "/admin", event: "hello", args: [{ deep: Buffer.from([1, 2]) }] }]);
  });

  test("an unknown one on a connection of its own is asked for until it exists, and heard then", async ({
    workbench,
    servers,
    page,
  }) => {
    const server = await servers.socketio();
    await openSocketIo(workbench);
    const panel = await workbench.setting("More namespaces");
    await workbench.button("Add a namespace").click();
    await panel.getByRole("textbox", { name: "Namespace" }).fill("/ghost");
    await panel.getByRole("checkbox", { name: /connection of its own/ }).check();
    await panel.getByRole("checkbox", { name: /Keep trying/ }).check();
    await panel.getByRole("textbox", { name: "Every" }).fill("0.3");
    await page.keyboard.press("Escape");
    await workbench.connect(server.url);
    await expect(lifecycle(workbench, "Namespace /ghost refused: Invalid namespace").nth(1)).toBeVisible();
    server.create("/ghost");
    await expect(lifecycle(workbench, "Namespace /ghost joined")).toBeVisible();
    await page.getByRole("combobox", { name: "To" }).selectOption("/ghost");
    await emits(workbench, "hello", "1");
    await expect(workbench.rows({ direction: "sent", kind: "message" })).toContainText("/ghost");
  });
});

test.describe("events", () => {
  test("the server's requests are answered from the log by hand, and then by a rule", async ({
    workbench,
    servers,
    page,
  }) => {
    const server = await servers.socketioLab();
    await openSocketIo(workbench);
    await workbench.connect(server.url);
    const first = server.ask("version?", { of: "client" });
    await workbench.rows({ direction: "received" }).filter({ hasText: "version?" }).click();
    const form = page.getByRole("form", { name: "The server waits for an acknowledgement" });
    await form.getByRole("textbox").fill("{}");
    await expect(form.getByRole("alert")).toContainText("JSON array");
    await form.getByRole("textbox").fill('["1.2", {"ok": true}]');
    await form.getByRole("button", { name: "Always answer this event so" }).click();
    expect(await first).toBe("1.2");
    await expect(workbench.rows({ kind: "ack", direction: "sent" })).toContainText('"1.2"');
    expect(await server.ask("version?")).toBe("1.2");
    // What is not recorded is answered all the same.
    await workbench.button("Pause capture").click();
    expect(await server.ask("version?")).toBe("1.2");
    const panel = await workbench.setting("Events");
    await expect(panel.getByRole("textbox", { name: "Event", exact: true }).first()).toHaveValue("version?");
  });

  test("are counted by name, and each can be shown alone or left out", async ({ workbench, servers, page }) => {
    const server = await servers.socketioLab();
    await openSocketIo(workbench);
    await workbench.connect(server.url);
    for (let count = 0; count < 3; count++) server.emit("tick", count);
    server.emit("chat", "hi");
    await page.getByRole("region", { name: "Log" }).getByRole("button", { name: "Events", exact: true }).click();
    const dialog = page.getByRole("dialog", { name: "Events of this connection" });
    await expect(dialog.getByRole("row", { name: /tick/ })).toContainText("3");
    await dialog.getByRole("button", { name: "Show only these: chat" }).click();
    await expect(workbench.filter).toHaveValue("event:chat");
    await workbench.hasEntries(1);
  });

  test("a lost connection is taken up where it was lost, with what was missed", async ({ workbench, servers }) => {
    const server = await servers.socketioLab({ recovers: true });
    await openSocketIo(workbench);
    await workbench.reconnects({ first: "0.5" });
    await workbench.connect(server.url);
    server.emit("news", 1);
    await expect(workbench.rows({ direction: "received", kind: "message" })).toHaveCount(1);
    // The offset is none of the arguments.
    await expect(workbench.rows({ direction: "received", kind: "message" })).toContainText(/^\D*[\d:.]+.*news1/);
    server.cut();
    await workbench.isIn("waiting");
    server.emit("news", 2);
    await workbench.isIn("open");
    await expect(lifecycle(workbench, "taken up where it was lost")).toBeVisible();
    await expect(workbench.rows({ direction: "received", kind: "message" }).last()).toContainText("news2");
  });

  test("Engine.IO's packets stand beside them, of both transports", async ({ workbench, servers, page }) => {
    const server = await servers.socketioLab();
    await openSocketIo(workbench);
    const panel = await workbench.setting("Events");
    await panel.getByRole("checkbox", { name: /Engine.IO packets/ }).check();
    await page.keyboard.press("Escape");
    await workbench.connect(server.url);
    await expect(lifecycle(workbench, "Transport upgraded")).toBeVisible();
    await emits(workbench, "hello", '"x"');
    const packets = workbench.rows({ kind: "packet" });
    await workbench.filter.fill("kind:packet");
    await expect(packets.filter({ hasText: '42["hello","x"]' })).toHaveCount(2);
    for (const wire of ['"upgrades"', "2probe", "3probe", '40{"sid"'])
      await expect(packets.filter({ hasText: wire })).toHaveCount(1);
    await workbench.filter.fill("-kind:packet event:hello");
    await workbench.hasEntries(2);
  });
});

test.describe("parsers", () => {
  test("MessagePack on both sides carries any value; on one side alone it is named", async ({
    workbench,
    servers,
    page,
  }) => {
    const [packed, plain] = await Promise.all([servers.socketioLab({ parser: "msgpack" }), servers.socketioLab()]);
    await openSocketIo(workbench);
    const panel = await workbench.setting("Events");
    await panel.getByRole("combobox", { name: "Parser" }).selectOption({ index: 1 });
    await page.keyboard.press("Escape");
    await workbench.connect(packed.url);
    await emits(workbench, "deep", '{"a": [1, "二"]}');
    await expect(workbench.rows({ direction: "received", kind: "message" })).toContainText('deep{"a":[1,"二"]}');
    await workbench.button("Disconnect").click();
    await workbench.start(plain.url);
    await workbench.explains("socketio-parser");
  });
});

test.describe("transports", () => {
  test("the next is tried when one fails, and the log says so", async ({ workbench, servers, page }) => {
    const server = await servers.socketioLab({ transports: ["polling"] });
    await openSocketIo(workbench);
    const panel = await workbench.setting("Transports");
    await panel.getByRole("combobox", { name: "Transports" }).selectOption("websocket → polling");
    await panel.getByRole("checkbox", { name: /next transport/ }).check();
    await page.keyboard.press("Escape");
    await workbench.connect(server.url);
    await expect(lifecycle(workbench, "Next transport: polling, after websocket error")).toBeVisible();
    await expect(lifecycle(workbench, "Engine.IO over polling")).toBeVisible();
  });
});

test.describe("the admin view", () => {
  test("lists sockets and rooms, with the right password only", async ({ workbench, servers, page }) => {
    const server = await servers.socketioLab({ isWatched: true });
    await openSocketIo(workbench);
    await workbench.connect(server.url);
    server.room("lobby");
    await workbench.setting("More namespaces");
    await workbench.button("Sockets and rooms of this server").click();
    const dialog = page.getByRole("dialog", { name: "Sockets and rooms" });
    await dialog.getByRole("textbox", { name: "User name" }).fill("ada");
    await dialog.getByRole("textbox", { name: "Password" }).fill("wrong");
    await dialog.getByRole("button", { name: "Connect" }).click();
    await expect(dialog.getByText(/Refused: .*invalid credentials/)).toBeVisible();
    await dialog.getByRole("textbox", { name: "Password" }).fill("changeit");
    await dialog.getByRole("button", { name: "Connect" }).click();
    await expect(dialog.getByRole("row", { name: /lobby/ })).toContainText("websocket");
    await dialog.getByRole("textbox", { name: "Filter sockets" }).fill("nothing like it");
    await expect(dialog.getByText("No sockets.")).toBeVisible();
    await page.keyboard.press("Escape");
    await expect.poll(() => server.clients()).toBe(1);
  });
});
