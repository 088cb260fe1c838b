import { describe, expect, test } from "vitest";
import { newProfile, type Profile } from "../profile/profile.ts";
import { ms } from "../units/units.ts";
import { bruno } from "./bruno.ts";
import type { Imported } from "./format.ts";
import { readAny } from "./readAny.ts";
import { draftOf } from "./reading/draftOf.ts";
import { samples } from "./samples.ts";

const read = (text: string, format: string): Imported => {
  const result = readAny(text);
  if (!result.ok) return expect.fail(JSON.stringify(result.fault));
  expect(result.value.format).toBe(format);
  return result.value;
};
const kindsOf = ({ left }: Imported): readonly string[] =>
  left.map(({ kind, of, detail }) => [kind, of, detail].filter((part) => part !== "").join(": "));
const byName = ({ bundle }: Imported, name: string): Profile =>
  bundle.profiles.find((one) => one.name === name)?.profile ?? expect.fail(`no ${name}`);
const places = ({ bundle }: Imported): readonly string[] =>
  bundle.profiles.map(({ name, folder }) => `${folder ?? "-"} > ${name}`);

describe("Insomnia", () => {
  test("[FM14] version 4: workspaces, folders, payloads and environments", () => {
    const imported = read(samples.insomnia4, "insomnia");
    expect(places(imported)).toEqual(["Shop / Live > Chat", "Shop > Events"]);
    const chat = byName(imported, "Chat");
    expect(chat.url).toBe("wss://{{host}}/chat?room={{room.id}}");
    expect(chat.websocket.subprotocols).toEqual(["json"]);
    expect(chat.notes).toBe("The chat.");
    expect(chat.saved).toEqual([
      { id: "imported-1", name: "Hello", draft: draftOf('{"op":"hello","token":"{{token}}"}') },
    ]);
    const events = byName(imported, "Events");
    expect(events).toMatchObject({ protocol: "socketio", url: "https://h" });
    expect(events.socketio).toMatchObject({
      path: "/io/",
      namespace: "/admin",
      headers: [{ name: "Authorization", value: "Bearer {{token}}" }],
    });
    expect(events.saved[0]?.draft).toEqual({
      event: "join",
      ack: 5000,
      parts: [
        { format: "json", text: "[1]", file: null },
        { format: "text", text: "lobby", file: null },
      ],
    });
    expect(imported.bundle.environments).toEqual([
      {
        id: null,
        name: "Base Environment",
        variables: [
          { name: "host", value: "h.example", secret: false },
          { name: "room.id", value: "7", secret: false },
        ],
      },
      {
        id: null,
        name: "Mine",
        variables: [
          { name: "host", value: "localhost", secret: true },
          { name: "room.id", value: "7", secret: false },
        ],
      },
    ]);
    expect(kindsOf(imported)).toEqual([
      "disabled: Chat: X-Old",
      "basic-auth: Chat: basic",
      "headers: Chat: X-Client",
      "http-request: Login: https://h/login",
    ]);
  });

  test("[FM14] version 5: a tree, path parameters, listeners, sub environments", () => {
    const imported = read(samples.insomnia5, "insomnia");
    expect(places(imported)).toEqual(["Shop / Live / Deep > Chat", "Shop > Events"]);
    expect(byName(imported, "Chat").url).toBe("wss://h.example/rooms/7/:tail?token={{token}}");
    expect(byName(imported, "Events")).toMatchObject({ url: "http://h:3000", socketio: { path: "/socket.io" } });
    expect(imported.bundle.environments.map(({ name, variables }) => [name, variables.length])).toEqual([
      ["Base", 1],
      ["Staging", 2],
    ]);
    expect(kindsOf(imported)).toEqual([
      "path-parameters: Chat: tail",
      "authentication: Chat: bearer",
      "scripts: Chat: preRequest",
      "event-listeners: Events: news",
      "http-request: Health: https://h/health",
    ]);
  });
});

describe("Postman", () => {
  test("[FM15] a collection: addresses of WebSocket and Socket.IO only, and its variables", () => {
    const imported = read(samples.postman, "postman");
    expect(places(imported)).toEqual(["Shop / Live > Chat", "Shop > By variable", "Shop > Polling"]);
    expect(byName(imported, "Chat").url).toBe("wss://{{host}}/rooms/7?a=1");
    expect(byName(imported, "Chat").notes).toBe("The chat.");
    expect(byName(imported, "Polling")).toMatchObject({ protocol: "socketio", url: "https://h" });
    expect(imported.bundle.environments).toMatchObject([
      {
        name: "Shop",
        variables: [
          { name: "base", value: "wss://h" },
          { name: "key", secret: true },
        ],
      },
    ]);
    expect(kindsOf(imported)).toEqual([
      "disabled: Chat: off",
      "basic-auth: Chat: basic",
      "scripts: Chat: prerequest",
      "headers: Chat: Authorization",
      "http-request: Login: POST https://h/login",
      "disabled: Shop: old",
    ]);
  });

  test("[FM15] an environment: secrets stay secret, what is switched off stays behind", () => {
    const imported = read(samples.postmanEnvironment, "postman");
    expect(imported.bundle).toEqual({
      folders: [],
      profiles: [],
      environments: [
        {
          id: null,
          name: "Staging",
          variables: [
            { name: "host", value: "h", secret: false },
            { name: "token", value: "t", secret: true },
          ],
        },
      ],
    });
    expect(kindsOf(imported)).toEqual(["disabled: Staging: old"]);
  });
});

describe("Bruno", () => {
  test("[FM16] one request: messages, variables, notes", () => {
    const imported = read(samples.bruno, "bruno");
    const chat = byName(imported, "Chat");
    expect(chat.url).toBe("wss://{{host}}/chat");
    expect(chat.connectTimeout).toBe(30_000);
    expect(chat.saved.map(({ name, draft }) => [name, draft.parts[0]])).toEqual([
      ["hello", { format: "json", text: '{"op":"hello"}', file: null }],
      ["plain", { format: "text", text: "1", file: null }],
    ]);
    expect(chat.variables).toEqual([{ name: "host", value: "h.example", secret: false }]);
    expect(chat.notes).toBe("# Chat\n");
    expect(kindsOf(imported)).toEqual([
      "disabled: Chat: old",
      "basic-auth: Chat: basic",
      "headers: Chat: X-A",
      "ping-interval: Chat: 5 s",
    ]);
  });

  test("[FM23] what is written is read back, variables and all", () => {
    const profile: Profile = {
      ...newProfile,
      url: "wss://{{host}}/a?b=#'\"",
      websocket: { ...newProfile.websocket, subprotocols: ["a", "b"] },
      connectTimeout: ms(1500),
      saved: [
        { id: "imported-1", name: "one: two", draft: draftOf('{"a": "{{x}}"}') },
        { id: "imported-2", name: "- null", draft: draftOf("yes\n---\n'\"\u0000\u001b\ttext ") },
      ],
      variables: [{ name: "host", value: "null", secret: false }],
      notes: "# not a comment\n\n  indented: yes",
    };
    const { text, left } = bruno.write.write("On: Off", profile);
    expect(left).toEqual([]);
    const imported = read(text, "bruno");
    expect(imported.left).toEqual([]);
    expect(byName(imported, "On: Off")).toEqual({ ...profile, url: "wss://{{host}}/a?b=" });
  });

  test("[FM23] a secret's value is not written, and what Bruno lacks is named", () => {
    const { text, left } = bruno.write.write("Chat", {
      ...newProfile,
      url: "ws://h",
      onOpen: [draftOf("hi"), { ...draftOf(""), parts: [{ format: "hex", text: "00", file: null }] }],
      variables: [{ name: "token", value: "s3cr3t", secret: true }],
      heartbeat: { ...newProfile.heartbeat, on: true },
      reconnect: { ...newProfile.reconnect, on: true },
    });
    expect(text).not.toContain("s3cr3t");
    expect(left.map(({ kind, detail }) => `${kind}: ${detail}`)).toEqual([
      "on-open-messages: 2",
      "binary-message: on open 2",
      "heartbeat: 25 s",
      "reconnect: ",
      "secret-value: token",
    ]);
  });
});

describe("AsyncAPI", () => {
  test("[FM17] 2.x: servers times channels; what clients publish is saved", () => {
    const imported = read(samples.asyncapi2, "asyncapi");
    expect(places(imported)).toEqual(["Market > /ticker/{pair}", "Market > /orders"]);
    const ticker = byName(imported, "/ticker/{pair}");
    expect(ticker.url).toBe("wss://{{region}}.h.example/v1/ticker/{{pair}}?depth=10&token={{token}}");
    expect(ticker.variables).toEqual([
      { name: "region", value: "eu", secret: false },
      { name: "pair", value: "BTC", secret: false },
      { name: "token", value: "", secret: false },
    ]);
    expect(ticker.saved.map(({ name, draft }) => [name, draft.parts[0]?.text])).toEqual([
      ["Subscribe: first", '{\n  "op": "subscribe"\n}'],
      ["unsubscribe", "bye"],
    ]);
    expect(byName(imported, "/orders").saved).toEqual([]);
    expect(kindsOf(imported)).toEqual([
      "server-protocol: broker: kafka",
      "authentication: /ticker/{pair}: public",
      "headers: /ticker/{pair}: X-Key",
      "optional-parameters: /ticker/{pair}: limit",
      "schema: /ticker/{pair}: Subscribe",
      "external-reference: other.yaml#/x",
      "authentication: /orders: public",
    ]);
  });

  test("[FM17] 3.0: what the application receives is what we send; Socket.IO by convention", () => {
    const imported = read(samples.asyncapi3, "asyncapi");
    expect(places(imported)).toEqual(["Chat > Rooms (raw)", "Chat > Rooms (io)"]);
    expect(byName(imported, "Rooms (raw)")).toMatchObject({
      url: "wss://h.example/ws/rooms/{{id}}",
      variables: [{ name: "id", value: "lobby" }],
    });
    const io = byName(imported, "Rooms (io)");
    expect(io).toMatchObject({
      protocol: "socketio",
      url: "http://h.example",
      socketio: { namespace: "/rooms/{{id}}" },
    });
    expect(io.saved.map(({ name, draft }) => [name, draft.event, draft.parts.map(({ text }) => text)])).toEqual([
      ["join", "join", ['{\n  "user": 1\n}']],
    ]);
  });
});

describe("URLs", () => {
  test("[FM18] one address a line; another line is named by its number", () => {
    const imported = read("# mine\nws://a/x\n\n  wss://b?k=1 \nhello\n", "urls");
    expect(imported.bundle.profiles.map(({ name, profile }) => [name, profile.url])).toEqual([
      ["a/x", "ws://a/x"],
      ["b", "wss://b?k=1"],
    ]);
    expect(kindsOf(imported)).toEqual(["unreadable-line: 5"]);
  });
});
