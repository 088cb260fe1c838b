import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { csv } from "./csv.ts";
import { jsonArray } from "./jsonArray.ts";
import { jsonl } from "./jsonl.ts";
import { entry, opened, read, note, text, T, withoutSize, written } from "./logSamples.ts";
import { anyLog } from "./anyLog.ts";
import { plainText } from "./plainText.ts";

describe("JSON Lines", () => {
  test("[IM1] what was exported is read again as the same entries, octet for octet", () => {
    fc.assert(
      fc.property(anyLog, fc.integer({ min: 1, max: 200 }), (log, piece) => {
        const { entries, bad } = read(jsonl, written(jsonl, log), piece);
        expect(bad).toEqual([]);
        expect(entries).toEqual(log.map(withoutSize));
      }),
      { numRuns: 300 },
    );
  });

  test("[IM2] a bad line is named and takes no other with it", () => {
    const lines = written(jsonl, [text(1, "a"), text(2, "b"), text(3, "c")]).split("\n");
    const broken = [
      lines[0],
      lines[1],
      "{",
      '{"direction":"sideways","epochMs":1,"text":"x"}',
      '{"direction":"sent","text":"x"}',
      '{"direction":"sent","epochMs":1,"base64":"?"}',
      '{"direction":"local","epochMs":1,"note":{"note":"of tomorrow"}}',
      "",
      lines[3],
    ].join("\n");
    const { entries, bad } = read(jsonl, broken);
    expect(entries.map(({ body }) => body)).toEqual([
      { type: "text", text: "a" },
      { type: "text", text: "c" },
    ]);
    expect(bad).toEqual([
      { unit: "line", at: 3, why: "json" },
      { unit: "line", at: 4, why: "entry" },
      { unit: "line", at: 5, why: "time" },
      { unit: "line", at: 6, why: "base64" },
      { unit: "line", at: 7, why: "note" },
    ]);
  });

  test("[IM3] a log of the first exports, which wrote events as text, is read", () => {
    const line = {
      seq: 4,
      epochMs: 5,
      direction: "sent",
      kind: "message",
      event: "chat",
      ackId: 1,
      text: '["chat",1]',
    };
    const { entries } = read(jsonl, `{"sockwright":"log","version":1}\n${JSON.stringify(line)}\n`);
    expect(entries).toMatchObject([{ seq: 4, ackId: 1, body: { type: "event", text: '["chat",1]', attachments: [] } }]);
  });
});

describe("CSV", () => {
  test("[EP5] one row an entry, quoted where it must be, and no cell is a formula", () => {
    const rows = written(csv, [text(1, '=HYPERLINK("x")', "sent"), text(2, "a,b\nc"), text(3, "-12.5")]).split("\r\n");
    expect(rows[0]?.startsWith("\ufeffseq,time,epoch_ms,direction")).toBe(true);
    expect(rows[1]).toContain(`,"text, after '","'=HYPERLINK(""x"")",`);
    expect(rows[2]).toContain(',text,"a,b\nc",');
    expect(rows[3]).toContain(",text,-12.5,");
  });
});

describe("plain text and captures", () => {
  test("[EP6] time, direction and payload; read again with its directions, times and lines", () => {
    const log = [
      note(1, opened),
      text(2, "one", "sent"),
      text(3, "two\n  lines"),
      entry(4, { body: { type: "binary", octets: Uint8Array.of(9) } }),
    ];
    const whole = written(plainText, log);
    expect(whole).toContain(`[${new Date(T + 2).toISOString()}] > one\n`);
    const { entries, bad } = read(plainText, whole);
    expect(bad).toEqual([]);
    expect(entries.map(({ direction, body }) => ({ direction, body }))).toEqual(
      log.map(({ direction, body }) => ({ direction, body })),
    );
  });

  test.each([
    [
      "wscat",
      'Connected (press CTRL+C to quit)\n> hi\n< {"a":1}\nDisconnected (code: 1000, reason: "bye")\n',
      ["hi", '{"a":1}'],
    ],
    ["a time before", "[12:00:01] > a\n[12:00:02.5] < b\n", ["a", "b"]],
    ["arrows", "→ a\n← b\n", ["a", "b"]],
    ["Chromium’s table", '⬆{"op":1}\t8\t09:15:00.123\n⬇ok\t2\t09:15:00.456\n', ['{"op":1}', "ok"]],
    ["a message a line", '{"a":1}\n{"b":2}\n', ['{"a":1}', '{"b":2}']],
  ])("[IM10] %s", (_, whole, expected) => {
    expect(plainText.read.recognises(whole, "capture.txt")).toBe(true);
    const { entries, bad } = read(plainText, whole);
    expect(bad).toEqual([]);
    expect(entries.flatMap(({ body }) => (body.type === "text" ? [body.text] : []))).toEqual(expected);
  });

  test("[IM10] a time of day is one of the day on which the file was written", () => {
    const { entries } = read(plainText, "[00:00:01.5] < a\n< without one\n");
    expect(entries.map(({ time }) => Math.round(time - T))).toEqual([-58_500, -58_500]);
  });

  test("[IM11] a list of messages, with directions or without; numbers keep their digits", () => {
    const { entries } = read(jsonArray, '[{"type":"send","data":"a","time":1720000000},{"n":12345678901234567890}]');
    expect(entries).toMatchObject([
      { direction: "sent", time: 1_720_000_000_000, body: { text: "a" } },
      { direction: "received", body: { text: '{"n":12345678901234567890}' } },
    ]);
  });
});
