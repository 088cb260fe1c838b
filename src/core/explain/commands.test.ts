import { spawnSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CAUSES, type Cause } from "./cause.ts";
import { commandsFor, type CommandId } from "./commands.ts";
import { shellQuote } from "../units/shellQuote.ts";
import type { Target } from "./target.ts";

const chat: Target = {
  protocol: "websocket",
  url: "ws://shop.example:8080/chat?room=1",
  isSecure: false,
  host: "shop.example",
  port: 8080,
  path: "/chat?room=1",
  subprotocols: ["a", "b"],
  origin: "http://localhost:4173",
  headers: [],
  namespace: null,
  idleLimit: null,
};
const admin: Target = {
  ...chat,
  protocol: "socketio",
  url: "https://shop.example",
  isSecure: true,
  port: 443,
  path: "/socket.io/?EIO=4&transport=polling&apikey=k",
  subprotocols: [],
  origin: "https://app.example",
  headers: [],
  namespace: "/admin",
};

const sh = (script: string): { readonly out: string; readonly err: string } => {
  const { stdout, stderr, error } = spawnSync("sh", { input: script, encoding: "utf8" });
  if (error) throw error;
  return { out: stdout, err: stderr };
};
const textOf = (cause: Cause, target: Target, id: CommandId): string =>
  commandsFor(cause, target).find((command) => command.id === id)?.text ?? "";

/** Stand-ins that print what they were given; with no PATH, nothing else can run. */
const stubs = ["curl", "npx", "openssl", "nslookup", "getent", "ss", "lsof", "netstat", "findstr", "grep", "sed"]
  .map((name) => `${name}() { printf '${name}'; printf '<%s>' "$@"; echo; }`)
  .join("\n");
/** The words that programs get, one line a program. */
const given = (text: string): { readonly out: string; readonly err: string } =>
  sh(`PATH=/nowhere\n${stubs}\n${text}\n`);

describe("whatever a user's values are", () => {
  const hostile = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.string({
      unit: fc.constantFrom("'", '"', "\\", "$", "`", "(", ")", ";", "&", "|", "\n", " ", "*", "!", "-", "#", "~"),
    }),
    fc.constantFrom("$(curl x)", "';curl x;'", "`curl x`", "'\\''", "\n curl x\n", "-o/tmp/x", "a'b\"c"),
  );

  test("[EX70] a quoted value is one word to sh, the same character for character", () => {
    fc.assert(
      fc.property(fc.array(hostile, { minLength: 20, maxLength: 20 }), (values) => {
        // Half of a surrogate pair has no UTF-8, and sh has no NUL.
        const sayable = values.map((value) => value.toWellFormed().replaceAll("\0", ""));
        const { out, err } = sh(sayable.map((value) => `printf '<%s>\\n' ${shellQuote(value)}`).join("\n"));
        expect(err).toBe("");
        expect(out).toBe(sayable.map((value) => `<${value}>\n`).join(""));
      }),
      { numRuns: 50 },
    );
  });

  test("[EX70] no host, path, origin, subprotocol or namespace breaks out of a command", () => {
    fc.assert(
      fc.property(hostile, hostile, hostile, hostile, fc.boolean(), (host, path, origin, name, isSocketio) => {
        const base = isSocketio ? admin : chat;
        const target = { ...base, host, path: `/${path}`, origin, subprotocols: [name], namespace: `/${name}` };
        const plain = CAUSES.flatMap((cause) => commandsFor(cause, base));
        const texts = new Map(CAUSES.flatMap((cause) => commandsFor(cause, target)).map(({ id, text }) => [id, text]));
        // The same programs run, as often, however the values read.
        const programs = (out: string): readonly string[] =>
          out.match(/^(?:curl|npx|openssl|nslookup|getent|ss|lsof|findstr|grep|sed)</gm) ?? [];
        const [ids, all] = [[...texts.keys()], [...texts.values()].map((text) => text.toWellFormed())];
        const expected = ids.map((id) => plain.find((command) => command.id === id)?.text ?? "");
        const ran = given(all.join("\n"));
        expect(ran.err).toBe("");
        expect(programs(ran.out)).toEqual(programs(given(expected.join("\n")).out));
      }),
      { numRuns: 40 },
    );
  });
});

describe("commands say", () => {
  test("[EX71] the handshake as the browser sends it, ready to paste", () => {
    expect(textOf("unreachable", chat, "curl-upgrade")).toBe(
      [
        "curl -sv -m 5 --http1.1 \\",
        "  -H 'Connection: Upgrade' \\",
        "  -H 'Upgrade: websocket' \\",
        "  -H 'Sec-WebSocket-Version: 13' \\",
        "  -H 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==' \\",
        "  -H 'Sec-WebSocket-Protocol: a, b' \\",
        "  -H 'Origin: http://localhost:4173' \\",
        "  'http://shop.example:8080/chat?room=1'",
      ].join("\n"),
    );
    expect(given(textOf("subprotocol", chat, "wscat")).out).toBe(
      "npx<wscat><-c><ws://shop.example:8080/chat?room=1><-s><a><-s><b><-o><http://localhost:4173>\n",
    );
  });

  test("[EX71] for Socket.IO the Engine.IO handshake, with the user's own query", () => {
    expect(textOf("socketio-cors", admin, "curl-polling")).toContain(
      "'https://shop.example/socket.io/?EIO=4&transport=polling&apikey=k'",
    );
    expect(textOf("socketio-version", admin, "curl-polling-v3")).toContain("?EIO=3&transport=polling&apikey=k'");
    expect(textOf("socketio-transport", admin, "curl-upgrade")).toContain("?EIO=4&transport=websocket&apikey=k'");
    expect(textOf("socketio-namespace", admin, "wscat-namespace")).toContain("-x '40/admin,'");
    expect(textOf("socketio-behind-raw", chat, "curl-polling")).toContain(
      "'http://shop.example:8080/socket.io/?EIO=4&transport=polling'",
    );
  });

  test("[EX71] an address by its number where there is no name", () => {
    const local = { ...chat, host: "::1", port: 8443, isSecure: true };
    expect(textOf("tls", local, "openssl")).toBe("openssl s_client -connect '[::1]:8443' </dev/null");
    expect(textOf("tls", admin, "openssl")).toContain("-servername 'shop.example'");
    expect(textOf("localhost-family", local, "curl-upgrade-v4")).toContain("'https://127.0.0.1:8443/chat");
    expect(textOf("localhost-family", { ...chat, host: "127.0.0.1" }, "curl-upgrade-v6")).toContain(
      "'http://[::1]:8080/",
    );
    expect(textOf("localhost-family", { ...chat, host: "localhost" }, "curl-upgrade-v6")).toMatch(
      /^curl -6 .*localhost/s,
    );
    expect(textOf("wildcard-address", { ...chat, host: "0.0.0.0", port: 5200 }, "curl-route")).toContain(
      "'http://127.0.0.1:5001/route?uid=u1'",
    );
  });

  test("[EX71] brackets and braces in a path are no pattern to curl", () => {
    expect(textOf("no-answer", { ...chat, path: "/{a,b}[1-9]" }, "curl-get")).toMatch(/^curl .*--globoff/);
    expect(textOf("no-answer", { ...chat, host: "::1", path: "/" }, "curl-get")).not.toContain("globoff");
  });
});

describe("each cause", () => {
  test("[EX72] has up to four questions, none of them twice", () => {
    for (const target of [chat, admin, { ...chat, host: "localhost" }]) {
      const lists = CAUSES.map((cause) => commandsFor(cause, target).map(({ id }) => id));
      expect(lists.filter((ids) => new Set(ids).size < ids.length)).toEqual([]);
      // Who listens is one question, asked differently on three systems.
      const questions = lists.map((ids) => ids.filter((id) => !/^listen-(?:mac|windows)$/.test(id)));
      expect(questions.filter((ids) => ids.length > 4)).toEqual([]);
    }
  });

  test("[EX72] has none where no command tells more", () => {
    const silent: readonly Cause[] = ["invalid-url", "offline", "client-closed", "setup", "replaced"];
    expect(silent.flatMap((cause) => commandsFor(cause, chat))).toEqual([]);
  });

  test("[EX72] asks the most deciding first", () => {
    expect(commandsFor("tls", admin)[0]?.id).toBe("openssl");
    expect(commandsFor("dns", chat)[0]?.id).toBe("dns");
    expect(commandsFor("refused", chat)[0]?.id).toBe("curl-upgrade");
    expect(commandsFor("socketio-session", admin)[0]?.id).toBe("curl-session");
  });
});

test("[EX71] headers of the setup go with the requests that carry them", () => {
  const target: Target = {
    protocol: "socketio",
    url: "http://localhost:3000/",
    isSecure: false,
    host: "localhost",
    port: 3000,
    path: "/socket.io/?EIO=4&transport=polling",
    subprotocols: [],
    origin: "http://localhost:4173",
    headers: [{ name: "x-api-key", value: "it's" }],
    namespace: "/",
    idleLimit: null,
  };
  const [polling] = commandsFor("socketio-auth", target);
  expect(polling?.text).toContain(String.raw`-H 'x-api-key: it'\''s'`);
});
