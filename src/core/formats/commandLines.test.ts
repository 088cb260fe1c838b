import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { newProfile, type Profile } from "../profile/profile.ts";
import { ms, seconds } from "../units/units.ts";
import { curl } from "./curl.ts";
import type { Imported } from "./format.ts";
import { readAny } from "./readAny.ts";
import { draftOf } from "./reading/draftOf.ts";
import { websocat } from "./websocat.ts";
import { wscat } from "./wscat.ts";

const read = (text: string, format: string): Imported => {
  const result = readAny(text);
  if (!result.ok) return expect.fail(JSON.stringify(result.fault));
  expect(result.value.format).toBe(format);
  return result.value;
};
const only = ({ bundle }: Imported): Profile => {
  expect(bundle.profiles).toHaveLength(1);
  return bundle.profiles[0]?.profile ?? expect.fail("none");
};
const kindsOf = ({ left }: Imported): readonly string[] => left.map(({ kind, detail }) => `${kind}: ${detail}`);
const savedTexts = (profile: Profile): readonly string[] =>
  profile.saved.map(({ draft }) => draft.parts[0]?.text ?? "");

describe("wscat", () => {
  test("[FM10] wscat: address, subprotocols and messages are taken, the rest is named without its values", () => {
    const line =
      "npx wscat -c wss://h.example/p?a=1 -s proto1 -s proto2 -H 'Authorization: Bearer X' -o https://origin -n " +
      '--ca f --cert g --key h --proxy http://u:pw@proxy:8 -P --slash -x \'{"op":"ping"}\' -x hello -w 5 --what';
    const imported = read(line, "wscat");
    const profile = only(imported);
    expect(imported.bundle.profiles[0]?.name).toBe("h.example/p");
    expect(profile.url).toBe("wss://h.example/p?a=1");
    expect(profile.websocket.subprotocols).toEqual(["proto1", "proto2"]);
    expect(profile.saved.map(({ draft }) => draft.parts[0])).toEqual([
      { format: "json", text: '{"op":"ping"}', file: null },
      { format: "text", text: "hello", file: null },
    ]);
    expect(kindsOf(imported)).toEqual([
      "tls-verification: -n",
      "tls-verification: --ca",
      "client-certificate: --cert",
      "client-certificate: --key",
      "proxy: http://proxy:8",
      "ping-interval: -P",
      "ping-interval: --slash",
      "unknown-option: --what",
      "headers: Authorization",
      "origin: https://origin",
    ]);
  });

  test.each([
    ["$ wscat --connect=localhost:3000", "ws://localhost:3000"],
    ["# echo\nwscat -cws://h/\\\n?x=1", "ws://h/?x=1"],
    ['wscat -c "ws://h/{{room}}" | jq', "ws://h/{{room}}"],
    ["/usr/bin/wscat@6.1.0 ws://h", "ws://h"],
    ["FOO=1 npx -y wscat -c ws://h/", "ws://h/"],
  ])("[FM10] wscat: %j", (line, url) => {
    expect(only(read(line, "wscat")).url).toBe(url);
  });

  test("[FM10] wscat: a server of its own is nothing to connect to", () => {
    expect(readAny("wscat -l 8080")).toEqual({ ok: false, fault: { kind: "nothing" } });
  });
});

describe("websocat", () => {
  test("[FM11] websocat: options with and without an equals sign", () => {
    const line =
      "websocat -H='Authorization: Bearer X' --protocol 'proto1, proto2' --origin https://o -k -t --ping-interval 20 " +
      "--print-ping-rtts --basic-auth u:p --socks5 h:1 -n1 --preamble hi --close-status-code=4001 --close-reason bye - wss://h/p";
    const imported = read(line, "websocat");
    const profile = only(imported);
    expect(profile.url).toBe("wss://h/p");
    expect(profile.websocket).toEqual({ subprotocols: ["proto1", "proto2"], closing: { code: 4001, reason: "bye" } });
    expect(savedTexts(profile)).toEqual(["hi"]);
    expect(kindsOf(imported)).toEqual([
      "tls-verification: -k",
      "ping-interval: --ping-interval",
      "ping-interval: --print-ping-rtts",
      "basic-auth: --basic-auth",
      "proxy: h:1",
      "headers: Authorization",
      "origin: https://o",
    ]);
  });
});

/** As Chrome 130 copies it. */
const chrome = `curl 'https://h.example/chat?room=1' \\
  -H 'Upgrade: websocket' \\
  -H 'Origin: https://app.example' \\
  -H 'Cache-Control: no-cache' \\
  -H 'Accept-Language: en-US,en;q=0.9' \\
  -H 'Pragma: no-cache' \\
  -b 'sid=secret-cookie' \\
  -H 'Connection: Upgrade' \\
  -H 'Sec-WebSocket-Key: SGVsbG8sIHdvcmxkIQ==' \\
  -H $'User-Agent: Mozilla/5.0 \\u0021' \\
  -H 'Sec-WebSocket-Version: 13' \\
  -H 'Sec-WebSocket-Protocol: graphql-transport-ws, json' \\
  -H 'Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits'`;

describe("curl", () => {
  test("[FM12] curl: a copied upgrade becomes a WebSocket with its subprotocols", () => {
    const imported = read(chrome, "curl");
    const profile = only(imported);
    expect(profile.url).toBe("wss://h.example/chat?room=1");
    expect(profile.websocket.subprotocols).toEqual(["graphql-transport-ws", "json"]);
    expect(kindsOf(imported)).toEqual(["origin: https://app.example", "cookies: Cookie"]);
  });

  test("[FM12] curl: the same as Windows' cmd has it", () => {
    const cmd = chrome.replaceAll(" \\\n", " ^\r\n").replaceAll("$'", "'").replaceAll("'", '^"');
    expect(only(read(cmd.replace("\\u0021", ""), "curl"))).toEqual(only(read(chrome, "curl")));
  });

  test("[FM13] curl: an Engine.IO address becomes Socket.IO, without the parameters that its client sets", () => {
    const imported = read(
      "curl -s 'https://h/io/socket.io/?EIO=3&transport=polling&t=abc&sid=1&room=%20a' -H 'X-Key: 1' -u me:pw -m 7",
      "curl",
    );
    const profile = only(imported);
    expect(profile).toMatchObject({ protocol: "socketio", url: "https://h?room=%20a", connectTimeout: 7000 });
    expect(profile.socketio).toMatchObject({
      clientVersion: "2",
      path: "/io/socket.io/",
      namespace: "/",
      headers: [
        { name: "X-Key", value: "1" },
        { name: "Authorization", value: "Basic bWU6cHc=" },
      ],
    });
    expect(imported.left).toEqual([]);
    expect(only(read("curl -i wss://h/socket.io/?EIO=4", "curl"))).toMatchObject({
      protocol: "socketio",
      url: "https://h",
    });
  });

  test("[FM12] curl: an ordinary request is left out, without its query", () => {
    const imported = read("curl https://h/api?token=abc; curl ws://h -d x --what -k", "curl");
    expect(only(imported).url).toBe("ws://h");
    expect(imported.left).toEqual([
      { kind: "http-request", of: "h/api", detail: "https://h/api" },
      { kind: "request-body", of: "h", detail: "-d" },
      { kind: "tls-verification", of: "h", detail: "-k" },
      { kind: "unknown-option", of: "h", detail: "--what" },
    ]);
    expect(readAny("curl https://h/")).toEqual({ ok: false, fault: { kind: "nothing" } });
  });
});

test("[FM4] no value of a header, cookie or password stands in what was left out", () => {
  const secret = "s3cr3t";
  const lines = [
    `wscat -c wss://u:${secret}@h/?k=${secret} -H 'Authorization: ${secret}' -H 'Cookie: a=${secret}' --auth u:${secret} --passphrase ${secret}`,
    `websocat wss://h -H='X-Api-Key: ${secret}' --basic-auth=u:${secret} --client-pkcs12-passwd ${secret}`,
    `curl wss://h -H 'Authorization: ${secret}' -b ${secret} -u u:${secret} --oauth2-bearer ${secret} --proxy http://u:${secret}@p`,
    `curl https://u:${secret}@h/?k=${secret} ws://h`,
  ];
  for (const line of lines) {
    const result = readAny(line);
    expect(
      JSON.stringify(result.ok ? [result.value.left, result.value.bundle.profiles.map(({ name }) => name)] : ""),
    ).not.toContain(secret);
  }
});

describe("what is written is read back", () => {
  const token = fc.string({ unit: fc.constantFrom(..."ab1!#$%&'*+-.^_`|~".split("")), minLength: 1, maxLength: 8 });
  const url = fc
    .tuple(fc.constantFrom("ws://h", "wss://h.example:8443", "ws://[::1]:9"), fc.webPath(), fc.webQueryParameters())
    .map(([origin, path, query]) => `${origin}${path === "" ? "/" : path}?${query}`);
  const text = fc.string({ unit: "binary", minLength: 1 }).map((any) => any.toWellFormed().replaceAll("\0", ""));
  const setup = fc.record({
    url,
    subprotocols: fc.uniqueArray(token, { maxLength: 3 }),
    texts: fc.array(
      text.filter((any) => any !== ""),
      { maxLength: 3 },
    ),
  });
  const profileOf = (one: { url: string; subprotocols: string[]; texts: string[] }): Profile => ({
    ...newProfile,
    url: one.url,
    websocket: { ...newProfile.websocket, subprotocols: one.subprotocols },
    onOpen: one.texts.map((any) => ({ ...draftOf(any), parts: [{ format: "text", text: any, file: null }] })),
  });

  test.each([wscat, websocat, curl])("[FM20] by $id: address, subprotocols, messages", (format) => {
    fc.assert(
      fc.property(setup, (one) => {
        const { text: line } = format.write.write("x", profileOf(one));
        const back = only(read(line, format.id));
        expect(back.url).toBe(one.url);
        expect(back.websocket.subprotocols).toEqual(one.subprotocols);
        if (format.id !== "curl") expect(savedTexts(back)).toEqual(one.texts);
      }),
      { numRuns: 100 },
    );
  });

  test("[FM20] by curl: Socket.IO's address, path, query, version and headers", () => {
    const profile: Profile = {
      ...newProfile,
      protocol: "socketio",
      url: "https://h:1?a=b%20c&d=%26",
      socketio: { ...newProfile.socketio, clientVersion: "2", path: "/x/", headers: [{ name: "X-A", value: "it's" }] },
    };
    const back = only(read(curl.write.write("x", profile).text, "curl"));
    expect(back).toEqual({ ...profile, url: "https://h:1?a=b%20c&d=%26" });
  });
});

describe("a written command says", () => {
  const profile: Profile = {
    ...newProfile,
    url: "h.example/chat?a=it's",
    websocket: { subprotocols: ["a", " b "], closing: { code: 4000, reason: "bye" } },
    onOpen: [draftOf('{"op":"hi"}'), { ...draftOf(""), parts: [{ format: "hex", text: "00 ff", file: null }] }],
    heartbeat: { ...newProfile.heartbeat, on: true, message: draftOf("ping"), every: seconds(30) },
    reconnect: { ...newProfile.reconnect, on: true },
    connectTimeout: ms(2500),
    notes: "n",
  };

  test("[FM21] wscat: one word a value, and what it cannot say", () => {
    const { text, left } = wscat.write.write("Chat", profile);
    expect(text).toBe(
      [
        "npx wscat \\",
        "  -c 'ws://h.example/chat?a=it'\\''s' \\",
        "  -s 'a' \\",
        "  -s 'b' \\",
        `  -x '{"op":"hi"}' \\`,
        "  -w -1",
        "",
      ].join("\n"),
    );
    expect(left).toEqual([
      { kind: "connect-timeout", of: "Chat", detail: "2.5 s" },
      { kind: "reconnect", of: "Chat", detail: "" },
      { kind: "close-code", of: "Chat", detail: "4000 bye" },
      { kind: "binary-message", of: "Chat", detail: "2" },
      { kind: "heartbeat", of: "Chat", detail: "30 s" },
      { kind: "notes", of: "Chat", detail: "" },
    ]);
  });

  test("[FM21] websocat: close code and reason, too", () => {
    expect(websocat.write.write("Chat", profile).text).toBe(
      [
        "websocat -E \\",
        "  --protocol='a, b' \\",
        `  --preamble='{"op":"hi"}' \\`,
        "  --close-status-code=4000 \\",
        "  --close-reason='bye' \\",
        "  'ws://h.example/chat?a=it'\\''s'",
        "",
      ].join("\n"),
    );
  });

  test("[FM21] curl: the handshake of a WebSocket", () => {
    const { text, left } = curl.write.write("Chat", profile);
    expect(text).toBe(
      [
        "curl -i -N -m 3 --http1.1 \\",
        "  -H 'Connection: Upgrade' \\",
        "  -H 'Upgrade: websocket' \\",
        "  -H 'Sec-WebSocket-Version: 13' \\",
        "  -H 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==' \\",
        "  -H 'Sec-WebSocket-Protocol: a, b' \\",
        "  'http://h.example/chat?a=it'\\''s'",
        "",
      ].join("\n"),
    );
    expect(left.map(({ kind }) => kind)).toContain("on-open-messages");
  });

  test("[FM22] a field with a fault is named, and the rest is written", () => {
    const { text, left } = wscat.write.write("Chat", {
      ...newProfile,
      url: "ftp://h/\u001b[2J",
      websocket: { ...newProfile.websocket, subprotocols: ["a b"] },
      onOpen: [{ ...draftOf(""), parts: [{ format: "json", text: "{", file: null }] }],
    });
    expect(text).toBe("npx wscat -c 'ftp://h/%1B[2J'\n");
    expect(left.map(({ kind, detail }) => `${kind}: ${detail}`)).toEqual([
      "faulty: url",
      "faulty: subprotocols",
      "faulty: 1",
    ]);
  });
});
