import { emits, lifecycle, openSocketIo, own, useTransports } from "../fixtures/socketio.ts";
import { expect, test } from "../fixtures/test.ts";
import { EVOLUTION_KEY } from "../servers/evolutionServer.ts";

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
      await useTransports(workbench, "websocket");
      await sees(websocket);
    });
});
