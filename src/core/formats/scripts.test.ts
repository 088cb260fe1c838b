import { spawnSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Draft } from "../profile/message.ts";
import { newProfile, type Profile } from "../profile/profile.ts";
import { ms, seconds } from "../units/units.ts";
import { browser } from "./browser.ts";
import { nodeWs } from "./nodeWs.ts";
import { pythonSocketio } from "./pythonSocketio.ts";
import { pythonWebsockets } from "./pythonWebsockets.ts";
import { socketioClient } from "./socketioClient.ts";
import { jsJson, jsString } from "./writing/javascript.ts";
import { pyJson, pyString } from "./writing/python.ts";

const part = (text: string, format: "text" | "json" | "hex" = "text"): Draft["parts"][number] => ({
  format,
  text,
  file: null,
});
const frame = (text: string, format: "text" | "json" | "hex" = "text"): Draft => ({
  event: "",
  ack: null,
  parts: [part(text, format)],
});

const raw: Profile = {
  ...newProfile,
  url: "wss://h.example/chat",
  websocket: { subprotocols: ["a"], closing: { code: 4000, reason: "bye" } },
  onOpen: [frame("hi"), frame('{"a": 1}', "json"), frame("00 ff", "hex")],
  heartbeat: { ...newProfile.heartbeat, on: true, message: frame("ping"), every: seconds(30), expect: "pong" },
};
const io: Profile = {
  ...newProfile,
  protocol: "socketio",
  url: "https://h.example?a=1&a=2",
  socketio: {
    ...newProfile.socketio,
    namespace: "/admin",
    path: "/io/",
    auth: '{"token":"t"}',
    transports: ["websocket"],
    headers: [{ name: "X-A", value: "1" }],
    withCredentials: true,
  },
  reconnect: { ...newProfile.reconnect, on: true, limit: 3 },
  onOpen: [
    {
      event: "join",
      ack: ms(5000),
      parts: [part("lobby"), part('{"user":null,"on":true}', "json"), part("01", "hex")],
    },
    { event: "bare", ack: null, parts: [] },
  ],
};
const kindsOf = (left: readonly { kind: string; detail: string }[]): readonly string[] =>
  left.map(({ kind, detail }) => `${kind}: ${detail}`);

describe("a script", () => {
  test("[FM30] for Node.js's ws", () => {
    const { text, left } = nodeWs.write.write("Chat", raw);
    expect(text).toBe(`// npm install ws
import WebSocket from "ws";

const socket = new WebSocket("wss://h.example/chat", ["a"], {
  handshakeTimeout: 20000,
});
let heartbeat;

socket.on("open", () => {
  console.log("open", socket.protocol);
  socket.send("hi");
  socket.send("{\\"a\\": 1}");
  socket.send(Buffer.from([0, 255]));
  heartbeat = setInterval(() => socket.send("ping"), 30000);
});
socket.on("message", (data, isBinary) => console.log(isBinary ? data : data.toString()));
socket.on("error", (error) => console.error(error.message));
socket.on("close", (code, reason) => {
  clearInterval(heartbeat);
  console.log("closed", code, reason.toString());
  process.exit();
});
process.on("SIGINT", () => socket.close(4000, "bye"));
`);
    expect(kindsOf(left)).toEqual(["heartbeat-reply: pong"]);
  });

  test("[FM30] for a page: what its WebSocket cannot be told is named", () => {
    const { text, left } = browser.write.write("Chat", { ...raw, connectTimeout: seconds(3) });
    expect(text).toContain('const socket = new WebSocket("wss://h.example/chat", ["a"]);');
    expect(text).toContain("socket.send(new Uint8Array([0, 255]));");
    expect(kindsOf(left)).toEqual(["connect-timeout: 3 s", "close-code: 4000 bye", "heartbeat-reply: pong"]);
  });

  test("[FM30] for socket.io-client", () => {
    const { text, left } = socketioClient.write.write("Chat", io);
    expect(text).toBe(`// npm install socket.io-client
import { io } from "socket.io-client";

const socket = io("https://h.example/admin", {
  path: "/io/",
  query: { "a": "2" },
  auth: { "token": "t" },
  transports: ["websocket"],
  extraHeaders: { "X-A": "1" },
  withCredentials: true,
  timeout: 20000,
  reconnection: true,
  reconnectionDelay: 1000,
  reconnectionDelayMax: 5000,
  reconnectionAttempts: 3,
});

socket.on("connect", () => {
  console.log("open", socket.id);
  socket.timeout(5000).emit("join", "lobby", { "user": null, "on": true }, Buffer.from([1]), (error, ...reply) => console.log("acknowledged", "join", ...(error ? [error.message] : reply)));
  socket.emit("bare");
});
socket.onAny((event, ...args) => console.log(event, ...args));
socket.on("connect_error", (error) => console.error(error.message ?? error));
socket.on("disconnect", (reason) => {
  console.log("closed", reason);
});
`);
    expect(kindsOf(left)).toEqual(["duplicate-parameters: a"]);
  });

  test("[FM30] for version 2 of it: without auth, and acknowledgements without a limit", () => {
    const { text, left } = socketioClient.write.write("Chat", {
      ...io,
      socketio: { ...io.socketio, clientVersion: "2" },
    });
    expect(text).toContain('import io from "socket.io-client";');
    expect(text).not.toMatch(/auth:|onAny|\.timeout\(/);
    expect(kindsOf(left)).toEqual(["ack-timeout: join 5 s", "duplicate-parameters: a", "with-credentials: "]);
  });

  test("[FM30] for Python's websockets", () => {
    const { text, left } = pythonWebsockets.write.write("Chat", { ...raw, reconnect: { ...raw.reconnect, on: true } });
    expect(text).toContain(
      '    async with websockets.connect(\n        "wss://h.example/chat",\n        subprotocols=["a"],',
    );
    expect(text).toContain('        await socket.send(bytes.fromhex("00 ff"))');
    expect(kindsOf(left)).toEqual(["reconnect: ", "close-code: 4000 bye", "heartbeat-reply: pong"]);
  });

  test("[FM30] for python-socketio", () => {
    const { text, left } = pythonSocketio.write.write("Chat", io);
    expect(text).toContain(
      '    client.emit("join", ("lobby", {"user": None, "on": True}, bytes.fromhex("01")), namespace="/admin", callback=lambda',
    );
    expect(text).toContain('    client.emit("bare", (), namespace="/admin")');
    expect(text).toContain('    auth={"token": "t"},');
    expect(kindsOf(left)).toEqual(["ack-timeout: join 5 s", "with-credentials: "]);
  });
});

const nasty = [
  "",
  "'\"`\\",
  "\"\"\"'''\\",
  "$" + "{process.exit(1)} #{1} {0} %s",
  "\n\r\t\u0000\u001b[2J\u2028\u2029\ufeff",
  '");process.exit(1);("',
  '")\nimport os; os.abort()\n#',
  "</script><!--",
  "*/ // # \\N{DASH} \\x41 \\u0041",
  "\ud800 lone \udc00 😀 你好",
  "__proto__",
];
const anything = fc.oneof(fc.constantFrom(...nasty), fc.string({ unit: "binary" }), fc.string());

describe("[FM31] whatever a value is", () => {
  test("a string of JavaScript is that value, in a module and in a page", () => {
    fc.assert(
      fc.property(anything, (value) => {
        const literal = jsString(value);
        expect(JSON.parse(literal)).toBe(value);
        expect(literal).not.toMatch(/[\n\r\u2028\u2029]|<\/|<!--/);
      }),
    );
  });

  test("JSON in JavaScript is that JSON, `__proto__` and nesting and all", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.json(),
          fc.constantFrom('{"__proto__":1}', '{"\\u005f_proto__":1}', "[".repeat(99) + "]".repeat(99), '["</script>"]'),
        ),
        (json) => {
          const code = jsJson(json);
          const detour = /^JSON\.parse\((.*)\)$/s.exec(code)?.[1];
          const text = detour === undefined ? code : String(JSON.parse(detour));
          expect(JSON.stringify(JSON.parse(text))).toBe(JSON.stringify(JSON.parse(json)));
          if (/__proto__|\\u005f/.test(json)) expect(detour).not.toBe(undefined);
          expect(code).not.toMatch(/[\u2028\u2029]|<\//);
        },
      ),
    );
  });

  test("a literal of Python is that value", () => {
    const values = [...nasty, ...fc.sample(anything, 300)];
    const jsons = ["null", "[true,false,{}]", "1e999", "[".repeat(99) + "]".repeat(99), ...fc.sample(fc.json(), 100)];
    const script = [
      "import ast, json, sys",
      "given = json.load(sys.stdin)",
      "for literal, value in given['strings']: assert ast.literal_eval(literal) == value, literal",
      "for code, text in given['jsons']:",
      "    tree = ast.parse(code, mode='eval').body",
      "    found = json.loads(tree.args[0].value) if isinstance(tree, ast.Call) else eval(code, {'__builtins__': {}})",
      "    assert json.dumps(found) == json.dumps(json.loads(text)), code",
      "print('same')",
    ].join("\n");
    const input = JSON.stringify({
      strings: values.map((value) => [pyString(value), value]),
      jsons: jsons.map((json) => [pyJson(json), json]),
    });
    const { stdout, stderr } = spawnSync("python3", ["-c", script], { input, encoding: "utf8" });
    expect(stderr).toBe("");
    expect(stdout.trim()).toBe("same");
  });

  const hostileProfiles: readonly Profile[] = nasty.flatMap((value) => [
    {
      ...raw,
      url: `wss://h/${value}?${value}=${value}`,
      websocket: { subprotocols: [value], closing: { code: 1000, reason: value } },
      onOpen: [frame(value), frame(JSON.stringify([value]), "json")],
      heartbeat: { ...raw.heartbeat, message: frame(value) },
      notes: value,
    },
    {
      ...io,
      url: `https://h?${value}=${value}`,
      socketio: {
        ...io.socketio,
        namespace: `/${value}`,
        path: `/${value}`,
        auth: JSON.stringify({ [value]: value }),
        headers: [{ name: "X-A", value }],
      },
      onOpen: [{ event: value, ack: ms(10), parts: [part(value), part(JSON.stringify({ [value]: value }), "json")] }],
      heartbeat: { ...io.heartbeat, on: true, message: { event: "beat", ack: null, parts: [part(value)] } },
    },
  ]);

  test("every script parses, and calls nothing that the plain one does not call", () => {
    const script = [
      "import ast, json, sys",
      "def calls(code):",
      "    found = [ast.unparse(node.func) for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Call)]",
      "    return sorted(set(found) - {'json.loads', 'base64.b64decode', 'bytes.fromhex'})",
      "for code in json.load(sys.stdin): print(json.dumps(calls(code)))",
    ].join("\n");
    const write = (profile: Profile): string =>
      (profile.protocol === "websocket" ? pythonWebsockets : pythonSocketio).write.write("x", profile).text;
    const plain: readonly Profile[] = [
      { ...raw, onOpen: [frame("a")] },
      {
        ...io,
        onOpen: [{ event: "e", ack: ms(10), parts: [] }],
        heartbeat: { ...io.heartbeat, on: true, message: { event: "beat", ack: null, parts: [] } },
      },
    ];
    const input = JSON.stringify([...plain, ...hostileProfiles].map(write));
    const { stdout, stderr } = spawnSync("python3", ["-c", script], { input, encoding: "utf8" });
    expect(stderr).toBe("");
    const [socket = "", events = "", ...rest] = stdout.trim().split("\n");
    for (const calls of rest) {
      const known = (JSON.parse(calls) as string[]).filter(
        (call) => !socket.includes(`"${call}"`) && !events.includes(`"${call}"`),
      );
      expect(known).toEqual([]);
    }
    expect(rest).toHaveLength(hostileProfiles.length);
  });

  test("every script is JavaScript to Node.js", () => {
    const codes = hostileProfiles.flatMap((profile) =>
      (profile.protocol === "websocket" ? [nodeWs, browser] : [socketioClient, browser]).map(
        ({ write }) => write.write("x", profile).text,
      ),
    );
    // One module of functions, for a process each would take seconds; imports cannot stand in one.
    const all = codes.map((code) => `async () => {\n${code.replace(/^import .*$/gm, "")}\n};`).join("\n");
    const { stderr, status } = spawnSync(process.execPath, ["--check", "--input-type=module", "-"], {
      input: all.toWellFormed(),
      encoding: "utf8",
    });
    expect(stderr).toBe("");
    expect(status).toBe(0);
  });
});
