import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { har } from "./har.ts";
import { LOG_FORMATS } from "./index.ts";
import { jsonArray } from "./jsonArray.ts";
import { jsonl } from "./jsonl.ts";
import type { LogFormat } from "./logFormat.ts";
import { connecting, note, read, surveyOf, text, written } from "./logSamples.ts";
import { plainText } from "./plainText.ts";
import type { LogReading } from "./reading/logReading.ts";

const readable = LOG_FORMATS.filter((format): format is typeof format & { read: LogReading } => format.read !== null);

describe("whatever a file holds", () => {
  const hostile = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.json(),
    fc.json().map((value) => `{"log":{"entries":[${value},{"_webSocketMessages":[${value}]}]}}`),
    fc.json().map((value) => `{"sockwright":"log"}\n{"direction":"sent","epochMs":1,"note":${value}}\n${value}`),
    fc.json().map((value) => `[${value}`),
    fc.json().map((value) => `> ${value}\n< ${value}`),
  );

  test.each(readable.map((format): [string, LogFormat & { read: LogReading }] => [format.id, format]))(
    "[IM12] the reader of %s does not throw",
    (_, format) => {
      fc.assert(
        fc.property(hostile, fc.integer({ min: 1, max: 50 }), (whole, piece) => {
          format.read.recognises(whole, "a.har");
          for (const { time } of read(format, whole, piece).entries) expect(Number.isFinite(time)).toBe(true);
        }),
        { numRuns: 500 },
      );
    },
  );

  test("[IM13] prototype keys, huge numbers and bombs are values like others", () => {
    const message = '{"__proto__":{"type":"send"},"constructor":1,"data":"x","time":1e400}';
    expect(read(jsonArray, `[${message}]`).entries[0]).toMatchObject({ direction: "received" });
    const bomb = `{"log":{"entries":${"[".repeat(100_000)}`;
    expect(surveyOf(bomb).sessions).toEqual([]);
    expect(read(jsonArray, `[${"[".repeat(100_000)}`).bad).toHaveLength(1);
    expect(Reflect.get({}, "type")).toBeUndefined();
    expect(
      read(jsonl, '{"direction":"sent","epochMs":1e999,"time":"2024","text":"x","seq":1e308}\n').entries,
    ).toMatchObject([{ seq: null }]);
  });

  test("[IM14] each format recognises its own files and no other", () => {
    const log = [note(1, connecting), text(2, "x", "sent")];
    const files = {
      jsonl: written(jsonl, log),
      har: written(har, log),
      text: written(plainText, log),
      array: '[{"a":1}]',
    };
    for (const [id, whole] of Object.entries(files)) {
      expect(readable.find(({ read: reading }) => reading.recognises(whole, "file"))?.id).toBe(id);
    }
  });
});
