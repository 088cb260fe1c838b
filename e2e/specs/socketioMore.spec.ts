import { expect, test } from "../fixtures/test.ts";
import type { Workbench } from "../fixtures/workbench.ts";
import { EVOLUTION_KEY } from "../servers/evolutionServer.ts";

const event = (workbench: Workbench) => workbench.page.getByRole("textbox", { name: "Event" });
const lifecycle = (workbench: Workbench, text: string | RegExp) =>
  workbench.rows({ kind: "lifecycle" }).filter({ hasText: text });
const own = (workbench: Workbench, name: string) =>
  workbench.page.getByRole("textbox", { name: "Namespace", exact: true }).fill(name);

async function openSocketIo(workbench: Workbench): Promise<void> {
  await workbench.open();
  await workbench.protocol("Socket.IO");
}

async function transports(workbench: Workbench, choice: string): Promise<void> {
  const panel = await workbench.setting("Transports");
  await panel.getByRole("combobox", { name: "Transports" }).selectOption(choice);
  await workbench.page.keyboard.press("Escape");
}

async function emits(workbench: Workbench, name: string, json: string): Promise<void> {
  await event(workbench).fill(name);
  await workbench.format.selectOption("JSON");
  await workbench.message.fill(json);
  await workbench.sendButton.click();
}

test.describe("which server it is", () => {
  test("is told by its answer, and the right client is a click away", async ({ workbench, servers, page }) => {
    const [v2, v3, v4, hidden, other] = await Promise.all([
      servers.socketioV2(),
      servers.socketioLab({ version: "3" }),
      servers.socketioLab(),
      servers.socketio({ cors: false }),
      servers.http({ status: 404, cors: true }),
    ]);
    await openSocketIo(workbench);
    const detected = async (url: string, says: string | RegExp): Promise<void> => {
      await workbench.url.fill(url);
      await workbench.button("Detect the server’s version").click();
      await expect(page.getByRole("dialog").getByRole("status")).toContainText(says);
    };
    await detected(v4.url, "Socket.IO 4");
    await expect(page.getByRole("dialog")).toContainText(`GET ${v4.url}/socket.io/?EIO=4&transport=polling`);
    await page.keyboard.press("Escape");
    await detected(v3.url, "Socket.IO 3:");
    await page.keyboard.press("Escape");
    // No CORS: a WebSocket tells.
    await detected(hidden.url, "Socket.IO 4");
    await expect(page.getByRole("dialog")).toContainText("WS ws://");
    await page.keyboard.press("Escape");
    await detected(other.url.replace("ws:", "http:"), "Something answers with 404");
    await page.keyboard.press("Escape");
    await detected(v2.url, "Socket.IO 2");
    await workbench.button("Use client v2").click();
    await expect(page.getByRole("combobox", { name: "Client version" })).toHaveValue("2");
    await workbench.connect(v2.url);
  });
});

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

test.describe("elsewhere", () => {
  test("python-socketio echoes and acknowledges", async ({ workbench, servers, page }) => {
    const server = await servers.flask("*");
    await openSocketIo(workbench);
    await workbench.connect(server.url.replace("ws:", "http:"));
    await page.getByRole("checkbox", { name: "Expect acknowledgement" }).check();
    await emits(workbench, "echo", '{"a": "b"}');
    await expect(workbench.rows({ kind: "ack" })).toContainText('{"a":"b"}');
    await expect(workbench.rows({ direction: "received", kind: "message" })).toContainText('echo{"a":"b"}');
  });

  test("behind nginx that passes upgrades on, octets travel at any depth", async ({ workbench, servers }) => {
    const server = await servers.socketioLab();
    const { port } = new URL(server.url);
    const upgrade =
      'proxy_http_version 1.1; proxy_set_header Upgrade $http_upgrade; proxy_set_header Connection "upgrade";';
    const nginx = await servers.nginx({ server: `location / { proxy_pass http://127.0.0.1:${port}; ${upgrade} }` });
    await openSocketIo(workbench);
    await workbench.connect(`http://127.0.0.1:${String(nginx.port)}`);
    await expect(lifecycle(workbench, "Transport upgraded")).toBeVisible();
    await emits(workbench, "deep", '[{"file": {"$base64": "AQI="}}, 7]');
    const echoed = workbench.rows({ direction: "received", kind: "message" });
    await expect(echoed).toContainText('deep[{"file":<binary 2 B>},7]');
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

test.describe("EvolutionAPI", () => {
  test("from Invalid namespace to events, and again after a restart", async ({ workbench, servers }) => {
    const server = await servers.evolution();
    await openSocketIo(workbench);
    await own(workbench, "/shop1");
    await workbench.start(server.url);
    await workbench.explains("socketio-auth");
    await expect(workbench.diagnosis).toContainText("apiKey is required");
    await workbench.start(`${server.url}/?apikey=${EVOLUTION_KEY}`);
    await workbench.explains("socketio-namespace");
    const panel = await workbench.setting("More namespaces");
    await panel.getByRole("checkbox", { name: /Keep trying/ }).check();
    await panel.getByRole("textbox", { name: "Every" }).fill("0.3");
    await workbench.page.keyboard.press("Escape");
    await workbench.reconnects({ first: "0.2" });
    await workbench.start(`${server.url}/?apikey=${EVOLUTION_KEY}`);
    await workbench.isIn("waiting");
    server.fire("shop1", "connection.update", { state: "connecting" });
    await workbench.isIn("open");
    server.fire("shop1", "messages.upsert", { key: { remoteJid: "1@s.whatsapp.net" } });
    await expect(workbench.rows({ direction: "received", kind: "message" })).toContainText("messages.upsert");
    server.restart();
    await workbench.isIn("waiting");
    server.fire("shop1", "connection.update", { state: "open" });
    await workbench.isIn("open");
  });
});

/** Every client with every server, by polling first and by websocket alone: what the user sees. */
const MATRIX: readonly (readonly [client: "2" | "4", server: string, polling: string, websocket: string])[] = [
  ["2", "2", "open", "open"],
  ["2", "3", "xhr poll error", "no answer within"],
  ["2", "3 with allowEIO3", "open", "open"],
  ["2", "4", "xhr poll error", "websocket error|transport error|transport close|no answer within"],
  ["2", "4 with allowEIO3", "open", "open"],
  ["4", "2", "server error", "trying to reach a Socket.IO server in v2.x"],
  ["4", "3", "open", "open"],
  ["4", "3 with allowEIO3", "open", "open"],
  ["4", "4", "open", "open"],
  ["4", "4 with allowEIO3", "open", "open"],
];

test.describe("clients and servers", () => {
  for (const [client, server, polling, websocket] of MATRIX)
    test(`client ${client} to server ${server}`, async ({ workbench, servers, page }) => {
      const { url } =
        server === "2"
          ? await servers.socketioV2()
          : await servers.socketioLab({
              version: server.startsWith("3") ? "3" : "4",
              allowEIO3: server.includes("allowEIO3"),
            });
      await openSocketIo(workbench);
      await page.getByRole("combobox", { name: "Client version" }).selectOption(client);
      const timeout = await workbench.setting("Timeout");
      await timeout.getByRole("textbox").fill("3");
      await page.keyboard.press("Escape");
      const sees = async (outcome: string): Promise<void> => {
        await workbench.start(url);
        if (outcome === "open") {
          await workbench.isIn("open");
          await workbench.button("Disconnect").click();
          await workbench.isIn("closed");
        } else {
          await workbench.isIn("failed");
          await expect(lifecycle(workbench, new RegExp(outcome)).last()).toBeVisible();
        }
      };
      await sees(polling);
      await transports(workbench, "websocket");
      await sees(websocket);
    });
});
