import { mkdtemp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build, createServer, preview, type InlineConfig } from "vite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { securityHeaders } from "./securityHeaders.ts";
import { fetchText, follow, originOf, refused } from "./testing.ts";
import { playground } from "./vitePlugin.ts";

const page = '<!doctype html><html><head>\n    <meta charset="utf-8" />\n</head><body></body></html>';
const headers = "/\n  Content-Security-Policy: default-src 'none'; frame-ancestors 'none'\n";

let root: string;
let config: InlineConfig;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "sockwright-"));
  await mkdir(join(root, "public"));
  await writeFile(join(root, "index.html"), page);
  await writeFile(join(root, "public", "_headers"), headers);
  const port = { port: 0, host: "127.0.0.1" };
  config = {
    root,
    configFile: false,
    logLevel: "silent",
    base: "/tools/sockwright/",
    plugins: [playground(), securityHeaders()],
    server: port,
    preview: port,
  };
});
afterAll(() => rm(root, { recursive: true }));

async function echoes(origin: string): Promise<boolean> {
  const course = follow(`ws://${origin}/playground/echo`);
  await once(course.client, "open");
  course.client.send("hi");
  const [answer] = await course.received(1);
  course.client.terminate();
  return answer === "hi";
}

describe("vite", () => {
  test("has the playground beside its own hot reload, and no policy in the page", async () => {
    const vite = await createServer(config);
    await vite.listen();
    const origin = originOf(vite.httpServer ?? expect.fail("no server"));
    // oxlint-disable-next-line typescript/no-deprecated -- the only way to Vite's own socket, for a test
    const token = vite.config.webSocketToken;
    const hot = follow(`ws://${origin}/tools/sockwright/?token=${token}`, ["vite-hmr"]);
    expect(await hot.received(1)).toEqual(['{"type":"connected"}']);

    expect(await echoes(origin)).toBe(true);
    expect(hot.events).toEqual(["open"]);
    const { status, body } = await fetchText(`http://${origin}/tools/sockwright/`);
    expect(status).toBe(200);
    expect(body).not.toContain("Content-Security-Policy");

    const open = follow(`ws://${origin}/playground/clock`);
    await open.received(1);
    await vite.close();
    await open.ended;
  });
});

describe("vite build and vite preview", () => {
  test("carry the policy in the page and in its headers, under any base", async () => {
    await build(config);
    const html = await readFile(join(root, "dist", "index.html"), "utf8");
    expect(html).toContain(
      `<meta charset="utf-8" />\n    <meta http-equiv="Content-Security-Policy" content="default-src 'none'" />`,
    );

    const vite = await preview(config);
    const origin = originOf(vite.httpServer);
    const response = await fetch(`http://${origin}/tools/sockwright/`);
    expect(response.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
    expect(await response.text()).toBe(html);
    expect(await echoes(origin)).toBe(true);
    expect((await refused(`ws://${origin}/tools/sockwright/`)).status).toBe(404);
    await vite.close();
  });
});
