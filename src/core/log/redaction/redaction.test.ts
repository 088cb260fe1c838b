import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseJsonPath, type JsonPath } from "../../units/jsonPath.ts";
import { bytes, epochMs, ms, seq } from "../../units/units.ts";
import { utf8 } from "../../units/utf8.ts";
import type { LogEntry } from "../logEntry.ts";
import { Redactor } from "./redactor.ts";

const path = (text: string): JsonPath => {
  const read = parseJsonPath(text);
  return read.ok ? read.value : [];
};
const make = (secrets: boolean, ...paths: readonly string[]): Redactor =>
  new Redactor({ secrets, paths: paths.map(path) });

const entry = (body: LogEntry["body"], part: Partial<LogEntry> = {}): LogEntry => ({
  seq: seq(1),
  time: epochMs(1),
  direction: "received",
  kind: "message",
  event: null,
  ackId: null,
  linked: null,
  size: bytes(1),
  body,
  ...part,
});

const text = (redactor: Redactor, value: string): string => redactor.text(value);
const event = (redactor: Redactor, value: string, part: Partial<LogEntry>): string => {
  const { body } = redactor.entry(entry({ type: "event", text: value, attachments: [] }, part));
  return body.type === "event" ? body.text : "";
};

describe("what does not leave", () => {
  test.each([
    ['{"user":"u","password":"p"}', '{"user":"u","password":"[redacted]"}'],
    ['{"auth":{"pin":1234,"ok":true}}', '{"auth":{"pin":"[redacted]","ok":true}}'],
    ['42["login",{"token":"abc"}]', '42["login",{"token":"[redacted]"}]'],
    ["Authorization: Bearer abcdefgh1234", "Authorization: [redacted]"],
    ['{"n":12345678901234567890}', '{"n":12345678901234567890}'],
    ["plain", "plain"],
  ])("[EP10] secrets by name and by looks: %s", (before, after) => {
    expect(text(make(true), before)).toBe(after);
  });

  test.each([
    ["$.user.email", '{"user":{"email":"a@b","id":1}}', '{"user":{"email":"[redacted]","id":1}}'],
    [
      "$..id",
      '{"id":1,"list":[{"id":{"deep":2}},{"x":3}]}',
      '{"id":"[redacted]","list":[{"id":"[redacted]"},{"x":3}]}',
    ],
    ["$.list[1]", '{"list":[1,[2],3]}', '{"list":[1,"[redacted]",3]}'],
    ["$.list[*].a", '{"list":[{"a":1},{"a":2}]}', '{"list":[{"a":"[redacted]"},{"a":"[redacted]"}]}'],
    ["$.*", '{"a":1,"b":[2]}', '{"a":"[redacted]","b":"[redacted]"}'],
    ["$", "[1,2]", '"[redacted]"'],
    ["$.a", "no JSON", "no JSON"],
    ["$['a b']", '{"a b":1,"\\u0061 b":2}', '{"a b":"[redacted]","\\u0061 b":"[redacted]"}'],
  ])("[EP11] %s", (one, before, after) => {
    expect(text(make(false, one), before)).toBe(after);
  });

  test("[EP12] to a path `$` is each argument of an event, in the log and in a packet on the wire", () => {
    const one = make(false, "$.email");
    expect(event(one, '["chat",{"email":1},{"email":2}]', { event: "chat" })).toBe(
      '["chat",{"email":"[redacted]"},{"email":"[redacted]"}]',
    );
    expect(event(one, '[{"email":1}]', { kind: "ack" })).toBe('[{"email":"[redacted]"}]');
    expect(text(one, '42/chat,7["chat",{"email":1}]')).toBe('42/chat,7["chat",{"email":"[redacted]"}]');
    expect(text(one, '437[{"email":1}]')).toBe('437[{"email":"[redacted]"}]');
  });

  test("[EP12] all arguments of an event that is named like a secret are one", () => {
    expect(event(make(true), '["auth","abc",5]', { event: "auth" })).toBe('["auth","[redacted]","[redacted]"]');
  });

  test("[EP13] octets that read as text are looked through, others stay", () => {
    const redactor = make(true);
    const octets = (value: Uint8Array<ArrayBuffer>): Uint8Array =>
      (redactor.entry(entry({ type: "binary", octets: value })).body as { octets: Uint8Array }).octets;
    expect(octets(utf8('{"token":"x"}'))).toEqual(utf8('{"token":"[redacted]"}'));
    expect(octets(Uint8Array.of(0xff, 1))).toEqual(Uint8Array.of(0xff, 1));
  });

  test("[EP14] addresses, subprotocols and the beginnings of messages in notes are looked through", () => {
    const redactor = make(true, "$.email");
    const note = redactor.entry(
      entry({
        type: "note",
        note: {
          note: "connecting",
          url: "wss://me:pw@example.test/a?token=abc&x=1",
          retry: 0,
          subprotocols: ["v1", "bearer.abcdef"],
          namespace: null,
        },
      }),
    );
    expect(note.body).toMatchObject({
      note: { url: "wss://redacted@example.test/a?token=redacted&x=1", subprotocols: ["v1", "bearer.[redacted]"] },
    });
    const failed = redactor.entry(
      entry({
        type: "note",
        note: { note: "transport-upgrade-failed", to: "websocket", message: '{"email":"a@b","cut' },
      }),
    );
    expect(failed.body).toMatchObject({ note: { to: "websocket", message: "[redacted]" } });
    expect(redactor.counted()).toEqual({ secrets: 3, paths: 1 });
    const opened = {
      note: "opened",
      after: ms(1),
      negotiated: { subprotocol: "", extensions: "", url: "", socketio: null },
    };
    expect(redactor.entry(entry({ type: "note", note: opened as never })).body).toEqual({ type: "note", note: opened });
  });

  test("[EP15] JSON stays JSON, whatever is left out of it", () => {
    const names = fc.constantFrom("a", "token", "email", "list");
    const value = fc.letrec((tie) => ({
      any: fc.oneof(
        fc.integer(),
        fc.string(),
        fc.array(tie("any"), { maxLength: 3 }),
        fc.dictionary(names, tie("any"), { maxKeys: 3 }),
      ),
    })).any;
    fc.assert(
      fc.property(value, (one) => {
        const redacted = text(make(true, "$..email", "$.list[0]"), JSON.stringify(one));
        expect(() => JSON.parse(redacted) as unknown).not.toThrow();
        expect(redacted).not.toMatch(/"email":(?!"\[redacted\]")/);
      }),
      { numRuns: 500 },
    );
  });
});
