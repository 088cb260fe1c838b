import { expect, test } from "../fixtures/test.ts";
import type { Workbench } from "../fixtures/workbench.ts";

const event = (workbench: Workbench) => workbench.page.getByRole("textbox", { name: "Event" });

test.describe("Socket.IO v4", () => {
  test("connects over polling, is upgraded, and shows every event with all its arguments", async ({
    workbench,
    servers,
  }) => {
    const server = await servers.socketio({ cors: { origin: "*" } });
    await workbench.open();
    await workbench.protocol("Socket.IO");
    await workbench.connect(server.url);
    await expect(workbench.rows({ kind: "lifecycle" }).filter({ hasText: "Transport upgraded" })).toContainText(
      "polling → websocket",
    );
    server.emit("news", { n: 1 }, "two", [3], null);
    const row = workbench.rows({ direction: "received", kind: "message" }).filter({ hasText: "news" });
    await expect(row).toContainText('news{"n":1} "two" [3] null');
    await row.click();
    const inspector = workbench.page.getByRole("region", { name: "Message", exact: true });
    await expect(inspector.getByRole("treeitem", { name: "Arg 4" })).toBeVisible();
    await workbench.filter.fill("event:new*");
    await workbench.hasEntries(1);
  });

  test("emits several arguments: JSON, text and octets", async ({ workbench, servers, page }) => {
    const server = await servers.socketio({ cors: { origin: "*" } });
    await workbench.open();
    await workbench.protocol("Socket.IO");
    await workbench.connect(server.url);
    await event(workbench).fill("mixed");
    await workbench.format.selectOption("JSON");
    await workbench.message.fill('{"id": 1}');
    await workbench.button("Add an argument").click();
    await workbench.format.selectOption("Text");
    await workbench.message.fill("plain 文本");
    await workbench.button("Add an argument").click();
    await workbench.format.selectOption("Hex");
    await workbench.message.fill("01 02");
    await workbench.sendButton.click();
    await expect.poll(() => server.received.length).toBe(1);
    const [received] = server.received;
    expect(received?.event).toBe("mixed");
    expect(received?.args.slice(0, 2)).toEqual([{ id: 1 }, "plain 文本"]);
    expect(received?.args[2]).toEqual(Buffer.from([1, 2]));
    await expect(workbench.rows({ direction: "received", kind: "message" })).toContainText("<binary 2 B>");
    await page.getByRole("tab", { name: /Arg 1/ }).click();
    await expect(workbench.message).toHaveValue('{"id": 1}');
  });

  test("ties an acknowledgement to its emit, with the time between them", async ({ workbench, servers, page }) => {
    const server = await servers.socketio({ cors: { origin: "*" } });
    await workbench.open();
    await workbench.protocol("Socket.IO");
    await workbench.connect(server.url);
    await event(workbench).fill("ask");
    await page.getByRole("checkbox", { name: "Expect acknowledgement" }).check();
    await workbench.format.selectOption("JSON");
    await workbench.message.fill("12345678901234567890");
    await workbench.sendButton.click();
    const ack = workbench.rows({ kind: "ack" });
    await expect(ack).toContainText(/ack 0.*ms/);
    const sent = workbench.rows({ kind: "message", direction: "sent" });
    await expect(sent).toContainText("12345678901234567890");
    await ack.click();
    await page
      .getByRole("region", { name: "Message", exact: true })
      .getByRole("button", { name: /^#\d+$/ })
      .click();
    await expect(sent).toHaveAttribute("aria-selected", "true");
  });

  test("an acknowledgement that never comes is said after its timeout", async ({ workbench, page }) => {
    await workbench.open();
    await page.getByRole("button", { name: /v4 chat/ }).click();
    await workbench.isIn("open");
    await event(workbench).fill("nobody-answers");
    await page.getByRole("checkbox", { name: "Expect acknowledgement" }).check();
    await page.getByRole("textbox", { name: "Acknowledgement timeout in seconds" }).fill("0.2");
    await workbench.format.selectOption("JSON");
    await workbench.message.fill("1");
    await workbench.sendButton.click();
    await expect(workbench.rows({ kind: "lifecycle" }).last()).toContainText("No acknowledgement of nobody-answers");
  });

  test("path, query, auth, namespace and headers reach the server; headers with polling only", async ({
    workbench,
    servers,
    page,
  }) => {
    const server = await servers.socketio({ path: "/io/", cors: { origin: "*" } });
    await workbench.open();
    await workbench.protocol("Socket.IO");
    const path = await workbench.setting("Path");
    await path.getByRole("textbox", { name: "Path" }).fill("/io/");
    await page.keyboard.press("Escape");
    const auth = await workbench.setting("Auth");
    await auth.getByRole("textbox", { name: "Auth" }).fill('{"token": }');
    await expect(auth.getByRole("alert")).toContainText("Line 1, column 11");
    await auth.getByRole("textbox", { name: "Auth" }).fill('{"token": "{{token}}"}');
    await expect(auth.getByRole("alert")).toContainText("{{token}} has no value");
    await page.keyboard.press("Escape");
    const variables = await workbench.setting("Variables");
    await variables.getByRole("textbox", { name: "Add" }).fill("token");
    await variables.getByRole("textbox", { name: "Value" }).first().fill("secret");
    await page.keyboard.press("Escape");
    const headers = await workbench.setting("Headers");
    await expect(headers).toContainText("polling requests only");
    await headers.getByRole("textbox", { name: "Add" }).fill("x-trace");
    await headers.getByRole("textbox", { name: "Value" }).first().fill("7");
    await page.keyboard.press("Escape");
    await page.getByRole("textbox", { name: "Namespace" }).fill("/admin");
    await workbench.connect(`${server.url}/?room=r1`);
    const handshake = server.handshakes.find(({ namespace }) => namespace === "/admin");
    expect(handshake?.auth).toEqual({ token: "secret" });
    expect(handshake?.query["room"]).toBe("r1");
    expect(handshake?.headers["x-trace"]).toBe("7");
  });

  test("connect_error is shown with message and data, and is not tried again", async ({ workbench, page }) => {
    await workbench.open();
    await page.getByRole("button", { name: /v4 admin/ }).click();
    await workbench.isIn("open");
    await workbench.button("Disconnect").click();
    await workbench.isIn("closed");
    const auth = await workbench.setting("Auth");
    await auth.getByRole("textbox", { name: "Auth" }).fill('{"token": "wrong"}');
    await page.keyboard.press("Escape");
    await workbench.button("Connect").click();
    await workbench.isIn("failed");
    await expect(workbench.rows({ kind: "lifecycle" }).last()).toContainText(
      '“unauthorized”, data {"code":401}, not tried again',
    );
  });

  test("websocket alone needs no CORS; polling without CORS fails visibly", async ({ workbench, servers, page }) => {
    const server = await servers.socketio({ cors: false });
    await workbench.open();
    await workbench.protocol("Socket.IO");
    await workbench.start(server.url);
    await workbench.isIn("failed");
    await expect(workbench.rows({ kind: "lifecycle" }).last()).toContainText("xhr poll error");
    const transports = await workbench.setting("Transports");
    await transports.getByRole("combobox", { name: "Transports" }).selectOption("websocket");
    await page.keyboard.press("Escape");
    await workbench.button("Connect").click();
    await workbench.isIn("open");
  });

  test("withCredentials is sent: a server that allows any origin but no credentials is refused by the browser", async ({
    workbench,
    servers,
    page,
  }) => {
    const server = await servers.socketio({ cors: { origin: "*" } });
    await workbench.open();
    await workbench.protocol("Socket.IO");
    await workbench.connect(server.url);
    await workbench.button("Disconnect").click();
    await workbench.isIn("closed");
    const transports = await workbench.setting("Transports");
    await transports.getByRole("checkbox", { name: /withCredentials/ }).check();
    await page.keyboard.press("Escape");
    await workbench.button("Connect").click();
    await workbench.isIn("failed");
    await expect(workbench.rows({ kind: "lifecycle" }).last()).toContainText("xhr poll error");
  });

  test("the server's disconnect ends visibly, and leaves no client behind", async ({ workbench, servers }) => {
    const server = await servers.socketio({ cors: { origin: "*" } });
    await workbench.open();
    await workbench.protocol("Socket.IO");
    await workbench.connect(server.url);
    server.disconnectAll();
    await workbench.isIn("closed");
    await expect(workbench.rows({ kind: "lifecycle" }).last()).toContainText("io server disconnect");
    await workbench.button("Connect").click();
    await workbench.isIn("open");
    await workbench.button("Disconnect").click();
    await workbench.isIn("closed");
    await expect.poll(() => server.clients()).toBe(0);
  });

  test("a v2 server is refused in words", async ({ workbench, page }) => {
    await workbench.open();
    await page.getByRole("button", { name: /v2 server/ }).click();
    await workbench.isIn("failed");
    await expect(workbench.rows({ kind: "lifecycle" }).last()).toContainText("connect_error");
  });

  test("a reserved event name is said at the field", async ({ workbench, servers }) => {
    const server = await servers.socketio({ cors: { origin: "*" } });
    await workbench.open();
    await workbench.protocol("Socket.IO");
    await workbench.connect(server.url);
    await event(workbench).fill("disconnect");
    await workbench.format.selectOption("Text");
    await workbench.sendButton.click();
    await expect(workbench.alert).toContainText("keeps to itself");
    expect(server.received).toEqual([]);
  });
});
