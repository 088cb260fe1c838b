import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { serveFolder } from "./staticFiles.ts";

let folder = "";
let server: Server;
let url = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "sockwright-static-"));
  await mkdir(join(folder, "check"));
  await writeFile(join(folder, "_headers"), "/\n  X-Of: root\n/check/*\n  X-Of: check\n");
  await writeFile(join(folder, "index.html"), "<p>the page</p>");
  await writeFile(join(folder, "check", "index.html"), "<p>the check</p>");
  server = createServer(await serveFolder(folder));
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
});
afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true });
});

describe("a folder that is served", () => {
  test.each([
    ["/", "<p>the page</p>", "root"],
    ["/check/", "<p>the check</p>", "check"],
    ["/check/index.html", "<p>the check</p>", "check"],
  ])("gives %s, a folder by its index", async (path, content, of) => {
    const answer = await fetch(url + path);
    expect(await answer.text()).toBe(content);
    expect(answer.headers.get("x-of")).toBe(of);
    expect(answer.headers.get("content-type")).toBe("text/html; charset=utf-8");
  });

  test("has nothing outside of it, and nothing that is not there", async () => {
    for (const path of ["/gone", "/check", "/%2e%2e/secret", "/%00"])
      expect((await fetch(url + path)).status).toBe(404);
  });
});
