import { createHash } from "node:crypto";
import { expect, test } from "../fixtures/test.ts";

/** The answer to a handshake. @see RFC 6455 §4.2.2 */
function switching(request: string): string {
  const key = /sec-websocket-key: (\S+)/i.exec(request)?.[1] ?? "";
  const accept = createHash("sha1").update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest("base64");
  return `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`;
}

test.describe("several connections side by side", () => {
  test("connect and send goes out where it was asked for, whichever tab is shown by then", async ({
    workbench,
    servers,
    page,
  }) => {
    const one = await servers.websocket();
    const frames: Buffer[] = [];
    const slow = await servers.hand((socket) => {
      socket.once("data", (request) => {
        socket.on("data", (frame) => frames.push(frame));
        setTimeout(() => socket.write(switching(String(request))), 700);
      });
    });
    await workbench.connect(one.url);
    await workbench.message.fill("of the first");
    await page.getByRole("button", { name: "New connection" }).click();
    await workbench.start("ws://127.0.0.1:9");
    await workbench.isIn("failed");
    await workbench.message.fill("of the second");
    await workbench.url.fill(`ws://127.0.0.1:${String(slow.port)}`);
    await workbench.button("Connect and send").click();
    await workbench.isIn("connecting");
    await page.getByRole("tab", { name: new RegExp(String(one.port)) }).click();
    // Two octets of head, four of mask, and the text.
    await expect.poll(() => Buffer.concat(frames).length).toBe(6 + "of the second".length);
    expect(one.received).toEqual([]);
    await expect(workbench.message).toHaveValue("of the first");
    await expect(workbench.alert).toHaveCount(0);
  });

  test("each keeps its draft, its undo and its place in the log", async ({ workbench, servers, page }) => {
    const one = await servers.websocket({ echo: false });
    const two = await servers.websocket();
    await workbench.connect(one.url);
    for (let n = 0; n < 300; n++) one.broadcast(`message ${String(n)}`);
    await workbench.hasEntries(302);
    await workbench.log.focus();
    await page.keyboard.press("Home");
    for (let n = 0; n < 5; n++) await page.keyboard.press("PageDown");
    const place = await workbench.rows().nth(3).getAttribute("data-seq");
    await workbench.message.fill("draft one");
    await page.getByRole("button", { name: "New connection" }).click();
    await workbench.connect(two.url);
    await workbench.message.fill("draft two");
    await page.keyboard.press("Control+z");
    await expect(workbench.message).toHaveValue("");
    await page.getByRole("tab", { name: new RegExp(String(one.port)) }).click();
    await expect(workbench.message).toHaveValue("draft one");
    await expect(workbench.rows().nth(3)).toHaveAttribute("data-seq", place ?? "");
  });

  test("the protocol of a live connection is not changed under it", async ({ workbench, servers, page }) => {
    const server = await servers.websocket();
    await workbench.connect(server.url);
    const socketio = page.getByRole("radio", { name: "Socket.IO" });
    await expect(socketio).toHaveAttribute("aria-disabled", "true");
    await socketio.click({ force: true });
    await expect(page.getByRole("radio", { name: "WebSocket" })).toBeChecked();
    await workbench.button("Disconnect").click();
    await workbench.isIn("closed");
    await socketio.click();
    await expect(socketio).toBeChecked();
  });

  test("two pages of the app do not overwrite each other", async ({ workbench, context, page }) => {
    await workbench.open();
    await workbench.url.fill("ws://127.0.0.1:9/first");
    const other = await context.newPage();
    await other.goto("./");
    await other.getByRole("textbox", { name: "URL" }).fill("ws://127.0.0.1:9/second");
    await other.reload();
    await page.reload();
    await expect(workbench.url).toHaveValue("ws://127.0.0.1:9/first");
    await expect(other.getByRole("textbox", { name: "URL" })).toHaveValue("ws://127.0.0.1:9/second");
  });
});

test.describe("the log, in combination", () => {
  test("a regular expression that would never end is refused at the field", async ({ workbench, servers }) => {
    const server = await servers.websocket({ echo: false });
    await workbench.connect(server.url);
    server.broadcast(`${"a".repeat(40)}!`);
    await workbench.filter.fill("/(a+)+b/");
    await expect(workbench.alert).toContainText("repeats a repetition");
    await workbench.filter.fill("a!");
    await workbench.hasEntries(1);
  });

  test("leaving the filter lets go of a held view", async ({ workbench, servers, page }) => {
    const server = await servers.websocket({ echo: false });
    await workbench.connect(server.url);
    for (let n = 0; n < 40; n++) server.broadcast(`message ${String(n)}`);
    await workbench.filter.fill('"message 3"');
    await workbench.hasEntries(11);
    await workbench.button("Hold view").click();
    await workbench.filter.focus();
    await page.keyboard.press("Escape");
    await workbench.hasEntries(42);
    await expect(workbench.rows().last()).toContainText("message 39");
  });

  test("what a payload hides is shown", async ({ workbench, servers }) => {
    const server = await servers.websocket({ echo: false });
    await workbench.connect(server.url);
    server.broadcast("safe\u202eevil\nnext");
    await expect(workbench.rows({ direction: "received" })).toContainText("safe‹202E›evil↵next");
    server.broadcast('{\n  "type": "a",\n\t"b": 1\n}');
    await expect(workbench.rows({ direction: "received" }).last()).toContainText('{↵"type": "a",↵"b": 1↵}');
  });

  test("tidy keeps variables", async ({ workbench, servers }) => {
    const server = await servers.websocket();
    await workbench.connect(server.url);
    await workbench.format.selectOption("JSON");
    await workbench.message.fill('{"a":{{$randomInt}},"b":"{{$uuid}}"}');
    await workbench.button("Tidy").click();
    await expect(workbench.message).toHaveValue('{\n  "a": {{$randomInt}},\n  "b": "{{$uuid}}"\n}');
  });
});

test("removing an argument leaves nothing of it to undo", async ({ workbench, servers, page }) => {
  const server = await servers.socketio({ cors: { origin: "*" } });
  await workbench.open();
  await workbench.protocol("Socket.IO");
  await workbench.connect(server.url);
  await workbench.message.fill('"A0"');
  await workbench.button("Add an argument").click();
  await workbench.message.fill('"B1"');
  await page.getByRole("tab", { name: /Arg 1/ }).click();
  await workbench.button("Remove argument 1").click();
  await expect(workbench.message).toHaveValue('"B1"');
  await workbench.message.focus();
  await page.keyboard.press("Control+z");
  await expect(workbench.message).toHaveValue('"B1"');
});
