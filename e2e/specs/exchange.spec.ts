import { readFile } from "node:fs/promises";
import type { Download, Page } from "@playwright/test";
import { hasNoFindings } from "../fixtures/accessible.ts";
import { expect, test } from "../fixtures/test.ts";
import type { Workbench } from "../fixtures/workbench.ts";

test.use({ viewport: { width: 1440, height: 900 } });

const dialogOf = (page: Page, name: string) => page.getByRole("dialog", { name });

/** Exports the log of the active tab as it is chosen. */
async function exported(page: Page, workbench: Workbench, format: string): Promise<string> {
  await dialogOf(page, "Export log").getByRole("radio", { name: format }).click();
  const downloading: Promise<Download> = page.waitForEvent("download");
  await workbench.button("Export").click();
  return readFile(await (await downloading).path(), "utf8");
}

const fileOf = (name: string, text: string) => ({ name, mimeType: "text/plain", buffer: Buffer.from(text) });

test("exports in every format, without secrets and what paths name, and says what was left out", async ({
  page,
  workbench,
  servers,
}) => {
  const server = await servers.websocket();
  await workbench.connect(`${server.url}?token=hidden-in-the-address`);
  await workbench.send('{"user":{"email":"ada@example.test"},"password":"hunter2","n":1}');
  await workbench.hasEntries(4);
  await workbench.button("Received").click();
  await workbench.hasEntries(1);
  await workbench.button("Export log").click();
  const dialog = dialogOf(page, "Export log");
  await dialog.getByRole("radio", { name: /^All/ }).click();
  await dialog.getByRole("checkbox", { name: /^Secrets/ }).check();
  const paths = dialog.getByRole("textbox", { name: "JSON paths, one per line" });
  await paths.fill("user.email");
  await expect(dialog.getByRole("alert")).toContainText("does not begin with $");
  await expect(workbench.button("Export")).toBeDisabled();
  await paths.fill("$.user.email");
  await hasNoFindings(page);

  const redacted = '{"user":{"email":"[redacted]"},"password":"[redacted]","n":1}';
  const jsonl = await exported(page, workbench, "JSON Lines");
  await expect(dialog.getByRole("status")).toContainText("4 entries exported");
  // The address stands in the header, in two notes and what was negotiated; the message went and came.
  await expect(dialog.getByRole("status")).toContainText(/Left out: \d+ secrets, 2 values at a path/);
  const lines = jsonl.trim().split("\n");
  expect(lines).toHaveLength(5);
  expect(JSON.parse(lines[3] ?? "")).toMatchObject({ direction: "sent", text: redacted });
  for (const text of [jsonl, await again("CSV"), await again("HAR"), await again("Plain text")]) {
    expect(text).not.toMatch(/hunter2|ada@|hidden-in/);
    expect(text).toContain("[redacted]");
  }

  async function again(format: string): Promise<string> {
    return exported(page, workbench, format);
  }
});

test("a HAR with several connections is opened for looking at only, with every tool of the log", async ({
  page,
  workbench,
}) => {
  const socket = (url: string, messages: readonly object[]) => ({
    _resourceType: "websocket",
    _webSocketMessages: messages,
    request: { url, headers: [] },
    response: { status: 101, headers: [] },
    startedDateTime: "2024-07-03T09:46:40.000Z",
    _webSocketClose: { code: 1011, reason: "went away", timestamp: 1_720_000_003 },
  });
  const har = {
    log: {
      version: "1.2",
      entries: [
        { request: { url: "https://example.test/" }, response: { status: 200 } },
        socket("wss://example.test/feed", [
          { type: "send", time: 1_720_000_001.5, opcode: 1, data: '{"op":"hello"}' },
          { type: "receive", time: 1_720_000_002, opcode: 2, data: "AP8=" },
        ]),
        socket("wss://other.test/", [{ type: "receive", time: 1_720_000_001, opcode: 1, data: "other" }]),
      ],
    },
  };
  await workbench.open();
  await page.getByLabel("Open a log").setInputFiles(fileOf("page.har", JSON.stringify(har)));
  const dialog = dialogOf(page, "Open a log");
  await expect(dialog).toContainText("page.har holds 2 connections");
  await hasNoFindings(page);
  await dialog.getByRole("checkbox", { name: "All" }).check();
  await dialog.getByRole("button", { name: "Open 2 in tabs" }).click();
  await expect(dialog).toBeHidden();

  await page.getByRole("tab", { name: /example\.test\/feed/ }).click();
  await expect(workbench.status).toHaveText("Recorded; read-only");
  await workbench.hasEntries(5);
  await expect(workbench.rows({ direction: "sent" })).toContainText('{"op":"hello"}');
  await expect(workbench.message).toBeHidden();
  await expect(workbench.button("Connect")).toBeHidden();
  await expect(workbench.button("Pause capture")).toBeDisabled();
  await workbench.filter.fill("hello");
  await workbench.hasEntries(1);
  await workbench.filter.fill("");
  await workbench.rows().last().filter({ hasText: "went away" }).click();
  await expect(workbench.diagnosis).toHaveAttribute("data-cause", "close-code");
  await hasNoFindings(page);

  // Nothing of it is stored, and it closes without a question.
  await workbench.button("Open as a connection").click();
  await expect(workbench.url).toHaveValue("wss://example.test/feed");
  await workbench.isIn("idle");
});

test("a log of our own comes back whole: links, attachments, notes, and why it ended", async ({
  page,
  workbench,
  servers,
}) => {
  const server = await servers.websocket();
  await workbench.connect(server.url);
  await workbench.send("text 你好");
  await workbench.hasEntries(4);
  server.closeAll(4001, "token expired");
  await workbench.isIn("closed");
  await workbench.explains("auth-after-open");
  await workbench.button("Export log").click();
  const jsonl = await exported(page, workbench, "JSON Lines");
  await page.keyboard.press("Escape");
  const count = jsonl.trim().split("\n").length - 1;

  const damaged = jsonl.replace("\n", "\n{ half a line\n");
  await page.getByRole("button", { name: "New connection", exact: true }).click();
  await page.getByLabel("Open a log").setInputFiles(fileOf("day.jsonl", damaged));
  const dialog = dialogOf(page, "Open a log");
  await expect(dialog).toContainText("1 part could not be read");
  await expect(dialog).toContainText("Line 2");
  await dialog.getByRole("button", { name: "Done" }).click();
  await expect(page.getByRole("tab", { name: "day.jsonl" })).toHaveAttribute("aria-selected", "true");
  await workbench.hasEntries(count);
  await workbench.rows().filter({ hasText: "token expired" }).first().click();
  await expect(workbench.diagnosis).toHaveAttribute("data-cause", "auth-after-open");
});

test("what a terminal showed is opened by dropping it on the window; other files are said to be none", async ({
  page,
  workbench,
  library,
}) => {
  await workbench.open();
  // What takes files comes with the profiles.
  await expect(library.side.getByRole("searchbox")).toBeVisible();
  const drop = async (name: string, text: string): Promise<void> => {
    const data = await page.evaluateHandle(
      ([file, content]) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([content ?? ""], file ?? ""));
        return transfer;
      },
      [name, text],
    );
    await page.locator("main").dispatchEvent("drop", { dataTransfer: data });
  };
  await drop("wscat.txt", 'Connected (press CTRL+C to quit)\n> hi\n< {"a":1}\n');
  await workbench.hasEntries(3);
  await expect(workbench.rows({ direction: "sent" })).toContainText("hi");
  await drop("plain.har", '{"log":{"entries":[{"request":{"url":"https://a.test"}}]}}');
  await expect(dialogOf(page, "Open a log")).toContainText("plain.har holds no WebSocket: 1 HTTP request only.");
});

test("a large log goes to the disk while it is written", async ({ page, workbench, library }) => {
  // The browser's own window for files cannot be driven: what it would give is made here.
  await page.addInitScript(() => {
    const written: number[] = [];
    Object.assign(globalThis, {
      written,
      showSaveFilePicker: () =>
        Promise.resolve({
          createWritable: () =>
            Promise.resolve({
              write: (octets: Uint8Array) => {
                written.push(octets.length);
                return Promise.resolve();
              },
              close: () => Promise.resolve(written.push(-1)),
              abort: () => Promise.resolve(written.push(-2)),
            }),
        }),
    });
  });
  await workbench.open();
  await expect(library.side.getByRole("searchbox")).toBeVisible();
  // Made in the page: twenty megabytes would take long on their way there.
  await page.locator("main").evaluate((main) => {
    const line = `{"direction":"received","kind":"message","epochMs":1720000000000,"text":"${"x".repeat(4000)}"}\n`;
    const transfer = new DataTransfer();
    transfer.items.add(new File([`{"sockwright":"log","version":1}\n`, line.repeat(5000)], "large.jsonl"));
    main.dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true }));
  });
  await workbench.hasEntries(5000);
  await workbench.button("Export log").click();
  await dialogOf(page, "Export log").getByRole("radio", { name: "JSON Lines" }).click();
  await workbench.button("Export").click();
  await expect(dialogOf(page, "Export log").getByRole("status")).toContainText("5,000 entries exported");
  const parts = await page.evaluate(() => (globalThis as unknown as { written: number[] }).written);
  expect(parts.length).toBeGreaterThan(10);
  expect(parts.at(-1)).toBe(-1);
});

test("two sessions are compared: where they part, side by side, and from there to the entry", async ({
  page,
  workbench,
}) => {
  const lines = (odd: string): string =>
    Array.from({ length: 200 }, (_, at) => `< {"at":${String(at)},"id":"${odd}","v":"${at === 150 ? odd : "x"}"}`).join(
      "\n",
    );
  await workbench.open();
  await page.getByLabel("Open a log").setInputFiles([fileOf("one.txt", lines("a")), fileOf("two.txt", lines("b"))]);
  await expect(page.getByRole("tab", { name: "two.txt" })).toHaveAttribute("aria-selected", "true");
  await workbench.hasEntries(200);
  await workbench.button("Compare sessions").click();
  const dialog = dialogOf(page, "Compare sessions");
  await dialog.getByRole("button", { name: "Compare", exact: true }).click();
  await expect(dialog.getByRole("status")).toContainText("The first difference is at message 1.");
  await dialog.getByRole("textbox", { name: /^JSON paths that do not count/ }).fill("$.id");
  await dialog.getByRole("button", { name: "Compare", exact: true }).click();
  await expect(dialog.getByRole("status")).toContainText("The first difference is at message 151.");
  await hasNoFindings(page);
  await dialog.getByRole("button", { name: /^Show entry 151:.*"id":"a"/ }).click();
  await expect(page.getByRole("tab", { name: "one.txt" })).toHaveAttribute("aria-selected", "true");
  await expect(workbench.log.locator('[aria-selected="true"]')).toHaveAttribute("data-seq", "151");
  await expect(workbench.log.locator('[aria-selected="true"]')).toBeInViewport();
});
