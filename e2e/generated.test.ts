import { spawn, spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test, type TestContext } from "vitest";
import { FORMATS, type FormatId } from "../src/core/formats/index.ts";
import type { Draft } from "../src/core/profile/message.ts";
import { newProfile, type Profile } from "../src/core/profile/profile.ts";
import { ms, seconds } from "../src/core/units/units.ts";
import { startSocketIoServer, type SocketIoTestServer } from "./servers/socketIoServer.ts";
import { startSocketIoV2Server, type SocketIoV2TestServer } from "./servers/socketIoV2Server.ts";
import { startWebSocketServer, type WebSocketTestServer } from "./servers/webSocketServer.ts";
import { root } from "./tools/command.ts";

/** What "Copy as" writes is run as somebody would run it, against real servers. */
let raw: WebSocketTestServer;
let events: SocketIoTestServer;
let eventsV2: SocketIoV2TestServer;
/** Inside node_modules, so that scripts find the packages by their names. */
let folder: string;

beforeAll(async () => {
  [raw, events, eventsV2] = await Promise.all([startWebSocketServer(), startSocketIoServer(), startSocketIoV2Server()]);
  const cache = join(root, "node_modules/.cache");
  mkdirSync(cache, { recursive: true });
  folder = mkdtempSync(join(cache, "generated-"));
  // The package that a person installs for version 2 has the name of the other one here.
  const alias = join(folder, "v2/node_modules/socket.io-client");
  mkdirSync(alias, { recursive: true });
  writeFileSync(join(alias, "package.json"), '{"type":"commonjs","main":"index.js"}');
  writeFileSync(join(alias, "index.js"), 'module.exports = require("socket.io-client-v2");');
});
afterAll(async () => {
  await Promise.all([raw.close(), events.close(), eventsV2.close()]);
  rmSync(folder, { recursive: true, force: true });
});

const require = createRequire(import.meta.url);
const wscat = require.resolve("wscat/bin/wscat");

const part = (text: string, format: "text" | "json" | "hex" = "text"): Draft["parts"][number] => ({
  format,
  text,
  file: null,
});
const frame = (...given: Parameters<typeof part>): Draft => ({ event: "", ack: null, parts: [part(...given)] });

const socket = (): Profile => ({
  ...newProfile,
  url: `${raw.url}/chat?who=it's&x=$(id)`,
  websocket: { subprotocols: ["first", "second"], closing: { code: 1000, reason: "" } },
  connectTimeout: seconds(5),
  onOpen: [frame("hello 'there' \"$(id)\" `x` \\ 你好"), frame('{"op": "hi"}', "json"), frame("00 ff 7f", "hex")],
  heartbeat: { ...newProfile.heartbeat, on: true, message: frame("beat"), every: ms(150) },
});
const socketIo = (version: "4" | "2", url: string): Profile => ({
  ...newProfile,
  protocol: "socketio",
  url: `${url}?who=it%27s&token=secret`,
  socketio: {
    ...newProfile.socketio,
    clientVersion: version,
    namespace: "/admin",
    auth: '{"token": "secret"}',
    headers: [{ name: "X-Own", value: "it's" }],
  },
  connectTimeout: seconds(5),
  onOpen: [
    {
      event: "join",
      ack: seconds(5),
      parts: [part('it\'s "$(id)"'), part('{"on":true,"none":null}', "json"), part("00 ff", "hex")],
    },
    { event: "bare", ack: null, parts: [] },
  ],
  heartbeat: {
    ...newProfile.heartbeat,
    on: true,
    message: { event: "beat", ack: null, parts: [part("b")] },
    every: ms(150),
  },
});

function written(id: FormatId, profile: Profile): string {
  const format = FORMATS.find((one) => one.id === id);
  return format?.write?.write("Generated", profile).text ?? expect.fail(`${id} writes nothing`);
}

interface Running {
  readonly output: () => string;
  readonly ended: Promise<number | null>;
  readonly kill: () => void;
}

/** Every program gets an end: no test waits for one that hangs. */
function start(program: string, args: readonly string[]): Running {
  const child = spawn(program, args, { cwd: folder, stdio: ["pipe", "pipe", "pipe"], detached: true });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => (output += text));
  }
  const kill = (): void => {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, "SIGKILL");
  };
  return {
    output: () => output,
    kill,
    ended: new Promise((resolve) => {
      child.once("error", () => {
        resolve(null);
      });
      child.once("close", resolve);
    }),
  };
}

function startScript(name: string, code: string): Running {
  const file = join(folder, name);
  mkdirSync(join(file, ".."), { recursive: true });
  writeFileSync(file, code);
  return start(process.execPath, ["--experimental-websocket", "--no-warnings", file]);
}

/** The system's Python has Debian's packages; another one may come first in PATH. */
const findPython = (module: string): string | null =>
  ["python3", "/usr/bin/python3"].find(
    (python) => spawnSync(python, ["-c", `import ${module}`], { stdio: "ignore" }).status === 0,
  ) ?? null;

function startPython(context: TestContext, module: string, name: string, code: string): Running {
  const python = findPython(module);
  if (python === null) {
    if (process.env["SOCKWRIGHT_REQUIRE_ALL"] === "1") expect.fail(`this machine has no Python with ${module}`);
    context.skip(`this machine has no Python with ${module}`);
  }
  const file = join(folder, name);
  writeFileSync(file, code);
  return start(python ?? "", [file]);
}

const hello = "hello 'there' \"$(id)\" `x` \\ 你好";

/** The server has every message, the program has printed the answers, and then it ends by itself. */
async function expectEcho({ output, ended, kill }: Running, closed: string): Promise<void> {
  try {
    const before = raw.received.length;
    await expect.poll(output, { timeout: 8000 }).toContain(hello);
    await expect.poll(output).toContain('{"op": "hi"}');
    await expect.poll(output, { timeout: 3000 }).toContain("beat");
    expect(output()).toMatch(/^open first$/m);
    const messages = raw.received.slice(before);
    expect(messages).toContainEqual({ text: hello });
    expect(messages).toContainEqual({ bytes: new Uint8Array([0, 255, 127]) });
    expect(raw.requests.at(-1)?.headers["sec-websocket-protocol"]?.replaceAll(" ", "")).toBe("first,second");
    expect(raw.requests.at(-1)?.url).toMatch(/^\/chat\?who=it(?:'|%27)s&x=\$\(id\)$/);
    raw.closeAll(4321, "enough");
    await ended;
    expect(output()).toContain(closed);
  } finally {
    kill();
  }
}

interface Events {
  readonly received: readonly { readonly event: string; readonly args: readonly unknown[] }[];
  readonly handshakes: SocketIoTestServer["handshakes"] | SocketIoV2TestServer["handshakes"];
  disconnectAll(): void;
}

async function expectEvents(
  server: Events,
  { output, ended, kill }: Running,
  quirks: { headers: boolean },
): Promise<void> {
  try {
    const before = server.received.length;
    await expect.poll(output, { timeout: 8000 }).toContain("acknowledged join");
    // The acknowledgement and the event itself.
    await expect.poll(() => output().split('it\'s "$(id)"').length).toBe(3);
    await expect.poll(output).toMatch(/^bare$/m);
    await expect.poll(output, { timeout: 3000 }).toMatch(/^beat .*b/m);
    expect(output()).toMatch(/^open/m);
    expect(server.received.slice(before)).toContainEqual(
      expect.objectContaining({
        event: "join",
        args: ['it\'s "$(id)"', { on: true, none: null }, Buffer.from([0, 255])],
      }),
    );
    const shake = server.handshakes.at(-1);
    expect(shake?.namespace).toBe("/admin");
    expect(shake?.query["who"]).toBe("it's");
    if (quirks.headers) expect(shake?.headers["x-own"]).toBe("it's");
    server.disconnectAll();
    await ended;
    expect(output()).toMatch(/^closed/m);
  } finally {
    kill();
  }
}

describe("what is written runs", () => {
  test("[FM40] wscat's line", async () => {
    const line = written("wscat", socket()).replace(/^npx wscat/, `'${process.execPath}' '${wscat}'`);
    const { output, ended, kill } = start("bash", ["-c", line]);
    await expect.poll(output, { timeout: 8000 }).toContain('{"op": "hi"}');
    expect(output()).toContain(hello);
    expect(raw.requests.at(-1)?.headers["sec-websocket-protocol"]).toBe("first,second");
    raw.closeAll(1000);
    await ended;
    kill();
  });

  test("[FM40] curl's line: the upgrade, and the first request of Engine.IO", async () => {
    const upgrade = start("bash", ["-c", written("curl", { ...socket(), connectTimeout: seconds(1) })]);
    const polling = start("bash", ["-c", written("curl", socketIo("4", events.url))]);
    const old = start("bash", ["-c", written("curl", socketIo("2", eventsV2.url))]);
    await Promise.all([upgrade.ended, polling.ended, old.ended]);
    expect(upgrade.output()).toMatch(/HTTP\/1\.1 101 /);
    expect(upgrade.output()).toMatch(/Sec-WebSocket-Protocol: first/i);
    expect(polling.output()).toContain('0{"sid":');
    expect(old.output()).toMatch(/\d+:0\{"sid":/);
  });

  test("[FM40] the script for ws", async () => {
    await expectEcho(startScript("ws.mjs", written("node-ws", socket())), "closed 4321 enough");
  });

  test("[FM40] the script for a page, on the WebSocket that Node.js has of its own", async () => {
    await expectEcho(startScript("page.mjs", written("browser", socket())), "closed 4321 enough");
  });

  test("[FM40] the script for a page with Socket.IO, its client taken from here", async () => {
    const profile = socketIo("4", events.url);
    const client = join(folder, "client.mjs");
    copyFileSync(join(root, "node_modules/socket.io-client/dist/socket.io.esm.min.js"), client);
    const code = written("browser", { ...profile, socketio: { ...profile.socketio, transports: ["websocket"] } });
    expect(code).toContain("https://cdn.jsdelivr.net/npm/socket.io-client@4/dist/socket.io.esm.min.js");
    const local = code.replace(/https:\/\/cdn\.jsdelivr\.net[^"]*/, pathToFileURL(client).href);
    await expectEvents(events, startScript("page-io.mjs", local), { headers: false });
  });

  test("[FM40] the script for socket.io-client", async () => {
    const code = written("socketio-client", socketIo("4", events.url));
    await expectEvents(events, startScript("io.mjs", code), { headers: true });
  });

  test("[FM40] the script for socket.io-client of version 2", async () => {
    const code = written("socketio-client", socketIo("2", eventsV2.url));
    await expectEvents(eventsV2, startScript("v2/io.mjs", code), { headers: true });
  });

  test("[FM40] the script for Python's websockets", async (context) => {
    const code = written("python-websockets", socket());
    await expectEcho(startPython(context, "websockets", "ws.py", code), "closed 4321 enough");
  });

  test("[FM40] the script for python-socketio", async (context) => {
    const code = written("python-socketio", socketIo("4", events.url));
    await expectEvents(events, startPython(context, "socketio", "io.py", code), { headers: true });
  });
});
