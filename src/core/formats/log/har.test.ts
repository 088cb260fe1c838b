import { isTraffic } from "../../log/entry.ts";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { har } from "./har.ts";
import { anyLog } from "./anyLog.ts";
import { connecting, ended, entry, head, note, opened, read, surveyOf, T, text, written } from "./logSamples.ts";
import type { ReadEntry } from "./reading/logReading.ts";

describe("HAR", () => {
  test("[EP3] is written as Chrome writes it, an entry for each attempt, with the close of HTTP Toolkit", () => {
    const log = [
      note(1, connecting),
      note(2, opened),
      text(3, "hello", "sent"),
      entry(4, { body: { type: "binary", octets: Uint8Array.of(0, 255) } }),
      note(9, ended),
      note(10, { ...connecting, retry: 1 }),
    ];
    const parsed = JSON.parse(written(har, log)) as { log: { entries: Record<string, unknown>[] } };
    expect(parsed.log.entries).toHaveLength(2);
    expect(parsed.log.entries[0]).toMatchObject({
      _resourceType: "websocket",
      startedDateTime: new Date(T + 1).toISOString(),
      time: 8,
      request: { url: "wss://example.test/feed", headers: [{ name: "Sec-WebSocket-Protocol", value: "v1" }] },
      response: { status: 101 },
      _webSocketMessages: [
        { type: "send", time: 1_720_000_000.1264, opcode: 1, data: "hello" },
        { type: "receive", time: 1_720_000_000.1274, opcode: 2, data: "AP8=" },
      ],
      _webSocketClose: { code: 1011, reason: "went away" },
    });
    expect(parsed.log.entries[1]).toMatchObject({ response: { status: 0 }, _webSocketMessages: [] });
  });

  test("[EP4] an event is the packet that was on the wire, with its binary frames behind it", () => {
    const log = [
      note(1, { ...connecting, namespace: "/chat" }),
      entry(2, { direction: "sent", ackId: 7, body: { type: "event", text: '["a",1]', attachments: [] } }),
      entry(3, { kind: "ack", ackId: 7, body: { type: "event", text: "[2]", attachments: [Uint8Array.of(1)] } }),
      entry(4, { kind: "ping", body: { type: "text", text: "2" } }),
    ];
    const parsed = JSON.parse(written(har, log, { ...head, protocol: "socketio" })) as {
      log: { entries: { _webSocketMessages: { data: string }[] }[] };
    };
    expect(parsed.log.entries[0]?._webSocketMessages.map(({ data }) => data)).toEqual([
      '42/chat,7["a",1]',
      "461-/chat,7[2]",
      "AQ==",
      "2",
    ]);
  });

  test("[IM4] a HAR of ours keeps payloads, directions and times to a millisecond", () => {
    const frames = anyLog.map((log) =>
      log.filter((one) => (one.body.type === "text" || one.body.type === "binary") && isTraffic(one)),
    );
    fc.assert(
      fc.property(frames, fc.integer({ min: 1, max: 100 }), (log, piece) => {
        fc.pre(log.length > 0);
        const { entries, bad } = read(har, written(har, [note(0, connecting), ...log]), piece);
        expect(bad).toEqual([]);
        const messages = entries.filter(({ body }) => body.type !== "note");
        expect(messages.map(({ direction, body }) => ({ direction, body }))).toEqual(
          log.map(({ direction, body }) => ({ direction, body })),
        );
        for (const [at, { time }] of messages.entries()) expect(Math.abs(time - (log[at]?.time ?? 0))).toBeLessThan(1);
      }),
      { numRuns: 200 },
    );
  });

  const harOf = (...entries: readonly unknown[]): string => JSON.stringify({ log: { version: "1.2", entries } });
  const socket = (messages: unknown, more: object = {}): object => ({
    _resourceType: "websocket",
    _webSocketMessages: messages,
    startedDateTime: "2024-07-03T09:46:40.000Z",
    request: { url: "wss://example.test/a" },
    response: { status: 101 },
    ...more,
  });

  test.each([
    ["Chrome’s seconds", 1_720_000_000.5, 1_720_000_000_500],
    ["Playwright’s milliseconds", 1_720_000_000_500, 1_720_000_000_500],
    ["Playwright without times", -1, Date.parse("2024-07-03T09:46:40.000Z")],
  ])("[IM5] %s", (_, time, expected) => {
    const { entries } = read(har, harOf(socket([{ type: "send", time, opcode: 1, data: "x" }])));
    expect(entries.find(({ direction }) => direction === "sent")).toMatchObject({ time: expected });
  });

  test("[IM6] several connections are told apart, and each is read for itself", () => {
    const one = socket([{ type: "send", time: 1, opcode: 1, data: "one" }]);
    const other = socket([{ type: "receive", time: 1, opcode: 1, data: "other" }], {
      request: { url: "wss://b.test" },
    });
    const whole = harOf({ request: { url: "https://a.test" } }, one, { request: { url: "https://b.test" } }, other);
    expect(surveyOf(whole)).toMatchObject({
      sessions: [
        { at: 1, url: "wss://example.test/a", messages: 1 },
        { at: 3, url: "wss://b.test", messages: 1 },
      ],
      others: 2,
      empty: 0,
    });
    expect(read(har, whole, 9, 1).entries.flatMap(({ body }) => (body.type === "text" ? [body.text] : []))).toEqual([
      "other",
    ]);
  });

  test("[IM7] one without sockets, and one without their messages, are told from each other", () => {
    expect(surveyOf(harOf({ request: { url: "https://a.test" } }))).toMatchObject({
      sessions: [],
      others: 1,
      empty: 0,
    });
    expect(surveyOf(harOf({ request: { url: "wss://a.test" } }))).toMatchObject({ sessions: [], others: 0, empty: 1 });
    const attached = { request: { url: "wss://a.test" }, response: { content: { _file: "a.jsonl" } } };
    expect(surveyOf(harOf(attached))).toMatchObject({ empty: 1, elsewhere: "a.jsonl" });
  });

  test("[IM8] how a connection ended is read: HTTP Toolkit’s object, and its word", () => {
    const close = { code: 4001, reason: "no", timestamp: 1_720_000_001 };
    const last = (more: object): ReadEntry | undefined => read(har, harOf(socket([], more))).entries.at(-1);
    expect(last({ _webSocketClose: close })).toMatchObject({
      time: 1_720_000_001_000,
      body: { note: { note: "ended", ending: { cause: { code: 4001, reason: "no", wasClean: true } } } },
    });
    expect(last({ _webSocketClose: "aborted" })).toMatchObject({
      body: { note: { ending: { cause: { code: 1006, wasClean: false } } } },
    });
  });

  test("[IM9] one that was cut off keeps what came before", () => {
    const whole = harOf(
      socket([
        { type: "send", data: "kept" },
        { type: "send", data: "half of it" },
      ]),
    );
    const { entries, bad } = read(har, whole.slice(0, whole.indexOf("half")));
    expect(entries.flatMap(({ body }) => (body.type === "text" ? [body.text] : []))).toEqual(["kept"]);
    expect(bad).toEqual([{ unit: "message", at: 2, why: "cut" }]);
  });
});
